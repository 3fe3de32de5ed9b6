"""Where the joints of a body are in a pose.

Units are those of a grown-up of 300 high who looks to the right; feet stand at y = 0 and up is negative.
Angles are degrees: 0 hangs straight down, 90 points forward.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.film.kit.figure.pose import Pose
from app.film.kit.marks import Point, away

THIGH, SHIN, SOLE = 68.0, 62.0, 11.0
UPPER, FORE = 47.0, 44.0
STEP = 44.0
"""How far before the hips a walker sets a foot down."""
SHOULDER = -84.0
SEAT = 77.0
"""How high a bench is, in units of a grown-up."""


@dataclass(frozen=True)
class Leg:
    hip: Point
    knee: Point
    ankle: Point
    foot: float = 0
    """How far the toes point down, in degrees."""


@dataclass(frozen=True)
class Arm:
    shoulder: Point
    elbow: Point
    wrist: Point
    hand: str = "los"
    in_front: bool = False

    @property
    def direction(self) -> float:
        return math.degrees(math.atan2(self.wrist[0] - self.elbow[0], self.wrist[1] - self.elbow[1]))


@dataclass(frozen=True)
class Bones:
    hip: Point
    lean: float
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm
    head: Point
    head_turn: float

    def at(self, x: float, y: float) -> Point:
        """A point of the trunk (origin between the hips, up is negative) as it lies in the picture."""
        return _turned(self.hip, self.lean, x, y)


@dataclass(frozen=True)
class Reach:
    """Where a wrist goes, seen from the hips of an upright trunk, and what the hand does."""

    x: float
    y: float
    hand: str = "los"
    in_front: bool = False
    elbow: Point | None = None
    """Where the elbow goes, when bending it down and back would look wrong."""


Lower = tuple[Point, float, Leg, Leg]
Angles = tuple[tuple[float, float], tuple[float, float]]
"""Of the thigh and the shin, for the near leg and the far one."""
STANDING: Mapping[str, tuple[Angles, float]] = {
    "duikt-ineen": (((30, -26), (22, -30)), 26),
    "leunt": (((10, -4), (16, -14)), -7),
}
REACHES: Mapping[str, tuple[Reach | None, Reach | None]] = {
    "zwaait": (None, Reach(66, -134, "open")),
    "telefoon": (Reach(-8, -109, "vast", elbow=(2, -56)), None),
    "wijst": (None, Reach(103, -92, "wijst")),
    "armen-over-elkaar": (
        Reach(36, -50, "vast", elbow=(-12, -40)),
        Reach(-8, -58, "plat", in_front=True, elbow=(42, -46)),
    ),
    "hand-op-borst": (Reach(17, -66, "plat"), None),
    "houdt-vast": (Reach(34, -44, "vast"), Reach(48, -44, "vast")),
    "duim": (None, Reach(58, -74, "duim")),
    "vuisten": (Reach(-12, -4, "vuist"), Reach(40, -10, "vuist")),
    "schopt": (Reach(-34, -14, "vuist"), Reach(46, -26, "vuist")),
    "schrijft": (Reach(38, -62, "vast"), Reach(44, -44, "vast")),
    "veegt": (Reach(36, -30, "vast"), Reach(46, -66, "vast")),
    "roept": (Reach(7, -101, "plat", elbow=(14, -54)), None),
}
HOLDS: Mapping[str, tuple[Reach | None, Reach | None]] = {
    "paraplu": (Reach(30, -70, "vast"), None),
    "paraplu-dicht": (Reach(22, -22, "vast"), None),
    "telefoon": (Reach(36, -66, "vast"), None),
    "briefje": (Reach(38, -62, "vast"), None),
    "kind": (Reach(36, -44, "vast"), Reach(38, -30, "vast")),
    "fles": (Reach(24, -30, "vast"), None),
    "tang": (Reach(52, -36, "vast"), Reach(60, -30, "vast")),
    "bezem": (Reach(36, -30, "vast"), Reach(46, -66, "vast")),
    "hond": (Reach(14, -14, "vast"), None),
    "deken": (Reach(22, -58, "vast"), Reach(28, -52, "vast")),
    "bal": (Reach(20, -36, "vast"), Reach(36, -36, "vast")),
    "box": (Reach(30, -36, "vast"), None),
    "krant": (Reach(36, -56, "vast"), Reach(50, -52, "vast")),
    "sigaret": (Reach(30, -96, "vast"), None),
}


def bones_of(pose: Pose, scale: float = 1, aid: str = "", age: int = 40) -> Bones:
    posture = "zit" if aid == "rolstoel" else pose.posture
    hip, lean, near, far = _lower(pose, posture, scale, age)
    frame = Bones(hip, lean, near, far, _HANGING, _HANGING, hip, 0)
    near_reach, far_reach = _reaches(pose, posture, aid)
    swing = math.cos(pose.walk) if pose.walk is not None and posture == "" else None
    bob = 22 if pose.cowers else 0
    return replace(
        frame,
        near_arm=_arm(frame, (-19, SHOULDER), near_reach, None if swing is None else -swing, posture),
        far_arm=_arm(frame, (16, SHOULDER), far_reach, swing, posture),
        head=frame.at(4, -129),
        head_turn=lean * 0.45 + bob + pose.head,
    )


_HANGING = Arm((0, 0), (0, 0), (0, 0))


def _lower(pose: Pose, posture: str, scale: float, age: int) -> Lower:
    """The hips, how far the trunk leans, and both legs."""
    stoop = max(0, age - 68) * 0.35
    if posture == "zit":
        return _seated(scale, 30 if pose.cowers else stoop)
    if posture == "fietst":
        return _cycling(pose.walk or 0)
    if posture == "hurkt":
        hip = (-12, -72.0)
        return hip, 14, _leg(hip, -5, 98, -8, 0), _leg(hip, 7, 26, -100, 56)
    if posture in STANDING:
        return _standing(*STANDING[posture])
    return _upright(pose, stoop)


def _upright(pose: Pose, stoop: float) -> Lower:
    if pose.arms == "schopt":
        lift = math.sin(pose.beat * math.tau) * 0.5 + 0.5
        return _standing(((52 * lift + 4, 30 * lift + 2), (-6, -7)), -4)
    if pose.walk is None:
        return _standing(((3, 2), (-4, -5)), stoop)
    return _walking(pose.walk, stoop)


def _walking(phase: float, stoop: float) -> Lower:
    """Feet that stay where they are put: each stands half the round while the body goes over it."""
    turn = phase / math.tau
    hip = (0.0, -SOLE - 119.5 - 2.5 * (1 - math.cos(4 * math.pi * turn)))
    legs = []
    for dx, offset in ((-6, 0.0), (8, 0.5)):
        x, lift, foot = _footfall((turn + offset) % 1)
        start = (hip[0] + dx, hip[1] - 2)
        ankle = (start[0] + x, -SOLE - lift)
        legs.append(Leg(start, joint(start, ankle, THIGH, SHIN, 1), ankle, foot))
    return hip, 2.5 + stoop, legs[0], legs[1]


def _footfall(share: float) -> tuple[float, float, float]:
    """Of a foot at this share of its round: how far before the hip, how high, how far the toes point down."""
    if share < 0.5:
        stood = share * 2
        heel = max(0.0, (stood - 0.7) / 0.3) ** 2
        return STEP * (1 - 2 * stood), 9 * heel, 26 * heel - 14 * max(0.0, 1 - stood / 0.15)
    swung = share * 2 - 1
    eased = swung * swung * (3 - 2 * swung)
    lift = 9 * (1 - swung) ** 2 + 15 * math.sin(math.pi * swung)
    return STEP * (2 * eased - 1), lift, 26 - 40 * eased


def _standing(angles: Angles, lean: float) -> Lower:
    """Legs at these angles, with the hips just so high that the lower foot is on the ground."""
    near, far = (_leg((0, 0), dx, thigh, shin, 0) for dx, (thigh, shin) in zip((-6, 8), angles, strict=True))
    height = max(near.ankle[1], far.ankle[1]) + SOLE
    hip = (0.0, -height)
    legs = []
    for dx, (thigh, shin) in zip((-6, 8), angles, strict=True):
        legs.append(_leg(hip, dx, thigh, shin, 0))
    return hip, lean, legs[0], legs[1]


def _leg(hip: Point, dx: float, thigh: float, shin: float, foot: float) -> Leg:
    start = (hip[0] + dx, hip[1] - 2)
    knee = away(start, thigh, THIGH)
    return Leg(start, knee, away(knee, shin, SHIN), foot)


def _seated(scale: float, stoop: float) -> Lower:
    """On a bench, turned halfway to us; short legs dangle."""
    hip = (-10.0, -(SEAT / scale + 13))
    legs = []
    for dx, forward in ((-5, 54), (13, 48)):
        start = (hip[0] + dx, hip[1])
        knee = (start[0] + forward, start[1] + 13)
        reach = min(SHIN, -SOLE - knee[1])
        legs.append(Leg(start, knee, (knee[0] - 2, knee[1] + reach)))
    return hip, 3 + stoop, legs[0], legs[1]


PEDALS = (6.0, -48.0)


def _cycling(phase: float) -> Lower:
    hip = (-26.0, -152.0)
    legs = []
    for dx, turn in ((-3, 0.0), (4, math.pi)):
        foot = (PEDALS[0] + 24 * math.sin(phase + turn), PEDALS[1] - 24 * math.cos(phase + turn))
        ankle = (foot[0] - 6, foot[1] - SOLE)
        start = (hip[0] + dx, hip[1])
        legs.append(Leg(start, joint(start, ankle, THIGH, SHIN, 1), ankle, 6))
    return hip, 13, legs[0], legs[1]


def joint(start: Point, end: Point, first: float, second: float, bend: int) -> Point:
    """The knee or elbow between two points; bend 1 points it forward, -1 back."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = min(math.hypot(dx, dy) or 0.01, (first + second) * 0.999)
    along = (first**2 - second**2 + far**2) / (2 * far)
    off = math.sqrt(max(0, first**2 - along**2)) * bend
    ux, uy = dx / (math.hypot(dx, dy) or 0.01), dy / (math.hypot(dx, dy) or 0.01)
    return (start[0] + ux * along + uy * off, start[1] + uy * along - ux * off)


