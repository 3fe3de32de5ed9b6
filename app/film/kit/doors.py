"""Front doors with their letterbox, number, lamp and step."""

from __future__ import annotations

import random

from app.film.kit.lettering import lettered, width_of
from app.film.kit.light import darker, lighter
from app.film.kit.marks import box_path, circle, clipped, ellipse, glow, group, line, num, path, rect
from app.film.kit.windows import PAINT
from app.film.kit.world import Scene

LEAFLETS = (
    ("#f7f2e6", -14, 25, 15, -12),
    ("#e0583a", -5, 29, 14, -3),
    ("#f9f5ec", 5, 25, 16, 8),
    ("#3c78ae", -9, 20, 13, -22),
    ("#f2c14e", 11, 20, 12, 19),
    ("#ffffff", 0, 18, 18, 2),
)


def front_door(scene: Scene, width: float, height: float, colour: str, is_lit: bool) -> str:
    """Origin at the left foot of the door leaf."""
    frame = rect(-9, -height - 38, width + 18, height + 38, PAINT) + rect(
        -9, -height - 38, 3, height + 38, "#000", fill_opacity=0.12
    )
    transom = rect(
        0, -height - 30, width, 24, glow("#f4cf86") if is_lit and scene.light.is_dark else "#55758a"
    )
    transom += path(f"M8 {num(-height - 6)}l18 -24h10l-18 24z", "#fff", fill_opacity=0.18)
    leaf = (
        _opened(scene, width, height, colour, is_lit)
        if scene.is_on("deur", "open")
        else _closed(scene, width, height, colour, is_lit)
    )
    step = rect(-16, 0, width + 32, 9, "#c3bbac") + rect(-16, 9, width + 32, 3.6, "#000", fill_opacity=0.22)
    mat = rect(8, -2, width - 16, 3.4, "#7a5b3c")
    return frame + transom + leaf + step + mat


def number_plate(number: str, height: float = 15) -> str:
    wide = max(24.0, width_of(number, height * 0.72) + 11)
    plate = rect(-wide / 2, -height / 2 - 4, wide, height + 8, "#1b3c6e", rx=2.5)
    edge = rect(
        -wide / 2 + 1.8,
        -height / 2 - 2.2,
        wide - 3.6,
        height + 4.4,
        "none",
        stroke="#fff",
        stroke_width=1,
        rx=1.6,
    )
    return plate + edge + lettered(number, 0, height * 0.36, height * 0.72, "#ffffff", weight=2.8)


def _closed(scene: Scene, width: float, height: float, colour: str, is_lit: bool) -> str:
    leaf = rect(0, -height, width, height, colour)
    glass_height = height * 0.36
    pane = glow("#f0c67c") if is_lit and scene.light.is_dark else "#4d6b7d"
    glass = rect(
        11, -height + 14, width - 22, glass_height, pane, stroke=darker(colour, 0.35), stroke_width=2.4
    )
    glass += path(
        f"M18 {num(-height + 14 + glass_height)}l{num(width * 0.26)} "
        f"{num(-glass_height)}h12l{num(-width * 0.26)} {num(glass_height)}z",
        "#fff",
        fill_opacity=0.15,
    )
    panel = rect(
        11, -height * 0.32, width - 22, height * 0.25, "none", stroke=darker(colour, 0.3), stroke_width=2.2
    )
    panel += rect(
        12.5,
        -height * 0.32 + 1.5,
        width - 25,
        height * 0.25 - 3,
        "none",
        stroke=lighter(colour, 0.2),
        stroke_width=1,
    )
    knob = circle(width - 10, -height * 0.47, 4, "#d8bf74") + rect(
        width - 12.2, -height * 0.47, 4.4, 14, "#bfa45c", rx=2
    )
    box = group(letterbox(scene.is_on("post", "vol")), width * 0.47, -height * 0.44, 0.86)
    return (
        leaf
        + glass
        + panel
        + rect(0, -height, width, height, "url(#zij)", fill_opacity=0.5)
        + box
        + knob
        + rect(0, -height, width, 8, "#000", fill_opacity=0.2)
    )


