"""What people carry, and what carries them: bags, phones, umbrellas, a dog, a rollator, a wheelchair."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from app.film.kit.figure.bones import PEDALS, Bones
from app.film.kit.light import darker
from app.film.kit.marks import Point, circle, ellipse, group, line, num, path, rect, shadow

Layers = tuple[str, str]
"""What lies behind the near arm, and what lies over everything."""


def carried(name: str, bones: Bones) -> Layers:
    return CARRIED[name](bones) if name in CARRIED else ("", "")


def _palm(bones: Bones, near: bool = True) -> Point:
    arm = bones.near_arm if near else bones.far_arm
    turn = math.radians(arm.direction)
    return (arm.wrist[0] + math.sin(turn) * 8, arm.wrist[1] + math.cos(turn) * 8)


def _handbag(bones: Bones) -> Layers:
    bag = line("M-11 22C-9 -4 9 -4 11 22", "#4a3325", 3) + path("M-19 20h38l4 34h-46z", "#8a5a3a")
    bag += path("M-19 20h38l1.6 14q-20 8 -41.2 0z", "#74492e") + rect(-4, 30, 8, 6, "#e0bd62", rx=1)
    return group(bag, *_palm(bones)), ""


def _groceries(bones: Bones) -> Layers:
    leek = path("M6 22L16 -8L21 -6L14 22z", "#7fa05a") + path("M-12 22C-16 8 -8 4 -2 22z", "#d9a35c")
    bag = leek + line("M-10 22C-8 -2 8 -2 10 22", "#3d6b4c", 3) + path("M-20 20h40l-3 40h-34z", "#4f8560")
    return group(bag + path("M4 20h16l-3 40h-11z", "#000", fill_opacity=0.1), *_palm(bones)), ""


def _phone(bones: Bones) -> Layers:
    arm = bones.near_arm
    upright = arm.wrist[1] < bones.head[1] + 40
    phone = rect(-5, -9, 10, 20, "#161b26", rx=2.4) + rect(-3.6, -6.5, 7.2, 14, "rgb(150,190,215)", rx=1)
    x, y = _palm(bones)
    return "", group(phone, x + (1 if upright else 3), y - (2 if upright else 4), turn=-16 if upright else 24)


def _note(bones: Bones) -> Layers:
    sheet = path("M-8 -16L12 -20L15 6L-5 10z", "#fdfbf2") + line(
        "M-3 -11l10 -2M-2 -6l11 -2M-1 -1l8 -1.6", "#5a6478", 1.3
    )
    x, y = _palm(bones)
    return "", group(sheet, x + 4, y - 4)


def _notebook(bones: Bones) -> Layers:
    """A little book in the far hand, a pen in the near one."""
    x, y = _palm(bones, near=False)
    sheet = path("M-12 -15L13 -18L16 7L-9 11z", "#fdfbf2", stroke="#b9ae94", stroke_width=1)
    sheet += line("M-7 -9l13 -2M-6 -4l14 -2M-5 1l9 -1.4", "#5a6478", 1.3)
    px, py = _palm(bones)
    return group(sheet, x, y - 5), line(f"M{num(px + 1)} {num(py + 6)}l8 -17", "#1f4f8f", 2.6)


def _newspaper(bones: Bones) -> Layers:
    x, y = _palm(bones)
    sheet = path("M-16 -24L8 -18V16L-16 10zM8 -18L32 -26V8L8 16z", "#f1ede0") + path(
        "M8 -18V16", "none", stroke="#a9a391", stroke_width=1.5
    )
    words = line(
        "M-12 -16l16 4M-12 -9l16 4M-12 -2l16 4M-12 5l12 3M12 -13l16 -5M12 -6l16 -5M12 1l16 -5", "#8a8676", 1.6
    )
    return "", group(sheet + words, x + 4, y - 6)


def _umbrella(bones: Bones) -> Layers:
    dome = path(
        "M-96 0C-92 -62 92 -62 96 0Q80 -14 64 0Q48 -14 32 0Q16"
        " -14 0 0Q-16 -14 -32 0Q-48 -14 -64 0Q-80 -14 -96 0z",
        "#35598a",
    )
    panels = path("M-32 0C-26 -34 -12 -46 0 -47C12 -46 26 -34 32 0Q16 -14 0 0Q-16 -14 -32 0z", "#4a72a6")
    x, y = _palm(bones)
    top = bones.head[1] - 42
    stick = line(f"M0 {num(y - top + 6)}V-50M0 -47v-6", "#2b2a2e", 3.4)
    handle = line(f"M0 {num(y - top)}v16q0 8 -8 6", "#5d4029", 4.4)
    return group(stick + handle, x, top), group(dome + panels, x, top)


def _closed_umbrella(bones: Bones) -> Layers:
    x, y = _palm(bones)
    folded = path("M-5 6Q-9 40 -1 84L1 84Q9 40 5 6z", "#b3362a") + line("M-2 12Q-3 46 0 78", "#84251c", 1.6)
    return group(
        folded + line("M0 6V-8q0 -8 8 -7", "#5d4029", 4.4) + line("M0 84v6", "#c9c9c9", 2.4), x, y, turn=-6
    ), ""


def _bottle(bones: Bones) -> Layers:
    x, y = _palm(bones)
    glass = path("M-6 22V-2Q-6 -8 -3 -11V-24H3V-11Q6 -8 6 -2V22z", "#3f6e4a") + rect(-6, 2, 12, 11, "#e9e2c8")
    return group(glass + rect(-3, -26, 6, 4, "#c79a3c"), x, y, turn=14), ""


def _cutter(bones: Bones) -> Layers:
    """A pair of pliers with long handles."""
    x, y = _palm(bones)
    tool = line("M-16 10L16 -10M-14 -2L18 -4", "#a93a2a", 5) + path("M14 -12L34 -14L34 -8L20 -2z", "#4b5158")
    return "", group(tool, x + 4, y)


def _broom(bones: Bones) -> Layers:
    x, y = _palm(bones)
    fx, fy = _palm(bones, near=False)
    angle = math.atan2(x - fx, y - fy)
    reach = (-10 - y) / max(0.2, math.cos(angle))
    foot = (x + math.sin(angle) * reach, -10)
    stick = line(
        f"M{num(fx - math.sin(angle) * 34)} {num(fy - math.cos(angle) * 34)}L{num(foot[0])} {num(foot[1])}",
        "#b08a54",
        5,
    )
    brush = path("M-24 -6H24L28 10H-28z", "#8a3b2e") + line(
        "M-22 10v3M-12 10v3M-2 10v3M8 10v3M18 10v3", "#5c2a20", 3
    )
    return stick + group(brush, *foot), ""


def _blanket(bones: Bones) -> Layers:
    cloth = path(
        "M-44 -74C-30 -98 38 -100 48 -76C62 -30 60 20 50 44Q4 60 -46 42C-58 10 -58 -40 -44 -74z", "#b9603f"
    )
    weave = line("M-48 -40Q4 -26 54 -42M-52 -8Q4 8 58 -10M-52 22Q4 38 56 20", "#d98c5e", 3)
    weave += line("M-22 -88Q-30 -20 -24 48M26 -88Q36 -20 30 48", "#9c4c30", 3)
    edge = path("M2 -92L8 -60L16 46L26 46L22 -60L26 -92z", "#a4512f")
    return "", group(cloth + weave + edge, *bones.hip, turn=bones.lean)


def _ball(bones: Bones) -> Layers:
    x, y = _palm(bones)
    patches = path("M0 -7L7 -2L4 6H-4L-7 -2z", "#2a3348") + line(
        "M0 -7V-17M7 -2l10 -3M4 6l6 8M-4 6l-6 8M-7 -2l-10 -3", "#2a3348", 2
    )
    return "", group(circle(0, 0, 18, "#f6f4ec") + patches + circle(0, 0, 18, "url(#rond)"), x + 14, y + 2)


def _music_box(bones: Bones) -> Layers:
    x, y = _palm(bones)
    return "", group(
        rect(-20, -2, 40, 24, "#2e3440", rx=7)
        + circle(-9, 10, 7, "#5a6374")
        + circle(9, 10, 7, "#5a6374")
        + line("M-12 -3q12 -10 24 0", "#2e3440", 3),
        x,
        y,
    )


def _cigarette(bones: Bones) -> Layers:
    x, y = _palm(bones)
    smoke = line("M10 -8q-6 -10 2 -18t-2 -20", "#ffffff", 2.4, stroke_opacity=0.35)
    return "", group(
        line("M0 0l9 -5", "#f5f1e6", 2.6) + circle(10, -5.6, 1.6, "rgb(240,120,60)") + smoke, x, y
    )


def _toddler(bones: Bones) -> Layers:
    """A small child on the arm."""
    x, y = _palm(bones)
    legs = path("M-14 6Q8 12 18 4L22 30Q18 34 14 30L8 18L-2 30Q-8 34 -12 28z", "#4d6a8c")
    coat = path("M-18 8C-22 -18 -12 -40 2 -40C16 -40 22 -16 18 8Q0 16 -18 8z", "#d9a33c")
    face = circle(4, -56, 19, "#c98f65") + path(
        "M-15 -54C-18 -76 20 -82 23 -56C14 -66 0 -68 -6 -58Q-10 -50 -15 -54z", "#2c1f1a"
    )
    look = (
        circle(6, -56, 2, "#231a1c")
        + circle(15, -56, 1.8, "#231a1c")
        + line("M8 -47q4 2 7 -.6", "#8a4a3c", 1.6)
    )
    return group(legs + coat + face + look, x - 6, y - 6), ""


def _dog(bones: Bones) -> Layers:
    x, y = _palm(bones)
    leash = line(f"M{num(x)} {num(y)}Q{num(x + 26)} -40 84 -52", "#b3362a", 2.4)
    coat, dark = "#a9733f", "#85562c"
    legs = line("M60 -26V-2M70 -24V-2M98 -26V-2M106 -28V-2", dark, 7)
    body = path(
        "M52 -44C54 -56 70 -56 84 -54C98 -58 112 -52 112 -40C112 -26 100 -22 84 -24C66 -22 50 -26 52 -44z",
        coat,
    )
    head = path("M94 -58C94 -76 112 -80 120 -70L132 -64Q134 -56 124 -55L108 -46z", coat) + path(
        "M98 -74C90 -74 88 -58 94 -54C100 -56 104 -66 98 -74z", dark
    )
    tail = line("M54 -46q-12 -6 -12 -20", coat, 6)
    return shadow(84, 0, 40, 5) + tail + legs + body + head + circle(118, -67, 1.8, "#1c1410") + circle(
        131, -63, 2.6, "#1c1410"
    ) + leash, ""


CARRIED: Mapping[str, Callable[[Bones], Layers]] = {
    "tas": _handbag,
    "boodschappen": _groceries,
    "kind": _toddler,
    "paraplu": _umbrella,
    "paraplu-dicht": _closed_umbrella,
    "telefoon": _phone,
    "hond": _dog,
    "fles": _bottle,
    "briefje": _note,
    "tang": _cutter,
    "bezem": _broom,
    "deken": _blanket,
    "bal": _ball,
    "box": _music_box,
    "krant": _newspaper,
    "schrift": _notebook,
    "sigaret": _cigarette,
}


def wheelchair(bones: Bones, phase: float) -> Layers:
    """Behind and before the one who sits in it."""
    x, y = bones.hip[0] - 8, -46.0
    turn = math.degrees(phase)
    spokes = group(line("M-40 0H40M0 -40V40M-28 -28L28 28M-28 28L28 -28", "#aab2ba", 1.2), x, y, turn=turn)
    back = line(f"M{num(x - 26)} -154L{num(x - 24)} -60M{num(x - 26)} -154h-16", "#39424f", 5)
    seat = line(f"M{num(x - 26)} -78H{num(x + 44)}L{num(x + 58)} -20H{num(x + 78)}", "#39424f", 5)
    cushion = rect(x - 28, -88, 70, 10, "#24303f", rx=4)
    far = circle(x + 8, y, 44, "none", stroke="#59636f", stroke_width=4)
    small = circle(x + 52, -12, 12, "none", stroke="#2a323d", stroke_width=5)
    near = circle(x, y, 45, "none", stroke="#2a323d", stroke_width=5) + circle(
        x, y, 39, "none", stroke="#9aa3ad", stroke_width=2
    )
    guard = path(f"M{num(x - 22)} -122h52q6 0 6 6v4h-58z", "#39424f")
    return far + back + cushion + seat, spokes + near + small + circle(x, y, 5, "#2a323d") + guard


def rollator(bones: Bones) -> str:
    x, y = _palm(bones)
    frame = line(
        f"M{num(x - 8)} {num(y)}h14L{num(x + 10)} -60L{num(x - 6)} -12M{num(x + 9)} -70L{num(x + 34)} -12",
        "#8b1f2f",
        5,
    )
    seat = rect(x - 2, -74, 30, 6, "#2a323d", rx=2) + rect(x + 4, -68, 26, 24, "#4b5563", rx=3)
    wheels = "".join(circle(at, -10, 9, "#20262e") + circle(at, -10, 3, "#9aa3ad") for at in (x - 6, x + 34))
    return shadow(x + 14, 1, 36, 5) + frame + seat + wheels


def bicycle(phase: float, colour: str = "#a8322a") -> Layers:
    """A Dutch bicycle under somebody who cycles to the right: what lies behind the leg and what before."""
    px, py = PEDALS
    turn = math.degrees(phase * 1.2)
    wheels = ""
    for x in (-86.0, 92.0):
        wheels += circle(x, -54, 52, "none", stroke="#22272e", stroke_width=5) + circle(
            x, -54, 47, "none", stroke="#c5cbd1", stroke_width=1.6
        )
        wheels += group(
            line("M-46 0H46M0 -46V46M-33 -33L33 33M-33 33L33 -33", "#9aa3ad", 0.9), x, -54, turn=turn
        )
    frame = line(
        f"M{num(px)} {num(py)}L-34 -124L62 -128M{num(px)} {num(py)}"
        f"L64 -118M-34 -124L-86 -54L{num(px)} {num(py)}M62 -142L92 -54",
        colour,
        6,
    )
    guard = path("M-140 -58A56 56 0 0 1 -46 -92L-50 -88A50 50 0 0 0 -134 -58z", darker(colour, 0.3))
    carrier = line("M-132 -112H-72L-86 -54", "#2a323d", 4)
    bars = line("M62 -142L56 -164M56 -164Q44 -166 36 -158", "#9aa3ad", 5) + line(
        "M44 -163q-6 1 -9 6", "#2a1f18", 7
    )
    lamp = circle(72, -146, 6, "#d9dde0") + circle(75, -146, 3.4, "rgb(255,240,190)")
    saddle = path("M-58 -134Q-34 -142 -10 -132Q-12 -126 -30 -126Q-52 -124 -58 -134z", "#2a1f18") + line(
        "M-34 -128v10", "#9aa3ad", 5
    )
    crate = line("M74 -140h48L92 -54", "#2a323d", 4)
    crate += rect(72, -176, 54, 34, "#8a6844", rx=2) + line(
        "M74 -165h50M74 -154h50", darker("#8a6844", 0.3), 3
    )
    far = (px + 24 * math.sin(phase + math.pi), py - 24 * math.cos(phase + math.pi))
    near = (px + 24 * math.sin(phase), py - 24 * math.cos(phase))
    crank = line(f"M{num(px)} {num(py)}L{num(near[0])} {num(near[1])}", "#7d868f", 4) + rect(
        near[0] - 8, near[1] - 2, 17, 5, "#22272e", rx=1
    )
    back = line(f"M{num(px)} {num(py)}L{num(far[0])} {num(far[1])}", "#5d656e", 4) + rect(
        far[0] - 8, far[1] - 2, 17, 5, "#22272e", rx=1
    )
    ring = circle(px, py, 13, "none", stroke="#7d868f", stroke_width=4)
    ground = ellipse(2, 1, 130, 6, "#000", fill_opacity=0.2)
    return ground + wheels + guard + carrier + back + frame + saddle + bars + crate + lamp, ring + crank
