"""The decor behind people, or before them: a bitmap for each zoom, on which only what moves is drawn anew."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PIL import Image

from app.film.stage import HEIGHT, WIDTH, Area, Frame, Patch, Phases

Painter = Callable[[Area, tuple[int, int], Phases], Image.Image]
"""Draws a part of the decor at a size in pixels, with each moving part in its phase."""

SIZE = (WIDTH, HEIGHT)
MARGIN = 2.0
MOST_REMEMBERED = 48_000_000
"""Bytes of patches that stay in memory; beyond that the oldest are drawn again."""


@dataclass
class Layer:
    """The decor as pixels, at one zoom, and what of it was drawn in which phase."""

    scale: float
    area: Area
    picture: Image.Image
    drawn: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)


class Backdrop:
    """The decor of one shot, from any view of it.  ``mode`` RGB is opaque, RGBA is laid over people."""

    def __init__(
        self, paint: Painter, views: Iterable[Frame], patches: Mapping[int, Patch], mode: str = "RGB"
    ) -> None:
        self._paint = paint
        self._patches = patches
        self._mode = mode
        self._order = sorted(patches, key=lambda index: -patches[index].area.size)
        self._remembered: dict[tuple[float, tuple[tuple[int, int], ...]], Image.Image] = {}
        self._layers: dict[float, Layer] = {}
        self._last: tuple[object, Image.Image] | None = None
        distinct = tuple(dict.fromkeys(views))
        self._finest = max(view.scale for view in distinct)
        self._is_still = len(distinct) == 1
        for scale, near in self._by_scale(distinct).items():
            area = self._area(near)
            size = (round((area.right - area.left) * scale), round((area.bottom - area.top) * scale))
            self._layers[scale] = Layer(scale, area, paint(area, size, {}).convert(self._mode))

    def at(self, view: Frame, time: float) -> tuple[Image.Image, bool]:
        """The picture and whether it is another one than the last time.  Don't draw on it: it is kept."""
        layer = self._layers[self._scale(view)]
        phases = self._phases(time)
        self._move(layer, phases)
        key = (view, tuple(sorted((index, phases[index]) for index in layer.drawn)))
        if self._last and self._last[0] == key:
            return self._last[1], False
        picture = layer.picture.copy() if self._is_still else self._cut(layer, view)
        self._last = key, picture
        return picture, True

    def _by_scale(self, views: Iterable[Frame]) -> dict[float, list[Frame]]:
        found: dict[float, list[Frame]] = {}
        for view in views:
            found.setdefault(self._scale(view), []).append(view)
        return found

    def _scale(self, view: Frame) -> float:
        """The finest zoom of the shot, or a half, a quarter of it for views far wider than the closest."""
        halves = max(0, math.floor(math.log2(self._finest / view.scale) + 1e-9))
        return float(self._finest / 2**halves)

    def _area(self, views: Sequence[Frame]) -> Area:
        margin = 0.0 if self._is_still else MARGIN
        return Area(
            min(view.x for view in views) - margin,
            min(view.y for view in views) - margin,
            max(view.x + view.width for view in views) + margin,
            max(view.y + view.height for view in views) + margin,
        )

    def _phases(self, time: float) -> dict[int, int]:
        return {index: patch.step(time) for index, patch in self._patches.items()}

    def _move(self, layer: Layer, phases: Phases) -> None:
        """Bring every moving part into its phase, the large ones first."""
        stale: list[Area] = []
        for index in self._order:
            area = self._patches[index].area
            if not area.overlaps(layer.area):
                continue
            below = [
                other
                for other in self._order[: self._order.index(index)]
                if area.overlaps(self._patches[other].area)
            ]
            key = tuple((other, phases[other]) for other in (*below, index))
            is_covered = any(area.overlaps(other) for other in stale)
            if layer.drawn.get(index) != key or is_covered:
                self._paste(layer, area, key)
                layer.drawn[index] = key
                stale.append(area)

    def _paste(self, layer: Layer, area: Area, key: tuple[tuple[int, int], ...]) -> None:
        left = max(0, math.floor((area.left - layer.area.left) * layer.scale))
        top = max(0, math.floor((area.top - layer.area.top) * layer.scale))
        right = min(layer.picture.width, math.ceil((area.right - layer.area.left) * layer.scale))
        bottom = min(layer.picture.height, math.ceil((area.bottom - layer.area.top) * layer.scale))
        if right <= left or bottom <= top:
            return
        patch = self._remembered.get((layer.scale, key))
        if patch is None:
            exact = Area(
                layer.area.left + left / layer.scale,
                layer.area.top + top / layer.scale,
                layer.area.left + right / layer.scale,
                layer.area.top + bottom / layer.scale,
            )
            patch = self._paint(exact, (right - left, bottom - top), dict(key)).convert(self._mode)
            self._remember((layer.scale, key), patch)
        layer.picture.paste(patch, (left, top))

    def _remember(self, key: tuple[float, tuple[tuple[int, int], ...]], patch: Image.Image) -> None:
        self._remembered[key] = patch
        held = sum(each.width * each.height * 4 for each in self._remembered.values())
        while held > MOST_REMEMBERED and len(self._remembered) > 1:
            oldest = self._remembered.pop(next(iter(self._remembered)))
            held -= oldest.width * oldest.height * 4

    def _cut(self, layer: Layer, view: Frame) -> Image.Image:
        left, top = (view.x - layer.area.left) * layer.scale, (view.y - layer.area.top) * layer.scale
        box = (left, top, left + view.width * layer.scale, top + view.height * layer.scale)
        return layer.picture.resize(SIZE, Image.Resampling.BILINEAR, box=box)
