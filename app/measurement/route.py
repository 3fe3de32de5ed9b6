"""Where a volunteer is in a scenario, and how it went: derived from the choices, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol, TypeVar

from app.content.scenario import DIMENSIONS, Choice, Scenario, Scene

STRONG, ON_THE_WAY = 2 / 3, 1 / 3
"""From which share of what a scenario offers a dimension is called so."""


@dataclass(frozen=True)
class Route:
    """The scenes in the order of the visit, and the choice that was made in each but the last."""

    visited: tuple[Scene, ...]
    chosen: tuple[Choice, ...]

    @property
    def current(self) -> Scene:
        return self.visited[-1]

    @property
    def is_finished(self) -> bool:
        return self.current.is_end

    @property
    def critical(self) -> tuple[Choice, ...]:
        """Choices that put somebody in danger."""
        return tuple(choice for choice in self.chosen if choice.critical_html)


@dataclass(frozen=True)
class Dimension:
    """How it went in one respect: ``value`` 0–100 between the worst and the best route of the scenario."""

    code: str
    name: str
    value: int
    word: str


def follow(scenario: Scenario, made: Iterable[tuple[str, str]]) -> Route:
    """Walk from the start along the choices that were made, as (scene id, choice code).

    A choice that its scene no longer has is passed over, so that an attempt survives a new text.
    """
    scene = scenario.by_id[scenario.start]
    visited, chosen = [scene], []
    for scene_id, code in made:
        choice = _find(scene, code) if scene.id == scene_id else None
        if choice and choice.target in scenario.by_id:
            scene = scenario.by_id[choice.target]
            visited.append(scene)
            chosen.append(choice)
    return Route(tuple(visited), tuple(chosen))


def _find(scene: Scene, code: str) -> Choice | None:
    return next((choice for choice in scene.choices if choice.code == code), None)


def dimensions(scenario: Scenario, route: Route) -> tuple[Dimension, ...]:
    """The dimensions in which routes of this scenario differ, in their fixed order."""
    return tuple(
        _dimension(code, name, sum(choice.points.get(code, 0) for choice in route.chosen), *limits)
        for code, name in DIMENSIONS.items()
        if (limits := bounds(scenario, code)) and limits[0] < limits[1]
    )


def _dimension(code: str, name: str, points: int, worst: int, best: int) -> Dimension:
    share = min(max((points - worst) / (best - worst), 0), 1)
    word = "Sterk" if share >= STRONG else "Goed op weg" if share >= ON_THE_WAY else "Oefen nog eens"
    return Dimension(code, name, round(100 * share), word)


def bounds(scenario: Scenario, code: str) -> tuple[int, int]:
    """The lowest and the highest sum of points that a route from the start to an end can bring."""
    known: dict[str, tuple[int, int]] = {}
    _bounds_from(scenario.by_id, scenario.start, code, known)
    return known[scenario.start]


def _bounds_from(
    scenes: Mapping[str, Scene], scene_id: str, code: str, known: dict[str, tuple[int, int]]
) -> tuple[int, int]:
    if scene_id in known or scene_id not in scenes:
        return known.get(scene_id, (0, 0))
    known[scene_id] = (0, 0)  # a scene that leads back to itself adds nothing
    sums = []
    for choice in scenes[scene_id].choices:
        worst, best = _bounds_from(scenes, choice.target, code, known)
        points = choice.points.get(code, 0)
        sums.append((worst + points, best + points))
    if sums:
        known[scene_id] = min(worst for worst, _ in sums), max(best for _, best in sums)
    return known[scene_id]


class Coded(Protocol):
    """Something with a permanent code."""

    @property
    def code(self) -> str: ...


T = TypeVar("T", bound=Coded)


def shuffled(options: Sequence[T], seed: str) -> list[T]:
    """The options in an order that is always the same for this seed, so that a reload changes nothing."""
    return sorted(options, key=lambda option: sha256(f"{seed}:{option.code}".encode()).digest())
