"""Front gardens: lawns, wild grass, flowers, hedges and paths."""

from __future__ import annotations

import random
from typing import NamedTuple

from app.film.kit.light import Light, blend, darker, lighter
from app.film.kit.marks import circle, ellipse, group, line, num, path, rect

FLOWERS = ("#e2574f", "#f4cf62", "#f3ecc8", "#b865a8", "#ef8a5a")
LAWN = {"lente": "#85b85e", "zomer": "#7aae59", "herfst": "#8ba257", "winter": "#9fae88"}
LEAF = {"lente": "#5f9a4a", "zomer": "#457f42", "herfst": "#6f7f3c", "winter": "#5f7458"}


class Tuft(NamedTuple):
    """Where grass grows and how high: from left to right along its foot, so many blades, so far bent."""

    left: float
    right: float
    foot: float
    low: float
    high: float
    many: int
    spread: float = 11


class Plot(NamedTuple):
    """A front garden: its size, and where the path to the door begins and how wide it is."""

    width: float
    depth: float
    path_from: float
    path_wide: float
    seed: int


def blades(seed: int, tuft: Tuft) -> str:
    """The ``d`` of many blades of grass."""
    pick = random.Random(seed)  # noqa: S311
    d = []
    for _ in range(tuft.many):
        x, tall = pick.uniform(tuft.left, tuft.right), pick.uniform(tuft.low, tuft.high)
        bend, y = pick.uniform(-tuft.spread, tuft.spread), tuft.foot + pick.uniform(-3, 4)
        d.append(
            f"M{x - 1.8:.1f} {y:.1f}Q{x + bend * 0.25:.1f} {y - tall * 0.6:.1f} {x + bend:.1f} {y - tall:.1f}"
            f"Q{x + bend * 0.25 + 1.8:.1f} {y - tall * 0.55:.1f} {x + 1.8:.1f} {y:.1f}z"
        )
    return "".join(d)


def lawn(light: Light, plot: Plot) -> str:
    """A mown lawn with a paved path to the door; origin at the left of the wall, the garden runs down."""
    green = LAWN[light.season]
    base = rect(0, 0, plot.width, plot.depth, green)
    stripes = "".join(
        path(f"M{num(i * 46)} 0h23l-24 {num(plot.depth)}h-23z", lighter(green, 0.16), fill_opacity=0.6)
        for i in range(int(plot.path_from / 46) + 1)
    )
    shade = rect(0, 0, plot.width, 7, "#000", fill_opacity=0.1)
    return base + stripes + _pathway(plot) + shade + _beds(light, plot.path_from, plot.depth, plot.seed)


def _pathway(plot: Plot, *, worn: bool = False) -> str:
    colour = "#bdb5a5" if worn else "#cfc6b7"
    left, wide, depth = plot.path_from, plot.path_wide, plot.depth
    slab = path(f"M{num(left)} 0h{num(wide)}l-10 {num(depth)}h{num(-wide - 14)}z", colour)
    rows = "".join(
        f"M{num(left - 14 * y / depth)} {num(y)}h{num(wide + 8 * y / depth)}"
        for y in (20, 42, 64)
        if y < depth
    )
    middle = f"M{num(left + wide / 2)} 0l-6 {num(depth)}"
    return slab + line(rows + middle, darker(colour, 0.28), 1.2, stroke_opacity=0.7)


def _beds(light: Light, width: float, depth: float, seed: int) -> str:
    pick = random.Random(seed)  # noqa: S311
    leaf = LEAF[light.season]
    drawn = ""
    for i in range(3):
        x = 40 + i * (width - 60) / 3 + pick.uniform(-6, 6)
        ball = (
            ellipse(x, 18, 24, 5.5, "#000", fill_opacity=0.2)
            + circle(x, -2, 21, leaf)
            + circle(x - 5, -8, 14, lighter(leaf, 0.16))
        )
        dots = "".join(
            f"M{x + pick.uniform(-14, 12):.1f} {pick.uniform(-16, 10):.1f}q3 -4 6 0" for _ in range(9)
        )
        drawn += ball + line(dots, lighter(leaf, 0.34), 1.6, stroke_opacity=0.7)
    if light.season in {"lente", "zomer"}:
        for i in range(int(width / 13)):
            x, y = 10 + i * 13 + pick.uniform(-3, 3), depth - 16 + pick.uniform(-4, 4)
            colour = pick.choice(FLOWERS)
            drawn += (
                line(f"M{num(x)} {num(y + 10)}v-10", leaf, 2)
                + circle(x, y - 1, 4.4, colour)
                + circle(x, y - 1, 1.7, "#fff3c9")
            )
    return drawn


