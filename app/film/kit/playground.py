"""A playground: swing, slide, climbing frame, spring animal, sandpit and a ball."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from app.film.kit.light import darker
from app.film.kit.marks import circle, ellipse, group, line, num, path, rect, shadow
from app.film.kit.world import Box, Hex, Patch, Scene, Spot, States, Thing

BEAM, SEAT = -214.0, -46.0


class Swing(Thing):
    """Two seats under a beam of 300 wide; the left one hangs still or swings by itself."""

    states: ClassVar[States] = {"schommel": ("stil", "beweegt", "bezet")}
    colour: Hex = Field(default="#c8503c", alias="kleur")

    def reach(self) -> Box:
        return (-200, -240, 400, 260)

    def spots(self) -> Mapping[str, Spot]:
        return {"zitje": Spot(-62, SEAT, 40), "zitje-rechts": Spot(62, SEAT, 40)}

    def patch(self) -> Patch:
        return Patch((-170, -222, 220, 236), 16, 2.4)

    def moves(self, scene: Scene) -> bool:
        return scene.is_on("schommel", "beweegt")

    def draw(self, scene: Scene) -> str:
        ground = ellipse(0, 4, 176, 14, "#8a5a50", fill_opacity=0.55)
        back = line("M-132 -212L-104 2M132 -212L104 2", darker(self.colour, 0.4), 9)
        front = line("M-132 -212L-170 6M132 -212L170 6", self.colour, 10)
        beam = line("M-140 -214H140", self.colour, 12) + line(
            "M-140 -217H140", "#fff", 2, stroke_opacity=0.25
        )
        angle = 20 * math.cos(scene.phase * math.tau) if self.moves(scene) else 0.0
        seats = group(self._seat(angle), -62, BEAM) + group(self._seat(0), 62, BEAM)
        return ground + back + seats + front + beam

    def _seat(self, angle: float) -> str:
        shade = ellipse(-math.sin(math.radians(angle)) * 160, -BEAM + 4, 26, 4, "#000", fill_opacity=0.22)
        length = SEAT - BEAM
        ropes = line(f"M-19 0V{num(length)}M19 0V{num(length)}", "#8d959b", 3)
        board = rect(-25, length - 2, 50, 8, "#2b333c", rx=3)
        return shade + group(ropes + board, turn=-angle)


class Slide(Thing):
    """A slide with a ladder, 260 wide."""

    colour: Hex = Field(default="#e0b23c", alias="kleur")

    def reach(self) -> Box:
        return (-20, -260, 320, 268)

    def spots(self) -> Mapping[str, Spot]:
        return {"glijbaan": Spot(150, -90, 110)}

    def draw(self, _scene: Scene) -> str:
        iron = "#3f6f8f"
        ladder = line("M6 0L30 -176M44 0L66 -176", iron, 8) + line(
            "".join(f"M{num(11 + i * 4)} {-30 - i * 30}h37" for i in range(5)), iron, 6
        )
        deck = rect(24, -182, 64, 10, darker(iron, 0.2), rx=2) + line(
            "M86 -176L100 0M28 -180v-52h60v52", iron, 7
        )
        chute = path(
            "M82 -180C130 -172 170 -60 214 -34Q236 -24 276 -24V-10Q230 -8 206 -20C158 -44 128 -152 82 -162z",
            self.colour,
        )
        rim = line("M82 -180C130 -172 170 -60 214 -34Q236 -24 276 -24", darker(self.colour, 0.25), 4)
        roof = path("M16 -236L58 -264L100 -236z", "#c8503c")
        return shadow(130, 2, 150, 8, 0.16) + ladder + deck + chute + rim + line("M250 -14V0", iron, 7) + roof


class ClimbingFrame(Thing):
    """A dome of bars."""

    def reach(self) -> Box:
        return (-130, -160, 260, 168)

    def draw(self, _scene: Scene) -> str:
        arcs = (
            "M-116 0Q-110 -142 0 -146Q110 -142 116 0M-58 0Q-58 -130"
            " 0 -146Q58 -130 58 0M0 0V-146M-106 -62H106M-84 -104H84"
        )
        return (
            shadow(0, 2, 124, 8, 0.16)
            + line(arcs, "#3f7f78", 6)
            + line(arcs, "#fff", 1.2, stroke_opacity=0.25)
        )


class SpringAnimal(Thing):
    """A chicken on a spring."""

    def reach(self) -> Box:
        return (-50, -120, 110, 126)

    def draw(self, _scene: Scene) -> str:
        coil = line("M-8 0Q16 -4 8 -8Q-16 -12 -8 -16Q16 -20 8 -24Q-16 -28 -8 -32Q8 -34 8 -40", "#5a636b", 5)
        body = path(
            "M-38 -66C-36 -92 -14 -84 -2 -78C8 -100 20 -108 30 -98C42"
            " -92 34 -76 32 -66C28 -42 -8 -36 -24 -44Q-38 -52 -38 -66z",
            "#f4efe2",
        )
        face = (
            path("M22 -104q-2 -12 6 -10q6 -6 8 4z", "#c8503c")
            + path("M40 -92l14 4l-14 5z", "#e0a83c")
            + circle(30, -92, 2.6, "#231a1c")
        )
        grip = line("M8 -74h22", "#2b333c", 5)
        return shadow(0, 1, 34, 5) + coil + body + face + grip


class Sandpit(Thing):
    """A low wooden frame with sand, a bucket and a spade."""

    def reach(self) -> Box:
        return (-140, -50, 280, 60)

    def draw(self, _scene: Scene) -> str:
        sand = ellipse(0, -16, 126, 20, "#e0cda0") + path("M-40 -20Q-16 -46 10 -20z", "#ead9b0")
        rim = path("M-134 -14H134L126 4H-126z", "#a5805b") + path("M-134 -14H134V-8H-134z", "#bd9870")
        toys = (
            path("M52 -38h26l-4 24h-18z", "#c8503c")
            + line("M52 -38q13 -16 26 0", "#f6f1e4", 2.4)
            + line("M-84 -20l16 -22", "#3f6f8f", 5)
            + path("M-92 -14l12 -12l6 6l-10 10z", "#e0b23c")
        )
        return sand + toys + rim


class Ball(Thing):
    """A ball on the ground."""

    states: ClassVar[States] = {"er": ("ja", "nee")}

    def reach(self) -> Box:
        return (-24, -44, 48, 50)

    def spots(self) -> Mapping[str, Spot]:
        return {"bal": Spot(0, -20, 28)}

    def draw(self, scene: Scene) -> str:
        if scene.is_on("er", "nee"):
            return ""
        marks = path("M0 -27L7 -22L4 -14H-4L-7 -22z", "#2a3348") + line(
            "M0 -27V-38M7 -22l10 -4M4 -14l6 9M-4 -14l-6 9M-7 -22l-10 -4", "#2a3348", 2
        )
        return shadow(2, 0, 20, 4) + circle(0, -20, 19, "#f6f4ec") + marks + circle(0, -20, 19, "url(#rond)")
