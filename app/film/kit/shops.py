"""Shops with a home above them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from app.film.kit.goods import GOODS, Goods
from app.film.kit.houses import BRICKS, Brick, lintel
from app.film.kit.lettering import lettered
from app.film.kit.light import darker, lighter
from app.film.kit.marks import box_path, circle, clipped, ellipse, glow, line, num, path, rect
from app.film.kit.neighbour import LOOKS
from app.film.kit.openings import Window
from app.film.kit.windows import Pane, window
from app.film.kit.world import Box, Hex, Scene, Spot, States, Thing

HIGH = 250.0


class Shop(Thing):
    """Origin at its left foot; ``breed`` wide, one home high above the shop."""

    states: ClassVar[States] = {
        "winkel": ("open", "dicht"),
        "raam": ("dicht", "open"),
        "licht": ("vanzelf", "aan", "uit"),
        "buurvrouw": LOOKS,
    }
    width: float = Field(default=420, alias="breed", ge=300, le=640)
    words: str = Field(alias="tekst", max_length=16)
    goods: Goods = Field(default="brood", alias="waren")
    brick: Brick = Field(default="rood", alias="steen")
    colour: Hex = Field(default="#2f5d62", alias="kleur")
    awning: Hex | None = Field(default=None, alias="luifel")
    storeys: int = Field(default=1, alias="verdiepingen", ge=1, le=2)

    @property
    def top(self) -> float:
        return -HIGH - self.storeys * 210

    def reach(self) -> Box:
        return (-20, self.top - 60, self.width + 40, -self.top + 110)

    def spots(self) -> Mapping[str, Spot]:
        return {
            "etalage": Spot(self.width * 0.36, -96, 100),
            "deur": Spot(self.width - 72, -86, 84),
            "naam": Spot(self.width / 2, -HIGH + 28, 90),
            "bovenraam": Spot(self.width * 0.3, -HIGH - 90, 84),
        }

    def draw(self, scene: Scene) -> str:
        stone = BRICKS[self.brick]
        area = (0.0, self.top, self.width, -self.top)
        wall = (
            rect(*area, stone)
            + rect(*area, "url(#steen)")
            + rect(*area, "url(#val)")
            + rect(self.width - 5, self.top, 5, -self.top, "#000", fill_opacity=0.1)
        )
        cornice = rect(-8, self.top - 16, self.width + 16, 20, "#e6e1d4") + rect(
            -8, self.top + 4, self.width + 16, 5, "#000", fill_opacity=0.2
        )
        return wall + cornice + self._upstairs(scene) + self._front(scene)

    def _upstairs(self, scene: Scene) -> str:
        drawn = ""
        stone = BRICKS[self.brick]
        for storey in range(self.storeys):
            sill = -HIGH - 40 - storey * 210
            for i, share in enumerate((0.28, 0.72)):
                x = self.width * share
                if storey == 0 and i == 0:
                    own = Window(x=0, y=0, id=self.id)
                    drawn += (
                        lintel(x - 72, sill - 128, 144, stone)
                        + f'<g transform="translate({num(x)} {num(sill)})">{own.draw(scene)}</g>'
                    )
                    continue
                lit = scene.light.is_dark and (i + storey + self.seed) % 3 != 0
                curtain = ("vitrage", "open", "half")[(i + storey + self.seed) % 3]
                drawn += lintel(x - 72, sill - 128, 144, stone) + window(
                    Pane(x - 62, sill - 122, 124, 116, 2, curtain, "#b9c4b4", lit), scene
                )
        return drawn

    def _front(self, scene: Scene) -> str:
        is_open, w = scene.is_on("winkel", "open"), self.width
        frame = rect(8, -HIGH + 4, w - 16, HIGH - 4, self.colour) + rect(
            8, -HIGH + 4, w - 16, HIGH - 4, "url(#dakval)", fill_opacity=0.5
        )
        fascia = rect(2, -HIGH, w - 4, 50, darker(self.colour, 0.12)) + rect(
            2, -HIGH + 46, w - 4, 5, "#000", fill_opacity=0.25
        )
        dark = scene.light.is_dark
        name = lettered(
            self.words, w / 2, -HIGH + 38, 25, glow("#fff3cf") if dark and is_open else "#fbf7ec", weight=2.6
        )
        inside = glow("#f6d79c") if dark and is_open else ("#c9ae82" if is_open else "#4d6374")
        wide = w - 190
        pane = clipped(
            box_path(26, -184, wide, 148),
            rect(26, -184, wide, 148, inside)
            + GOODS[self.goods](26, wide)
            + path(
                f"M60 -36L130 -184h40L100 -36zM{num(wide - 60)}"
                f" -36L{num(wide)} -184h14L{num(wide - 40)} -36z",
                "#fff",
                fill_opacity=0.12,
            ),
        )
        edge = rect(26, -184, wide, 148, "none", stroke=lighter(self.colour, 0.3), stroke_width=4)
        glare = (
            ellipse(w / 2, 20, w * 0.55, 46, "url(#gloed)", fill_opacity=0.65)
            + circle(w / 2, -110, 220, "url(#schijn)", fill_opacity=0.45)
            if dark and is_open
            else ""
        )
        return (
            frame
            + fascia
            + name
            + pane
            + edge
            + self._door(scene, inside)
            + (self._awning() if self.awning else "")
            + self._roller(is_open, wide)
            + glare
        )

    def _door(self, scene: Scene, inside: str) -> str:
        x = self.width - 130
        door = (
            rect(x - 8, -192, 116, 192, lighter(self.colour, 0.14))
            + rect(x, -184, 100, 184, darker(self.colour, 0.2))
            + rect(x + 14, -170, 72, 128, inside)
        )
        shine = path(f"M{num(x + 22)} -42l32 -128h14l-32 128z", "#fff", fill_opacity=0.14)
        grip = rect(x + 88, -110, 6, 40, "#d8dde0", rx=3)
        card = rect(x + 34, -130, 32, 18, "#f4f1e6" if scene.is_on("winkel", "open") else "#b3453a", rx=2)
        return door + shine + grip + card + rect(x - 14, 0, 128, 7, "#c3bbac")

    def _roller(self, is_open: bool, wide: float) -> str:
        if is_open:
            return ""
        slats = "".join(f"M26 {y}h{num(wide)}" for y in range(-176, -36, 9))
        return rect(22, -186, wide + 8, 150, "#a9aeb2") + line(slats, "#7d848a", 1.6)

    def _awning(self) -> str:
        assert self.awning  # noqa: S101  # only called with one
        w, count = self.width - 30, 12
        step = w / count
        drawn = ""
        for i in range(count):
            tone = self.awning if i % 2 else "#f6f1e4"
            x = 15 + i * step
            drawn += path(
                f"M{num(x + 6)} {num(-HIGH + 50)}h{num(step)}l-6 46v8q{num(-step / 2)} 11 {num(-step)} 0v-8z",
                tone,
            )
        return (
            drawn
            + rect(15, -HIGH + 50, w, 6, "#000", fill_opacity=0.18)
            + rect(12, -HIGH + 106, w, 12, "#000", fill_opacity=0.12)
        )
