"""How somebody stands, looks and moves at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

POSTURES = ("zit", "hurkt", "duikt-ineen", "fietst", "leunt")
ARMS = (
    "zwaait", "telefoon", "wijst", "armen-over-elkaar", "hand-op-borst", "houdt-vast", "duim", "vuisten",
    "schopt", "schrijft", "veegt", "roept",
)  # fmt: skip
THINGS = (
    "tas", "boodschappen", "kind", "paraplu", "paraplu-dicht", "telefoon", "hond", "fles", "briefje", "tang",
    "bezem", "deken", "bal", "box", "krant", "sigaret",
)  # fmt: skip

TOOLS: Mapping[str, str] = {"telefoon": "telefoon", "veegt": "bezem", "schrijft": "schrift"}
"""What somebody has in the hands who makes this gesture."""


@dataclass(frozen=True)
class Pose:
    """One moment of one person.

    ``walk`` is the phase of walking in radians (2π is two steps, see ``Figure.stride``); None stands still.
    ``gesture`` is one of :data:`ARMS`, one of :data:`POSTURES`, or both with a plus: ``zit+telefoon``.
    ``beat`` (0 to 1, round and round) moves what a gesture moves: a waving hand, a broom, a foot.
    """

    facing: int = 1
    walk: float | None = None
    mouth: float = 0
    blink: float = 0
    gaze: float = 0
    head: float = 0
    mood: str = "rustig"
    gesture: str = ""
    hold: str = ""
    beat: float = 0

    @property
    def posture(self) -> str:
        return next((part for part in self.gesture.split("+") if part in POSTURES), "")

    @property
    def cowers(self) -> bool:
        """Curls up, standing or sitting."""
        return "duikt-ineen" in self.gesture.split("+")

    @property
    def arms(self) -> str:
        return next((name for part in self.gesture.split("+") if (name := part.split(":")[0]) in ARMS), "")

    @property
    def held(self) -> str:
        """What is in the hands, from ``hold`` or from ``houdt-vast:<thing>``."""
        named = (part.split(":")[1] for part in self.gesture.split("+") if part.startswith("houdt-vast:"))
        return next(named, "") or self.hold or TOOLS.get(self.arms, "")


@dataclass(frozen=True)
class Mood:
    """What a feeling does to a face; brows in units (down is more), the rest as shares."""

    brow_in: float = 0
    brow_out: float = 0
    lid: float = 0.1
    lower: float = 0
    size: float = 1
    curve: float = 2.3
    wide: float = 5.2
    gape: float = 0
    bags: bool = False


MOODS: Mapping[str, Mood] = {
    "rustig": Mood(brow_in=-0.8, brow_out=-0.4),
    "blij": Mood(brow_in=-1.6, brow_out=-1.2, lid=0.06, lower=0.3, curve=4.6, wide=6.6),
    "moe": Mood(brow_in=0.2, brow_out=1.8, lid=0.5, curve=-0.8, wide=4.6, bags=True),
    "bang": Mood(brow_in=-4.6, brow_out=0.2, lid=0, size=1.2, curve=-2.2, wide=4.2, gape=0.22),
    "boos": Mood(brow_in=3.4, brow_out=-2.6, lid=0.2, lower=0.15, curve=-2.8, wide=5),
    "verdrietig": Mood(brow_in=-4, brow_out=2, lid=0.3, curve=-3.6, wide=4.8),
    "verbaasd": Mood(brow_in=-4.4, brow_out=-4.4, lid=0, size=1.22, curve=0, wide=3.2, gape=0.5),
}


def gesture_problem(gesture: str) -> str:
    """A Dutch sentence when the gesture isn't one, else nothing."""
    for part in filter(None, gesture.split("+")):
        name, _, thing = part.partition(":")
        if name not in (*ARMS, *POSTURES):
            return f"Het gebaar ‘{part}’ ken ik niet. Kies uit: {', '.join((*ARMS, *POSTURES))}."
        if thing and thing not in THINGS:
            return f"Het ding ‘{thing}’ ken ik niet. Kies uit: {', '.join(THINGS)}."
    return ""
