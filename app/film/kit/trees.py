"""Trees and bushes through the seasons: blossom, leaves, autumn colours, bare branches with rime."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from app.film.kit.gardens import LEAF, hedge
from app.film.kit.light import Light, darker, lighter
from app.film.kit.marks import circle, ellipse, group, line, num, path
from app.film.kit.world import Box, Patch, Scene, Thing

CROWNS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "linde": (
        (0, -236, 64), (-56, -198, 46), (58, -200, 48), (-36, -270, 46), (38, -274, 48), (0, -182, 52),
        (-82, -226, 35), (84, -232, 36), (2, -306, 40), (-30, -170, 36), (34, -168, 38),
    ),
    "berk": (
        (0, -250, 44), (-26, -214, 36), (28, -210, 38), (-8, -300, 36), (18, -284, 30), (0, -180, 40),
        (-6, -340, 26),
    ),
    "populier": (
        (0, -180, 34), (-10, -230, 34), (10, -262, 33), (-4, -310, 30), (4, -350, 24), (0, -384, 16),
    ),
}  # fmt: skip
"""The balls of leaves of each kind of tree: x, y and radius."""
TONES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "linde": {"lente": ("#6da552",), "zomer": ("#4c7f45",), "herfst": ("#c8893a", "#b9692f", "#8f8a3e")},
    "berk": {"lente": ("#8fbb5e",), "zomer": ("#6d9a4c",), "herfst": ("#d9a83c", "#c98f35")},
    "populier": {"lente": ("#7fae58",), "zomer": ("#557f46",), "herfst": ("#bb9a3e", "#a98338")},
}
BARK: Mapping[str, str] = {"linde": "#6f5743", "berk": "#d8d2c6", "populier": "#7c6a55"}
Species = Literal["linde", "berk", "populier"]


class Tree(Thing):
    """Origin at its foot, about 340 high at size 1."""

    species: Species = Field(default="linde", alias="boomsoort")
    blossom: bool = Field(default=False, alias="bloesem")

    def reach(self) -> Box:
        return (-170, -440, 350, 470)

    def patch(self) -> Patch:
        return Patch((-160, -430, 330, 446), 8, 4.2)

    def moves(self, scene: Scene) -> bool:
        return scene.light.is_windy

    def draw(self, scene: Scene) -> str:
        sway = 2.6 * math.sin(scene.phase * math.tau) + 1.6 if scene.light.is_windy else 0.0
        shade = ellipse(8, 3, 58, 8, "#000", fill_opacity=0.16)
        if scene.light.season == "winter":
            return shade + self._trunk() + group(self._branches(), turn=sway * 0.5)
        fallen = self._fallen() if scene.light.season == "herfst" else ""
        crown = (
            f'<g transform="rotate({num(sway)} 0 -120)">{self._crown(scene.light)}</g>'
            if sway
            else self._crown(scene.light)
        )
        return shade + fallen + self._trunk() + crown

    def _trunk(self) -> str:
        bark = BARK[self.species]
        slim = 0.72 if self.species != "linde" else 1
        shape = (
            f"M{num(-11 * slim)} 0Q{num(-6 * slim)} -70 {num(-8 * slim)} -166L{num(8 * slim)}"
            f" -166Q{num(6 * slim)} -70 {num(12 * slim)} 0Q0 5 {num(-11 * slim)} 0z"
        )
        marks = (
            line("M-4 -30h7M0 -62h5M-6 -96h8M1 -128h5", "#4a443c", 2.4, stroke_opacity=0.7)
            if self.species == "berk"
            else line("M-3 -20v-40M3 -70v-38", darker(bark, 0.3), 1.6, stroke_opacity=0.6)
        )
        twigs = line("M-1 -128Q-22 -152 -40 -172M2 -112Q26 -148 44 -164", darker(bark, 0.12), 6 * slim)
        return twigs + path(shape, bark) + path(shape, "url(#zij)") + marks

    def _crown(self, light: Light) -> str:
        pick = random.Random(self.seed)  # noqa: S311
        tones = TONES[self.species][light.season]
        balls = CROWNS[self.species]
        base = [pick.choice(tones) for _ in balls]
        under = "".join(
            circle(x, y, r, darker(tone, 0.14)) for (x, y, r), tone in zip(balls, base, strict=True)
        )
        over = "".join(
            circle(x + r * 0.14, y - r * 0.16, r * 0.8, lighter(tone, 0.07))
            for (x, y, r), tone in zip(balls, base, strict=True)
        )
        return under + over + self._leaves(pick, tones, light)

    def _leaves(self, pick: random.Random, tones: tuple[str, ...], light: Light) -> str:
        light_d, dark_d = "", ""
        for i in range(150):
            x, y, r = pick.choice(CROWNS[self.species])
            angle, far = pick.uniform(0, math.tau), r * math.sqrt(pick.uniform(0, 0.6))
            px, py = x + math.cos(angle) * far - 2, y + math.sin(angle) * far - 4
            leaf = f"M{px:.1f} {py:.1f}q6 -7 13 -1q-6 6 -13 1z"
            if i % 4 and math.sin(angle) < 0.6:
                light_d += leaf
            else:
                dark_d += leaf
        drawn = path(dark_d, darker(tones[0], 0.3), fill_opacity=0.5) + path(
            light_d, lighter(tones[-1 if len(tones) > 1 else 0], 0.3), fill_opacity=0.75
        )
        if self.blossom and light.season == "lente":
            drawn += "".join(
                circle(
                    x + pick.uniform(-r, r) * 0.7,
                    y + pick.uniform(-r, r) * 0.7,
                    pick.uniform(5, 9),
                    pick.choice(("#f9dfe4", "#f3c6d2", "#fff4f2")),
                )
                for x, y, r in CROWNS[self.species] * 5
            )
        return drawn

    def _fallen(self) -> str:
        pick = random.Random(self.seed + 5)  # noqa: S311
        tones = TONES[self.species]["herfst"]
        parts = ["", ""]
        for i in range(26):
            x, y = pick.gauss(0, 62), pick.uniform(-4, 16)
            parts[i % 2] += f"M{x:.1f} {y:.1f}q4 -4 9 -1q-4 5 -9 1z"
        return path(parts[0], tones[0]) + path(parts[1], darker(tones[-1], 0.1))

    def _branches(self) -> str:
        pick = random.Random(self.seed)  # noqa: S311
        d: list[str] = ["", "", ""]

        def grow(x: float, y: float, angle: float, length: float, level: int) -> None:
            end_x, end_y = x + math.sin(angle) * length, y - math.cos(angle) * length
            bend = pick.uniform(-0.18, 0.18) * length
            d[level] += (
                f"M{x:.1f} {y:.1f}Q{(x + end_x) / 2 + bend:.1f} {(y + end_y) / 2:.1f} {end_x:.1f} {end_y:.1f}"
            )
            if level < 2:
                for turn in (-0.62, -0.2, 0.26, 0.66):
                    grow(
                        end_x,
                        end_y,
                        angle * 0.8 + turn + pick.uniform(-0.12, 0.12),
                        length * pick.uniform(0.55, 0.7),
                        level + 1,
                    )

        wide = 0.75 if self.species == "linde" else 0.4
        for turn in (-1, -0.45, 0.05, 0.5, 1):
            grow(0, -150 - 10 * (1 - abs(turn)), turn * wide, 92 if self.species == "linde" else 104, 0)
        bark = darker(BARK[self.species], 0.12)
        rime = line(d[2], "#f4f7f8", 1, stroke_opacity=0.6)
        return line(d[0], bark, 7) + line(d[1], bark, 3.6) + line(d[2], bark, 1.8) + group(rime, 0.8, -1.2)


class Bush(Thing):
    """A round bush or, with ``breed``, a hedge."""

    width: float = Field(default=90, alias="breed", gt=0)
    height: float = Field(default=60, alias="hoog", gt=0)
    is_hedge: bool = Field(default=False, alias="heg")
    messy: bool = Field(default=False, alias="slordig")

    def reach(self) -> Box:
        return (-12, -self.height - 30, self.width + 24, self.height + 40)

    def draw(self, scene: Scene) -> str:
        if self.is_hedge:
            return hedge(scene.light, self.width, self.height, self.seed, self.messy)
        pick = random.Random(self.seed)  # noqa: S311
        colour = LEAF[scene.light.season]
        shade = ellipse(self.width / 2, 1, self.width * 0.56, 6, "#000", fill_opacity=0.18)
        balls = [
            (
                self.width * (0.2 + 0.6 * i / 4),
                -self.height * pick.uniform(0.34, 0.58),
                self.height * pick.uniform(0.36, 0.5),
            )
            for i in range(5)
        ]
        body = "".join(circle(x, y, r, darker(colour, 0.1)) for x, y, r in balls) + "".join(
            circle(x + r * 0.15, y - r * 0.2, r * 0.75, lighter(colour, 0.1)) for x, y, r in balls
        )
        dots = "".join(
            f"M{self.width * pick.uniform(0.1, 0.86):.1f} "
            f"{-self.height * pick.uniform(0.1, 0.85):.1f}q4 -4 8 0q-4 4 -8 0z"
            for _ in range(34)
        )
        return shade + body + path(dots, lighter(colour, 0.32), fill_opacity=0.7)


class FlowerTub(Thing):
    """A concrete tub with flowers."""

    def reach(self) -> Box:
        return (-46, -80, 92, 86)

    def draw(self, scene: Scene) -> str:
        pick = random.Random(self.seed)  # noqa: S311
        leaf = LEAF[scene.light.season]
        plants = "".join(
            circle(x, -44 + pick.uniform(-4, 4), 13, darker(leaf, 0.08) if i % 2 else leaf)
            for i, x in enumerate(range(-30, 36, 12))
        )
        if scene.light.season in {"lente", "zomer"}:
            plants += "".join(
                circle(
                    pick.uniform(-36, 36),
                    pick.uniform(-60, -40),
                    4.6,
                    pick.choice(("#e2574f", "#f4cf62", "#f3ecc8", "#b865a8")),
                )
                for _ in range(18)
            )
        tub = (
            path("M-42 -40H42L34 0H-34z", "#b9b3a8")
            + path("M10 -40H42L34 0H8z", "#000", fill_opacity=0.1)
            + path("M-44 -44H44V-36H-44z", "#cbc5b9")
        )
        return ellipse(3, 0, 44, 6, "#000", fill_opacity=0.2) + plants + tub
