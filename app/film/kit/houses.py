"""Terraced homes with their front garden, as seen from the other side of the street."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from app.film.kit.doors import front_door, number_plate, wall_lamp, wheelie_bin
from app.film.kit.gardens import Plot, hedge, lawn, wild
from app.film.kit.light import darker, lighter
from app.film.kit.marks import circle, group, line, num, path, rect
from app.film.kit.windows import Pane, window
from app.film.kit.world import Box, Hex, Patch, Scene, Spot, States, Thing

BRICKS: Mapping[str, str] = {
    "rood": "#b0614a",
    "bruin": "#9a5a43",
    "geel": "#c9a571",
    "donker": "#85503f",
    "zand": "#d4b78d",
}
TILES: Mapping[str, str] = {"rood": "#94503c", "bruin": "#7d4436", "antraciet": "#51565c"}
Brick = Literal["rood", "bruin", "geel", "donker", "zand"]
Tile = Literal["rood", "bruin", "antraciet"]
WIDE, FLOOR, GUTTER, RIDGE = 380.0, -226.0, -418.0, -530.0
DOOR_AT, DOOR_WIDE, DOOR_TALL, PATH_AT, PATH_WIDE, DEPTH = 268.0, 84.0, 182.0, 250.0, 112.0, 86.0


def wall(x: float, y: float, width: float, height: float, colour: str) -> str:
    area = (x, y, width, height)
    return rect(*area, colour) + rect(*area, "url(#steen)") + rect(*area, "url(#val)")


def lintel(x: float, y: float, width: float, colour: str) -> str:
    """A course of upright bricks above a window."""
    stones = "".join(f"M{num(x + i * 8)} {num(y - 17)}v17" for i in range(1, int(width / 8)))
    return rect(x, y - 17, width, 17, darker(colour, 0.12)) + line(stones, "#2b1208", 1, stroke_opacity=0.3)


class TerracedHouse(Thing):
    """Origin at the left foot of its front; 380 wide, the garden runs 86 down."""

    states: ClassVar[States] = {
        "gordijn": ("open", "half", "dicht", "kier"),
        "licht": ("vanzelf", "aan", "uit"),
        "post": ("leeg", "vol"),
        "deur": ("dicht", "open"),
        "tuin": ("net", "wild"),
        "kliko": ("weg", "staat", "vol"),
    }
    number: str = Field(alias="nummer", pattern=r"^[0-9]{1,3}[A-Z]?$")
    brick: Brick = Field(default="rood", alias="steen")
    tile: Tile = Field(default="rood", alias="dak")
    door: Hex = Field(default="#2f5d62", alias="deur")
    cloth: Hex = Field(default="#d8c7a2", alias="gordijn")
    dormer: bool = Field(default=False, alias="dakkapel")
    mirrored: bool = Field(default=False, alias="gespiegeld")
    fence: bool = Field(default=False, alias="hek")
    ends: Literal["", "links", "rechts"] = Field(default="", alias="einde")
    """On which side the row ends, so that the roof slopes there."""

    def reach(self) -> Box:
        return (-16, -600, WIDE + 32, 740)

    def spots(self) -> Mapping[str, Spot]:
        return {
            "raam": Spot(self._at(120), -112, 84),
            "bovenramen": Spot(self._at(190), -326, 130),
            "deur": Spot(self._at(DOOR_AT + 42), -94, 92),
            "brievenbus": Spot(self._at(DOOR_AT + 40), -86, 30),
            "nummer": Spot(self._at(DOOR_AT - 31), -131, 22),
            "tuin": Spot(self._at(118), 40, 72),
            "pad": Spot(self._at(PATH_AT + 50), 44, 46),
            "kliko": Spot(self._at(PATH_AT - 20), 66, 46),
            "dak": Spot(self._at(190), -480, 70),
        }

    def patch(self) -> Patch | None:
        """The grass that waves; without an id it can never grow wild."""
        return Patch((-30, -90, WIDE + 60, 200), 12, 3.6) if self.id else None

    def moves(self, scene: Scene) -> bool:
        return scene.is_on("tuin", "wild")

    def draw(self, scene: Scene) -> str:
        front = self._roof(scene) + self._front(scene)
        if self.mirrored:
            front = group(front, WIDE, scale=(-1, 1))
        low = self._ground_floor(scene) + self._garden(scene)
        return front + low

    def _at(self, x: float) -> float:
        return WIDE - x if self.mirrored else x

    def _is_lit(self, scene: Scene) -> bool:
        """By itself a light is on in most homes when it is dark."""
        return scene.is_on("licht", "aan") or (
            scene.is_on("licht", "vanzelf") and scene.light.is_dark and self.seed % 4 != 0
        )

    def _roof(self, scene: Scene) -> str:
        colour, stone = TILES[self.tile], BRICKS[self.brick]
        left, right = (
            self.ends == side for side in (("rechts", "links") if self.mirrored else ("links", "rechts"))
        )
        start, stop = (-12 if left else 0, WIDE + 12 if right else WIDE)
        shape = (
            f"M{num(start)} {num(GUTTER)}L{6 if left else 0} {num(RIDGE)}H"
            f"{num(WIDE - 6 if right else WIDE)}L{num(stop)} {num(GUTTER)}z"
        )
        slope = path(shape, colour) + path(shape, "url(#pan)") + path(shape, "url(#dakval)")
        ridge = rect(0, RIDGE - 5, WIDE, 9, darker(colour, 0.3))
        chimney = (
            rect(WIDE - 96, RIDGE - 42, 42, 62, stone)
            + rect(WIDE - 96, RIDGE - 42, 42, 62, "url(#steen)")
            + rect(WIDE - 62, RIDGE - 42, 8, 62, "#000", fill_opacity=0.16)
        )
        chimney += (
            rect(WIDE - 101, RIDGE - 50, 52, 10, "#7b6a5e")
            + rect(WIDE - 90, RIDGE - 66, 11, 17, "#a05f45")
            + rect(WIDE - 72, RIDGE - 62, 11, 13, "#a05f45")
        )
        return chimney + slope + ridge + (self._dormer(scene) if self.dormer else self._skylight())

    def _skylight(self) -> str:
        return (
            rect(150, RIDGE + 34, 46, 40, "#3b4148", rx=2)
            + rect(155, RIDGE + 39, 36, 30, "#7ea0b3")
            + path(f"M158 {num(RIDGE + 69)}l14 -30h9l-14 30z", "#fff", fill_opacity=0.25)
        )

    def _dormer(self, scene: Scene) -> str:
        box = rect(108, RIDGE + 26, 164, 82, "#efeadd") + line(
            "".join(f"M{x} {num(RIDGE + 30)}v76" for x in range(116, 272, 10)), "#c9c2b2", 1
        )
        roof = rect(98, RIDGE + 14, 184, 13, "#4b5157", rx=1) + rect(
            98, RIDGE + 27, 184, 4, "#000", fill_opacity=0.2
        )
        return (
            box
            + window(Pane(120, RIDGE + 42, 140, 50, 3, "vitrage", is_lit=self._is_lit(scene)), scene)
            + roof
        )

    def _front(self, scene: Scene) -> str:
        colour = BRICKS[self.brick]
        bricks = wall(0, GUTTER, WIDE, -GUTTER, colour) + rect(0, -30, WIDE, 30, "#3d3732", fill_opacity=0.5)
        band = rect(0, FLOOR - 6, WIDE, 9, "#dcd4c4") + rect(0, FLOOR + 3, WIDE, 3, "#000", fill_opacity=0.16)
        gutter = rect(-4, GUTTER - 7, WIDE + 8, 14, "#ece7da") + rect(
            -4, GUTTER + 5, WIDE + 8, 4, "#000", fill_opacity=0.2
        )
        pipe = rect(WIDE - 11, GUTTER + 7, 9, -GUTTER - 7, "#8d9397") + line(
            f"M{num(WIDE - 9)} {num(GUTTER + 7)}V0", "#fff", 1.4, stroke_opacity=0.4
        )
        pipe += line(
            f"M{num(WIDE - 13)} {num(GUTTER + 110)}h13M{num(WIDE - 13)} {num(GUTTER + 270)}h13", "#5d6266", 3
        )
        curtain = {"open": "vitrage", "half": "half"}.get(scene.state.get("gordijn", "open"), "dicht")
        lit = self._is_lit(scene) and self.seed % 3 != 1
        upper = lintel(36, -382, 136, colour) + window(
            Pane(44, -376, 120, 98, 2, curtain, self.cloth, lit), scene
        )
        upper += lintel(228, -382, 118, colour) + window(
            Pane(236, -376, 102, 98, 2, curtain, self.cloth), scene
        )
        return bricks + band + upper + gutter + ("" if self.mirrored else pipe)

    def _ground_floor(self, scene: Scene) -> str:
        """Not mirrored as a whole, because a number must stay readable."""
        colour, lit = BRICKS[self.brick], self._is_lit(scene)
        state = scene.state.get("gordijn", "open")
        x = self._at(120) - 88
        pane = Pane(
            x,
            -178,
            176,
            132,
            bars=1 if state == "kier" else 2,
            curtain=state,
            cloth=self.cloth,
            is_lit=lit,
            plants=3 if state == "open" else 2,
            withered=state in {"dicht", "kier"},
        )
        glow_out = (
            circle(x + 88, 20, 150, "url(#schijn)", fill_opacity=0.5)
            if lit and scene.light.is_dark and state != "dicht"
            else ""
        )
        door_x = self._at(DOOR_AT + DOOR_WIDE / 2) - DOOR_WIDE / 2
        beside = DOOR_WIDE + 31 if self.mirrored else -31.0
        door = group(front_door(scene, DOOR_WIDE, DOOR_TALL, self.door, lit), door_x, -8)
        door += group(number_plate(self.number), door_x + beside, -139) + group(
            wall_lamp(scene), door_x + beside, -180
        )
        return lintel(x - 8, -184, 192, colour) + window(pane, scene) + glow_out + door

    def _garden(self, scene: Scene) -> str:
        is_wild = scene.is_on("tuin", "wild")
        left, seed = PATH_AT, self.seed * 31
        plot = Plot(WIDE, DEPTH, PATH_AT, PATH_WIDE, seed)
        if is_wild:
            sway = 3.2 * math.sin(scene.phase * math.tau) * (2.4 if scene.light.is_windy else 1)
            ground = wild(scene.light, plot, sway)
        else:
            ground = lawn(scene.light, plot)
        height = 42 if is_wild else 32
        edge = (
            _low_fence(left - 18) if self.fence else hedge(scene.light, left - 20, height, seed + 1, is_wild)
        )
        edge = group(edge, 2, DEPTH + 8) + group(
            hedge(scene.light, WIDE - left - PATH_WIDE + 4, height, seed + 2, is_wild),
            left + PATH_WIDE - 6,
            DEPTH + 8,
        )
        drawn = ground + edge
        if self.mirrored:
            drawn = group(drawn, WIDE, scale=(-1, 1))
        kliko = scene.state.get("kliko", "weg")
        bin_ = (
            ""
            if kliko == "weg"
            else group(wheelie_bin(self.number, kliko == "vol", self.seed), self._at(left - 20), 106)
        )
        return drawn + bin_


def _low_fence(width: float) -> str:
    slats = "".join(
        rect(i * 15, -34 - (i % 2) * 2, 9, 34 + (i % 2) * 2, lighter("#b9a58a", 0.2), rx=1)
        for i in range(int(width / 15))
    )
    return rect(0, -28, width, 5, "#a08c70") + rect(0, -12, width, 5, "#a08c70") + slats
