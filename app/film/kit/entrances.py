"""Ways in: the portico of a block, and the community centre."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from app.film.kit.doors import number_plate
from app.film.kit.houses import BRICKS, Brick
from app.film.kit.lettering import lettered
from app.film.kit.light import darker
from app.film.kit.marks import circle, ellipse, glow, group, line, num, path, rect
from app.film.kit.windows import CLOTHS, Pane, window
from app.film.kit.world import Box, Scene, Spot, States, Thing

STOREY = 156.0


def portico(x: float, scene: Scene) -> str:
    """An open entrance of 200 wide with a stair, letterboxes and bells."""
    dark = scene.light.is_dark
    back, floor = (glow("#caa56a"), glow("#a98a58")) if dark else ("#9c8c74", "#8a7f6c")
    hole = rect(x, -136, 200, 136, back) + path(
        f"M{num(x)} 0L{num(x + 30)} -26H{num(x + 170)}L{num(x + 200)} 0z", floor
    )
    stairs = "".join(
        rect(
            x + 104 + i * 12,
            -26 - i * 13,
            76 - i * 12,
            14,
            glow("#8d7042") if dark else darker("#9c8c74", 0.16 + 0.04 * i),
        )
        for i in range(6)
    )
    boxes = "".join(
        rect(x + 18 + c * 20, -104 + r * 17, 17, 13, "#c8cdd0", rx=1)
        + rect(x + 20 + c * 20, -101 + r * 17, 13, 3, "#3b434b")
        for r in range(3)
        for c in range(3)
    )
    bells = rect(x - 20, -96, 14, 40, "#c8cdd0", rx=2) + "".join(
        circle(x - 13, -88 + i * 9, 2.4, "#3b434b") for i in range(4)
    )
    frame = (
        rect(x - 6, -144, 212, 12, "#f2eee3")
        + rect(x - 6, -144, 8, 144, "#f2eee3")
        + rect(x + 198, -144, 8, 144, "#f2eee3")
    )
    roof = rect(x - 24, -158, 248, 14, "#5a6168", rx=2) + rect(
        x - 24, -144, 248, 4, "#000", fill_opacity=0.25
    )
    lamp = ellipse(x + 100, -128, 22, 5, glow("#fff2c4") if dark else "#efe8d0")
    shine = (
        ellipse(x + 100, -60, 190, 110, "url(#gloed)", fill_opacity=0.55)
        + ellipse(x + 100, 12, 190, 26, "url(#gloed)", fill_opacity=0.7)
        if dark
        else ""
    )
    return hole + stairs + boxes + frame + roof + lamp + bells + shine


class Portico(Thing):
    """The entrance of a block, in a piece of wall; carries a house number."""

    states: ClassVar[States] = {}
    number: str = Field(default="", alias="nummer", pattern=r"^[0-9-]{0,7}$")
    brick: Brick = Field(default="geel", alias="steen")
    storeys: int = Field(default=3, alias="verdiepingen", ge=1, le=6)

    def reach(self) -> Box:
        return (-170, -190 - self.storeys * STOREY, 470, 230 + self.storeys * STOREY)

    def spots(self) -> Mapping[str, Spot]:
        return {"portiek": Spot(66, -70, 96), "bellen": Spot(-47, -76, 34)}

    def draw(self, scene: Scene) -> str:
        stone = BRICKS[self.brick]
        high = 170 + self.storeys * STOREY
        area = (-160.0, -high, 452.0, high)
        wall = (
            rect(*area, stone)
            + rect(*area, "url(#steen)")
            + rect(*area, "url(#val)")
            + rect(-168, -high - 10, 468, 16, "#e6e1d4")
        )
        lit = scene.light.is_dark
        for storey in range(self.storeys):
            y = -190 - storey * STOREY
            wall += window(
                Pane(
                    -132,
                    y - 96,
                    96,
                    82,
                    2,
                    ("vitrage", "open", "half")[(storey + self.seed) % 3],
                    CLOTHS[storey % 5],
                    lit and (storey + self.seed) % 3 != 0,
                ),
                scene,
            )
            wall += window(
                Pane(
                    174,
                    y - 96,
                    96,
                    82,
                    2,
                    ("open", "vitrage", "dicht")[(storey + self.seed) % 3],
                    CLOTHS[(storey + 2) % 5],
                    lit and (storey + self.seed) % 2 == 0,
                ),
                scene,
            )
            stair = glow("#f3d79a") if lit else "#8fa9b5"
            wall += (
                rect(12, y - 110, 108, 104, "#f2eee3")
                + rect(18, y - 104, 96, 92, stair)
                + line(f"M18 {num(y - 58)}h96M66 {num(y - 104)}v92", "#f2eee3", 4)
            )
        plate = group(number_plate(self.number), 66, -166, 1.1) if self.number else ""
        return wall + portico(-34, scene) + plate


class CommunityCentre(Thing):
    """The community centre: wide windows, a door and its name.  Origin at its left foot; 760 wide."""

    states: ClassVar[States] = {"licht": ("vanzelf", "aan", "uit"), "deur": ("dicht", "open")}
    words: str = Field(default="BUURTHUIS", alias="tekst", max_length=18)
    brick: Brick = Field(default="rood", alias="steen")

    def reach(self) -> Box:
        return (-30, -330, 820, 350)

    def spots(self) -> Mapping[str, Spot]:
        return {"deur": Spot(380, -92, 92), "naam": Spot(380, -248, 90)}

    def draw(self, scene: Scene) -> str:
        lit = scene.is_on("licht", "aan") or (scene.is_on("licht", "vanzelf") and scene.light.is_dark)
        stone = BRICKS[self.brick]
        area = (0.0, -280.0, 760.0, 280.0)
        wall = (
            rect(-8, -3, 776, 8, "#000", fill_opacity=0.16)
            + rect(*area, stone)
            + rect(*area, "url(#steen)")
            + rect(*area, "url(#val)")
        )
        roof = path("M-24 -280L40 -322H720L784 -280z", "#51565c") + rect(-24, -284, 808, 12, "#e6e1d4")
        panes = "".join(
            window(Pane(x, -196, 118, 130, 2, "open", "#c9b58e", lit, 3 if i % 2 else 2), scene)
            for i, x in enumerate((40, 176, 466, 602))
        )
        board = (
            rect(270, -262, 220, 44, "#fbf7ec", rx=4)
            + rect(270, -262, 220, 44, "none", stroke="#1b3c6e", stroke_width=4, rx=4)
            + lettered(self.words, 380, -229, 20, "#1b3c6e", weight=2.8)
        )
        return wall + roof + panes + self._door(scene, lit) + board

    def _door(self, scene: Scene, lit: bool) -> str:
        frame = rect(314, -200, 132, 200, "#f8f4ea")
        inside = glow("#f2c982") if lit and scene.light.is_dark else ("#c79f67" if lit else "#5b7c8e")
        pair = ""
        for x in (322, 382):
            pair += (
                rect(x, -192, 56, 192, "#8a6a2f")
                + rect(x + 8, -182, 40, 132, inside)
                + line(f"M{x + 12} -60l26 -118", "#fff", 4, stroke_opacity=0.14)
            )
        if scene.is_on("deur", "open"):
            pair = (
                rect(322, -192, 116, 192, inside)
                + path("M322 -192L344 -182V-12L322 0z", "#8a6a2f")
                + path("M438 -192L416 -182V-12L438 0z", "#8a6a2f")
            )
        step = rect(300, 0, 160, 9, "#c3bbac")
        return frame + pair + step
