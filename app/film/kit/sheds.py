"""The back path: sheds with a door that bangs, backs of homes, laundry, a tap that drips, shopping."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from app.film.kit.doors import number_plate
from app.film.kit.houses import BRICKS, FLOOR, GUTTER, RIDGE, TILES, WIDE, Brick, Tile, lintel
from app.film.kit.light import darker, lighter
from app.film.kit.marks import circle, ellipse, glow, group, line, num, path, poly, rect, shadow
from app.film.kit.windows import Pane, window
from app.film.kit.world import Box, Hex, Patch, Scene, Spot, States, Thing


class Shed(Thing):
    """A wooden shed of 230 wide; its door shut, open, banging in the wind, or on the hook."""

    states: ClassVar[States] = {"deur": ("dicht", "open", "klappert", "haak")}
    colour: Hex = Field(default="#7f9a86", alias="kleur")
    number: str = Field(default="", alias="nummer", pattern=r"^[0-9]{0,3}$")

    def reach(self) -> Box:
        return (-20, -300, 330, 310)

    def spots(self) -> Mapping[str, Spot]:
        return {"deur": Spot(150, -96, 100), "haak": Spot(196, -112, 26), "raam": Spot(52, -128, 44)}

    def patch(self) -> Patch | None:
        return Patch((80, -212, 230, 222), 10, 1.7) if self.id else None

    def moves(self, scene: Scene) -> bool:
        return scene.is_on("deur", "klappert")

    def draw(self, scene: Scene) -> str:
        c = self.colour
        boards = "".join(f"M0 {y}h230" for y in range(-206, 0, 15))
        wall = (
            rect(-8, -4, 246, 9, "#000", fill_opacity=0.16)
            + rect(0, -216, 230, 216, c)
            + line(boards, darker(c, 0.3), 1.6)
            + rect(0, -216, 230, 24, "#000", fill_opacity=0.16)
            + rect(0, -216, 8, 216, "#f2eee3")
            + rect(222, -216, 8, 216, "#f2eee3")
        )
        roof = (
            path("M-16 -212L20 -286H210L246 -212z", "#5a5f64")
            + path("M-16 -212L20 -286H210L246 -212z", "url(#dakval)")
            + rect(-18, -216, 266, 9, "#3f454a")
        )
        pane = window(Pane(24, -160, 56, 60, 2, "open"), scene)
        plate = group(number_plate(self.number), 52, -184, 0.8) if self.number else ""
        return wall + roof + pane + plate + self._doorway(scene)

    def _doorway(self, scene: Scene) -> str:
        how = scene.state.get("deur", "dicht")
        frame = rect(102, -192, 100, 192, "#f2eee3")
        inside = (
            rect(109, -186, 86, 186, "#2e2a27")
            + rect(118, -120, 40, 6, "#6b5033")
            + rect(122, -140, 14, 20, "#8a3b32")
            + line("M176 0V-130", "#a9865c", 5)
            + line("M120 -30a22 22 0 1 0 44 0a22 22 0 1 0 -44 0", "#6b747b", 4)
        )
        share = {"dicht": 0.0, "haak": 0.0, "open": 0.82, "klappert": 0.0}[how]
        if how == "klappert":
            share = 0.12 + 0.62 * abs(math.sin(scene.phase * math.pi)) ** 0.7
        hook = ""
        if how == "haak":
            hook = (
                line("M188 -112h16", "#d8dde0", 4)
                + circle(204, -112, 4, "#c9a24c")
                + circle(186, -112, 3.4, "#c9a24c")
            )
        elif how != "dicht":
            hook = circle(207, -112, 3.4, "#c9a24c")
        loose = line("M207 -110q2 10 -2 18", "#d8dde0", 3.4) if how in {"open", "klappert"} else ""
        return frame + inside + self._leaf(share) + hook + loose

    def _leaf(self, share: float) -> str:
        """The door hangs on the left and turns towards us: wide when shut, slim and lower when open."""
        c = lighter(self.colour, 0.16)
        angle = share * math.pi * 0.62
        x = 109 + 86 * math.cos(angle)
        out = 16 * math.sin(angle)
        leaf = path(poly([(109, -186), (x, -186 - out), (x, out), (109, 0)]), c)
        brace = line(
            f"M109 -150L{num(x)} {num(-150 - out * 0.6)}M109 -30L{num(x)} "
            f"{num(-30 + out * 0.6)}M112 -34L{num(x - 2)} {num(-146 - out * 0.5)}",
            darker(c, 0.22),
            7,
        )
        edge = line(f"M{num(x)} {num(-186 - out)}V{num(out)}", darker(c, 0.4), 2.4)
        return leaf + brace + edge


class BackOfHome(Thing):
    """The back of a terraced home: kitchen window, back door, bathroom window; as wide as its front."""

    states: ClassVar[States] = {"licht": ("vanzelf", "aan", "uit"), "gordijn": ("open", "half", "dicht")}
    brick: Brick = Field(default="rood", alias="steen")
    tile: Tile = Field(default="rood", alias="dak")

    def reach(self) -> Box:
        return (-10, -600, WIDE + 20, 606)

    def spots(self) -> Mapping[str, Spot]:
        return {"keukenraam": Spot(262, -128, 80), "achterdeur": Spot(96, -92, 86)}

    def draw(self, scene: Scene) -> str:
        lit = scene.is_on("licht", "aan") or (
            scene.is_on("licht", "vanzelf") and scene.light.is_dark and self.seed % 3 != 0
        )
        stone, tile = BRICKS[self.brick], TILES[self.tile]
        slope = (
            rect(0, RIDGE, WIDE, GUTTER - RIDGE, tile)
            + rect(0, RIDGE, WIDE, GUTTER - RIDGE, "url(#pan)")
            + rect(0, RIDGE, WIDE, GUTTER - RIDGE, "url(#dakval)")
            + rect(0, RIDGE - 5, WIDE, 9, darker(tile, 0.3))
        )
        area = (0.0, GUTTER, WIDE, -GUTTER)
        wall = (
            rect(*area, stone)
            + rect(*area, "url(#steen)")
            + rect(*area, "url(#val)")
            + rect(-4, GUTTER - 7, WIDE + 8, 14, "#ece7da")
            + rect(0, GUTTER, 9, -GUTTER, "#8d9397")
        )
        panes = lintel(62, -376, 104, stone) + window(
            Pane(70, -370, 88, 92, 2, scene.state.get("gordijn", "open"), "#c7a89a", lit), scene
        )
        panes += (
            window(Pane(256, -352, 56, 52, 1, "vitrage", "#ffffff"), scene)
            + lintel(194, -178, 136, stone)
            + window(
                Pane(202, -172, 120, 92, 2, scene.state.get("gordijn", "open"), "#b9c4b4", lit, 2), scene
            )
        )
        door = (
            rect(52, -196, 92, 196, "#f8f4ea")
            + rect(60, -188, 76, 188, "#4f6f7a")
            + rect(70, -176, 56, 92, glow("#f0c67c") if lit and scene.light.is_dark else "#5b7c8e")
            + circle(126, -86, 4, "#d8bf74")
        )
        return slope + wall + rect(0, FLOOR - 4, WIDE, 7, "#dcd4c4") + panes + door


class Washing(Thing):
    """A line between two posts, bare or with washing that moves in the wind."""

    states: ClassVar[States] = {"was": ("vol", "half", "leeg")}
    width: float = Field(default=260, alias="breed", ge=120, le=500)

    def reach(self) -> Box:
        return (-14, -190, self.width + 28, 196)

    def spots(self) -> Mapping[str, Spot]:
        return {"was": Spot(self.width / 2, -110, 90)}

    def patch(self) -> Patch:
        return Patch((-14, -190, self.width + 28, 150), 10, 3.0)

    def moves(self, scene: Scene) -> bool:
        return not scene.is_on("was", "leeg")

    def draw(self, scene: Scene) -> str:
        posts = line(
            f"M0 0V-176M{num(self.width)} 0V-176M-10 -170h20M{num(self.width - 10)} -170h20", "#8d9397", 6
        )
        rope = line(f"M0 -170Q{num(self.width / 2)} -156 {num(self.width)} -170", "#e9e4d8", 2.2)
        sway = math.sin(scene.phase * math.tau) * (9 if scene.light.is_windy else 3)
        share = {"vol": 1.0, "half": 0.5, "leeg": 0.0}[scene.state.get("was", "vol")]
        clothes, x, i = "", 18.0, 0
        while x < self.width * share - 30:
            drawn, wide = GARMENTS[(i + self.seed) % len(GARMENTS)]
            clothes += (
                f'<g transform="translate({num(x)} {num(-163 + 4 * math.sin(x / self.width * math.pi))})'
                f' skewX({num(sway * (1 if i % 2 else 0.7))})">{drawn}</g>'
            )
            x, i = x + wide + 9, i + 1
        return shadow(0, 1, 12, 3) + shadow(self.width, 1, 12, 3) + posts + rope + clothes


GARMENTS: tuple[tuple[str, float], ...] = (
    (path("M0 0H46V70Q23 76 0 70z", "#f4f1e8") + line("M12 2V68M32 2V68", "#d9d3c4", 1.4), 46),
    (
        path("M8 0H38L50 14L42 22L38 18V58H8V18L4 22L-4 14z", "#5f8fb4")
        + path("M16 0Q23 9 30 0z", "#436c8c"),
        46,
    ),
    (path("M0 0H30L33 62H19L15 20L11 62H-3z", "#41597c"), 30),
    (path("M4 0H24L29 10L24 14V36H4V14L-1 10z", "#d9a33c") + circle(14, 20, 5, "#f6f1e4"), 28),
    (path("M0 0H12V26Q12 34 22 34V40H6Q0 40 0 32z", "#b3453a"), 20),
    (path("M6 0H36L48 66Q21 74 -6 66z", "#a05f86") + line("M12 4L4 64M30 4L38 64", "#844a6d", 1.4), 46),
)


class Tap(Thing):
    """An outside tap on a wall (origin); it can drip into a puddle below."""

    states: ClassVar[States] = {"kraan": ("dicht", "druppelt")}
    drop: float = Field(default=90, alias="hoogte", gt=20, le=200)

    def reach(self) -> Box:
        return (-60, -30, 130, self.drop + 60)

    def spots(self) -> Mapping[str, Spot]:
        return {"kraan": Spot(4, 6, 36)}

    def patch(self) -> Patch:
        return Patch((-50, -2, 110, self.drop + 24), 10, 1.6)

    def moves(self, scene: Scene) -> bool:
        return scene.is_on("kraan", "druppelt")

    def draw(self, scene: Scene) -> str:
        tap = (
            rect(-7, -16, 14, 14, "#8d9397", rx=2)
            + path("M-4 -12H16Q24 -12 24 -2V6H16V0Q16 -4 10 -4H-4z", "#c9a24c")
            + line("M6 -14v-9M-2 -24h16", "#b3453a", 5)
        )
        if not scene.is_on("kraan", "druppelt"):
            return tap
        share = scene.phase
        fall = share * share * (self.drop - 10)
        drip = path("M0 -7Q5 1 0 4Q-5 1 0 -7z", "#9fcbe4")
        ring = 8 + 26 * share
        pool = ellipse(18, self.drop + 4, 40, 7, "#7fa9c4", fill_opacity=0.75) + ellipse(
            20,
            self.drop + 4,
            ring,
            ring * 0.17,
            "none",
            stroke="#e4f1f8",
            stroke_width=1.6,
            stroke_opacity=1 - share,
        )
        return pool + tap + group(drip, 20, 12 + fall)


class Shopping(Thing):
    """Bags with shopping on the ground; one to four."""

    states: ClassVar[States] = {"er": ("ja", "nee")}
    count: int = Field(default=3, alias="aantal", ge=1, le=4)

    def reach(self) -> Box:
        return (-40, -90, 60 * self.count + 60, 96)

    def spots(self) -> Mapping[str, Spot]:
        return {"tassen": Spot(30 * (self.count - 1), -34, 30 + 24 * self.count)}

    def draw(self, scene: Scene) -> str:
        if scene.is_on("er", "nee"):
            return ""
        drawn = ""
        for i in range(self.count):
            colour = ("#4f8560", "#c9774b", "#4b6f9a", "#8a6a9a")[i % 4]
            goods = (
                path("M4 -44L16 -82L22 -80L13 -42z", "#7fa05a")
                if i % 2 == 0
                else rect(-14, -68, 15, 26, "#e9e2c8", rx=2)
            )
            bag = (
                goods
                + path("M-10 -44C-16 -52 -10 -60 0 -56L4 -44z", "#d9a35c")
                + line("M-14 -44Q0 -76 14 -44", darker(colour, 0.3), 3.4)
                + path("M-25 -46H25L21 0H-21z", colour)
                + path("M6 -46H25L21 0H6z", "#000", fill_opacity=0.12)
            )
            drawn += group(shadow(0, 1, 26, 5) + bag, i * 60, 2 * (i % 2))
        return drawn
