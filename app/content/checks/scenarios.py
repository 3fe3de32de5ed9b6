"""Scenarios: every scene is reached, every way ends, and every choice says what comes of it and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.content.document import Choice, Document, Problem, Section
from app.content.scenario import DIMENSIONS

MARKS = ("x", "~", " ")
MOST_POINTS = 2
FEWEST_SCENES, MOST_SCENES = 3, 6
"""On every way, the end included."""

END = "Einde: "


def check_scenario(document: Document) -> Iterator[Problem]:
    """Everything that would strand a volunteer or leave a choice without an answer."""
    scenes = {section.id: section for section in document.sections if section.id}
    if not scenes:
        return
    for section in document.sections:
        yield from _check_scene(document, section)
        for choice in section.choices:
            yield from _check_choice(document, choice, scenes)
    if not any(choice.critical for section in document.sections for choice in section.choices):
        message = "geen enkele keuze heeft ‘kritiek:’; zet dat bij de keuze die mensen in gevaar brengt"
        yield Problem(document.path, document.body_line, message)
    yield from _check_ways(document, scenes)


def _check_scene(document: Document, section: Section) -> Iterator[Problem]:
    if not section.prose.strip():
        yield Problem(
            document.path, section.line, "deze scène heeft geen tekst; vertel wat er te zien en te horen is"
        )
    if not section.choices and not section.title.startswith(END):
        message = f"deze scène heeft geen keuzes; zet ze erbij, of begin de kop met ‘{END}’"
        yield Problem(document.path, section.line, message)
    if section.choices and section.title.startswith(END):
        yield Problem(
            document.path,
            section.line,
            "een einde heeft geen keuzes; haal ze weg of geef de kop een andere naam",
        )
    if len(section.choices) == 1:
        yield Problem(document.path, section.line, "één keuze is geen keuze; schrijf er minstens twee")


def _check_choice(document: Document, choice: Choice, scenes: Mapping[str, Section]) -> Iterator[Problem]:
    for message in [*_incomplete(choice), *_astray(choice, scenes)]:
        yield Problem(document.path, choice.line, f"keuze {choice.code} {message}")
    for message in _wrong_points(choice):
        line = choice.note_lines.get("punten", choice.line)
        yield Problem(document.path, line, f"keuze {choice.code} {message}")


def _incomplete(choice: Choice) -> Iterator[str]:
    if choice.mark not in MARKS:
        yield "mist [x], [~] of [ ]"
    if not choice.feedback:
        yield "heeft geen uitleg; zet eronder een regel met ‘> ’"
    if not choice.consequence:
        yield "zegt niet wat er gebeurt; zet eronder ‘gevolg: …’"
    if not choice.points:
        yield "geeft geen punten; zet eronder bijvoorbeeld ‘punten: CON+1’"


def _astray(choice: Choice, scenes: Mapping[str, Section]) -> Iterator[str]:
    if not choice.target:
        yield "leidt nergens heen; zet erachter ‘→ scène’"
    elif choice.target not in scenes:
        yield f"wijst naar scène ‘{choice.target}’, maar die is er niet"


def _wrong_points(choice: Choice) -> Iterator[str]:
    for dimension, points in choice.points.items():
        if dimension not in DIMENSIONS:
            yield f"geeft punten voor ‘{dimension}’; kies uit {', '.join(DIMENSIONS)}"
        if abs(points) > MOST_POINTS:
            yield f"geeft {points:+d} voor {dimension}; blijf tussen -{MOST_POINTS} en +{MOST_POINTS}"


def _check_ways(document: Document, scenes: Mapping[str, Section]) -> Iterator[Problem]:
    start = next(iter(scenes))
    after = {id: {c.target for c in scene.choices if c.target in scenes} for id, scene in scenes.items()}
    reached = _reached([start], after)
    before = {id: {other for other in scenes if id in after[other]} for id in scenes}
    ending = _reached((id for id, scene in scenes.items() if not scene.choices), before)
    for id, scene in scenes.items():
        if id not in reached:
            yield Problem(document.path, scene.line, f"scène ‘{id}’ is vanaf het begin niet te bereiken")
        elif id not in ending:
            yield Problem(document.path, scene.line, f"vanuit scène ‘{id}’ is geen einde te bereiken")
    yield from _check_lengths(document, scenes, start, after)


def _reached(starts: Iterable[str], after: Mapping[str, set[str]]) -> set[str]:
    todo, reached = list(starts), set[str]()
    while todo:
        id = todo.pop()
        if id not in reached:
            reached.add(id)
            todo.extend(after[id])
    return reached


def _check_lengths(
    document: Document, scenes: Mapping[str, Section], start: str, after: Mapping[str, set[str]]
) -> Iterator[Problem]:
    """How many scenes the shortest and the longest way have.  A way in a circle has no length."""
    order = _in_order(start, after)
    if order is None:
        yield Problem(
            document.path,
            scenes[start].line,
            "een weg komt terug bij een scène die al geweest is; laat elke weg vooruit gaan",
        )
        return
    ends = {id for id in order if not after[id]}
    steps: dict[str, tuple[int, int]] = {}
    for id in order:
        ways = [steps[following] for following in after[id]] or [(0, 0)]
        steps[id] = 1 + min(short for short, _ in ways), 1 + max(long for _, long in ways)
    short, long = steps[start]
    if ends and short < FEWEST_SCENES:
        yield Problem(
            document.path,
            scenes[start].line,
            f"de kortste weg heeft {short} scènes; maak elke weg minstens {FEWEST_SCENES} lang",
        )
    if long > MOST_SCENES:
        yield Problem(
            document.path,
            scenes[start].line,
            f"de langste weg heeft {long} scènes; houd elke weg op hoogstens {MOST_SCENES}",
        )


def _in_order(start: str, after: Mapping[str, set[str]]) -> list[str] | None:
    """The scenes, each behind all that follow it; None when there is a circle."""
    order: list[str] = []
    done: set[str] = set()
    todo: list[tuple[str, bool]] = [(start, False)]
    on_the_way: set[str] = set()
    while todo:
        id, is_left = todo.pop()
        if is_left:
            on_the_way.discard(id)
            done.add(id)
            order.append(id)
        elif id in on_the_way:
            return None
        elif id not in done:
            on_the_way.add(id)
            todo.append((id, True))
            todo.extend((following, False) for following in after[id])
    return order
