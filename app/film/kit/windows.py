"""Windows as they are seen from the pavement: glass, curtains, plants, and the light in the room."""

from __future__ import annotations

from dataclasses import dataclass

from app.film.kit.light import darker, lighter
from app.film.kit.marks import box_path, circle, clipped, ellipse, glow, group, line, num, path, rect
from app.film.kit.world import Scene

PAINT = "#f8f4ea"
GLASS = "#5b7c8e"
CLOTHS = ("#d8c7a2", "#b9c4b4", "#c7a89a", "#a9b4c4", "#d9cfc0")
CURTAINS = ("open", "half", "dicht", "kier")


@dataclass(frozen=True)
class Pane:
    """A window; ``curtain`` is one of :data:`CURTAINS` or ``vitrage``."""

    x: float
    y: float
    width: float
    height: float
    bars: int = 2
    curtain: str = "open"
    cloth: str = "#d8c7a2"
    is_lit: bool = False
    plants: int = 0
    withered: bool = False
    frame: str = PAINT
    sill: bool = True


def window(pane: Pane, scene: Scene) -> str:
    x, y, w, h = pane.x, pane.y, pane.width, pane.height
    outer = rect(x - 7, y - 6, w + 14, h + 12, "#000", fill_opacity=0.16, rx=1) + rect(
        x - 5.5, y - 5.5, w + 11, h + 11, pane.frame
    )
    inside = _room(pane, scene) + _curtains(pane, scene.light.is_dark) + _reflection(pane, scene)
    bars = "".join(rect(x + w * i / pane.bars - 2.4, y, 4.8, h, pane.frame) for i in range(1, pane.bars))
    depth = rect(x, y, w, 5, "#000", fill_opacity=0.2) + rect(x, y, 3, h, "#000", fill_opacity=0.12)
    return (
        outer
        + clipped(box_path(x, y, w, h), inside)
        + depth
        + bars
        + (_sill(pane) if pane.sill else "")
        + _plants(pane)
    )


def _room(pane: Pane, scene: Scene) -> str:
    x, y, w, h = pane.x, pane.y, pane.width, pane.height
    if pane.is_lit and scene.light.is_dark:
        wall, shade, chair, frame = (glow(c) for c in ("#f0c983", "#ffe9b0", "#8a5f3a", "#b98a4e"))
    elif pane.is_lit:
        wall, shade, chair, frame = "#c79f67", glow("#ffeebb"), "#6f5236", "#8f6a3e"
    elif scene.light.is_dark:
        return rect(x, y, w, h, "#3d4f63") + rect(x, y, w, h, "url(#diep)")
    else:
        wall, shade, chair, frame = "#6c6258", "#b7a684", "#40484b", "#857662"
    if h < 70 or w < 60:
        lamp = ellipse(x + w * 0.5, y + h * 0.3, w * 0.5, h * 0.4, "url(#schijn)") if pane.is_lit else ""
        return rect(x, y, w, h, wall if pane.is_lit else GLASS) + lamp
    back = rect(x, y, w, h, wall) + rect(x, y + h * 0.72, w, h * 0.3, chair, fill_opacity=0.35)
    picture = rect(x + w * 0.62, y + h * 0.2, w * 0.2, h * 0.27, frame) + rect(
        x + w * 0.645,
        y + h * 0.235,
        w * 0.15,
        h * 0.2,
        lighter("#7f9a83", 0.1) if not (pane.is_lit and scene.light.is_dark) else glow("#a8b98c"),
    )
    lamp = line(f"M{num(x + w * 0.36)} {num(y)}v{num(h * 0.16)}", "#2b2018", 1.6)
    lamp += path(
        f"M{num(x + w * 0.27)} {num(y + h * 0.31)}q{num(w * 0.02)} {num(-h * 0.16)} "
        f"{num(w * 0.09)} {num(-h * 0.16)}q{num(w * 0.07)} 0 {num(w * 0.09)} {num(h * 0.16)}z",
        shade,
    )
    if pane.is_lit:
        lamp += circle(x + w * 0.36, y + h * 0.36, h * 0.62, "url(#schijn)")
    sofa = rect(x + w * 0.1, y + h * 0.6, w * 0.44, h * 0.5, chair, rx=7) + rect(
        x + w * 0.06, y + h * 0.72, w * 0.52, h * 0.4, chair, rx=6
    )
    return back + picture + lamp + sofa