def _opened(scene: Scene, width: float, height: float, colour: str, is_lit: bool) -> str:
    """The hall behind a door that stands inwards, its leaf seen from the side."""
    warm = is_lit and scene.light.is_dark
    wall, floor = (
        (glow("#e3b871"), glow("#a97c46"))
        if warm
        else (("#b89468", "#7c6145") if is_lit else ("#7d6a55", "#55483b"))
    )
    hall = rect(0, -height, width, height, wall) + path(
        f"M0 0L{num(width * 0.2)} {num(-height * 0.16)}H{num(width)}V0z", floor
    )
    hall += rect(
        width * 0.5, -height * 0.86, width * 0.3, height * 0.7, darker("#a08a6a", 0.3), fill_opacity=0.6
    )
    coat = path(f"M{num(width * 0.86)} {num(-height * 0.74)}q10 6 8 62h-20q-2 -50 12 -62z", "#4d5f7a") + line(
        f"M{num(width * 0.78)} {num(-height * 0.76)}h14", "#4a3a28", 3
    )
    glare = ellipse(width * 0.5, -height * 0.9, width * 0.7, height * 0.4, "url(#schijn)") if is_lit else ""
    leaf = path(
        f"M0 {num(-height)}L{num(width * 0.2)} {num(-height * 0.94)}V{num(-height * 0.09)}L0 0z",
        darker(colour, 0.14),
    )
    leaf += path(
        f"M4 {num(-height * 0.9)}L{num(width * 0.17)} "
        f"{num(-height * 0.86)}V{num(-height * 0.6)}L4 {num(-height * 0.6)}z",
        "#4d6b7d",
    )
    post = (
        group(letterbox(full=True), width * 0.1, -height * 0.44, (0.26, 0.86))
        if scene.is_on("post", "vol")
        else ""
    )
    return clipped(box_path(0, -height, width, height), hall + coat + glare + leaf + post)


def letterbox(full: bool) -> str:
    slot = rect(-21, -5.5, 42, 11, "#8b9197", rx=2.6) + rect(-18, -3, 36, 6, "#1b1e23", rx=1.5)
    if not full:
        flap = rect(-19, -4, 38, 8, "#a9b0b6", rx=2) + line("M-16 -2.2h32", "#fff", 1, stroke_opacity=0.7)
        return slot + flap
    papers = ""
    for colour, x, tall, wide, turn in LEAFLETS:
        paper = rect(
            -wide / 2,
            -tall + 2,
            wide,
            tall,
            colour,
            stroke="#3b2b1d",
            stroke_opacity=0.35,
            stroke_width=0.7,
            rx=0.8,
        )
        paper += line(
            f"M{num(-wide / 2 + 2.4)} {num(-tall + 7)}h{num(wide - 5)}M"
            f"{num(-wide / 2 + 2.4)} {num(-tall + 10.4)}h{num(wide - 8)}",
            "#3b2b1d",
            0.9,
            stroke_opacity=0.4,
        )
        papers += group(paper, x, 0, turn=turn)
    return (
        slot
        + papers
        + path("M-21 2.6h42v1.6a2.6 2.6 0 0 1 -2.6 2.6h-36.8a2.6 2.6 0 0 1 -2.6 -2.6z", "#a9b0b6")
        + line("M-19 3.6h38", "#fff", 1, stroke_opacity=0.6)
    )


def wall_lamp(scene: Scene) -> str:
    lantern = rect(-6, -11, 12, 18, "#2d333b", rx=2) + rect(
        -4, -8, 8, 12, glow("#ffe9ae") if scene.light.is_dark else "#efe4bd", rx=1
    )
    shine = circle(0, -2, 58, "url(#gloed)", fill_opacity=0.8) if scene.light.is_dark else ""
    return shine + lantern + path("M-8 -11L0 -18L8 -11z", "#2d333b")


def wheelie_bin(number: str, full: bool, seed: int = 3) -> str:
    """A green bin on wheels, origin at its foot; full is with a lid that no longer closes."""
    shade = ellipse(3, 0, 34, 6, "#000", fill_opacity=0.22)
    body = (
        path("M-25 -74H25L20 -4H-20z", "#3d6a4f")
        + path("M8 -74H25L20 -4H5z", "#000", fill_opacity=0.12)
        + path("M-25 -74H25L24 -64H-24z", "#000", fill_opacity=0.2)
    )
    sticker = rect(-11, -56, 22, 17, "#f5f1e6", rx=2) + lettered(number, 0, -42.5, 10, "#1b2a44", weight=2.8)
    wheel = circle(15, -5, 8, "#20242a") + circle(15, -5, 3, "#7d858d")
    if not full:
        lid = path("M-31 -80Q0 -88 31 -80V-73H-31z", "#4b7e60") + rect(-31, -76, 62, 4, "#2f5540", rx=1)
        return shade + body + lid + sticker + wheel
    pick = random.Random(seed)  # noqa: S311
    bags = path("M-24 -74C-30 -100 -10 -106 -6 -92C-2 -112 22 -106 18 -90C28 -92 28 -80 24 -74z", "#d9dde0")
    bags += path("M-22 -74C-20 -90 -10 -92 -4 -80z", "#b8bfc5") + line(
        "M-6 -92q2 8 -2 16M18 -90q-5 6 -4 14", "#a8b0b7", 1.6
    )
    carton = group(rect(-8, -20, 16, 24, "#b98a55"), 6, -78, turn=pick.uniform(10, 18))
    lid = group(path("M0 -4Q31 -12 62 -4V3H0z", "#4b7e60") + rect(0, 0, 62, 4, "#2f5540"), -29, -77, turn=-34)
    return shade + lid + carton + bags + body + sticker + wheel