def wild(light: Light, plot: Plot, sway: float) -> str:
    """Knee-high grass, weeds between the slabs and newspapers on the path; sway in degrees."""
    start, stop = plot.path_from, plot.path_from + plot.path_wide
    ground = rect(0, 0, plot.width, plot.depth, "#87894a") + _pathway(plot, worn=True)
    weeds = path(blades(plot.seed + 9, Tuft(start, stop, 22, 6, 16, 18)), "#71853a")
    weeds += path(blades(plot.seed + 10, Tuft(start - 8, stop - 8, 46, 6, 18, 20)), "#71853a")
    layers = "".join(_wave(light, plot, row, sway) for row in range(4))
    papers = _papers(plot.path_from, plot.path_wide)
    return ground + weeds + papers + layers + _dandelions(light, plot.path_from, plot.seed, sway)


def _wave(light: Light, plot: Plot, row: int, sway: float) -> str:
    """One of four rows of high grass, the nearest last; each leans further than the one behind it."""
    summer, winter = (
        ("#6f7e36", "#8a9743", "#a6a853", "#7a893c"),
        ("#8a8458", "#a09968", "#b4ab7c", "#8f8a60"),
    )
    tone = (winter if light.season == "winter" else summer)[row]
    foot, low, high = ((16, 26, 56), (36, 28, 64), (58, 28, 66), (plot.depth + 2, 18, 50))[row]
    many = Tuft(2, plot.path_from - 8, foot, low, high, int(plot.path_from / 2.4), 13)
    few = Tuft(plot.path_from + plot.path_wide + 2, plot.width - 2, foot, low * 0.8, high * 0.8, 12, 10)
    grass = path(blades(plot.seed + row, many), tone) + path(blades(plot.seed + row + 50, few), tone)
    lean = num(-sway * (1 + row * 0.3))
    return f'<g transform="translate(0 {num(foot)}) skewX({lean}) translate(0 {num(-foot)})">{grass}</g>'


def _papers(left: float, wide: float) -> str:
    roll = (
        rect(-19, -7, 38, 14, "#efebe0", rx=7)
        + line("M-13 -3h25M-13 1.4h18", "#7c7870", 1.5)
        + ellipse(19, 0, 3.4, 7, "#d2cdc0")
    )
    return group(roll, left + wide * 0.52, 30, turn=-14) + group(roll, left + wide * 0.24, 56, turn=9)


def _dandelions(light: Light, width: float, seed: int, sway: float) -> str:
    if light.season == "winter":
        return ""
    pick = random.Random(seed + 4)  # noqa: S311
    drawn = ""
    for i in range(15):
        x, y, tall = 12 + pick.uniform(0, width - 30), 42 + pick.uniform(0, 34), pick.uniform(38, 70)
        lean = sway * 1.2 * tall / 60
        stem = line(
            f"M{num(x)} {num(y)}Q{num(x + lean * 0.4)} {num(y - tall * 0.6)} {num(x + lean)} {num(y - tall)}",
            "#66752f",
            1.9,
        )
        puff = i % 3 == 0
        head = circle(
            x + lean,
            y - tall,
            6.4 if puff else 4.8,
            "#f1eee2" if puff else "#ebc43a",
            fill_opacity=0.85 if puff else 1,
        )
        drawn += stem + head + ("" if puff else circle(x + lean, y - tall, 2, "#d99f22"))
    return drawn


def hedge(light: Light, width: float, height: float, seed: int, messy: bool = False) -> str:
    """A hedge from the origin to the right; trimmed, or with shoots that stick out."""
    pick = random.Random(seed)  # noqa: S311
    colour = blend(LEAF[light.season], "#5f6b34", 0.55) if messy else darker(LEAF[light.season], 0.12)
    count = max(3, int(width / 13))
    top = "".join(
        f"q{num(width / count / 2)} "
        f"{num(-(pick.uniform(5, 24) if messy else pick.uniform(4, 8)))} {num(width / count)} 0"
        for _ in range(count)
    )
    body = path(f"M0 0V{num(-height)}{top}V0z", colour)
    leaves = ["", ""]
    for i in range(int(width * height / 62)):
        x, y = pick.uniform(3, width - 7), -pick.uniform(4, height + 2)
        leaves[i % 2] += f"M{x:.1f} {y:.1f}q3.4 -4.4 7 0q-3.4 3.6 -7 0z"
    shade = rect(0, -9, width, 9, "#000", fill_opacity=0.16) + rect(
        width - 6, -height, 6, height, "#000", fill_opacity=0.08
    )
    rime = (
        path(f"M0 {num(-height)}{top}v5H0z", "#f3f6f4", fill_opacity=0.5) if light.season == "winter" else ""
    )
    return body + path(leaves[0], lighter(colour, 0.2)) + path(leaves[1], darker(colour, 0.2)) + rime + shade
