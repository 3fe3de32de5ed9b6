"""A block of flats with galleries, where a window can stand open."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from app.film.kit.entrances import STOREY, portico
from app.film.kit.houses import BRICKS, Brick
from app.film.kit.light import darker, lighter
from app.film.kit.marks import circle, glow, line, num, path, rect
from app.film.kit.neighbour import neighbour
from app.film.kit.windows import CLOTHS, Pane, window
from app.film.kit.world import Box, Hex, Patch, Scene, Spot, States, Thing

HOME, PLINTH = 232.0, 150.0
DOORS = ("#35536f", "#7a3b32", "#3f6a55", "#8a6a2f", "#4b4f63")


class Flat(Thing):
    """Origin at its left foot.  One home (``verdieping``, ``woning``) can change."""

    states: ClassVar[States] = {
        "raam": ("dicht", "open"),
        "licht": ("vanzelf", "aan", "uit"),
        "gordijn": ("open", "half", "dicht"),
        "buurvrouw": ("weg", "kijkt"),
    }
    homes: int = Field(default=5, alias="woningen", ge=1, le=12)
    storeys: int = Field(default=4, alias="verdiepingen", ge=1, le=8)
    brick: Brick = Field(default="geel", alias="steen")
    floor: int = Field(default=3, alias="verdieping", ge=1)
    home: int = Field(default=2, alias="woning", ge=1)
    panel: Hex = Field(default="#d9dcd6", alias="paneel")
    portico: int = Field(default=0, alias="portiek", ge=0)
    """Which home on the ground floor is the portico instead; 0 is none."""

    @property
    def width(self) -> float:
        return self.homes * HOME + 40

    @property
    def top(self) -> float:
        return -(PLINTH + self.storeys * STOREY)

    def reach(self) -> Box:
        return (-30, self.top - 110, self.width + 60, -self.top + 140)

    def _place(self, floor: int, home: int) -> tuple[float, float]:
        """The left foot of a home on its gallery."""
        return (20 + (home - 1) * HOME, -PLINTH - (floor - 1) * STOREY)

    def spots(self) -> Mapping[str, Spot]:
        x, y = self._place(self.floor, self.home)
        return {
            "raam": Spot(x + 76, y - 92, 66),
            "deur": Spot(x + 178, y - 60, 62),
            "galerij": Spot(x + 120, y - 40, 90),
            "buurvrouw": Spot(x + HOME + 60, y - 70, 46),
            "portiek": Spot(20 + (max(1, self.portico) - 0.5) * HOME, -70, 80),
        }

    def patch(self) -> Patch | None:
        """The curtain that blows out of the open window."""
        x, y = self._place(self.floor, self.home)
        return Patch((x + 4, y - 154, 200, 130), 8, 2.8) if self.id else None

    def moves(self, scene: Scene) -> bool:
        return scene.is_on("raam", "open")

    def draw(self, scene: Scene) -> str:
        stone = BRICKS[self.brick]
        area = (0.0, self.top, self.width, -self.top)
        body = (
            rect(-12, -4, self.width + 24, 10, "#000", fill_opacity=0.16)
            + rect(*area, stone)
            + rect(*area, "url(#steen)")
            + rect(*area, "url(#zij)", fill_opacity=0.5)
        )
        roof = rect(-14, self.top - 18, self.width + 28, 22, "#e6e1d4") + rect(
            -14, self.top + 2, self.width + 28, 6, "#000", fill_opacity=0.2
        )
        lift = rect(self.width * 0.62, self.top - 84, 150, 68, darker(stone, 0.16)) + rect(
            self.width * 0.62 - 6, self.top - 90, 162, 10, "#c9c3b5"
        )
        aerial = line(
            f"M{num(self.width * 0.24)} {num(self.top - 18)}v-70M{num(self.width * 0.24 - 24)}"
            f" {num(self.top - 80)}h48M{num(self.width * 0.24 - 16)} {num(self.top - 66)}h32",
            "#7b838a",
            3,
        )
        storeys = "".join(self._gallery(floor, scene) for floor in range(self.storeys, 0, -1))
        return lift + aerial + body + roof + storeys + self._ground(scene)

    def _gallery(self, floor: int, scene: Scene) -> str:
        y = -PLINTH - (floor - 1) * STOREY
        shade = rect(6, y - STOREY + 10, self.width - 12, 30, "#000", fill_opacity=0.2)
        homes = "".join(self._home(floor, home, scene) for home in range(1, self.homes + 1))
        slab = rect(-8, y - 6, self.width + 16, 16, "#d6d0c3") + rect(
            -8, y + 10, self.width + 16, 5, "#000", fill_opacity=0.22
        )
        return (
            shade
            + homes
            + slab
            + self._neighbour(floor, scene)
            + _balustrade(self.width, y, self.panel, floor)
        )

    def _neighbour(self, floor: int, scene: Scene) -> str:
        if floor != self.floor:
            return ""
        x, y = self._place(floor, self.home)
        return neighbour(scene, x + HOME + 60, y - 44, 0.4, -1)

    def _home(self, floor: int, home: int, scene: Scene) -> str:
        x, y = self._place(floor, home)
        special = (floor, home) == (self.floor, self.home)
        pick = floor * 7 + home * 3 + self.seed
        lit = scene.light.is_dark and (special or pick % 5 not in {0, 3})
        if special and not scene.is_on("licht", "vanzelf"):
            lit = scene.is_on("licht", "aan")
        curtain = (
            scene.state.get("gordijn", "open")
            if special
            else ("open", "vitrage", "half", "vitrage", "dicht")[pick % 5]
        )
        is_open = special and scene.is_on("raam", "open")
        pane = Pane(
            x + 20,
            y - 132,
            112,
            88,
            1 if is_open else 2,
            curtain,
            CLOTHS[pick % 5],
            lit,
            2 if pick % 3 == 0 and not special else 0,
        )
        drawn = window(pane, scene) + (self._open_window(x + 20, y - 132, scene) if is_open else "")
        colour = DOORS[pick % 5]
        door = (
            rect(x + 148, y - 128, 62, 128, "#f2eee3")
            + rect(x + 153, y - 122, 52, 122, colour)
            + rect(x + 160, y - 116, 38, 46, glow("#f0c67c") if lit and scene.light.is_dark else "#5b7c8e")
        )
        door += circle(x + 199, y - 58, 3, "#d8bf74") + rect(x + 166, y - 52, 20, 5, "#a9b0b6", rx=1)
        lamp = circle(x + 140, y - 134, 5, glow("#fff0c2") if scene.light.is_dark else "#efe8d0")
        shine = circle(x + 140, y - 128, 70, "url(#gloed)", fill_opacity=0.5) if scene.light.is_dark else ""
        return drawn + door + lamp + shine

    def _open_window(self, x: float, y: float, scene: Scene) -> str:
        """One sash turned outwards and a curtain in the draught."""
        swing = math.sin(scene.phase * math.tau)
        hole = rect(x + 60, y, 52, 88, "#1c242e", fill_opacity=0.35)
        sash = path(
            f"M{num(x + 112)} {num(y)}L{num(x + 140)} {num(y - 9)}V"
            f"{num(y + 97)}L{num(x + 112)} {num(y + 88)}z",
            "#f8f4ea",
        )
        sash += path(
            f"M{num(x + 116)} {num(y + 4)}L{num(x + 136)} "
            f"{num(y - 2)}V{num(y + 90)}L{num(x + 116)} {num(y + 84)}z",
            "#8fb0bf",
        )
        blow = 14 + 10 * swing
        cloth = path(
            f"M{num(x + 70)} {num(y)}H{num(x + 98)}C{num(x + 104)} {num(y + 30)} {num(x + 96 + blow)}"
            f" {num(y + 50)} {num(x + 94 + blow)} {num(y + 96)}Q{num(x + 82 + blow * 0.6)}"
            f" {num(y + 104)} {num(x + 66 + blow * 0.4)} {num(y + 94)}C{num(x + 62 + blow * 0.5)}"
            f" {num(y + 60)} {num(x + 70)} {num(y + 30)} {num(x + 70)} {num(y)}z",
            "#efe6d2",
            fill_opacity=0.92,
        )
        folds = line(
            f"M{num(x + 80)} {num(y + 4)}Q{num(x + 84)} "
            f"{num(y + 50)} {num(x + 78 + blow * 0.7)} {num(y + 94)}"
            f"M{num(x + 90)} {num(y + 4)}Q{num(x + 96)} "
            f"{num(y + 50)} {num(x + 88 + blow * 0.8)} {num(y + 94)}",
            "#b9ac90",
            1.6,
        )
        return hole + cloth + folds + sash

    def _ground(self, scene: Scene) -> str:
        drawn = rect(0, -PLINTH + 10, self.width, PLINTH - 10, "#8a8377", fill_opacity=0.35)
        for home in range(1, self.homes + 1):
            x = 20 + (home - 1) * HOME
            drawn += portico(x + 16, scene) if home == self.portico else _stores(x, home)
        return drawn


def _stores(x: float, home: int) -> str:
    """Two doors of storerooms and a slit of a window between them."""
    drawn = ""
    for dx in (14, 140):
        colour = DOORS[(home + int(dx)) % 5]
        drawn += rect(x + dx - 5, -116, 68, 116, "#cfc8ba") + rect(
            x + dx, -110, 58, 110, lighter(colour, 0.12)
        )
        drawn += line(
            "".join(f"M{num(x + dx + 6)} {y}h46" for y in range(-98, -4, 12)),
            "#000",
            1.4,
            stroke_opacity=0.16,
        ) + circle(x + dx + 51, -54, 3, "#d8bf74")
    return drawn + rect(x + 86, -112, 40, 22, "#5b7c8e", stroke="#e9e4d8", stroke_width=4)


def _balustrade(width: float, y: float, panel: str, floor: int) -> str:
    high = 50.0
    panels = "".join(
        rect(x + 3, y - high + 8, 110, high - 12, panel if int(x / 116 + floor) % 3 else darker(panel, 0.1))
        for x in range(0, int(width) - 100, 116)
    )
    posts = "".join(f"M{x} {num(y)}V{num(y - high)}" for x in range(0, int(width), 116))
    rail = rect(-8, y - high, width + 16, 7, "#5f686f", rx=2)
    return panels + line(posts, "#5f686f", 4) + rail + rect(0, y - 5, width, 4, "#000", fill_opacity=0.12)


class GalleryRail(Thing):
    """The balustrade of one gallery again, for people who stand behind it."""

    width: float = Field(alias="breed", gt=0)
    panel: Hex = Field(default="#d9dcd6", alias="paneel")

    def reach(self) -> Box:
        return (-8, -56, self.width + 16, 60)

    def draw(self, _scene: Scene) -> str:
        return _balustrade(self.width, 0, self.panel, self.seed)
