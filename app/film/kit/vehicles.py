"""Cars and bicycles, parked or driven."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.film.kit.light import Light, darker, lighter
from app.film.kit.marks import box_path, circle, clipped, ellipse, glow, group, line, num, path, rect
from app.film.kit.world import Box, Hex, Scene, Spot, States, Thing

Body = Literal["klein", "sedan", "stationwagen", "bestelbus"]
LONG = 440.0
ROOFS: Mapping[str, str] = {
    "klein": "M-148 -78C-128 -122 -98 -140 -60 -142H52C92 -140 122 -112 146 -80z",
    "sedan": "M-132 -80C-104 -122 -78 -136 -40 -138H42C78 -136 108 -112 138 -82z",
    "stationwagen": "M-190 -80C-184 -116 -176 -136 -150 -138H48C84 -136 112 -112 140 -82z",
    "bestelbus": "M-196 -60V-196Q-196 -208 -182 -208H96C120 -206 146 -150 158 -90V-60z",
}
GLASS: Mapping[str, str] = {
    "klein": "M-128 -82C-112 -114 -92 -128 -62 -130H-8V-82zM4 -130H50C84 -126 106 -106 124 -84L122 -82H4z",
    "sedan": "M-112 -84C-90 -114 -70 -126 -42 -127H-10V-84zM2 -127H40C70 -124 94 -106 114 -86L112 -84H2z",
    "stationwagen": "M-174 -84C-170 -112 -164 -126 -148 -127H-78V-84zM-68"
    " -127H-8V-84zM4 -127H46C76 -124 96 -106 116 -86L114 -84H4z",
    "bestelbus": "M34 -186H90C108 -182 124 -142 132 -112H34z",
}
LOWER: Mapping[str, str] = {
    "klein": "M-196 -34C-200 -64 -186 -80 -150 -84L140 -86C172 -82 198"
    " -74 202 -50L200 -28Q198 -22 188 -22H-184Q-194 -22 -196 -34z",
    "sedan": "M-218 -34C-222 -64 -210 -80 -170 -85L140 -88C182 -84 214"
    " -76 220 -50L218 -28Q216 -22 206 -22H-206Q-216 -22 -218 -34z",
    "stationwagen": "M-214 -34C-218 -70 -208 -86 -186 -88L140 -88C182 -84 214"
    " -76 220 -50L218 -28Q216 -22 206 -22H-202Q-212 -22 -214 -34z",
    "bestelbus": "M-198 -30V-92H158C184 -88 200 -76 204 -52V-30Q202 -22 192 -22H-188Q-198 -22 -198 -30z",
}


def car(
    colour: str,
    body: str,
    light: Light,
    *,
    roll: float = 0,
    driver: str = "",
    ajar: bool = False,
    beams: bool = False,
) -> str:
    """Looking to the right, origin on the ground below its middle; 440 long."""
    shade = ellipse(0, 1, 222, 10, "#000", fill_opacity=0.28)
    upper = path(ROOFS[body], colour) + path(ROOFS[body], "url(#glans)", fill_opacity=0.5)
    panes = clipped(
        GLASS[body],
        path(GLASS[body], "#33424f")
        + driver
        + path("M-120 -80L-80 -200h30L-90 -80zM60 -80L100 -200h16L76 -80z", "#fff", fill_opacity=0.1),
    )
    lower = path(LOWER[body], colour) + path(LOWER[body], "url(#dakval)", fill_opacity=0.7)
    trim = rect(-190, -34, 384, 9, darker(colour, 0.45), rx=3) + line(
        "M-196 -64H196", lighter(colour, 0.3), 1.6, stroke_opacity=0.5
    )
    doors = line(
        "M-2 -128V-30M-4 -84H-120M112 -84L104 -40Q100 -30 90 -30",
        darker(colour, 0.4),
        1.8,
        stroke_opacity=0.7,
    ) + rect(-36, -72, 22, 5, darker(colour, 0.35), rx=2)
    mirror = path("M112 -92h16q8 0 8 8t-8 8h-12z", darker(colour, 0.25))
    open_pane = path("M4 -84H118", "none", stroke=darker(colour, 0.5), stroke_width=4) if ajar else ""
    wheels = "".join(group(_wheel(roll), x, -34) for x in (-132, 134))
    return shade + upper + lower + panes + open_pane + trim + doors + mirror + wheels + _lamps(light, beams)


def _wheel(roll: float) -> str:
    spokes = "".join(
        f"M0 0L{num(19 * math.sin(i * math.tau / 5))} {num(-19 * math.cos(i * math.tau / 5))}"
        for i in range(5)
    )
    arch = path("M-46 12A46 46 0 0 1 46 12z", "#14171c")
    tyre = circle(0, 0, 35, "#23272d") + circle(0, 0, 23, "#b9c0c6") + circle(0, 0, 20, "#8f979e")
    return (
        arch + tyre + group(line(spokes, "#dfe4e8", 5), turn=math.degrees(roll)) + circle(0, 0, 5, "#5b636b")
    )


def _lamps(light: Light, beams: bool) -> str:
    front = path("M190 -70Q214 -64 216 -52L196 -52z", glow("#fff3cf") if beams else "#e7ecee")
    rear = path("M-214 -70L-196 -74V-52H-218z", glow("#e8483a") if beams else "#a8322a")
    shine = (
        path("M210 -62L430 -96L430 -6L210 -50z", "url(#schijn)")
        + ellipse(330, -34, 150, 46, "url(#schijn)", fill_opacity=0.7)
        if beams and light.is_dark
        else ""
    )
    red = circle(-214, -62, 34, "url(#gloed)", fill_opacity=0.3) if beams and light.is_dark else ""
    return front + rear + shine + red


class ParkedCar(Thing):
    """A car in the street; ``staat`` says whether it is there."""

    states: ClassVar[States] = {"er": ("ja", "nee"), "lichten": ("uit", "aan")}
    colour: Hex = Field(default="#7d8a94", alias="kleur")
    body: Body = Field(default="klein", alias="model")
    faces: Literal["links", "rechts"] = Field(default="rechts", alias="kijkt")

    def reach(self) -> Box:
        return (-450, -220, 900, 240)

    def spots(self) -> Mapping[str, Spot]:
        side = 1 if self.faces == "rechts" else -1
        return {
            "wiel": Spot(134 * side, -34, 48),
            "portier": Spot(50 * side, -70, 70),
            "auto": Spot(0, -76, 190),
        }

    def draw(self, scene: Scene) -> str:
        if scene.is_on("er", "nee"):
            return ""
        drawn = car(self.colour, self.body, scene.light, beams=scene.is_on("lichten", "aan"))
        return group(drawn, scale=(-1, 1)) if self.faces == "links" else drawn


class Bike(Thing):
    """A bicycle on its stand; with ``slot`` a lock that can be broken, and it can be gone."""

    states: ClassVar[States] = {"er": ("ja", "nee"), "slot": ("dicht", "kapot")}
    colour: Hex = Field(default="#2b4c7e", alias="kleur")
    crate: bool = Field(default=False, alias="krat")
    faces: Literal["links", "rechts"] = Field(default="rechts", alias="kijkt")

    def reach(self) -> Box:
        return (-150, -190, 300, 196)

    def spots(self) -> Mapping[str, Spot]:
        return {"fiets": Spot(0, -80, 130), "slot": Spot(-86, -86, 36)}

    def draw(self, scene: Scene) -> str:
        if scene.is_on("er", "nee"):
            return ""
        drawn = bike(self.colour, self.crate) + _lock(scene.is_on("slot", "kapot"))
        return group(drawn, scale=(-1, 1)) if self.faces == "links" else drawn


def bike(colour: str, crate: bool = False) -> str:
    wheels = "".join(
        circle(x, -54, 52, "none", stroke="#22272e", stroke_width=5)
        + circle(x, -54, 47, "none", stroke="#c5cbd1", stroke_width=1.6)
        + group(line("M-46 0H46M0 -46V46M-33 -33L33 33M-33 33L33 -33", "#9aa3ad", 0.9), x, -54)
        for x in (-86, 92)
    )
    frame = line("M6 -48L-34 -124L62 -128M6 -48L64 -118M-34 -124L-86 -54L6 -48M62 -142L92 -54", colour, 6)
    guard = path("M-140 -58A56 56 0 0 1 -46 -92L-50 -88A50 50 0 0 0 -134 -58z", darker(colour, 0.3))
    bars = line("M62 -142L56 -164M56 -164Q44 -166 36 -158", "#9aa3ad", 5) + line(
        "M44 -163q-6 1 -9 6", "#2a1f18", 7
    )
    saddle = path("M-58 -134Q-34 -142 -10 -132Q-12 -126 -30 -126Q-52 -124 -58 -134z", "#2a1f18") + line(
        "M-34 -128v10", "#9aa3ad", 5
    )
    carrier = (
        line("M-132 -112H-72L-86 -54", "#2a323d", 4)
        + circle(6, -48, 12, "none", stroke="#7d868f", stroke_width=4)
        + line("M6 -48l14 18M6 -48l-14 -18", "#7d868f", 4)
    )
    box = (
        line("M74 -140h48L92 -54", "#2a323d", 4)
        + rect(72, -176, 54, 34, "#8a6844", rx=2)
        + line("M74 -165h50M74 -154h50", darker("#8a6844", 0.3), 3)
        if crate
        else ""
    )
    stand = line("M-70 -40L-52 -2", "#5d656e", 4)
    return (
        ellipse(2, 1, 132, 6, "#000", fill_opacity=0.2)
        + wheels
        + guard
        + carrier
        + frame
        + saddle
        + bars
        + box
        + stand
    )


def _lock(is_broken: bool) -> str:
    if is_broken:
        return line("M-104 -92q-6 -22 8 -26M-70 -94q12 -4 14 -18", "#d9a33c", 6) + line(
            "M-96 -4h26", "#d9a33c", 6
        )
    return circle(-86, -88, 17, "none", stroke="#d9a33c", stroke_width=6) + rect(
        -97, -82, 22, 15, "#5a636d", rx=3
    )


class Wagon(BaseModel):
    """A car that drives, as a file in media/kit/figuren; its driver is the name of another figure."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    sort: Literal["auto"] = Field(default="auto", alias="soort")
    name: str = Field(alias="naam")
    colour: Hex = Field(default="#24272d", alias="kleur")
    body: Body = Field(default="sedan", alias="model")
    driver: str = Field(default="", alias="bestuurder", max_length=60)
    stripes: bool = Field(default=False, alias="strepen")
    """The stripes and blue lights of police and ambulance."""


WHEEL = 35.0


def driven(wagon: Wagon, walk: float | None, light: Light, driver: str, ajar: bool) -> str:
    seated = group(clipped(box_path(-70, -330, 160, 470), driver), 46, 46, 0.66) if driver else ""
    drawn = car(
        wagon.colour, wagon.body, light, roll=walk or 0, driver=seated, ajar=ajar, beams=light.is_dark
    )
    return drawn + (_emergency(wagon.body) if wagon.stripes else "")


def _emergency(body: str) -> str:
    """Slanted stripes in blue and red, and a bar of blue lights."""
    top = {"bestelbus": -208.0, "stationwagen": -138.0, "sedan": -138.0, "klein": -142.0}[body]
    stripes = "".join(
        path(f"M{x} -58l16 -22h18l-16 22z", "#24549c" if i % 2 else "#c8402f")
        for i, x in enumerate(range(-150, 120, 34))
    )
    bar = (
        rect(-44, top - 11, 84, 12, "#2b333c", rx=3)
        + rect(-40, top - 9, 34, 8, glow("#5aa0f0"), rx=3)
        + rect(2, top - 9, 34, 8, glow("#5aa0f0"), rx=3)
    )
    return stripes + bar
