"""The world of a decor: boxes, named frames, moving patches, and what every thing in it can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from app.film.kit.light import DAY, Light

Box = tuple[float, float, float, float]
"""x, y, width, height in units of the world; y grows downwards."""
States = Mapping[str, tuple[str, ...]]
"""What can be set on a thing; the first value holds while a storyboard says nothing."""
Hex = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class Frame(NamedTuple):
    """What the camera sees; the height follows from the width, 16 to 9."""

    x: float
    y: float
    width: float

    @property
    def box(self) -> Box:
        return (self.x, self.y, self.width, self.width * 9 / 16)


class Spot(NamedTuple):
    """A place for a ring with a label: its middle and its radius."""

    x: float
    y: float
    radius: float


class Patch(NamedTuple):
    """A moving part: draw ``box`` again in each of ``steps`` phases, ``period`` seconds around."""

    box: tuple[float, float, float, float]
    steps: int
    period: float


@dataclass(frozen=True)
class Scene:
    """What a thing needs to know to draw itself."""

    light: Light = DAY
    state: Mapping[str, str] = field(default_factory=dict)
    phase: float = 0
    """Where a moving part is in its round, 0 to 1."""
    box: Box = (-1e6, -1e6, 2e6, 2e6)
    """What is looked at: nobody sees what lies outside."""

    def is_on(self, key: str, value: str) -> bool:
        return self.state.get(key) == value


class Thing(BaseModel, ABC):
    """Something that stands in a decor.  x and y are where it meets the ground."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    states: ClassVar[States] = {}

    id: str = Field(default="", pattern=r"^[a-z0-9-]*$")
    x: float = 0
    y: float = 0
    size: float = Field(default=1, alias="maat", gt=0, le=12)
    seed: int = Field(default=1, alias="zaad")
    start: Mapping[str, str] = Field(default_factory=dict, alias="stand")
    """The states that it begins with, where those differ from what is usual."""

    @abstractmethod
    def reach(self) -> Box:
        """All that it can cover, around its own origin at size 1."""

    @abstractmethod
    def draw(self, scene: Scene) -> str:
        """Around its own origin at size 1."""

    def spots(self) -> Mapping[str, Spot]:
        """Named places for labels, around its own origin at size 1."""
        return {}

    def patch(self) -> Patch | None:
        """The part that can move, around its own origin at size 1."""
        return None

    def moves(self, _scene: Scene) -> bool:
        """Whether that part moves in this light and state."""
        return self.patch() is not None

    def can(self) -> States:
        """The states of this thing, with its own beginning first."""
        return {
            key: tuple(sorted(values, key=lambda value: (value != self.start.get(key), values.index(value))))
            for key, values in self.states.items()
        }

    def box(self) -> Box:
        return placed(self.reach(), self)


def placed(box: Box, thing: Thing) -> Box:
    """A box of the thing as it lies in the world."""
    return (
        thing.x + box[0] * thing.size,
        thing.y + box[1] * thing.size,
        box[2] * thing.size,
        box[3] * thing.size,
    )


def meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )


Switch = Literal["uit", "aan"]
