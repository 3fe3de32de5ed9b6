"""SVG markup to pixels, with our own letters only, so that every machine draws the same."""

from __future__ import annotations

import os
from functools import cache
from html import escape
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
os.environ.setdefault("VIPS_CONCURRENCY", "1")  # two processes keep two cores busy
os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")

import numpy as np  # noqa: E402
import pyvips  # noqa: E402
from PIL import Image, ImageFont  # noqa: E402

pyvips.cache_set_max(0)
FAMILY = "Atkinson Hyperlegible Next"


def draw(
    content: str, box: tuple[float, float, float, float], size: tuple[int, int], defs: str = ""
) -> Image.Image:
    """RGBA pixels of what lies in ``box`` (left, top, right, bottom)."""
    left, top, right, bottom = box
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="{left:.4f} {top:.4f} {right - left:.4f} {bottom - top:.4f}" preserveAspectRatio="none">'
        f"<defs>{defs}</defs>{content}</svg>"
    )
    picture = pyvips.Image.svgload_buffer(svg.encode(), unlimited=True)
    return Image.fromarray(np.asarray(picture))


@cache
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"atkinson-{700 if bold else 400}.ttf", size)


def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """In pixels."""
    return font(size, bold=bold).getlength(text)


def words(
    text: str, x: float, y: float, size: int, fill: str, *, bold: bool = False, anchor: str = "start"
) -> str:
    """Markup of a text on its base line."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FAMILY}" font-weight="{700 if bold else 400}" '
        f'font-size="{size}" fill="{fill}" text-anchor="{anchor}">{escape(text)}</text>'
    )
