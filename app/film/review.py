"""What is wrong between a storyboard and what it names: the kit, the people in it, and casus.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from app.content.document import Document, Problem, read_document
from app.film.captions import WIDEST
from app.film.stage import Decor, Kit
from app.film.storyboard import NARRATOR, SOUND, Player, Shot, Storyboard
from app.film.storyboard_file import NAME, StoryboardFile, read_storyboard
from app.film.timeline import lay_out

MEDIA, CASE = "media", "casus.md"
LONGEST = 180
"""Seconds; a longer film is too much in one go."""

JUDGEMENTS = re.compile(
    r"\b(?:verdachte?|verwaarloosde?|enge?|rare?|vreemde?|gekke?|gestoorde?|verwarde?|dronken|asociale?|criminele?|"
    r"daders?|inbrekers?|zielige?|eenzame?|eenzaam|demente?|dement|verslaafde?|agressieve?|agressief|slordige?|"
    r"vieze?|vies|gevaarlijke?|illegale?|illegaal)\b",
    re.IGNORECASE,
)
"""Words that a label can't have: it says what can be seen."""

Report = Callable[..., Problem]


def cases(root: Path) -> list[Path]:
    """The folders that hold a storyboard."""
    return sorted(path.parent for path in (root / MEDIA).glob(f"*/{NAME}"))


def check_storyboards(root: Path, kit: Kit) -> Iterator[Problem]:
    """Every problem in every storyboard."""
    for case in cases(root):
        file = read_storyboard(case / NAME, root)
        words = read_document(case / CASE, root) if (case / CASE).exists() else None
        yield from dict.fromkeys((*file.problems, *review(file, kit, words)))


def review(file: StoryboardFile, kit: Kit, case: Document | None) -> Iterator[Problem]:
    """The problems of a storyboard that could be read."""
    if not file.storyboard:
        return
    storyboard = file.storyboard
    yield from _check_people(storyboard, kit, file.problem)
    yield from _check_ids(storyboard, file.problem)
    yield from _check_poster(storyboard, file.problem)
    yield from _check_stops(storyboard, case, file.problem)
    scenes = [timed.scene for timed in lay_out(storyboard, {}).shots]
    for number, (shot, scene) in enumerate(zip(storyboard.shots, scenes, strict=True)):
        checked = _Shot(storyboard, shot, number, file.problem)
        yield from checked.lines()
        if scene.decor not in kit.decors:
            place = ("shots", number, "decor") if shot.decor else ("decor",)
            yield file.problem(_no_such("decor", scene.decor, kit.decors), *place)
        elif unreadable := kit.problems(scene.decor, ()):
            yield from unreadable
        else:
            decor = kit.decor(scene.decor)
            yield from checked.place(decor)
            yield from checked.players(decor, kit)
    yield from _check_times(storyboard, file.problem)


def _no_such(what: str, name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, known, 1, 0.5)
    advice = f"bedoel je ‘{close[0]}’?" if close else f"kies uit {', '.join(sorted(known)[:12]) or 'niets'}"
    return f"{what} ‘{name}’ is er niet; {advice}"


def _check_people(storyboard: Storyboard, kit: Kit, problem: Report) -> Iterator[Problem]:
    for who, person in storyboard.people.items():
        if who == SOUND:
            yield problem(f"‘{SOUND}’ is geen persoon; haal die regel weg", "personen", who)
        elif person.figure and person.figure not in kit.figures:
            message = _no_such("figuur", person.figure, kit.figures)
            yield problem(message, "personen", who, "figuur")
        elif person.figure:
            yield from kit.problems("", [person.figure])


def _check_ids(storyboard: Storyboard, problem: Report) -> Iterator[Problem]:
    shots: set[str] = set()
    lines: set[str] = set()
    for number, shot in enumerate(storyboard.shots):
        if shot.id in shots:
            yield problem(f"er is al een shot ‘{shot.id}’; geef dit een andere id", "shots", number, "id")
        shots.add(shot.id)
        for index in range(len(shot.lines)):
            if (id := shot.line_id(index)) in lines:
                message = f"er is al een regel ‘{id}’; geef deze een andere id"
                yield problem(message, "shots", number, "regels", index)
            lines.add(id)
    if any(shot.chapter for shot in storyboard.shots) and not storyboard.shots[0].chapter:
        yield problem("geef het eerste shot ook een ‘hoofdstuk:’", "shots", 0)


def _check_poster(storyboard: Storyboard, problem: Report) -> Iterator[Problem]:
    """The poster stands in a lesson and before the film, so it tells nothing that is asked on the way."""
    shots = {shot.id: shot for shot in storyboard.shots}
    if not storyboard.poster:
        if storyboard.shots[0].marks:
            yield problem("in het eerste shot staan ringen; kies met ‘poster:’ een ander beeld", "shots", 0)
    elif storyboard.poster not in shots:
        yield problem(_no_such("shot", storyboard.poster, shots), "poster")
    elif shots[storyboard.poster].marks:
        yield problem("in dit shot verklappen ringen het antwoord; kies een ander beeld", "poster")


