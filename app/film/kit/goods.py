"""What lies in a shop window, from x to the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from app.film.kit.marks import circle, ellipse, line, num, path, rect

Goods = Literal["brood", "groente", "snacks", "kapper", "fietsen", "boeken", "flesjes"]
SPINES = ("#b3453a", "#2f5d62", "#d9a33c", "#4b5f83")
FRUITS = ("#d8503f", "#e8a23c", "#6fa04b")


def _shelf(x: float, wide: float, y: float = -72) -> str:
    return rect(x, y, wide, 36, "#8a6a44", fill_opacity=0.75) + rect(
        x, y, wide, 5, "#6b5033", fill_opacity=0.8
    )


def _bread(x: float, wide: float) -> str:
    loaves = "".join(
        ellipse(at, -80, 15, 9, "#c98a45") + line(f"M{at - 7} -84l5 6M{at} -86l5 6", "#e9c184", 2)
        for at in range(int(x) + 22, int(x + wide) - 18, 34)
    )
    return _shelf(x, wide) + loaves


def _vegetables(x: float, wide: float) -> str:
    drawn = _shelf(x, wide)
    for i, at in enumerate(range(int(x) + 22, int(x + wide) - 18, 34)):
        drawn += "".join(circle(at - 9 + k * 9, -88, 6, FRUITS[i % 3]) for k in range(3))
        drawn += rect(at - 14, -86, 29, 18, "#a5805b")
    return drawn


def _snacks(x: float, wide: float) -> str:
    drawn = rect(x, -96, wide, 60, "#d9dde0", fill_opacity=0.85) + rect(x, -100, wide, 7, "#9aa3ab")
    for i in range(int(wide / 66)):
        left = x + 16 + i * 62
        drawn += rect(left, -170, 52, 34, "#f6f1e4", fill_opacity=0.8, rx=2)
        drawn += circle(left + 14, -153, 8, "#e0a83c")
        drawn += line(f"M{num(left + 28)} -158h18M{num(left + 28)} -150h13", "#8a7a5c", 2)
    return drawn


def _hairdresser(x: float, wide: float) -> str:
    return "".join(
        rect(at, -156, 44, 62, "#cfe0e6", rx=4, fill_opacity=0.9)
        + path(f"M{at + 2} -36v-30q0 -14 20 -14t20 14v30z", "#7a3b32")
        for at in range(int(x) + 18, int(x + wide) - 46, 72)
    )


def _bicycles(x: float, wide: float) -> str:
    drawn = _shelf(x, wide)
    for at in range(int(x) + 40, int(x + wide) - 60, 110):
        drawn += circle(at, -94, 21, "none", stroke="#2b333c", stroke_width=3)
        drawn += circle(at + 56, -94, 21, "none", stroke="#2b333c", stroke_width=3)
        drawn += line(f"M{at} -94l16 -34h30l10 34M{at + 16} -128l12 34l18 -34", "#b3453a", 4)
    return drawn


def _books(x: float, wide: float) -> str:
    drawn = _shelf(x, wide)
    for at in range(int(x) + 14, int(x + wide) - 40, 46):
        for k in range(5):
            short = (k * 5) % 9
            drawn += rect(at + k * 7, -104 + short, 6, 34 - short, SPINES[k % 4])
    return drawn


def _bottles(x: float, wide: float) -> str:
    """Of a chemist: bottles and boxes on two shelves."""
    drawn = _shelf(x, wide) + rect(x, -126, wide, 5, "#6b5033", fill_opacity=0.7)
    for i, at in enumerate(range(int(x) + 20, int(x + wide) - 20, 30)):
        colour = ("#f4f1e6", "#8fb8b0", "#c98f65")[i % 3]
        drawn += rect(at, -98, 15, 26, colour, rx=3) + rect(at + 4, -104, 7, 7, "#5a6a70")
        drawn += rect(at - 2, -146, 20, 20, ("#8fb8b0", "#f4f1e6")[i % 2], rx=1)
    return drawn


GOODS: Mapping[str, Callable[[float, float], str]] = {
    "brood": _bread,
    "groente": _vegetables,
    "snacks": _snacks,
    "kapper": _hairdresser,
    "fietsen": _bicycles,
    "boeken": _books,
    "flesjes": _bottles,
}
