"""The drawing kit as the engine asks for it: decors and figures of media/kit, drawn by ``app.film.kit``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from app.content.document import Problem
from app.film import kit, stage
from app.film.kit.figure.pose import THINGS, Pose
from app.film.kit.reading import FOLDER
from app.film.stage import HEIGHT, WIDTH, Area, Frame, Patch, Phases, State

WITHOUT_RAIN = "alles"
"""No layer of any decor: before it lies all but the rain, which the engine lays over people too."""

CAR = Area(-620, -420, 620, 60)
OPEN_WINDOW = "raam-open"
"""A gesture that only cars can make."""


def _light(light: stage.Light) -> kit.Light:
    assert isinstance(light, kit.Light)  # noqa: S101  # DrawingKit made it
    return light


def _box(area: Area) -> tuple[float, float, float, float]:
    return area.left, area.top, area.right - area.left, area.bottom - area.top


def _area(box: tuple[float, float, float, float]) -> Area:
    return Area(box[0], box[1], box[0] + box[2], box[1] + box[3])


@dataclass(frozen=True)
class DrawnDecor:
    """A decor of the kit."""

    drawing: kit.Decor

    @cached_property
    def frames(self) -> Mapping[str, Frame]:
        return {name: Frame(*frame) for name, frame in self.drawing.frames.items()}

    @property
    def spots(self) -> Mapping[str, tuple[float, float, float]]:
        return self.drawing.spots

    @property
    def things(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        return self.drawing.things

    @property
    def layers(self) -> Collection[str]:
        return self.drawing.layers

    @property
    def sound(self) -> str:
        return self.drawing.sound

    @cached_property
    def patches(self) -> Sequence[Patch]:
        """Without the rain, which is the last of the kit's."""
        return [Patch(_area(each.box), each.steps, each.period) for each in self.drawing.patches[:-1]]

    def moving(self, light: stage.Light, state: State) -> Collection[int]:
        found = self.drawing.moving(_light(light), state)
        return [index for index in found if index < len(self.patches)]

    def svg(self, light: stage.Light, state: State, area: Area, phases: Phases) -> str:
        return self.drawing.svg(_light(light), state, _box(area), phases, WITHOUT_RAIN)

    def before(self, light: stage.Light, state: State, area: Area, phases: Phases, layer: str) -> str:
        if self.drawing.layers[layer] >= len(self.drawing.all):
            return ""
        return self.drawing.svg(_light(light), state, _box(area), phases, layer)

    def rain(self, light: stage.Light) -> Patch | None:
        whole = Area(0, 0, WIDTH, HEIGHT)
        return Patch(whole, kit.RAIN.steps, kit.RAIN.period) if _light(light).is_wet else None

    def falling(self, light: stage.Light, step: int) -> str:
        return kit.rain((0, 0, WIDTH, HEIGHT), step / kit.RAIN.steps) if _light(light).is_wet else ""

    def scale(self, y: float) -> float:
        return self.drawing.scale(y)


@dataclass(frozen=True)
class DrawnFigure:
    """A person or a car of the kit."""

    drawing: kit.Figure

    @property
    def stride(self) -> float:
        return self.drawing.stride

    @property
    def reach(self) -> Area:
        return CAR if isinstance(self.drawing, kit.Car) else stage.PERSON

    def svg(self, pose: Pose, light: stage.Light) -> str:
        return self.drawing.svg(pose, _light(light))


@dataclass(frozen=True)
class DrawingKit:
    """The kit of an installation."""

    root: Path

    @property
    def defs(self) -> str:
        return kit.DEFS

    @property
    def decors(self) -> Collection[str]:
        return kit.names(self.root, "decors")

    @property
    def figures(self) -> Collection[str]:
        return kit.names(self.root, "figuren")

    def decor(self, name: str) -> DrawnDecor:
        return _decor(name, self.root)

    def figure(self, name: str) -> DrawnFigure:
        return _figure(name, self.root)

    def light(self, time: str, weather: str, season: str) -> kit.Light:
        return kit.Light(time, weather, season)

    def problems(self, decor: str, figures: Collection[str]) -> Sequence[Problem]:
        found: list[Problem] = []
        try:
            if decor:
                self.decor(decor)
            for figure in figures:
                self.figure(figure)
        except kit.Unreadable as error:
            found += error.problems
        return found

    def problem_of(self, gesture: str, hold: str) -> str:
        if hold and hold not in THINGS:
            return f"‘{hold}’ kan niemand vasthouden; kies uit {', '.join(THINGS)}"
        return "" if gesture == OPEN_WINDOW else kit.gesture_problem(gesture)

    def version(self, decor: str, figures: Collection[str]) -> str:
        whole = sha256(_code().encode())
        names = [("decors", decor), *(("figuren", figure) for figure in sorted(figures))]
        for kind, name in names:
            path = self.root / FOLDER / kind / f"{name}.yaml"
            whole.update(path.read_bytes() if path.exists() else b"")
        return whole.hexdigest()


@cache
def _decor(name: str, root: Path) -> DrawnDecor:
    return DrawnDecor(kit.load_decor(name, root))


@cache
def _figure(name: str, root: Path) -> DrawnFigure:
    return DrawnFigure(kit.load_figure(name, root))


@cache
def _code() -> str:
    """Of all code of the kit."""
    whole = sha256()
    for path in sorted(Path(kit.__file__).parent.rglob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()
