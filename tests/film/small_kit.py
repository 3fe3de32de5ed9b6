"""The smallest drawing kit: a street of two houses with a tree, and a figure of a few shapes."""

# ruff: noqa: ARG002  # it must take what a real kit takes
from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.content.document import Problem
from app.film.kit.figure.pose import Pose
from app.film.stage import GROUND, PERSON, Area, Figure, Frame, Light, Patch, Phases, State

COLOURS = {"dag": ("#bfe0f2", "#d8cfc0"), "schemer": ("#8a86a8", "#8f8791"), "avond": ("#1b2a4a", "#454b60")}
TREE, GRASS = Patch(Area(560, 180, 760, 620), 10, 2.5), Patch(Area(900, 500, 1060, 600), 8, 2)
RAIN = Patch(Area(0, 0, 1280, 720), 6, 0.48)


@dataclass(frozen=True)
class SmallLight:
    time: str
    weather: str
    season: str


@dataclass(frozen=True)
class SmallDecor:
    frames: Mapping[str, Frame]
    spots: Mapping[str, tuple[float, float, float]]
    things: Mapping[str, Mapping[str, tuple[str, ...]]]
    layers: Collection[str] = ("stoep", "tuin")
    sound: str = "straat"
    patches: tuple[Patch, ...] = (
        Patch(Area(560, 180, 760, 620), 10, 2.5),
        Patch(Area(900, 500, 1060, 600), 8, 2),
    )

    def moving(self, light: Light, state: State) -> Collection[int]:
        return {0, 1} if state.get("huis-14", {}).get("tuin") == "wild" else {0}

    def svg(self, light: Light, state: State, area: Area, phases: Phases) -> str:
        assert isinstance(light, SmallLight)
        sky, pavement = COLOURS[light.time]
        return (
            f'<rect x="-2000" y="-2000" width="6000" height="2520" fill="{sky}"/>'
            f'<rect x="-2000" y="520" width="6000" height="2000" fill="{pavement}"/>'
            + _house(120, "#b4674b", {"gordijn": "open", "post": "leeg"})
            + _house(760, "#a65e45", {"gordijn": "open", "post": "leeg", **state.get("huis-14", {})})
            + _tree(phases.get(0, 0))
            + (_grass(phases.get(1, 0)) if state.get("huis-14", {}).get("tuin") == "wild" else "")
            + self.before(light, state, area, phases, "tuin")
        )  # fmt: skip

    def before(self, light: Light, state: State, area: Area, phases: Phases, layer: str) -> str:
        hedge = '<rect x="760" y="585" width="150" height="45" rx="12" fill="#47703c"/>'
        return hedge if layer == "tuin" else ""

    def rain(self, light: Light) -> Patch | None:
        assert isinstance(light, SmallLight)
        return RAIN if light.weather == "regen" else None

    def falling(self, light: Light, step: int) -> str:
        drops = (((i * 137) % 1280, ((i * 91) + step * 120) % 720) for i in range(160))
        return "".join(f'<path d="M{x} {y}l-4 26" stroke="#fff" stroke-opacity=".4"/>' for x, y in drops)

    def scale(self, y: float) -> float:
        return 0.56 * (1 - (GROUND - y) * 0.0014)


def _house(x: float, bricks: str, state: Mapping[str, str]) -> str:
    glass = {"open": "#37505f", "dicht": "#d6c49c"}[state["gordijn"]]
    post = '<rect x="296" y="380" width="30" height="34" fill="#f5f1e6"/>' if state["post"] == "vol" else ""
    return (
        f'<g transform="translate({x} 0)"><path d="M-10 190L20 90H360L390 190z" fill="#7c4136"/>'
        f'<rect y="190" width="380" height="340" fill="{bricks}"/>'
        f'<rect x="30" y="340" width="200" height="110" fill="{glass}" stroke="#faf8f1" stroke-width="8"/>'
        f'<rect x="40" y="220" width="90" height="76" fill="{glass}" stroke="#faf8f1" stroke-width="8"/>'
        f'<rect x="230" y="220" width="90" height="76" fill="#37505f" stroke="#faf8f1" stroke-width="8"/>'
        f'<rect x="276" y="330" width="70" height="190" fill="#2f5d62" stroke="#faf8f1" stroke-width="6"/>'
        f'<rect x="292" y="408" width="38" height="8" fill="#c8ccd0"/>{post}'
        f'<text x="311" y="324" font-family="Atkinson Hyperlegible Next" font-weight="700" font-size="26" '
        f'fill="#faf8f1" text-anchor="middle">{12 if x < 500 else 14}</text></g>'
    )


