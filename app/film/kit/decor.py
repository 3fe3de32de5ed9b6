"""A decor: things in painter's order, with frames for the camera and spots for labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.film.kit.light import Light
from app.film.kit.marks import group
from app.film.kit.weather import RAIN, rain
from app.film.kit.world import Box, Frame, Patch, Scene, Spot, Thing, meet, placed

State = Mapping[str, Mapping[str, str]]
NEAR, FAR = (636.0, 0.56), (512.0, 0.5)
"""How big a grown-up is (times a figure of 300 units) on two ground lines of the pavement."""


@dataclass(frozen=True)
class Decor:
    name: str
    title: str
    sound: str
    world: Box
    frames: Mapping[str, Frame]
    all: tuple[Thing, ...]
    layers: Mapping[str, int] = field(default_factory=dict)
    """Each named layer: how many things lie behind somebody who stands in it.  ``stoep`` is the usual one."""
    own_spots: Mapping[str, Spot] = field(default_factory=dict)

    @cached_property
    def things(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What can be set in ``stand``; of each the first value holds while nothing is set."""
        return {thing.id: thing.can() for thing in self.all if thing.id and thing.can()}

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        found = {
            f"{thing.id}.{name}": _spot(thing, spot)
            for thing in self.all
            if thing.id
            for name, spot in thing.spots().items()
        }
        return {**found, **self.own_spots}

    @cached_property
    def movers(self) -> tuple[Thing, ...]:
        return tuple(thing for thing in self.all if thing.patch() is not None)

    @cached_property
    def patches(self) -> tuple[Patch, ...]:
        """Every part that can move; the last one is the rain, over all of the world."""
        own = [_patch(thing) for thing in self.movers]
        return (*own, Patch(self.world, RAIN.steps, RAIN.period))

    def moving(self, light: Light, state: State) -> frozenset[int]:
        """Which of :attr:`patches` move in this light and state; the others need no second look."""
        found = {
            i for i, thing in enumerate(self.movers) if thing.moves(Scene(light, self.state_of(thing, state)))
        }
        return frozenset(found | ({len(self.movers)} if light.is_wet else set()))

    def svg(
        self,
        light: Light,
        state: State,
        box: Box,
        phases: Mapping[int, int] | None = None,
        above: str = "",
    ) -> str:
        """All that lies in the box, in painter's order; with ``above`` only what stands before that layer."""
        steps = phases or {}
        at = {
            id(thing): steps.get(i, 0) / patch.steps
            for i, (thing, patch) in enumerate(zip(self.movers, self.patches, strict=False))
        }
        drawn = []
        for thing in self.all[self.layers.get(above, 0) if above else 0 :]:
            if meet(thing.box(), box):
                scene = Scene(light, self.state_of(thing, state), at.get(id(thing), 0), _seen_by(thing, box))
                drawn.append(group(thing.draw(scene), thing.x, thing.y, thing.size))
        falling = "" if above or not light.is_wet else rain(box, steps.get(len(self.movers), 0) / RAIN.steps)
        return light.cast("".join(drawn)) + falling

    def state_of(self, thing: Thing, state: State) -> Mapping[str, str]:
        usual = {key: values[0] for key, values in thing.can().items()}
        return {**usual, **state.get(thing.id, {})} if thing.id else usual

    def scale(self, y: float) -> float:
        """How big people are who stand on this ground line."""
        return max(0.2, NEAR[1] + (y - NEAR[0]) * (NEAR[1] - FAR[1]) / (NEAR[0] - FAR[0]))


def _seen_by(thing: Thing, box: Box) -> Box:
    size = thing.size
    return ((box[0] - thing.x) / size, (box[1] - thing.y) / size, box[2] / size, box[3] / size)


def _spot(thing: Thing, spot: Spot) -> Spot:
    return Spot(thing.x + spot.x * thing.size, thing.y + spot.y * thing.size, spot.radius * thing.size)


def _patch(thing: Thing) -> Patch:
    patch = thing.patch()
    assert patch is not None  # noqa: S101  # only movers are asked
    return Patch(placed(patch.box, thing), patch.steps, patch.period)
