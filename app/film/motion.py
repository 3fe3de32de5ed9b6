"""What moves, at any moment of a shot: the camera, people who walk, mouths, eyes and heads."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from app.film.kit.figure.pose import Pose
from app.film.stage import GROUND, Decor, Figure, Frame
from app.film.storyboard import Place, Player, Spot
from app.film.timeline import FPS, TimedLine, TimedShot

PACES = {"loopt": 190.0, "fietst": 560.0, "rijdt": 900.0}
"""Units of its own drawing that a figure goes in a second: a calm walk, a bicycle, a slow car."""

ON_TWOS = 2 / FPS
"""People who stand are drawn anew every second frame: it looks drawn, and costs half."""

NUDGE = 0.035
"""How much of the picture a camera comes closer when nothing else moves."""

Mouths = Mapping[str, Sequence[float]]
"""By line: how far a mouth is open, 25 times a second, from a recorded voice."""


def eased(share: float) -> float:
    """From 0 to 1 without a jerk."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


@dataclass(frozen=True)
class CameraMove:
    """Where the camera looks at each moment of a shot."""

    start: Frame
    to: Frame
    wait: float
    seconds: float

    def at(self, time: float) -> Frame:
        if self.start == self.to:
            return self.start
        share = eased((time - self.wait) / self.seconds)
        width = self.start.width * (self.to.width / self.start.width) ** share
        if (
            abs(self.to.width - self.start.width) > 1
        ):  # so that what we go to stays where it is in the picture
            share = (width - self.start.width) / (self.to.width - self.start.width)
        return Frame(between(self.start.x, self.to.x, share), between(self.start.y, self.to.y, share), width)


def camera_of(timed: TimedShot, decor: Decor, is_alive: Callable[[Frame], bool]) -> CameraMove:
    """The move that the storyboard asks for; a very small one when nobody is there and nothing is alive."""
    camera = timed.shot.camera
    start, to = _frame(camera.start, decor), _frame(camera.to, decor)
    if start == to and not timed.shot.players and not is_alive(start):
        inset = start.width * NUDGE / 2
        to = Frame(start.x + inset, start.y + start.height * NUDGE / 2, start.width - 2 * inset)
        return CameraMove(start, to, 0, timed.seconds)
    return CameraMove(start, to, camera.wait, camera.seconds)


def _frame(place: Place, decor: Decor) -> Frame:
    if isinstance(place, str):
        return decor.frames[place]
    return Frame(*place)


@dataclass(frozen=True)
class Actor:
    """A player on the set: somebody's figure, and where and how it is at each moment of the shot."""

    player: Player
    figure: Figure
    start: float
    end: float
    y: float
    scale: float
    leaves: float
    """When somebody begins to go, in seconds of the shot."""
    arrives: float
    lines: tuple[TimedLine, ...]
    shot_start: float

    def x(self, time: float) -> float:
        return between(self.start, self.end, self._share(time))

    def _share(self, time: float) -> float:
        span = self.arrives - self.leaves
        return min(1.0, max(0.0, (time - self.leaves) / span)) if span > 0 else 1.0

    def _goes(self, time: float) -> bool:
        return self.player.goes and self.leaves < time < self.arrives

    def phase(self, time: float) -> float:
        """Of the walk, in radians; whole when arriving, so that nobody freezes in a stride."""
        stride = self.figure.stride * self.scale
        rest = abs(self.end - self.x(time)) / stride
        return math.tau * (math.ceil(abs(self.end - self.start) / stride) - rest)

    def footfalls(self) -> Iterator[float]:
        """When a foot comes down, in seconds of the shot."""
        if self.player.does != "loopt" or self.arrives <= self.leaves:
            return
        steps = abs(self.end - self.start) / (self.figure.stride * self.scale / 2)
        for step in range(int(steps + 0.5)):
            share = 1 - (step + 0.5) / steps
            if share >= 0:
                yield self.leaves + (self.arrives - self.leaves) * share

    def pose(self, time: float, mouths: Mouths) -> Pose:
        player, goes = self.player, self._goes(time)
        slow = time if goes else math.floor(time / ON_TWOS + 1e-6) * ON_TWOS
        own = crc32(player.who.encode()) % 97 / 97
        mouth = self._mouth(slow, mouths)
        posture = {"zit": "zit", "hurkt": "hurkt", "fietst": "fietst"}.get(player.does, "")
        return Pose(
            facing=self._facing(),
            walk=round(self.phase(time), 3) if goes else None,
            mouth=mouth,
            blink=1.0 if (slow + 3.7 * own) % 3.7 < 0.13 else 0.0,
            gaze=player.gaze,
            head=round(2 * (1.6 * math.sin(1.1 * slow + math.tau * own) + 2.5 * mouth)) / 2,
            mood=player.mood,
            gesture="+".join(filter(None, (posture, player.gesture))),
            hold=player.hold,
            beat=round((slow * 0.8 + own) % 1 * 12) / 12 % 1,
        )

    def _facing(self) -> int:
        if self.player.looks:
            return 1 if self.player.looks == "rechts" else -1
        return -1 if self.end < self.start else 1

    def _mouth(self, time: float, mouths: Mouths) -> float:
        now = self.shot_start + time
        for line in self.lines:
            if line.who == self.player.who and line.start <= now < line.end:
                since = now - line.start
                recorded = mouths.get(line.id)
                if recorded is not None:
                    at = int(since * FPS)
                    return recorded[at] if at < len(recorded) else 0.0
                return _talk(line.id, since, line.end - line.start)
        return 0.0


def _talk(id: str, since: float, whole: float) -> float:
    """A mouth that talks without sound: syllables, closed before the caption goes."""
    if since > whole * 0.85:
        return 0.0
    syllable = crc32(f"{id} {int(since * 8)}".encode()) % 100 / 100
    opened = max(0.0, math.sin(since * math.tau * 2.2)) * 0.6 + syllable * 0.4
    return round(opened * 4) / 4


def actors_of(timed: TimedShot, decor: Decor, figures: Mapping[str, Figure]) -> tuple[Actor, ...]:
    """Everybody in the shot, who stands farther away first."""
    found = [_actor(player, timed, decor, figures[player.who]) for player in timed.shot.players]
    return tuple(sorted(found, key=lambda actor: actor.y))


def _actor(player: Player, timed: TimedShot, decor: Decor, figure: Figure) -> Actor:
    begin = player.start if player.goes else player.at
    end = player.to if player.goes else player.at
    start_x, end_x = _where(begin, decor), _where(end, decor)
    y = player.y if player.y is not None else _ground(begin, decor)
    scale = player.scale or decor.scale(y)
    leaves, arrives = _trip(player, timed.seconds, abs(end_x - start_x) / scale)
    return Actor(
        player, figure, start_x, end_x, y, scale, leaves, arrives, lines=timed.lines, shot_start=timed.start
    )


def _where(spot: Spot | None, decor: Decor) -> float:
    return decor.spots[spot][0] if isinstance(spot, str) else spot or 0.0


def _ground(spot: Spot | None, decor: Decor) -> float:
    """A spot of the decor itself says where people stand; one of a thing in it, where the thing is."""
    return decor.spots[spot][1] if isinstance(spot, str) and "." not in spot else GROUND


def _trip(player: Player, seconds: float, distance: float) -> tuple[float, float]:
    """From when until when somebody is on the way; at a walking pace, or faster when the shot is short."""
    if not player.goes:
        return 0.0, 0.0
    if player.during:
        return player.during
    return 0.0, min(seconds + 0.2, distance / PACES[player.does])
