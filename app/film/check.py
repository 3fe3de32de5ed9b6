"""Prove a rendered film: that it is the film of its storyboard, and that people can see, hear and read it.

The proofs watch the film itself.  What they expect of it stands in the manifest and in the storyboard.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from app.content.document import Problem
from app.film import manifest as files
from app.film.captions import FASTEST, LINES, WIDEST
from app.film.loudness import SILENT, loudness
from app.film.stage import HEIGHT, WIDTH
from app.film.storyboard_file import NAME as STORYBOARD
from app.film.storyboard_file import read_storyboard
from app.film.timeline import FPS
from app.film.voices import FOLDER as VOICES
from app.film.vtt import Cue, read_cues
from app.film.watching import QUIET, Watched, container_of, listen, look_at, runs, watch

MOST_A_MINUTE = 2_000_000
"""Bytes."""

SMALLEST_BUDGET = 500_000
"""Bytes that a very short film may have all the same."""

LATE = 0.06
"""Seconds that nobody notices."""

LONGEST_BLANK, LONGEST_STILL, LONGEST_SILENCE = 0.2, 2.4, 1.5
SHORTEST_CAPTION = 1.1
VISIBLE_CUT = 4.0
"""How much two stills differ on average (0 to 255) before one can see the cut between them."""

LIKENESS = 7.0
"""How much a still may differ from its frame in the film."""

LOUD = {False: (-36.0, -24.0), True: (-25.0, -16.0)}
"""LUFS between which a film may be: without voices, and with them."""


class ManifestLine(BaseModel):
    id: str
    who: str
    kind: str
    text: str
    start: float
    end: float


class ManifestShot(BaseModel):
    id: str
    start: float
    end: float
    chapter: str
    description: str
    still: str
    still_at: float
    labels: tuple[str, ...]
    lines: tuple[ManifestLine, ...]


class ManifestStop(BaseModel):
    id: str
    at: float


class Manifest(BaseModel):
    model_config = ConfigDict(frozen=True)

    storyboard: str
    kit: str
    voices: dict[str, str]
    duration: float
    files: dict[str, dict[str, Any]]
    shots: tuple[ManifestShot, ...]
    stops: tuple[ManifestStop, ...]

    @property
    def lines(self) -> list[ManifestLine]:
        return [line for shot in self.shots for line in shot.lines]


def prove(case: Path, root: Path) -> list[Problem]:
    """Everything that is wrong with the film of a case; nothing when it is as it should be."""
    place = case.relative_to(root)
    try:
        given = json.loads((case / files.MANIFEST).read_bytes())
        manifest = Manifest.model_validate(given)
    except OSError:
        return [Problem(place / files.MANIFEST, 1, f"deze film is nog niet gemaakt; {_again(case)}")]
    except (ValueError, ValidationError):
        return [Problem(place / files.MANIFEST, 1, f"dit bestand is niet te lezen; {_again(case)}")]
    return list(dict.fromkeys(Proof(case, place, manifest).all()))


def _again(case: Path) -> str:
    return f"typ: pluis media build {case.name}"


@dataclass(frozen=True)
class Proof:
    """The proofs of one film."""

    case: Path
    place: Path
    manifest: Manifest

    def all(self) -> Iterator[Problem]:
        yield from self.origin()
        yield from self.whole()
        yield from self.captions()
        yield from self.descriptions()
        yield from self.chapters()
        try:
            yield from self.container()
            yield from self.picture()
            yield from self.sound()
        except (av.error.FFmpegError, OSError, IndexError):
            yield self._film(f"dit is geen film die afgespeeld kan worden; {_again(self.case)}")

    def _film(self, message: str, at: float | None = None) -> Problem:
        return Problem(self.place / files.FILM, 1, message if at is None else f"op {at:.1f} s: {message}")

    def _problem(self, name: str, message: str) -> Problem:
        return Problem(self.place / name, 1, message)

    # Is it the film of this storyboard?

    def origin(self) -> Iterator[Problem]:
        again = _again(self.case)
        if not (self.case / STORYBOARD).exists():
            yield self._problem(STORYBOARD, "hoort bij deze film maar is er niet")
            return
        if files.digest(self.case / STORYBOARD) != self.manifest.storyboard:
            yield self._problem(STORYBOARD, f"is veranderd nadat de film gemaakt is; {again}")
        if files.voices_of(self.case) != self.manifest.voices:
            yield self._problem(VOICES, f"de opnamen zijn veranderd nadat de film gemaakt is; {again}")
        read = read_storyboard(self.case / STORYBOARD, self.case).storyboard
        if not read:
            yield self._problem(STORYBOARD, "heeft fouten; typ: pluis content check")
            return
        said = [(shot.line_id(i), line.text) for shot in read.shots for i, line in enumerate(shot.lines)]
        if said != [(line.id, line.text) for line in self.manifest.lines]:
            yield self._problem(files.MANIFEST, f"de regels zijn niet die van het storyboard; {again}")
        if [(shot.id, shot.description) for shot in read.shots] != [
            (shot.id, shot.description) for shot in self.manifest.shots
        ]:
            yield self._problem(files.MANIFEST, f"de shots zijn niet die van het storyboard; {again}")
        if [shot.stop for shot in read.shots if shot.stop] != [stop.id for stop in self.manifest.stops]:
            yield self._problem(files.MANIFEST, f"de stops zijn niet die van het storyboard; {again}")
        yield from self._stops()

    def _stops(self) -> Iterator[Problem]:
        ends = [shot.end for shot in self.manifest.shots]
        for stop in self.manifest.stops:
            if not any(0 < end - stop.at <= LATE for end in ends):
                yield self._problem(files.MANIFEST, f"de stop ‘{stop.id}’ valt niet vlak voor een overgang")

    def whole(self) -> Iterator[Problem]:
        """Are all files there, as they were made?"""
        expected = {files.FILM, files.POSTER, files.CAPTIONS, files.DESCRIPTIONS, files.CHAPTERS}
        expected |= {shot.still for shot in self.manifest.shots}
        for name in sorted(expected | self.manifest.files.keys()):
            path = self.case / name
            known = self.manifest.files.get(name)
            if not path.is_file():
                yield self._problem(name, f"ontbreekt; {_again(self.case)}")
            elif not known or known.get("sha256") != files.digest(path):
                yield self._problem(name, f"is niet zoals het gemaakt is; {_again(self.case)}")

    # Can it be played?

    def container(self) -> Iterator[Problem]:
        path = self.case / files.FILM
        found, seconds = container_of(path), self.manifest.duration
        if (found.video, found.pixels, found.width, found.height) != ("h264", "yuv420p", WIDTH, HEIGHT):
            yield self._film(f"het beeld is geen H.264 van {WIDTH} bij {HEIGHT}")
        if abs(found.rate - FPS) > 0.01 or found.frames != round(seconds * FPS):
            yield self._film(f"heeft {found.frames} beelden; dat moeten er {round(seconds * FPS)} zijn")
        if found.audio != "aac":
            yield self._film("heeft geen geluid (AAC)")
        if abs(found.seconds - seconds) > 0.15:
            yield self._film(f"duurt {found.seconds:.2f} s; dat moet {seconds:.2f} s zijn")
        if not found.starts_at_once:
            yield self._film("begint pas als alles binnen is; de index moet vooraan staan")
        budget = max(SMALLEST_BUDGET, MOST_A_MINUTE * seconds / 60)
        if (size := path.stat().st_size) > budget:
            yield self._film(
                f"is {size / 1e6:.2f} MB; hoogstens {budget / 1e6:.2f} MB, dat is 2 MB per minuut"
            )

    # Can it be seen?

    def picture(self) -> Iterator[Problem]:
        film = self.case / files.FILM
        at = [round(shot.still_at * FPS) for shot in self.manifest.shots]
        watched = watch(film, at)
        for start, count in runs([blank and number > FPS / 2 for number, blank in enumerate(watched.blank)]):
            if count / FPS > LONGEST_BLANK:
                yield self._film(f"{count / FPS:.1f} s niets te zien", watched.times[start])
        for start, count in runs(watched.still):
            if count / FPS > LONGEST_STILL:
                yield self._film(f"{count / FPS:.1f} s staat het beeld stil", watched.times[start])
        yield from self._cuts(watched)
        for shot, number in zip(self.manifest.shots, at, strict=True):
            kept = watched.kept.get(number)
            if kept is None or float(np.abs(kept - self._stills[shot.id]).mean()) > LIKENESS:
                yield self._film(f"hier hoort het beeld van shot ‘{shot.id}’", shot.still_at)

    def _cuts(self, watched: Watched) -> Iterator[Problem]:
        """Where one can see that a shot begins, the film must change at that very moment."""
        for before, shot in pairwise(self.manifest.shots):
            differ = float(np.abs(self._stills[before.id] - self._stills[shot.id]).mean())
            if differ < VISIBLE_CUT:
                continue
            first = max(1, round((shot.start - 0.7) * FPS))
            near = watched.changes[first : round((shot.start + 0.7) * FPS)]
            if not near:
                yield self._film(f"shot ‘{shot.id}’ ontbreekt", shot.start)
                continue
            found = watched.times[first + int(np.argmax(near))]
            if max(near) < differ * 0.3 or abs(found - shot.start) > LATE:
                yield self._film(f"shot ‘{shot.id}’ begint hier niet in beeld", shot.start)

    @cached_property
    def _stills(self) -> Mapping[str, Any]:
        return {shot.id: look_at(self.case / shot.still) for shot in self.manifest.shots}

    # Can it be heard?

    def sound(self) -> Iterator[Problem]:
        samples = listen(self.case / files.FILM)
        level = loudness(samples) if len(samples) else SILENT
        low, high = LOUD[bool(self.manifest.voices)]
        if level == SILENT:
            yield self._film("er is niets te horen")
            return
        if not low <= level <= high:
            yield self._film(f"is {level:.1f} LUFS; dat moet tussen {low:.0f} en {high:.0f} zijn")
        if float(np.abs(samples).max()) > 0.99:
            yield self._film("het geluid wordt afgekapt")
        step = 4800
        blocks = samples[: len(samples) // step * step].reshape(-1, step)
        for start, count in runs([bool(loud < QUIET) for loud in np.sqrt((blocks**2).mean(axis=1))]):
            if count / 10 > LONGEST_SILENCE:
                yield self._film(f"{count / 10:.1f} s is er niets te horen", start / 10)

    # Can it be read?

    def captions(self) -> Iterator[Problem]:
        cues, problem = self._cues(files.CAPTIONS)
        yield from problem
        for cue in cues:
            yield from (self._caption(cue, message) for message in _hard_to_read(cue))
        for first, second in pairwise(cues):
            if second.start < first.end - 0.001:
                yield self._caption(second, "begint voordat de vorige weg is")
        for line in self.manifest.lines:
            yield from self._line(line, [cue for cue in cues if re.fullmatch(rf"{line.id}(-\d+)?", cue.id)])

    def _caption(self, cue: Cue, message: str) -> Problem:
        return Problem(self.place / files.CAPTIONS, cue.line, f"‘{cue.id}’ {message}")

    def _line(self, line: ManifestLine, cues: Sequence[Cue]) -> Iterator[Problem]:
        if not cues:
            yield self._problem(files.CAPTIONS, f"de regel ‘{line.id}’ ontbreekt")
            return
        if abs(cues[0].start - line.start) > LATE or abs(cues[-1].end - line.end) > LATE:
            yield self._caption(cues[0], f"is niet in de pas: hij hoort op {line.start:.1f} s")
        text = " ".join(cue.text for cue in cues)
        if line.text not in text:
            yield self._caption(cues[0], "mist woorden van het storyboard")
        if line.kind == "voice" and not text.startswith(f"{line.who}:"):
            yield self._caption(cues[0], "zegt niet wie er praat")
        if line.kind == "sound" and not (text.startswith("[") and text.endswith("]")):
            yield self._caption(cues[0], "is een geluid en hoort tussen [ en ]")

    def descriptions(self) -> Iterator[Problem]:
        cues, problem = self._cues(files.DESCRIPTIONS)
        yield from problem
        by_id = {cue.id: cue for cue in cues}
        for shot in self.manifest.shots:
            cue = by_id.get(shot.id)
            if not cue or not cue.text.strip() or not shot.description.strip():
                yield self._problem(files.DESCRIPTIONS, f"shot ‘{shot.id}’ heeft geen beschrijving")
            elif max(abs(cue.start - shot.start), abs(cue.end - shot.end)) > LATE:
                message = f"‘{shot.id}’ is niet in de pas: hij hoort op {shot.start:.1f} s"
                yield Problem(self.place / files.DESCRIPTIONS, cue.line, message)

    def chapters(self) -> Iterator[Problem]:
        cues, problem = self._cues(files.CHAPTERS)
        yield from problem
        starts = [(shot.chapter, shot.start) for shot in self.manifest.shots if shot.chapter]
        if [cue.text for cue in cues] != [title for title, _ in starts]:
            yield self._problem(files.CHAPTERS, "dit zijn niet de hoofdstukken van de film")
        elif any(abs(cue.start - start) > LATE for cue, (_, start) in zip(cues, starts, strict=True)):
            yield self._problem(files.CHAPTERS, "een hoofdstuk is niet in de pas")

    def _cues(self, name: str) -> tuple[list[Cue], list[Problem]]:
        try:
            return read_cues((self.case / name).read_text("utf-8")), []
        except (OSError, ValueError):
            return [], [self._problem(name, "is niet te lezen")]


def _hard_to_read(cue: Cue) -> Iterator[str]:
    seconds = cue.end - cue.start
    if seconds < SHORTEST_CAPTION:
        yield f"staat er maar {seconds:.1f} s"
    if len(cue.text) / max(seconds, 0.01) > FASTEST:
        yield f"gaat te snel: {len(cue.text) / max(seconds, 0.01):.0f} tekens per seconde"
    if len(cue.lines) > LINES or max(map(len, cue.lines), default=0) > WIDEST:
        yield f"is te groot: hoogstens {LINES} regels van {WIDEST} tekens"
