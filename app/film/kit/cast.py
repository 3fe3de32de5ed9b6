"""Loads figures: people, and cars with somebody at the wheel."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.content.document import Problem
from app.film.kit.figure.figure import Human
from app.film.kit.figure.person import Person
from app.film.kit.figure.pose import Pose
from app.film.kit.light import DAY, Light
from app.film.kit.marks import group
from app.film.kit.reading import Unreadable, line_of, read_yaml, understood
from app.film.kit.vehicles import WHEEL, Wagon, driven

CAR_SCALE = 1.72
"""Cars are drawn small; this makes them as big as people are."""


class Figure(Protocol):
    """Something that a storyboard can put in the picture and move."""

    @property
    def stride(self) -> float: ...

    def svg(self, pose: Pose, light: Light = DAY) -> str: ...


@dataclass(frozen=True)
class Car:
    """A car that drives to the right; ``walk`` turns its wheels, the gesture ``raam-open`` opens a window."""

    wagon: Wagon
    driver: Human | None = None

    @property
    def stride(self) -> float:
        return math.tau * WHEEL * CAR_SCALE

    def svg(self, pose: Pose, light: Light = DAY) -> str:
        seated = Pose(
            mouth=pose.mouth, blink=pose.blink, gaze=pose.gaze, head=pose.head, mood=pose.mood, gesture="zit"
        )
        behind = self.driver.svg(seated, DAY) if self.driver else ""
        drawn = driven(self.wagon, pose.walk, light, behind, "raam-open" in pose.gesture)
        side = 1 if pose.facing >= 0 else -1
        return light.cast(group(drawn, scale=(CAR_SCALE * side, CAR_SCALE)))


def load_figure(name: str, root: Path) -> Figure:
    """The figure of media/kit/figuren/<name>.yaml.  Raises :class:`Unreadable` with every problem in it."""
    path, given = read_yaml(root, "figuren", name)
    if given.get("soort") == "auto":
        wagon, problems = understood(Wagon, given, path, "een auto")
        if wagon is None:
            raise Unreadable(problems)
        return Car(wagon, _driver(wagon.driver, root, path, line_of(given, "bestuurder")))
    person, problems = understood(Person, given, path, "een figuur")
    if person is None:
        raise Unreadable(problems)
    return Human(person)


def _driver(name: str, root: Path, path: Path, line: int) -> Human | None:
    if not name:
        return None
    driver = load_figure(name, root)
    if not isinstance(driver, Human):
        raise Unreadable([Problem(path, line, f"‘{name}’ is geen mens en kan dus niet rijden.")])
    return driver