def _curtains(pane: Pane, is_dark: bool) -> str:
    x, y, w, h = pane.x, pane.y, pane.width, pane.height
    if pane.curtain == "vitrage":
        lace = rect(x, y, w, h * 0.66, "#f5f1e6", fill_opacity=0.78)
        folds = "".join(f"M{num(x + w * i / 11)} {num(y)}v{num(h * 0.64)}" for i in range(1, 11))
        hem = "".join(f"q{num(w / 22)} 6 {num(w / 11)} 0" for _ in range(11))
        return (
            lace
            + line(folds, "#b9b2a2", 1, stroke_opacity=0.6)
            + line(f"M{num(x)} {num(y + h * 0.655)}{hem}", "#f5f1e6", 3)
        )
    share = {"open": 0.13, "half": 0.33, "dicht": 0.5, "kier": 0.5}[pane.curtain]
    left, right = x, x + w * (1 - share)
    gap = 0.0
    peek = ""
    if pane.curtain == "kier":
        gap = w * 0.055
        peek = rect(x, y, w, h, "#2a221d") + group(_peeking(), x + w * 0.5 + 1, y + h * 0.42, h / 118)
    cloth = _drape(left, y, w * share - gap, h, pane.cloth) + _drape(
        right + gap, y, w * share - gap, h, pane.cloth
    )
    seam = (
        line(f"M{num(x + w / 2)} {num(y)}q1.5 {num(h / 2)} -.4 {num(h)}", darker(pane.cloth, 0.45), 1.8)
        if pane.curtain == "dicht"
        else ""
    )
    if pane.is_lit and is_dark and share >= 0.5:
        seam += rect(x, y, w, h, glow("#f2b968"), fill_opacity=0.62)
    return peek + cloth + seam + rect(x, y, w, h, "url(#plooi)", fill_opacity=0.8 if share >= 0.3 else 0.35)


def _drape(x: float, y: float, w: float, h: float, cloth: str) -> str:
    count = max(2, round(w / 12))
    step = w / count
    dark = "".join(
        f"M{num(x + step * i + step * 0.1)} {num(y)}q{num(step * 0.24)} {num(h / 2)}"
        f" 0 {num(h)}h{num(step * 0.4)}q{num(-step * 0.24)} {num(-h / 2)} 0 {num(-h)}z"
        for i in range(count)
    )
    bright = "".join(f"M{num(x + step * (i + 0.8))} {num(y)}v{num(h)}" for i in range(count))
    edge = rect(x, y, w, h, cloth) + path(dark, "#2b1d10", fill_opacity=0.12)
    return (
        edge
        + line(bright, "#fff", 1.4, stroke_opacity=0.2)
        + line(
            f"M{num(x)} {num(y)}v{num(h)}M{num(x + w)} {num(y)}v{num(h)}",
            darker(cloth, 0.4),
            1,
            stroke_opacity=0.5,
        )
    )


def _peeking() -> str:
    """Part of a face that looks through the gap of a curtain."""
    hair = circle(0, -6, 16, "#a79c8f") + ellipse(2, 2, 12.5, 15, "#dbaf93")
    look = (
        ellipse(-2.4, -1, 2.6, 2.4, "#fdfaf4")
        + ellipse(7, -1, 2.6, 2.4, "#fdfaf4")
        + circle(-3, -0.8, 1.6, "#231a1c")
        + circle(6.4, -0.8, 1.6, "#231a1c")
    )
    return (
        hair
        + look
        + line("M-6 -6q3 -1.6 6 -.2M4.4 -6.2q3 -1.4 6 .4", "#7d7268", 1.6)
        + path("M-20 60Q-16 20 2 20Q22 20 24 60z", "#7d5c86")
    )


