"""What the engine asks of a drawing kit: decors, figures and the light on them, all as SVG markup."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from app.content.document import Problem
from app.film.kit.figure.pose import Pose

WIDTH, HEIGHT = 1280, 720
"""Of the picture, in pixels; one unit of a decor is one pixel when 1280 units are in view."""

GROUND = 636.0
"""Where people stand who are on the pavement, in units from the top."""


class Frame(NamedTuple):
    """What the camera sees."""

    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        return self.width * HEIGHT / WIDTH

    @property
    def scale(self) -> float:
        """Pixels of a unit."""
        return WIDTH / self.width

    @property
    def area(self) -> Area:
        return Area(self.x, self.y, self.x + self.width, self.y + self.height)


class Area(NamedTuple):
    """A part of a decor."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Area) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    @property
    def size(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


PERSON = Area(-240, -440, 240, 40)
"""How far somebody can reach around their feet, in units of a figure's own drawing."""


class Patch(NamedTuple):
    """A part of a decor that moves: round and round in so many steps, so many seconds a round."""

    area: Area
    steps: int
    period: float

    def step(self, time: float) -> int:
        return math.floor(time % self.period / self.period * self.steps + 1e-9) % self.steps


class Light(Protocol):
    """Part of the day, weather and season; only the kit knows what they do."""


State = Mapping[str, Mapping[str, str]]
Phases = Mapping[int, int]


class Decor(Protocol):
    """A place: what stands there in painter's order, with named frames and spots."""

    @property
    def frames(self) -> Mapping[str, Frame]: ...
    @property
    def spots(self) -> Mapping[str, tuple[float, float, float]]:
        """Places to point at: x, y and how big a ring."""
        ...

    @property
    def things(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What can be set in a storyboard's ``stand``."""
        ...

    @property
    def layers(self) -> Collection[str]:
        """Where people can stand: before some things and behind others."""
        ...

    @property
    def sound(self) -> str:
        """What kind of place it is to the ear: ``straat``, ``speeltuin``."""
        ...

    @property
    def patches(self) -> Sequence[Patch]: ...

    def moving(self, light: Light, state: State) -> Collection[int]:
        """Which patches move in this light and state."""
        ...

    def svg(self, light: Light, state: State, area: Area, phases: Phases) -> str:
        """All that lies in the area, without what falls from the sky."""
        ...

    def before(self, light: Light, state: State, area: Area, phases: Phases, layer: str) -> str:
        """Of that, what stands in front of people in a layer; empty when nothing does."""
        ...

    def rain(self, light: Light) -> Patch | None:
        """What falls in front of everything, in pixels of the picture."""
        ...

    def falling(self, light: Light, step: int) -> str: ...

    def scale(self, y: float) -> float:
        """Of a figure that stands at this height."""
        ...


class Figure(Protocol):
    @property
    def stride(self) -> float:
        """How far two steps bring somebody, in units of the drawing."""
        ...

    @property
    def reach(self) -> Area:
        """All that a drawing of it can cover, around where it stands."""
        ...

    def svg(self, pose: Pose, light: Light) -> str: ...


class Kit(Protocol):
    """Where decors and figures come from.  It goes to other processes, so it must pickle."""

    @property
    def defs(self) -> str: ...
    @property
    def decors(self) -> Collection[str]: ...
    @property
    def figures(self) -> Collection[str]: ...

    def decor(self, name: str) -> Decor: ...

    def figure(self, name: str) -> Figure: ...

    def problems(self, decor: str, figures: Collection[str]) -> Sequence[Problem]:
        """What an author should mend in the files of a decor and of figures before they can be drawn."""
        ...

    def problem_of(self, gesture: str, hold: str) -> str:
        """What is wrong with a gesture or with a thing to hold, in Dutch; empty when nothing is."""
        ...

    def light(self, time: str, weather: str, season: str) -> Light: ...

    def version(self, decor: str, figures: Collection[str]) -> str:
        """Changes with everything that decides how these are drawn."""
        ...
