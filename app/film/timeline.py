"""When everything happens: the shots of a storyboard laid out in time, for people who read slowly."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.film.captions import Cue, cues, seconds_to_read, shown
from app.film.storyboard import NARRATOR, SOUND, Line, Mark, Shot, Storyboard

FPS = 25
READING = 13.0
"""Characters a second, plus a breath: slower than television, which has 12 to 15 without one."""

BREATH, SHORTEST_LINE, SHORTEST_SHOT = 0.8, 2.2, 2.0
FIRST_MARK = 0.6
AFTER_VOICE = 0.35

State = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Scene:
    """Where a shot plays, and how things are there."""

    decor: str
    light: str
    weather: str
    season: str
    state: State


@dataclass(frozen=True)
class TimedLine:
    """A line with its seconds in the film."""

    id: str
    who: str
    name: str
    kind: str
    """``voice``, ``sound`` or ``narrator``."""
    text: str
    start: float
    end: float
    has_voice: bool = False

    @property
    def cues(self) -> tuple[Cue, ...]:
        return cues(shown(self.kind, self.name, self.text), self.start, self.end)


@dataclass(frozen=True)
class TimedShot:
    shot: Shot
    scene: Scene
    first: int
    """Its first frame."""
    frames: int
    lines: tuple[TimedLine, ...]
    marks: tuple[float, ...]
    """When each ring appears, in seconds of the shot."""

    @property
    def start(self) -> float:
        return self.first / FPS

    @property
    def seconds(self) -> float:
        return self.frames / FPS

    @property
    def end(self) -> float:
        return (self.first + self.frames) / FPS

    @property
    def alone(self) -> TimedShot:
        """The shot as if it were the whole film: it is drawn the same wherever it stands."""
        moved = (
            replace(line, start=round(line.start - self.start, 3), end=round(line.end - self.start, 3))
            for line in self.lines
        )
        return replace(self, first=0, lines=tuple(moved))

    @property
    def still(self) -> int:
        """The frame that stands for the shot: past the middle, and with every ring there."""
        last = self.frames - 3
        ready = round((self.marks[-1] + 0.6) * FPS) if self.marks else 0
        return max(0, min(last, max(ready, round(self.frames * 0.6))))


@dataclass(frozen=True)
class Stop:
    """Where the film stops for a question: at the last frame before a cut."""

    id: str
    at: float


@dataclass(frozen=True)
class Timeline:
    shots: tuple[TimedShot, ...]

    @property
    def frames(self) -> int:
        return sum(shot.frames for shot in self.shots)

    @property
    def seconds(self) -> float:
        return self.frames / FPS

    @property
    def lines(self) -> tuple[TimedLine, ...]:
        return tuple(line for shot in self.shots for line in shot.lines)

    @property
    def stops(self) -> tuple[Stop, ...]:
        found = ((timed.shot.stop, timed.end) for timed in self.shots)
        return tuple(Stop(id, round(end - 1 / FPS, 3)) for id, end in found if id)

    @property
    def chapters(self) -> tuple[tuple[str, float, float], ...]:
        """Title, start and end of each; together they are the whole film."""
        heads = [(timed.shot.chapter, timed.start) for timed in self.shots if timed.shot.chapter]
        ends = [*(start for _, start in heads[1:]), self.seconds]
        return tuple((title, start, end) for (title, start), end in zip(heads, ends, strict=False))


def lay_out(storyboard: Storyboard, voices: Mapping[str, float]) -> Timeline:
    """Give every shot and line its time; ``voices`` says how long the recorded lines last."""
    shots: list[TimedShot] = []
    first = 0
    for shot, scene in zip(storyboard.shots, _scenes(storyboard), strict=True):
        lines, said = _lay_lines(storyboard, shot, first / FPS, voices)
        marks = _mark_times(shot.marks)
        seconds = max(shot.seconds, said, _seen(shot), _marked(shot.marks, marks), SHORTEST_SHOT)
        shots.append(TimedShot(shot, scene, first, math.ceil(round(seconds * FPS, 6)), lines, marks))
        first += shots[-1].frames
    return Timeline(tuple(shots))


def _scenes(storyboard: Storyboard) -> Iterator[Scene]:
    """What a shot sets stays; each decor remembers its own things."""
    scene = Scene(storyboard.decor, storyboard.light, storyboard.weather, storyboard.season, {})
    states: dict[str, dict[str, dict[str, str]]] = {}
    for shot in storyboard.shots:
        decor = shot.decor or scene.decor
        state = states.setdefault(decor, {})
        for thing, values in shot.state.items():
            state[thing] = {**state.get(thing, {}), **values}
        scene = Scene(
            decor,
            shot.light or scene.light,
            shot.weather or scene.weather,
            shot.season or scene.season,
            {thing: dict(values) for thing, values in state.items()},
        )
        yield scene


def _lay_lines(
    storyboard: Storyboard, shot: Shot, start: float, voices: Mapping[str, float]
) -> tuple[tuple[TimedLine, ...], float]:
    """The lines one after another, and how long the shot must be for them."""
    lines: list[TimedLine] = []
    now = shot.lead
    for index, line in enumerate(shot.lines):
        id, kind, name = shot.line_id(index), _kind(line), storyboard.name_of(line.who)
        seconds = _line_seconds(shown(kind, name, line.text), line.text, voices.get(id))
        begin, end = round(start + now, 3), round(start + now + seconds, 3)
        lines.append(TimedLine(id, line.who, name, kind, line.text, begin, end, id in voices))
        now += seconds + line.pause
    return tuple(lines), now - (shot.lines[-1].pause if shot.lines else 0) + shot.tail


def _kind(line: Line) -> str:
    return {NARRATOR: "narrator", SOUND: "sound"}.get(line.who, "voice")


def _line_seconds(caption: str, text: str, voice: float | None) -> float:
    if voice is not None:
        return max(voice + AFTER_VOICE, seconds_to_read(caption))
    return max(SHORTEST_LINE, len(text) / READING + BREATH, seconds_to_read(caption))


def _seen(shot: Shot) -> float:
    """Long enough for the camera to arrive, for a title to be read, for people to have walked."""
    moves = shot.camera.start != shot.camera.to
    title = f"{shot.title.title} {shot.title.below or ''}" if shot.title else ""
    return max(
        shot.camera.wait + shot.camera.seconds + 0.8 if moves else 0,
        len(title) / READING + 2.2 if title else 0,
        *(player.during[1] + 0.3 for player in shot.players if player.during),
        0,
    )


def _mark_times(marks: Sequence[Mark]) -> tuple[float, ...]:
    """Each ring comes when the label before it has been read."""
    times, now = [], FIRST_MARK
    for mark in marks:
        times.append(round(now, 3))
        now += len(mark.label) / READING + 0.7
    return tuple(times)


def _marked(marks: Sequence[Mark], times: Sequence[float]) -> float:
    return times[-1] + len(marks[-1].label) / READING + 1.6 if marks else 0
