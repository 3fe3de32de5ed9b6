"""Things that stand along a street: lamps, benches, bins, walls, fences, a bus shelter, a row of racks."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from app.film.kit.houses import BRICKS, Brick
from app.film.kit.lettering import lettered
from app.film.kit.light import darker, lighter
from app.film.kit.marks import circle, ellipse, glow, line, num, path, rect, shadow
from app.film.kit.world import Box, Hex, Scene, Spot, States, Thing


class Lamp(Thing):
    """A street lamp that lights the ground when it is dark; ``stuk`` stays out."""

    states: ClassVar[States] = {"lamp": ("heel", "stuk")}
    kind: Literal["straat", "pad", "plein"] = Field(default="straat", alias="model")

    def reach(self) -> Box:
        return (-330, -420, 700, 470)

    def spots(self) -> Mapping[str, Spot]:
        return {"lamp": Spot(*self._head(), 40)}

    def _head(self) -> tuple[float, float]:
        return {"straat": (62.0, -350.0), "pad": (0.0, -236.0), "plein": (0.0, -310.0)}[self.kind]

    def draw(self, scene: Scene) -> str:
        is_on = scene.light.is_dark and not scene.is_on("lamp", "stuk")
        x, y = self._head()
        pool = ellipse(x, 14, 260, 34, "url(#gloed)", fill_opacity=0.75) if is_on else ""
        halo = (
            circle(x, y + 4, 130, "url(#gloed)")
            + path(
                f"M{num(x - 14)} {num(y + 8)}L{num(x - 190)} 12H{num(x + 190)}L{num(x + 14)} {num(y + 8)}z",
                "url(#schijn)",
                fill_opacity=0.5,
            )
            if is_on
            else ""
        )
        glass = glow("#fff2c4") if is_on else "#efe9d2"
        return pool + shadow(0, 1, 15, 4) + self._post(glass) + halo

    def _post(self, glass: str) -> str:
        iron = "#4d565d"
        if self.kind == "straat":
            post = (
                path("M-5 0L-3 -340H3L5 0z", iron)
                + rect(-8, -34, 16, 34, "#3d454b", rx=2)
                + line("M0 -338Q2 -366 34 -362", iron, 5)
            )
            return (
                post + path("M30 -368h58q7 0 7 7l-4 6H34z", "#3d454b") + path("M36 -354h54l-8 6H44z", glass)
            )
        top = -236 if self.kind == "pad" else -310
        post = path(f"M-5 0L-3.4 {top + 14}H3.4L5 0z", iron) + rect(-8, -30, 16, 30, "#3d454b", rx=2)
        hood = path(f"M-26 {top - 10}Q0 {top - 30} 26 {top - 10}L22 {top - 4}H-22z", "#3d454b") + path(
            f"M-18 {top - 4}H18L11 {top + 18}H-11z", glass
        )
        return post + hood


class Bench(Thing):
    """A wooden bench of 190 wide, seen from the front; people sit on y of its feet."""

    kind: Literal["hout", "beton"] = Field(default="hout", alias="model")
    width: float = Field(default=190, alias="breed", gt=60)

    def reach(self) -> Box:
        return (-self.width / 2 - 14, -98, self.width + 28, 106)

    def spots(self) -> Mapping[str, Spot]:
        return {"zitting": Spot(0, -46, self.width * 0.55)}

    def draw(self, scene: Scene) -> str:
        half = self.width / 2
        under = ellipse(4, 1, half + 8, 7, "#000", fill_opacity=0.2)
        rime = (
            line(f"M{num(-half + 4)} -46H{num(half - 4)}", "#f5f8f8", 2.4, stroke_opacity=0.8)
            if scene.light.season == "winter"
            else ""
        )
        if self.kind == "beton":
            block = (
                rect(-half, -44, self.width, 12, "#c9c3b6", rx=2)
                + rect(-half + 10, -32, self.width - 20, 32, "#aaa498")
                + rect(-half, -44, self.width, 4, "#fff", fill_opacity=0.3)
            )
            return under + block + rime
        wood, iron = "#9c6f45", "#3d454b"
        posts = "".join(
            rect(x, -92, 7, 92, iron, rx=1) + rect(x - 6, -34, 19, 5, iron) for x in (-half + 16, half - 23)
        )
        back = "".join(
            rect(-half, y, self.width, 13, wood if i else lighter(wood, 0.08), rx=2)
            for i, y in enumerate((-94, -76))
        )
        seat = rect(-half - 4, -47, self.width + 8, 8, lighter(wood, 0.1), rx=2) + rect(
            -half - 4, -39, self.width + 8, 5, darker(wood, 0.3), rx=1
        )
        grain = line(
            f"M{num(-half + 12)} -87h{num(self.width * 0.4)}M{num(-half + 60)} -69h{num(self.width * 0.5)}",
            darker(wood, 0.25),
            1.2,
        )
        arms = "".join(line(f"M{num(x)} -62h14v22", iron, 4) for x in (-half - 2, half - 14))
        return under + posts + back + grain + seat + arms + rime


class LitterBin(Thing):
    """A bin for litter; ``zak`` is a bag of crisps that lies beside it or not."""

    states: ClassVar[States] = {"zak": ("weg", "ligt")}

    def reach(self) -> Box:
        return (-90, -84, 130, 90)

    def spots(self) -> Mapping[str, Spot]:
        return {"bak": Spot(0, -42, 44), "zak": Spot(-58, -6, 24)}

    def draw(self, scene: Scene) -> str:
        body = (
            path("M-21 -66H21L18 0H-18z", "#3f5f4c")
            + rect(-25, -76, 50, 12, "#2f4a3a", rx=3)
            + rect(-14, -60, 28, 9, "#16201a", rx=4)
            + path("M6 -66H21L18 0H5z", "#000", fill_opacity=0.14)
        )
        crisps = path("M-76 -2L-70 -16L-46 -12L-42 0Q-58 5 -76 -2z", "#d8463a") + path(
            "M-70 -9L-44 -6", "none", stroke="#f6d34f", stroke_width=4
        )
        crumbs = line("M-86 2h3M-38 3h3M-34 -2h2", "#e9c46a", 2.6)
        return shadow(2, 1, 26, 5) + body + (crisps + crumbs if scene.is_on("zak", "ligt") else "")


class Wall(Thing):
    """A brick wall from the origin to the right."""

    width: float = Field(alias="breed", gt=0)
    height: float = Field(alias="hoog", gt=0)
    brick: Brick = Field(default="rood", alias="steen")

    def reach(self) -> Box:
        return (-8, -self.height - 14, self.width + 16, self.height + 22)

    def draw(self, _scene: Scene) -> str:
        stone = BRICKS[self.brick]
        area = (0.0, -self.height, self.width, self.height)
        cap = rect(-5, -self.height - 9, self.width + 10, 11, "#cfc7b8", rx=1) + rect(
            -5, -self.height + 1, self.width + 10, 4, "#000", fill_opacity=0.18
        )
        return (
            rect(-4, -2, self.width + 8, 7, "#000", fill_opacity=0.16)
            + rect(*area, stone)
            + rect(*area, "url(#steen)")
            + rect(*area, "url(#val)", fill_opacity=0.6)
            + cap
        )


class Fence(Thing):
    """Boards, railings or wire mesh from the origin to the right."""

    width: float = Field(alias="breed", gt=0)
    height: float = Field(default=80, alias="hoog", gt=0)
    kind: Literal["planken", "spijlen", "gaas"] = Field(default="planken", alias="model")
    colour: Hex = Field(default="#a5805b", alias="kleur")

    def reach(self) -> Box:
        return (-6, -self.height - 10, self.width + 12, self.height + 16)

    def draw(self, _scene: Scene) -> str:
        if self.kind == "gaas":
            return self._mesh()
        if self.kind == "spijlen":
            return self._railings()
        pick = random.Random(self.seed)  # noqa: S311
        boards, x = "", 0.0
        while x < self.width:
            tone = (
                lighter(self.colour, pick.uniform(0, 0.14))
                if pick.random() < 0.6
                else darker(self.colour, pick.uniform(0, 0.1))
            )
            high = self.height + pick.uniform(-1.5, 2.5)
            boards += rect(x, -high, min(15.4, self.width - x), high, tone)
            x += 16.4
        back = rect(0, -self.height + 4, self.width, self.height - 4, darker(self.colour, 0.45))
        rails = rect(0, -self.height + 13, self.width, 6, darker(self.colour, 0.3), fill_opacity=0.55) + rect(
            0, -22, self.width, 6, darker(self.colour, 0.3), fill_opacity=0.55
        )
        return back + boards + rails + rect(0, -9, self.width, 9, "#000", fill_opacity=0.14)

    def _railings(self) -> str:
        bars = "".join(f"M{num(i * 14)} 0V{num(-self.height)}" for i in range(int(self.width / 14) + 1))
        rails = f"M0 {num(-self.height + 8)}H{num(self.width)}M0 -12H{num(self.width)}"
        posts = "".join(
            rect(i * 140 - 3.5, -self.height - 6, 7, self.height + 6, darker(self.colour, 0.1), rx=1)
            for i in range(int(self.width / 140) + 1)
        )
        return line(bars, self.colour, 3) + line(rails, self.colour, 4.4) + posts

    def _mesh(self) -> str:
        cross = "".join(
            f"M{num(i * 16)} 0l{num(self.height * 0.6)} {num(-self.height)}M{num(i * 16)}"
            f" {num(-self.height)}l{num(self.height * 0.6)} {num(self.height)}"
            for i in range(-2, int(self.width / 16) - 1)
        )
        posts = "".join(
            rect(i * 160 - 3, -self.height - 4, 6, self.height + 4, darker(self.colour, 0.2), rx=1)
            for i in range(int(self.width / 160) + 1)
        )
        return (
            line(cross, self.colour, 1.1, stroke_opacity=0.55)
            + line(f"M0 {num(-self.height)}H{num(self.width)}", self.colour, 3)
            + posts
        )


class Bollard(Thing):
    """An iron post of Amsterdam kind, without crosses."""

    def reach(self) -> Box:
        return (-12, -70, 24, 76)

    def draw(self, _scene: Scene) -> str:
        return (
            shadow(1, 1, 12, 3.4)
            + path("M-8 0L-6 -52H6L8 0z", "#6b3a34")
            + rect(-8, -58, 16, 7, "#7d463f", rx=3)
            + circle(0, -61, 5, "#6b3a34")
            + rect(-7, -40, 14, 5, "#e9e3d6")
        )


class BusShelter(Thing):
    """A glass shelter with a bench; its roof is lit in the evening."""

    def reach(self) -> Box:
        return (-170, -256, 340, 290)

    def spots(self) -> Mapping[str, Spot]:
        return {"bank": Spot(0, -46, 90), "bord": Spot(140, -214, 32)}

    def draw(self, scene: Scene) -> str:
        iron = "#49525a"
        glass = rect(-136, -204, 250, 186, "#9fc0cc", fill_opacity=0.32) + path(
            "M-96 -18L-20 -204h34L-62 -18zM20 -18L96 -204h14L34 -18z", "#fff", fill_opacity=0.16
        )
        posts = "".join(rect(x, -210, 7, 210, iron) for x in (-140, -12, 112))
        bench = (
            rect(-104, -48, 186, 9, "#9c6f45", rx=2)
            + rect(-80, -40, 6, 40, iron)
            + rect(54, -40, 6, 40, iron)
        )
        roof = path("M-158 -210H132L126 -226H-152z", iron) + rect(-158, -212, 290, 6, darker(iron, 0.2))
        light = (
            rect(-130, -206, 238, 4, glow("#fff4d2"))
            + path("M-130 -204H108L150 14H-170z", "url(#schijn)", fill_opacity=0.8)
            if scene.light.is_dark
            else ""
        )
        flag = (
            rect(138, -232, 5, 232, iron)
            + rect(126, -236, 30, 44, "#f2d43c", rx=3)
            + path("M132 -224h18v14q0 4 -4 4h-10q-4 0 -4 -4z", "#1b2a44")
            + rect(134, -221, 14, 6, "#f2d43c")
        )
        times = rect(-132, -180, 44, 62, "#fbf8ee", rx=2) + line(
            "".join(f"M-127 {y}h{34 if y % 3 else 24}" for y in range(-170, -124, 7)), "#8a93a0", 1.6
        )
        return shadow(-10, 2, 160, 6) + glass + times + bench + posts + light + roof + flag


class Rack(Thing):
    """A row of iron hoops to stand bicycles in."""

    count: int = Field(default=5, alias="aantal", ge=1, le=14)

    def reach(self) -> Box:
        return (-20, -70, self.count * 52 + 20, 76)

    def spots(self) -> Mapping[str, Spot]:
        return {"rek": Spot(self.count * 26, -34, 70)}

    def draw(self, _scene: Scene) -> str:
        hoops = "".join(
            f"M{i * 52} 0V-48Q{i * 52} -62 {i * 52 + 13} -62Q{i * 52 + 26} -62 {i * 52 + 26} -48V0"
            for i in range(self.count)
        )
        return line(hoops, "#7f8991", 5.4) + line(f"M-8 -1H{self.count * 52 - 14}", "#6b747b", 5)


class Placard(Thing):
    """A post with a sign that carries a house number or the name of a place."""

    words: str = Field(default="", alias="tekst", max_length=18)

    def reach(self) -> Box:
        return (-90, -190, 180, 196)

    def draw(self, _scene: Scene) -> str:
        board = rect(-84, -186, 168, 62, "#fbf7ec", rx=4, stroke="#1b3c6e", stroke_width=5) + lettered(
            self.words, 0, -147, 15, "#1b3c6e", weight=2.8
        )
        return (
            shadow(0, 1, 60, 4)
            + rect(-66, -130, 6, 130, "#6b747b")
            + rect(60, -130, 6, 130, "#6b747b")
            + board
        )
