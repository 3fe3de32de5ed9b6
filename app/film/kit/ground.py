"""What one walks on: pavements, roads, grass, squares and sport fields."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from app.film.kit.gardens import LAWN, Tuft, blades
from app.film.kit.light import Light, blend, darker, lighter
from app.film.kit.marks import ellipse, line, num, path, rect
from app.film.kit.world import Box, Scene, Thing

Kind = Literal["stoep", "rijweg", "gras", "plein", "asfalt", "zand", "rubber", "band", "veld", "grind"]
COLOURS: Mapping[str, str] = {
    "stoep": "#d5ccbd",
    "rijweg": "#9a7468",
    "plein": "#cfc1ad",
    "asfalt": "#767b80",
    "zand": "#e0cda0",
    "rubber": "#a8665a",
    "band": "#e4ded1",
    "grind": "#c3b8a4",
}
PATTERNS: Mapping[str, str] = {"stoep": "tegel", "rijweg": "klinker", "plein": "tegel"}


class Ground(Thing):
    """A strip from the origin to the right and down."""

    kind: Kind = Field(default="stoep", alias="vloer")
    width: float = Field(alias="breed", gt=0)
    depth: float = Field(alias="diep", gt=0)

    def reach(self) -> Box:
        return (-4, -34, self.width + 8, self.depth + 36)

    def draw(self, scene: Scene) -> str:
        if self.kind == "band":
            return self._kerb()
        if self.kind in {"gras", "veld"}:
            return self._grass(scene.light)
        area = (0.0, 0.0, self.width, self.depth)
        base = rect(*area, COLOURS[self.kind])
        if self.kind in PATTERNS:
            base += rect(*area, f"url(#{PATTERNS[self.kind]})")
        return (
            base
            + self._grain(scene.light)
            + rect(0, 0, self.width, min(14, self.depth * 0.2), "#000", fill_opacity=0.07)
            + self._wet(scene.light)
        )

    def _kerb(self) -> str:
        joints = "".join(f"M{num(i * 96)} 0v{num(self.depth * 0.6)}" for i in range(1, int(self.width / 96)))
        return (
            rect(0, 0, self.width, self.depth * 0.62, COLOURS["band"])
            + rect(0, self.depth * 0.62, self.width, self.depth * 0.38, "#9b958a")
            + line(joints, "#a9a294", 1.2)
        )

    def _grain(self, light: Light) -> str:
        """Stray marks that keep a floor from looking like a sheet of paper; leaves in autumn."""
        pick = random.Random(self.seed)  # noqa: S311
        spots = "".join(
            f"M{pick.uniform(0, self.width):.0f} "
            f"{pick.uniform(0.1, 0.96) * self.depth:.0f}h{pick.uniform(4, 16):.0f}"
            for _ in range(int(self.width * self.depth / 5200))
        )
        drawn = line(spots, darker(COLOURS[self.kind], 0.3), 1.6, stroke_opacity=0.22)
        if light.season == "herfst" and self.kind in {"stoep", "plein", "rijweg", "zand", "grind"}:
            leaves = ["", ""]
            for i in range(int(self.width / 34)):
                x, y = pick.uniform(0, self.width), pick.uniform(0.04, 0.9) * self.depth
                leaves[i % 2] += f"M{x:.1f} {y:.1f}q4 -4 9 -1q-4 5 -9 1z"
            drawn += path(leaves[0], "#c8893a") + path(leaves[1], "#a9622f")
        return drawn

    def _wet(self, light: Light) -> str:
        if not light.is_wet or self.kind in {"zand", "rubber", "grind"}:
            return ""
        pick = random.Random(self.seed + 3)  # noqa: S311
        pools = "".join(
            ellipse(
                pick.uniform(0, self.width),
                self.depth * pick.uniform(0.25, 0.85),
                pick.uniform(40, 90),
                pick.uniform(3, 6),
                "#c4d3dd",
                fill_opacity=0.5,
            )
            for _ in range(max(1, int(self.width / 420)))
        )
        return rect(0, 0, self.width, self.depth, "#26323f", fill_opacity=0.14) + pools

    def _grass(self, light: Light) -> str:
        pick = random.Random(self.seed)  # noqa: S311
        green = LAWN[light.season]
        base = rect(0, 0, self.width, self.depth, green)
        if self.kind == "veld":
            base += "".join(
                path(
                    f"M{num(i * 220)} 0h110l-{num(self.depth * 0.5)} {num(self.depth)}h-110z",
                    lighter(green, 0.13),
                )
                for i in range(int(self.width / 220) + 3)
            )
        tufts = ["", ""]
        for i in range(int(self.width * self.depth / 1500)):
            x, y = pick.uniform(0, self.width - 8), pick.uniform(0.05, 1) * self.depth
            tufts[i % 2] += f"M{x:.0f} {y:.0f}l2 -6l2 6M{x + 4:.0f} {y:.0f}l2.4 -5"
        fringe = path(
            blades(self.seed, Tuft(0, self.width, 3, 3, 10, int(self.width / 9), 4)), darker(green, 0.12)
        )
        drawn = (
            base
            + line(tufts[0], darker(green, 0.18), 1.3, stroke_opacity=0.55)
            + line(tufts[1], lighter(green, 0.3), 1.3, stroke_opacity=0.55)
        )
        if light.season == "winter":
            drawn += line(tufts[1], "#f7faf8", 1.6, stroke_opacity=0.75) + rect(
                0, 0, self.width, self.depth, "#eef4f2", fill_opacity=0.16
            )
        if light.season == "herfst" and self.kind == "gras":
            leaves = "".join(
                f"M{pick.uniform(0, self.width):.1f} "
                f"{pick.uniform(0.1, 0.95) * self.depth:.1f}q4 -4 9 -1q-4 5 -9 1z"
                for _ in range(int(self.width / 40))
            )
            drawn += path(leaves, "#bf7d36")
        if light.season == "lente" and self.kind == "gras":
            drawn += "".join(
                ellipse(
                    pick.uniform(0, self.width),
                    pick.uniform(0.1, 0.9) * self.depth,
                    2.6,
                    2,
                    pick.choice(("#fffdf2", "#f7e27a")),
                )
                for _ in range(int(self.width / 26))
            )
        return fringe + drawn


class Pathway(Thing):
    """A path that runs from the back (origin, ``breed``) towards us, wider at its end."""

    width: float = Field(default=70, alias="breed", gt=0)
    ahead: float = Field(default=110, alias="breed-voor", gt=0)
    depth: float = Field(default=100, alias="diep", gt=0)
    shift: float = Field(default=0, alias="verschuift")

    def reach(self) -> Box:
        left = min(-self.width / 2, self.shift - self.ahead / 2)
        right = max(self.width / 2, self.shift + self.ahead / 2)
        return (left, 0, right - left, self.depth)

    def draw(self, _scene: Scene) -> str:
        a, b = self.width / 2, self.ahead / 2
        shape = f"M{num(-a)} 0H{num(a)}L{num(self.shift + b)} {num(self.depth)}H{num(self.shift - b)}z"
        rows = "".join(
            f"M{num(self.shift * t - (a + (b - a) * t))} "
            f"{num(self.depth * t)}H{num(self.shift * t + a + (b - a) * t)}"
            for t in (0.18, 0.42, 0.7)
        )
        return path(shape, "#cbc2b3") + line(rows, "#9c9382", 1.3, stroke_opacity=0.7)


class Lines(Thing):
    """White lines of parking bays: ``aantal`` bays of ``breed``."""

    count: int = Field(default=4, alias="aantal", ge=1, le=20)
    width: float = Field(default=210, alias="breed", gt=0)
    depth: float = Field(default=80, alias="diep", gt=0)

    def reach(self) -> Box:
        return (-60, -4, self.count * self.width + 120, self.depth + 8)

    def draw(self, _scene: Scene) -> str:
        d = "".join(f"M{num(i * self.width)} 0l-40 {num(self.depth)}" for i in range(self.count + 1))
        return line(d, blend("#f4f1e6", "#9aa0a4", 0.1), 5, stroke_opacity=0.85)