def _reaches(pose: Pose, posture: str, aid: str) -> tuple[Reach | None, Reach | None]:
    near, far = HOLDS.get(pose.held, (None, None))
    if pose.cowers:
        near, far = Reach(28, -104, "plat"), Reach(38, -108, "plat")
    if posture == "fietst":
        near, far = Reach(64, -50, "vast"), Reach(74, -52, "vast")
    if aid == "rollator":
        near, far = Reach(38, -10, "vast"), Reach(52, -12, "vast")
    own = REACHES.get(pose.arms, (None, None))
    near, far = own[0] or near, own[1] or far
    return _moved(near, pose), _moved(far, pose)


def _moved(reach: Reach | None, pose: Pose) -> Reach | None:
    """The reach at this beat of a gesture that moves."""
    if reach is None:
        return None
    turn = math.sin(pose.beat * math.tau)
    if pose.arms == "zwaait" and reach.hand == "open":
        return replace(reach, x=reach.x + 13 * turn, y=reach.y + 3 * abs(turn))
    if pose.arms == "veegt":
        return replace(reach, x=reach.x + 9 * turn)
    if pose.arms == "schrijft" and reach.y < -50:
        return replace(reach, x=reach.x + 4 * turn)
    return reach


def _arm(body: Bones, shoulder: Point, reach: Reach | None, swing: float | None, posture: str) -> Arm:
    start = body.at(*shoulder)
    if reach is not None:
        wanted = body.at(reach.x, reach.y)
        if reach.elbow:
            return Arm(start, body.at(*reach.elbow), wanted, reach.hand, reach.in_front)
        elbow = joint(start, wanted, UPPER, FORE, -1)
        distance = math.hypot(wanted[0] - start[0], wanted[1] - start[1])
        if distance > UPPER + FORE:
            wanted = away(elbow, math.degrees(math.atan2(wanted[0] - start[0], wanted[1] - start[1])), FORE)
        return Arm(start, elbow, wanted, reach.hand, reach.in_front)
    if posture == "zit":
        knee = body.at(32 if shoulder[0] < 0 else 42, -12)
        return Arm(start, joint(start, knee, UPPER, FORE, -1), knee, "plat")
    upper, bent = (-5.0, 6.0) if shoulder[0] < 0 else (5.0, 16.0)
    if swing is not None:
        upper, bent = 26 * swing - 3, 26 * swing + 16
    if posture == "hurkt":
        upper, bent = 28, 70
    elbow = away(start, upper, UPPER)
    return Arm(start, elbow, away(elbow, bent, FORE))


def _turned(origin: Point, lean: float, x: float, y: float) -> Point:
    turn = math.radians(lean)
    return (
        origin[0] + x * math.cos(turn) - y * math.sin(turn),
        origin[1] + x * math.sin(turn) + y * math.cos(turn),
    )