def _check_stops(storyboard: Storyboard, case: Document | None, problem: Report) -> Iterator[Problem]:
    asked = {section.id: section for section in case.sections if section.choices} if case else {}
    stops: set[str] = set()
    for number, shot in enumerate(storyboard.shots):
        if not shot.stop:
            continue
        if shot.stop in stops:
            yield problem(f"de film stopt al eerder bij ‘{shot.stop}’", "shots", number, "stop")
        elif shot.stop not in asked:
            message = f"in {CASE} staat geen vraag met {{#{shot.stop}}}; zet die erbij"
            yield problem(message, "shots", number, "stop")
        stops.add(shot.stop)
    for id, section in asked.items():
        if case and id not in stops:
            message = f"in {NAME} staat geen shot met ‘stop: {id}’; zet het bij een shot"
            yield Problem(case.path, section.line, message)


def _check_times(storyboard: Storyboard, problem: Report) -> Iterator[Problem]:
    timeline = lay_out(storyboard, {})
    if timeline.seconds > LONGEST:
        message = f"deze film duurt {timeline.seconds:.0f} seconden; houd het onder {LONGEST}"
        yield problem(message, "shots", severity="let op")
    for number, timed in enumerate(timeline.shots):
        for index, sound in enumerate(timed.shot.sounds):
            if sound.at >= timed.seconds:
                message = f"dit geluid komt na het einde van het shot, dat {timed.seconds:.1f} seconden duurt"
                yield problem(message, "shots", number, "geluid", index)


@dataclass(frozen=True)
class _Shot:
    """One shot, held against what it names."""

    storyboard: Storyboard
    shot: Shot
    number: int
    report: Report

    def _problem(self, message: str, *place: int | str) -> Problem:
        return self.report(f"shot ‘{self.shot.id}’: {message}", "shots", self.number, *place)

    def lines(self) -> Iterator[Problem]:
        known = {*self.storyboard.people, NARRATOR, SOUND}
        for index, line in enumerate(self.shot.lines):
            if line.who not in known:
                yield self._problem(_no_such("persoon", line.who, known), "regels", index, "wie")
            longest = max(line.text.split(), key=len)
            if len(longest) > WIDEST - 2:
                yield self._problem(f"‘{longest}’ past niet op een regel", "regels", index, "tekst")

    def place(self, decor: Decor) -> Iterator[Problem]:
        for key, place in (("van", self.shot.camera.start), ("naar", self.shot.camera.to)):
            if isinstance(place, str) and place not in decor.frames:
                yield self._problem(_no_such("kader", place, decor.frames), "beeld", key)
                break
        yield from self._things(decor)
        for index, mark in enumerate(self.shot.marks):
            if isinstance(mark.at, str) and mark.at not in decor.spots:
                yield self._problem(_no_such("plek", mark.at, decor.spots), "aanwijzen", index, "bij")
            if found := JUDGEMENTS.search(mark.label):
                message = f"een label zegt wat je ziet; ‘{found[0]}’ is een oordeel"
                yield self._problem(message, "aanwijzen", index, "label")

    def _things(self, decor: Decor) -> Iterator[Problem]:
        for thing, values in self.shot.state.items():
            if thing not in decor.things:
                yield self._problem(_no_such("ding", thing, decor.things), "stand", thing)
                continue
            can = decor.things[thing]
            for key, value in values.items():
                if key not in can:
                    yield self._problem(_no_such(f"bij {thing}:", key, can), "stand", thing, key)
                elif value not in can[key]:
                    message = _no_such(f"bij {thing}, {key}:", value, can[key])
                    yield self._problem(message, "stand", thing, key)

    def players(self, decor: Decor, kit: Kit) -> Iterator[Problem]:
        for index, player in enumerate(self.shot.players):
            place = ("spelers", index)
            if player.who not in self.storyboard.people:
                known = self.storyboard.people
                yield self._problem(_no_such("persoon", player.who, known), *place, "wie")
            elif not self.storyboard.figure_of(player.who):
                yield self._problem(f"‘{player.who}’ heeft geen ‘figuur:’ en is niet te zien", *place, "wie")
            if player.layer not in decor.layers:
                yield self._problem(_no_such("laag", player.layer, decor.layers), *place, "laag")
            if message := kit.problem_of(player.gesture, player.hold):
                yield self._problem(message, *place)
            for key, spot in _spots(player):
                if spot not in decor.spots:
                    yield self._problem(_no_such("plek", spot, decor.spots), *place, key)


def _spots(player: Player) -> Iterator[tuple[str, str]]:
    for key, spot in (("van", player.start), ("naar", player.to), ("op", player.at)):
        if isinstance(spot, str):
            yield key, spot