def _reflection(pane: Pane, scene: Scene) -> str:
    x, y, w, h = pane.x, pane.y, pane.width, pane.height
    if pane.is_lit and scene.light.is_dark:
        return ""
    wide = (
        f"M{num(x + w * 0.06)} {num(y + h)}L{num(x + w * 0.34)} "
        f"{num(y)}h{num(w * 0.13)}L{num(x + w * 0.19)} {num(y + h)}z"
    )
    slim = (
        f"M{num(x + w * 0.56)} {num(y + h)}L{num(x + w * 0.84)} "
        f"{num(y)}h{num(w * 0.05)}L{num(x + w * 0.61)} {num(y + h)}z"
    )
    return path(wide + slim, "#fff", fill_opacity=0.05 if scene.light.is_dark else 0.13)


def _sill(pane: Pane) -> str:
    x, bottom, w = pane.x, pane.y + pane.height, pane.width
    return rect(x - 11, bottom + 5, w + 22, 7, "#d5cdbd") + rect(
        x - 11, bottom + 12, w + 22, 3.4, "#000", fill_opacity=0.2
    )


def _plants(pane: Pane) -> str:
    bottom = pane.y + pane.height + 4
    drawn = ""
    for i in range(pane.plants):
        at = pane.x + pane.width * (0.17 + 0.66 * i / max(1, pane.plants - 1))
        drawn += group(withered() if pane.withered else POTS[i % len(POTS)], at, bottom, 0.72 + 0.1 * (i % 2))
    return drawn


_POT = (
    path("M-10 -17h20l-3.4 17h-13.2z", "#b5653f")
    + rect(-11.5, -20, 23, 5.4, "#c8754b", rx=1)
    + path("M3 -15h6l-3 15h-4z", "#000", fill_opacity=0.12)
)
_AGAVE = path(
    "M0 -17C-15 -23 -18 -40 -11 -47C-4 -38 -2 -29 0 -17zM0 -17C15 -23 19 -40 13 -48C5 -40 2 -29 0 -17z",
    "#4a8049",
) + path("M0 -17C-6 -32 -4 -50 1 -56C7 -47 5 -31 0 -17z", "#68a05c")
_FLOWERS = line("M0 -18C-2 -30 -8 -36 -9 -42M0 -18C1 -32 7 -38 9 -45M0 -18V-38", "#4a8049", 2.4) + "".join(
    circle(x, y, 5, "#d8584f") + circle(x, y, 1.8, "#f6d77a") for x, y in ((-9, -44), (9, -47), (0, -40))
)
_FERN = path(
    "M0 -18C-16 -28 -24 -22 -27 -14C-20 -36 -6 -36 0 -18zM0 -18C16 -28 24 -22"
    " 27 -14C20 -38 6 -36 0 -18zM0 -18C-8 -36 -2 -48 4 -50C10 -44 8 -30 0 -18z",
    "#5c8f4e",
)
POTS = (_AGAVE + _POT, _FLOWERS + _POT, _FERN + _POT)


def withered() -> str:
    stems = line(
        "M0 -18C-2 -31 -9 -36 -15 -27M0 -18C1 -36 9 -42 14 -30M0 -18C0 -31 -3 -42 -8 -45", "#7a6133", 2.2
    )
    leaves = path(
        "M-15 -28q-6 7 -2 13q5 -5 2 -13zM14 -31q6 8 2 14q-6 -6 -2 -14zM-8 -46q-7 2 -8 9q7 -1 8 -9z", "#9a7b3d"
    )
    return stems + leaves + _POT
