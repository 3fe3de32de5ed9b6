"""People as small pictures, laid over the decor; one that was drawn before is used again."""

from __future__ import annotations

import math
from typing import NamedTuple

from PIL import Image

from app.film.kit.figure.pose import Pose
from app.film.motion import Actor
from app.film.raster import draw
from app.film.stage import HEIGHT, WIDTH, Frame, Light

MOST_REMEMBERED = 40_000_000
"""Bytes of people that stay in memory."""


class Sprite(NamedTuple):
    """A person, and where the picture of them begins."""

    image: Image.Image
    left: int
    top: int


class Sprites:
    """The people of one shot, drawn as they are asked for."""

    def __init__(self, light: Light, defs: str) -> None:
        self._light = light
        self._defs = defs
        self._drawn: dict[object, Sprite] = {}

    def of(self, actor: Actor, pose: Pose, x: float, view: Frame) -> Sprite | None:
        """Somebody at a place in a view, or None when out of it."""
        box = _pixels(actor, x, view)
        if box[2] - box[0] < 2 or box[3] - box[1] < 2:
            return None
        key = (actor.player.who, pose, round(x, 3), actor.y, view)
        if key not in self._drawn:
            self._remember(key, self._draw(actor, pose, x, view, box))
        return self._drawn[key]

    def _remember(self, key: object, sprite: Sprite) -> None:
        self._drawn[key] = sprite
        held = sum(each.image.width * each.image.height * 4 for each in self._drawn.values())
        while held > MOST_REMEMBERED and len(self._drawn) > 1:
            oldest = self._drawn.pop(next(iter(self._drawn))).image
            held -= oldest.width * oldest.height * 4

    def _draw(
        self, actor: Actor, pose: Pose, x: float, view: Frame, box: tuple[int, int, int, int]
    ) -> Sprite:
        left, top, right, bottom = box
        scale = view.scale
        area = (view.x + left / scale, view.y + top / scale, view.x + right / scale, view.y + bottom / scale)
        figure = actor.figure.svg(pose, self._light)
        markup = f'<g transform="translate({x:.3f} {actor.y:.3f}) scale({actor.scale:.4f})">{figure}</g>'
        image = draw(markup, area, (right - left, bottom - top), self._defs)
        seen = image.getbbox() or (0, 0, 1, 1)
        return Sprite(image.crop(seen), left + seen[0], top + seen[1])


def _pixels(actor: Actor, x: float, view: Frame) -> tuple[int, int, int, int]:
    """The part of the picture that somebody can reach."""
    scale, size, reach = view.scale, actor.scale, actor.figure.reach
    return (
        max(0, math.floor((x + reach.left * size - view.x) * scale)),
        max(0, math.floor((actor.y + reach.top * size - view.y) * scale)),
        min(WIDTH, math.ceil((x + reach.right * size - view.x) * scale)),
        min(HEIGHT, math.ceil((actor.y + reach.bottom * size - view.y) * scale)),
    )
