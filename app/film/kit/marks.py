"""Marks of SVG: numbers, shapes and groups as short strings.

Colours are written as six hexadecimal digits in daylight; ``Light.cast`` recolours them for the
evening or the rain.  What shines of itself is written with :func:`glow` and stays as it is, and so do
three-digit colours, which are for highlights and shadows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from zlib import crc32

Point = tuple[float, float]
INK = "#1b2a44"
PAPER = "#faf6ea"


def num(value: float) -> str:
    """A number as short as it can be, to a hundredth of a unit."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def glow(colour: str) -> str:
    """A colour that shines by itself: night and rain leave it alone."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgb({red},{green},{blue})"


def attributes(**given: object) -> str:
    """``fill_opacity=0.5`` becomes `` fill-opacity="0.5"``; what is None or empty is left out."""
    parts = []
    for name, value in given.items():
        if value is None or value == "":
            continue
        text = num(value) if isinstance(value, int | float) else str(value)
        parts.append(f' {name.rstrip("_").replace("_", "-")}="{text}"')
    return "".join(parts)


def rect(x: float, y: float, width: float, height: float, fill: str, **more: object) -> str:
    place = f'x="{num(x)}" y="{num(y)}" width="{num(max(0, width))}" height="{num(max(0, height))}"'
    return f'<rect {place} fill="{fill}"{attributes(**more)}/>'


def circle(x: float, y: float, radius: float, fill: str, **more: object) -> str:
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" fill="{fill}"{attributes(**more)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> str:
    place = f'cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}"'
    return f'<ellipse {place} fill="{fill}"{attributes(**more)}/>'


def path(d: str, fill: str = "none", **more: object) -> str:
    return f'<path d="{d}" fill="{fill}"{attributes(**more)}/>' if d else ""


def line(d: str, stroke: str, width: float, **more: object) -> str:
    """A stroke without a fill, with round ends."""
    ends = {"stroke_linecap": "round", "stroke_linejoin": "round", **more}
    return path(d, "none", stroke=stroke, stroke_width=width, **ends)


def shadow(x: float, y: float, rx: float, ry: float, strength: float = 0.2) -> str:
    return ellipse(x, y, rx, ry, "#000", fill_opacity=strength)


def poly(points: Iterable[Point]) -> str:
    """The ``d`` of a closed polygon."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "z"


def group(
    content: str,
    x: float = 0,
    y: float = 0,
    scale: float | Point = 1,
    turn: float = 0,
    **more: object,
) -> str:
    """Content moved to x, y, then turned (degrees, clockwise) and scaled around its own origin."""
    if not content:
        return ""
    steps = []
    if x or y:
        steps.append(f"translate({num(x)} {num(y)})")
    if turn:
        steps.append(f"rotate({num(turn)})")
    across, down = scale if isinstance(scale, tuple) else (scale, scale)
    if (across, down) != (1, 1):
        steps.append(f"scale({across:.4g} {down:.4g})")
    return f"<g{attributes(transform=' '.join(steps), **more)}>{content}</g>"


def clipped(d: str, content: str) -> str:
    """Content seen through a shape.  The id follows from the shape, so the same picture is the same text."""
    name = f"k{crc32(d.encode()):08x}"
    return f'<clipPath id="{name}"><path d="{d}"/></clipPath><g clip-path="url(#{name})">{content}</g>'


def box_path(x: float, y: float, width: float, height: float) -> str:
    return f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h{num(-width)}z"


def away(start: Point, angle: float, length: float) -> Point:
    """Where you come from start; angle in degrees, 0 is straight down and 90 is forward (to the right)."""
    return (
        start[0] + math.sin(math.radians(angle)) * length,
        start[1] + math.cos(math.radians(angle)) * length,
    )


def limb(joints: Sequence[Point], widths: Sequence[float]) -> str:
    """The ``d`` of a rounded limb through joints, as thick at each as its width says."""
    parts = []
    for (x, y), width in zip(joints, widths, strict=True):
        r = num(width / 2)
        parts.append(
            f"M{num(x - width / 2)} {num(y)}a{r} {r} 0 1 1 {num(width)} 0a{r} {r} 0 1 1 {num(-width)} 0z"
        )
    for i in range(len(joints) - 1):
        (ax, ay), (bx, by) = joints[i], joints[i + 1]
        length = math.hypot(bx - ax, by - ay) or 1
        nx, ny = (ay - by) / length / 2, (bx - ax) / length / 2
        a, b = widths[i], widths[i + 1]
        corners = [(ax + nx * a, ay + ny * a), (ax - nx * a, ay - ny * a)]
        corners += [(bx - nx * b, by - ny * b), (bx + nx * b, by + ny * b)]
        parts.append(poly(corners))
    return "".join(parts)