def _tree(step: int) -> str:
    turn = 4 * math.sin(2 * math.pi * step / 10)
    return (
        '<rect x="650" y="400" width="18" height="200" fill="#6b4e37"/>'
        f'<g transform="rotate({turn:.2f} 660 600)"><circle cx="660" cy="320" r="86" fill="#5c8f4e"/>'
        '<circle cx="620" cy="360" r="60" fill="#6fa255"/>'
        '<circle cx="700" cy="355" r="56" fill="#4f8146"/></g>'
    )


def _grass(step: int) -> str:
    lean = 7 * math.sin(2 * math.pi * step / 8)
    return "".join(
        f'<path d="M{x} 600q{lean / 2:.1f} -40 {lean:.1f} -{60 + x % 31}" stroke="#7c8744" stroke-width="4" '
        'fill="none"/>'
        for x in range(905, 1056, 6)
    )


@dataclass(frozen=True)
class SmallFigure:
    coat: str
    skin: str
    stride: float = 211.0
    reach: Area = PERSON

    def svg(self, pose: Pose, light: Light) -> str:
        swing = 26 * math.sin(pose.walk) if pose.walk is not None else 4.0
        arm = -150.0 if pose.gesture == "zwaait" else -swing
        eyes = 0.6 if pose.blink else 4.0
        parts = [
            '<ellipse rx="50" ry="7" fill="#0003"/>',
            _bar("#3e4a5c", -140, -4, 26, swing),
            _bar("#323d4d", -140, -4, 26, -swing),
            f'<rect x="-34" y="-240" width="68" height="120" rx="26" fill="{self.coat}"/>',
            _bar(self.coat, -225, -140, 20, arm),
            f'<g transform="translate(0 -240) rotate({pose.head:.1f})">',
            f'<circle cy="-30" r="30" fill="{self.skin}"/>',
            *(f'<circle cx="{at}" cy="-34" r="{eyes}" fill="#222"/>' for at in (8, 20)),
            f'<ellipse cx="13" cy="-14" rx="8" ry="{1 + 6 * pose.mouth:.1f}" fill="#522"/></g>',
        ]
        return f'<g transform="scale({pose.facing} 1)">{"".join(parts)}</g>'


def _bar(colour: str, top: float, bottom: float, width: float, turn: float) -> str:
    return (
        f'<path d="M0 {top}V{bottom}" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
        f'transform="rotate({turn:.2f} 0 {top})"/>'
    )


@dataclass(frozen=True)
class SmallKit:
    """Pickles, like every kit; ``seed`` stands for whatever its files hold."""

    seed: str = "1"
    defs: str = ""
    decors: Collection[str] = ("straatje",)
    figures: Collection[str] = ("wim", "noor")

    def decor(self, name: str) -> SmallDecor:
        return SmallDecor(
            {"straat": Frame(0, -10, 1280), "huis-14": Frame(700, 150, 640), "deur-14": Frame(960, 330, 320)},
            {"huis-14.brievenbus": (1071, 400, 26), "huis-14.raam": (890, 395, 90), "stoep": (400, 636, 20)},
            {"huis-14": {"gordijn": ("open", "dicht"), "post": ("leeg", "vol"), "tuin": ("net", "wild")}},
        )

    def figure(self, name: str) -> Figure:
        return SmallFigure(*{"wim": ("#2d4a6b", "#f0c8a8"), "noor": ("#9a3b4f", "#8a5a3c")}[name])

    def problems(self, decor: str, figures: Collection[str]) -> Sequence[Problem]:
        return ()

    def problem_of(self, gesture: str, hold: str) -> str:
        return "" if gesture in {"", "zwaait"} else f"het gebaar ‘{gesture}’ is er niet; kies uit zwaait"

    def light(self, time: str, weather: str, season: str) -> Light:
        return SmallLight(time, weather, season)

    def version(self, decor: str, figures: Collection[str]) -> str:
        return f"{self.seed} {decor} {' '.join(figures)}"
