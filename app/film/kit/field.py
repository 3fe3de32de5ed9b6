"""A football field: goal, dug-out, floodlights, club house, boards along the line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from app.film.kit.lettering import lettered
from app.film.kit.light import darker
from app.film.kit.marks import circle, ellipse, glow, line, num, path, rect, shadow
from app.film.kit.world import Box, Hex, Scene, Spot, States, Thing


class Goal(Thing):
    """A goal of 330 wide with a net, seen from the front."""

    def reach(self) -> Box:
        return (-180, -190, 380, 200)

    def spots(self) -> Mapping[str, Spot]:
        return {"doel": Spot(0, -84, 150)}

    def draw(self, _scene: Scene) -> str:
        net = "".join(f"M{x} -170L{num(x * 0.92)} -8" for x in range(-160, 170, 16)) + "".join(
            f"M{num(-164 + i)} {y}H{num(164 - i)}" for i, y in enumerate(range(-160, 0, 16))
        )
        frame = line("M-166 0V-176H166V0", "#f8f6ef", 9) + line(
            "M-164 -174L-146 -150V-4M164 -174L146 -150V-4", "#d5d8d6", 4
        )
        return (
            ellipse(0, 2, 176, 7, "#000", fill_opacity=0.14)
            + line(net, "#fff", 1.1, stroke_opacity=0.55)
            + frame
        )


class DugOut(Thing):
    """A shelter of clear panels with a bench, 330 wide."""

    colour: Hex = Field(default="#2f5d8a", alias="kleur")

    def reach(self) -> Box:
        return (-180, -190, 360, 200)

    def spots(self) -> Mapping[str, Spot]:
        return {"bank": Spot(0, -48, 120)}

    def draw(self, _scene: Scene) -> str:
        c = self.colour
        shell = path(
            "M-166 0V-120Q-160 -172 -120 -172H150Q166 -172 166 -156V0z", "#a9c4cf", fill_opacity=0.55
        )
        ribs = line("M-166 0V-120Q-160 -172 -120 -172H150Q166 -172 166 -156V0M-56 -172V0M54 -172V0", c, 7)
        bench = (
            rect(-150, -50, 300, 9, "#f2eee3", rx=2)
            + "".join(rect(x, -62, 44, 14, c, rx=4) for x in range(-146, 130, 58))
            + line("M-130 -42V0M0 -42V0M130 -42V0", "#6b747b", 5)
        )
        roof = path(
            "M-170 -118Q-164 -178 -120 -178H152Q172 -178 172 -158"
            "L160 -158Q160 -168 148 -168H-118Q-156 -168 -160 -118z",
            c,
        )
        return (
            shadow(0, 2, 176, 7)
            + shell
            + bench
            + ribs
            + roof
            + path("M-130 -20L-70 -160h20L-110 -20z", "#fff", fill_opacity=0.2)
        )


class Floodlight(Thing):
    """A mast with four lights."""

    def reach(self) -> Box:
        return (-520, -750, 1270, 930)

    def draw(self, scene: Scene) -> str:
        on = scene.light.is_dark
        mast = path("M-7 0L-4 -574H4L7 0z", "#7d868d") + rect(-52, -580, 104, 8, "#5a636b")
        heads = "".join(
            rect(x, -604, 22, 26, "#3d454b", rx=3)
            + rect(x + 3, -599, 16, 16, glow("#fffbe6") if on else "#e3e7e8", rx=2)
            for x in (-50, -24, 2, 28)
        )
        shine = (
            circle(0, -590, 150, "url(#gloed)")
            + path("M-50 -588L-280 0H280L50 -588z", "url(#schijn)", fill_opacity=0.35)
            + ellipse(120, 60, 620, 110, "url(#schijn)", fill_opacity=0.9)
            if on
            else ""
        )
        return shadow(0, 1, 16, 4) + mast + heads + shine


class ClubHouse(Thing):
    """A low club house with a canteen window and its name; 620 wide."""

    states: ClassVar[States] = {"licht": ("vanzelf", "aan", "uit")}
    words: str = Field(default="VV LINDEVELD", alias="tekst", max_length=16)

    def reach(self) -> Box:
        return (-30, -270, 690, 280)

    def draw(self, scene: Scene) -> str:
        lit = scene.is_on("licht", "aan") or (scene.is_on("licht", "vanzelf") and scene.light.is_dark)
        glass = glow("#f2c982") if lit and scene.light.is_dark else ("#d6b984" if lit else "#6f93a3")
        boards = "".join(f"M0 {y}h620" for y in range(-196, 0, 14))
        wall = (
            rect(-8, -3, 636, 8, "#000", fill_opacity=0.14)
            + rect(0, -206, 620, 206, "#e9e2d0")
            + line(boards, "#c9c0aa", 1.6)
        )
        roof = (
            path("M-26 -200L30 -256H590L646 -200z", "#7d4436")
            + path("M-26 -200L30 -256H590L646 -200z", "url(#pan)")
            + rect(-26, -206, 672, 10, "#f8f4ea")
        )
        panes = "".join(
            rect(x - 5, -160, 100, 84, "#2f5d8a")
            + rect(x, -155, 90, 74, glass)
            + path(f"M{x + 10} -81l30 -74h14l-30 74z", "#fff", fill_opacity=0.16)
            for x in (40, 156, 470)
        )
        door = (
            rect(292, -156, 76, 156, "#2f5d8a")
            + rect(302, -144, 56, 76, glass)
            + circle(358, -70, 4, "#d8bf74")
        )
        board = rect(382, -120, 74, 54, "#fbf7ec", rx=2) + "".join(
            rect(388 + c * 22, -114 + r * 15, 18, 12, ("#e2d7ba", "#cddbe2", "#e7c9bb")[(c + r) % 3])
            for r in range(3)
            for c in range(3)
        )
        return (
            wall
            + roof
            + panes
            + door
            + board
            + lettered(self.words, 310, -172, 19, darker("#2f5d8a", 0.1), weight=2.8)
        )


class Boards(Thing):
    """Boards along a field, in plain colours and without words, behind a rail."""

    width: float = Field(alias="breed", gt=0)

    def reach(self) -> Box:
        return (-6, -74, self.width + 12, 80)

    def draw(self, _scene: Scene) -> str:
        tones = ("#2f5d8a", "#f4efe2", "#3f6a55", "#c8503c", "#f2d43c")
        drawn = "".join(
            rect(x, -52, 142, 40, tones[(i + self.seed) % 5])
            + rect(x, -52, 142, 40, "url(#rond)", fill_opacity=0.4)
            for i, x in enumerate(range(0, int(self.width) - 140, 146))
        )
        posts = "".join(f"M{x} 2V-66" for x in range(0, int(self.width), 146))
        return drawn + line(posts, "#f8f6ef", 5) + line(f"M0 -66H{num(self.width)}", "#f8f6ef", 6)


class FieldLines(Thing):
    """The white lines before a goal, flat on the grass."""

    def reach(self) -> Box:
        return (-420, -4, 840, 130)

    def draw(self, _scene: Scene) -> str:
        box = "M-230 0L-270 54H270L230 0M-330 0L-400 112H400L330 0"
        return (
            line(box, "#fbfaf4", 5, stroke_opacity=0.9)
            + ellipse(0, 82, 5, 2.4, "#fbfaf4")
            + path("M-120 112Q0 142 120 112", "none", stroke="#fbfaf4", stroke_width=5, stroke_opacity=0.9)
        )
