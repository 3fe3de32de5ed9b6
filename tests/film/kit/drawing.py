"""What the tests of the drawing kit look at: markup as a tree, and as pixels."""

from __future__ import annotations

import math
import re
from pathlib import Path
from xml.dom.minidom import parseString

from PIL import Image, ImageChops

from app.film.kit import DEFS, SEASONS, TIMES, WEATHERS, Light
from app.film.kit.world import Box
from app.film.raster import draw

ROOT = Path(__file__).resolve().parents[3]
LIGHTS = [
    Light(time, WEATHERS[(i + k) % 3], season)
    for i, time in enumerate(TIMES)
    for k, season in enumerate(SEASONS)
]
"""Every part of the day in every season, the weather going round."""
_NUMBER = re.compile(r"(?<![\w#])-?\d+\.?\d*(?:e-?\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_ID = re.compile(r'\bid="([^"]+)"')


def tags_of(markup: str) -> set[str]:
    """The elements in the markup.  Raises ``ExpatError`` when it isn't well-formed."""
    found = parseString(f'<svg xmlns="http://www.w3.org/2000/svg">{markup}</svg>').getElementsByTagName("*")  # noqa: S318
    return {element.tagName for element in found}


def assert_sound(markup: str) -> None:
    """Well-formed, without words, every number finite, every gradient and clip that is named there."""
    assert tags_of(markup) <= {
        "svg", "defs", "g", "path", "rect", "circle", "ellipse", "clipPath", "pattern", "linearGradient",
        "radialGradient", "stop",
    }  # fmt: skip
    assert not re.search(r"nan|inf\b|None|\{|\}", markup)
    assert all(math.isfinite(float(number)) for number in _NUMBER.findall(markup))
    assert set(_REFERENCE.findall(markup)) <= {*_ID.findall(markup), *_ID.findall(DEFS)}


def pixels(markup: str, box: Box, width: int) -> Image.Image:
    height = round(width * box[3] / box[2])
    return draw(markup, (box[0], box[1], box[0] + box[2], box[1] + box[3]), (width, height), DEFS).convert(
        "RGB"
    )


def changed(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Where two pictures differ by more than a shade."""
    difference = ImageChops.difference(one, other).convert("L").point([0] * 5 + [255] * 251)
    return difference.getbbox()
