"""Rain as it falls before the world."""

from __future__ import annotations

import random
from typing import NamedTuple

from app.film.kit.marks import line, num


class Falling(NamedTuple):
    steps: int
    period: float


RAIN = Falling(steps=6, period=0.48)
TILE_WIDE, TILE_HIGH = 320, 240
DROPS = 26


def rain(box: tuple[float, float, float, float], phase: float) -> str:
    """Streaks over the box, a tile that repeats; after a phase of 1 they fall where they began."""
    pick = random.Random(7)  # noqa: S311  # a picture, not a secret
    drops = [
        (pick.uniform(0, TILE_WIDE), pick.uniform(0, TILE_HIGH), pick.uniform(14, 30)) for _ in range(DROPS)
    ]
    d = []
    first_x, first_y = box[0] // TILE_WIDE, box[1] // TILE_HIGH
    for column in range(int(box[2] // TILE_WIDE) + 3):
        for row in range(int(box[3] // TILE_HIGH) + 3):
            left, top = (first_x + column - 1) * TILE_WIDE, (first_y + row - 1) * TILE_HIGH
            for x, y, length in drops:
                down = (y + phase * TILE_HIGH) % TILE_HIGH
                at = (left + x - down * 0.16, top + down)
                d.append(f"M{num(at[0])} {num(at[1])}l{num(-length * 0.16)} {num(length)}")
    return line("".join(d), "#fff", 1.3, stroke_opacity=0.34)
