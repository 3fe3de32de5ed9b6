"""Garage boxes: shut, or open with bicycles and tools inside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from app.film.kit.doors import number_plate
from app.film.kit.houses import BRICKS, Brick
from app.film.kit.light import darker, lighter
from app.film.kit.marks import box_path, circle, clipped, ellipse, glow, group, line, num, path, rect
from app.film.kit.vehicles import bike
from app.film.kit.world import Box, Hex, Scene, Spot, States, Thing

WIDE, TALL = 286.0, 214.0


class Garage(Thing):
    """One box of 320 wide; origin at its left foot."""

    states: ClassVar[States] = {"deur": ("dicht", "open"), "licht": ("uit", "aan")}
    colour: Hex = Field(default="#4f6f7a", alias="kleur")
    brick: Brick = Field(default="zand", alias="steen")
    number: str = Field(default="", alias="nummer", pattern=r"^[0-9]{0,3}$")

    def reach(self) -> Box:
        return (-8, -290, 336, 300)

    def spots(self) -> Mapping[str, Spot]:
        return {
            "deur": Spot(160, -104, 110),
            "fietsen": Spot(120, -60, 80),
            "gereedschap": Spot(226, -150, 50),
        }

    def draw(self, scene: Scene) -> str:
        stone = BRICKS[self.brick]
        area = (0.0, -270.0, 320.0, 270.0)
        wall = (
            rect(*area, stone)
            + rect(*area, "url(#steen)")
            + rect(*area, "url(#val)")
            + rect(-6, -282, 332, 16, "#d6d0c3")
            + rect(-6, -266, 332, 5, "#000", fill_opacity=0.2)
        )
        frame = rect(10, -TALL - 8, 300, TALL + 8, "#e9e4d8")
        inner = self._inside(scene) if scene.is_on("deur", "open") else self._door()
        plate = group(number_plate(self.number), 160, -243) if self.number else ""
        return wall + frame + inner + plate

    def _door(self) -> str:
        c = self.colour
        leaf = (
            rect(17, -TALL, WIDE, TALL, c)
            + rect(17, -TALL, WIDE, TALL, "url(#plaat)")
            + rect(17, -TALL, WIDE, 9, "#000", fill_opacity=0.2)
        )
        bands = line(
            "".join(f"M17 {num(-TALL + i * 54)}h{num(WIDE)}" for i in range(1, 4)), darker(c, 0.35), 2.4
        )
        return leaf + bands + rect(146, -98, 30, 8, lighter(c, 0.5), rx=3) + circle(161, -76, 4, "#d8bf74")

    def _inside(self, scene: Scene) -> str:
        lit = scene.is_on("licht", "aan")
        back = (glow("#d9b272") if scene.light.is_dark else "#a9865c") if lit else "#5d544a"
        hole = (
            rect(17, -TALL, WIDE, TALL, back)
            + path(f"M17 0L57 -34H263L{num(17 + WIDE)} 0z", darker("#8f877b", 0.1))
            + path(f"M17 {num(-TALL)}L57 {num(-TALL + 20)}V-34L17 0z", "#000", fill_opacity=0.16)
        )
        shelf = (
            rect(176, -150, 84, 7, "#7c5a38")
            + rect(176, -108, 84, 7, "#7c5a38")
            + rect(184, -172, 26, 22, "#b3453a", rx=2)
            + rect(218, -166, 34, 16, "#3f6a55", rx=2)
            + rect(186, -124, 18, 16, "#d9a33c")
            + rect(210, -130, 22, 22, "#4b5f83", rx=3)
        )
        tools = line("M76 -160v44M96 -164v40M118 -160v46", "#c9c3b5", 4) + path(
            "M68 -170h16v12h-16zM90 -176q6 -8 12 0l-2 14h-8zM110 -168h16l-4 10h-8z", "#5a636b"
        )
        radio = rect(236, -130, 26, 22, "#2e3440", rx=3) + circle(244, -119, 6, "#7d868f")
        bikes = group(bike("#a8322a"), 112, -16, 0.56) + group(bike("#2f6f73"), 190, -8, 0.6)
        lamp = (
            ellipse(160, -TALL + 10, 26, 6, glow("#fff2c4"))
            + circle(160, -110, 190, "url(#schijn)", fill_opacity=0.6)
            if lit
            else ""
        )
        lifted = path(f"M17 {num(-TALL)}H{num(17 + WIDE)}L{num(7 + WIDE)} {num(-TALL + 22)}H27z", self.colour)
        return clipped(box_path(17, -TALL, WIDE, TALL), hole + shelf + radio + tools + bikes + lamp) + lifted


class Ladder(Thing):
    """A ladder that leans; it can be gone."""

    states: ClassVar[States] = {"er": ("ja", "nee")}

    def reach(self) -> Box:
        return (-20, -310, 110, 316)

    def spots(self) -> Mapping[str, Spot]:
        return {"ladder": Spot(36, -150, 90)}

    def draw(self, scene: Scene) -> str:
        if scene.is_on("er", "nee"):
            return ""
        rungs = "".join(f"M{num(3 + i * 4.2)} {-24 - i * 30}l34 -3" for i in range(9))
        return line("M0 0L42 -296M36 0L78 -300", "#c2c8cc", 6) + line(rungs, "#a9b0b5", 4.4)
