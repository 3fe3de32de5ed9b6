"""Sky, clouds, far trees and roofs: what lies behind everything."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping

from pydantic import Field

from app.film.kit.lettering import lettered
from app.film.kit.light import Light, blend, darker, lighter
from app.film.kit.marks import circle, ellipse, glow, group, line, num, path, rect
from app.film.kit.world import Box, Scene, Spot, Thing

WOODS = {"lente": "#93bd84", "zomer": "#7fae78", "herfst": "#c48a42", "winter": "#a5a99b"}


class Sky(Thing):
    """From the origin, as wide and high as it says; clouds by day, stars at night."""

    width: float = Field(alias="breed", gt=0)
    height: float = Field(alias="hoog", gt=0)

    def reach(self) -> Box:
        return (0, 0, self.width, self.height)

    def draw(self, scene: Scene) -> str:
        top, middle, low = scene.light.sky
        name = f"lucht-{scene.light.time}-{scene.light.weather}"
        fade = (
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse"'
            f' x1="0" y1="0" x2="0" y2="{num(self.height)}">'
            f'<stop offset=".3" stop-color="{top}"/><stop offset=".72" stop-color="'
            f'{middle}"/><stop offset="1" stop-color="{low}"/></linearGradient>'
        )
        return fade + rect(0, 0, self.width, self.height, f"url(#{name})") + self._things(scene.light)

    def _things(self, light: Light) -> str:
        pick = random.Random(self.seed)  # noqa: S311
        if light.time == "avond" and not light.is_wet:
            stars = "".join(
                circle(
                    pick.uniform(0, self.width),
                    pick.uniform(0.2, 0.78) * self.height,
                    pick.choice((0.9, 1.2, 1.7)),
                    glow("#e8eeff"),
                    fill_opacity=0.75,
                )
                for _ in range(int(self.width / 26))
            )
            moon = circle(
                self.width * 0.62, self.height * 0.47, 90, "url(#schijn)", fill_opacity=0.35
            ) + circle(self.width * 0.62, self.height * 0.47, 24, glow("#f6f0d8"))
            return stars + moon
        sun = (
            circle(self.width * 0.7, self.height * 0.42, 260, "url(#zon)")
            if light.time == "dag" and not light.is_wet
            else ""
        )
        colour = {"dag": "#ffffff", "schemer": "#f3c3a8", "avond": "#33415f"}[light.time]
        if light.is_wet:
            colour = {"dag": "#cfd6d9", "schemer": "#8c8b98", "avond": "#2a3650"}[light.time]
        clouds = ""
        for i in range(int(self.width / (190 if light.is_wet else 330))):
            x = (i + pick.uniform(0.2, 0.8)) * (190 if light.is_wet else 330)
            clouds += group(
                _cloud(colour),
                x,
                self.height * pick.uniform(0.36, 0.7),
                pick.uniform(0.7, 1.5 if not light.is_wet else 2.2),
            )
        return sun + clouds


def _cloud(colour: str) -> str:
    puffs = (
        ellipse(0, 0, 74, 20, glow(colour))
        + circle(-30, -12, 24, glow(colour))
        + circle(6, -24, 32, glow(colour))
        + circle(42, -10, 22, glow(colour))
    )
    return (
        f'<g opacity=".8">{puffs}'
        f"{path('M-70 6Q0 26 70 6Q40 20 0 20Q-40 20 -70 6z', '#000', fill_opacity=0.06)}</g>"
    )


class Woods(Thing):
    """A row of far trees along the horizon."""

    width: float = Field(alias="breed", gt=0)
    height: float = Field(default=70, alias="hoog", gt=0)
    depth: float = Field(default=0.5, alias="ver", ge=0, le=1)
    """0 is near and dark, 1 is far and pale."""

    def reach(self) -> Box:
        return (-60, -self.height * 2, self.width + 120, self.height * 2 + 30)

    def draw(self, scene: Scene) -> str:
        pick = random.Random(self.seed)  # noqa: S311
        near = WOODS[scene.light.season]
        colour = blend(darker(near, 0.1), "#c6dcd4", 0.15 + self.depth * 0.55)
        bare = scene.light.season == "winter"
        drawn, x = "", -20.0
        while x < self.width + 20:
            radius = self.height * pick.uniform(0.55, 0.95)
            tone = lighter(colour, pick.uniform(0, 0.12))
            if bare:
                drawn += ellipse(x, -radius * 0.7, radius * 0.8, radius, tone, fill_opacity=0.55) + line(
                    f"M{num(x)} 0V{num(-radius)}M{num(x)} {num(-radius * 0.4)}l{num(radius * 0.3)} "
                    f"{num(-radius * 0.5)}M{num(x)} {num(-radius * 0.5)}l"
                    f"{num(-radius * 0.3)} {num(-radius * 0.45)}",
                    darker(tone, 0.25),
                    3,
                    stroke_opacity=0.6,
                )
            else:
                drawn += circle(x, -radius * 0.55, radius, tone) + circle(
                    x + radius * 0.25, -radius * 0.75, radius * 0.6, lighter(tone, 0.08)
                )
            x += radius * 0.9
        return drawn + rect(0, -self.height * 0.35, self.width, self.height * 0.35 + 26, darker(colour, 0.06))


class Church(Thing):
    """A village church with a clock; ``klok`` is the time on it."""

    clock: str = Field(default="11:55", alias="klok", pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$")

    def reach(self) -> Box:
        return (-60, -420, 300, 430)

    def spots(self) -> Mapping[str, Spot]:
        return {"klok": Spot(0, -186, 40)}

    def draw(self, scene: Scene) -> str:
        stone, slate = "#b98f73", "#62727d"
        nave = (
            rect(34, -108, 180, 108, stone)
            + path("M26 -108L52 -176H214L222 -108z", "#6e5a54")
            + path("M26 -108L52 -176H214L222 -108z", "url(#pan)", fill_opacity=0.6)
        )
        glass = glow("#f0c67c") if scene.light.is_dark else "#4d5c6c"
        for x in (70, 116, 162):
            nave += path(f"M{x} -34v-32a11 11 0 0 1 22 0v32z", glass)
        tower = (
            rect(-42, -236, 84, 236, stone)
            + rect(-42, -236, 84, 236, "url(#steen)")
            + rect(12, -236, 30, 236, "#000", fill_opacity=0.1)
        )
        spire = (
            path("M-50 -236L0 -392L50 -236z", slate)
            + path("M0 -392L50 -236H14z", "#000", fill_opacity=0.15)
            + rect(-50, -240, 100, 8, darker(stone, 0.2))
        )
        cock = line("M0 -392v-22M-9 -404h18", "#d8c07a", 3)
        windows = path("M-12 -110v-20a12 12 0 0 1 24 0v20z", "#5b4538") + path(
            "M-14 0v-40a14 14 0 0 1 28 0V0z", "#5b4030"
        )
        return nave + tower + spire + cock + windows + self._clock(scene)

    def _clock(self, scene: Scene) -> str:
        hour, minute = (int(part) for part in self.clock.split(":"))
        face = circle(
            0,
            -186,
            27,
            glow("#fbf3d6") if scene.light.is_dark else "#f8f5ea",
            stroke="#3c4b55",
            stroke_width=3.4,
        )
        marks = "".join(
            f"M{num(22 * math.sin(i * math.pi / 6))} {num(-186 - 22 * math.cos(i * math.pi / 6))}l"
            f"{num(-3 * math.sin(i * math.pi / 6))} {num(3 * math.cos(i * math.pi / 6))}"
            for i in range(12)
        )
        hands = ""
        for turn, length, weight in (((hour % 12 + minute / 60) * 30, 13, 3.6), (minute * 6, 20, 2.6)):
            angle = math.radians(turn)
            hands += line(
                f"M0 -186l{num(length * math.sin(angle))} {num(-length * math.cos(angle))}",
                glow("#1d2730"),
                weight,
            )
        return face + line(marks, glow("#1d2730"), 1.6) + hands


class Sign(Thing):
    """The name of a street, on a blue sign on a post."""

    words: str = Field(alias="tekst", max_length=20)

    def reach(self) -> Box:
        return (-110, -236, 220, 240)

    def draw(self, _scene: Scene) -> str:
        from app.film.kit.lettering import width_of

        wide = width_of(self.words, 15) + 26
        post = rect(-3, -226, 6, 226, "#8a9299") + ellipse(0, 1, 12, 3, "#000", fill_opacity=0.22)
        plate = rect(-wide / 2, -232, wide, 32, "#1b3c6e", rx=3) + rect(
            -wide / 2 + 2.4, -229.6, wide - 4.8, 27.2, "none", stroke="#fff", stroke_width=1.4, rx=2
        )
        return post + plate + lettered(self.words, 0, -208.5, 15, "#ffffff", weight=2.6)
