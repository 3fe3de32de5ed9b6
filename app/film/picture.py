"""The frames of one shot: decor, people, title and rings, the same for the same storyboard every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from app.film import overlay
from app.film.backdrop import Backdrop
from app.film.motion import Mouths, actors_of, camera_of, eased
from app.film.raster import draw
from app.film.sprites import Sprites
from app.film.stage import HEIGHT, WIDTH, Area, Figure, Frame, Kit, Phases
from app.film.timeline import FPS, TimedShot

FADE_IN = 0.5
DARK = (18, 40, 58)
GLANCE = (320, 180)
VISIBLE, ENOUGH = 16, 40
"""By how much a pixel of a glance must change, and how many must, before anybody sees a decor move."""


@dataclass(frozen=True)
class ShotTask:
    """All that decides the frames of a shot; it goes to another process."""

    kit: Kit
    timed: TimedShot
    figures: Mapping[str, str]
    """By player: the name of the figure."""
    mouths: Mouths = field(default_factory=dict)
    is_first: bool = False


class ShotPainter:
    """Draws the frames of one shot, in order."""

    def __init__(self, task: ShotTask) -> None:
        self._task = task
        self._shot, self._timed = task.timed.shot, task.timed
        scene = task.timed.scene
        self._decor = task.kit.decor(scene.decor)
        self._light = task.kit.light(scene.light, scene.weather, scene.season)
        moving = sorted(self._decor.moving(self._light, scene.state))
        self._patches = {index: self._decor.patches[index] for index in moving}
        self._rain = self._decor.rain(self._light)
        self._camera = camera_of(task.timed, self._decor, self._is_alive)
        self._views = [self._camera.at(frame / FPS) for frame in range(task.timed.frames)]
        self._backdrop = Backdrop(self._paint_decor, self._views, self._patches)
        figures: dict[str, Figure] = {who: task.kit.figure(name) for who, name in task.figures.items()}
        self._actors = actors_of(task.timed, self._decor, figures)
        self._sprites = Sprites(self._light, task.kit.defs)
        self._before = {layer: self._foreground(layer) for layer in {a.player.layer for a in self._actors}}
        self._title = self._paint_flat(overlay.title(self._shot.title)) if self._shot.title else None
        self._drops: dict[int, Image.Image] = {}
        self._rings: tuple[object, Image.Image] | None = None

    def _is_alive(self, view: Frame) -> bool:
        """Whether one can see something move in the decor: looks small, at a few moments."""
        if self._rain:
            return True
        seen = {index: patch for index, patch in self._patches.items() if patch.area.overlaps(view.area)}
        pictures = [
            np.asarray(self._paint_decor(view.area, GLANCE, {i: patch.step(at) for i, patch in seen.items()}))
            for at in (0.0, 0.7, 1.5, 2.4)
        ] if seen else []  # fmt: skip
        changed = [np.abs(one.astype(int) - pictures[0]).max(axis=2) > VISIBLE for one in pictures[1:]]
        return any(int(each.sum()) > ENOUGH for each in changed)

    def frames(self) -> Iterator[tuple[Image.Image, bool]]:
        """Every frame, and whether it differs from the one before."""
        last: tuple[object, Image.Image] | None = None
        for number, view in enumerate(self._views):
            time = number / FPS
            backdrop, is_new = self._backdrop.at(view, time)
            key = self._key(view, time)
            if last and last[0] == key and not is_new:
                yield last[1], False
                continue
            picture = backdrop.copy()
            self._add_people(picture, view, time)
            self._add_rain(picture, time)
            self._add_overlays(picture, view, time)
            if self._task.is_first and time < FADE_IN:
                picture = Image.blend(Image.new("RGB", picture.size, DARK), picture, eased(time / FADE_IN))
            last = key, picture
            yield picture, True

    def _key(self, view: Frame, time: float) -> object:
        """The same for frames that look the same, apart from the decor."""
        poses = tuple(
            (actor.pose(time, self._task.mouths), round(actor.x(time), 3)) for actor in self._actors
        )
        title = round(overlay.title_share(time, self._timed.seconds), 2) if self._title else 0
        fade = min(time, FADE_IN) if self._task.is_first else FADE_IN
        drops = self._rain.step(time) if self._rain else 0
        return view, poses, title, fade, drops, self._ring_times(time)

    def _paint_decor(self, area: Area, size: tuple[int, int], phases: Phases) -> Image.Image:
        markup = self._decor.svg(self._light, self._timed.scene.state, area, phases)
        return draw(markup, area, size, self._task.kit.defs)

    def _paint_flat(self, markup: str) -> Image.Image:
        return draw(markup, (0, 0, WIDTH, HEIGHT), (WIDTH, HEIGHT))

    def _foreground(self, layer: str) -> Backdrop | None:
        """What stands before people in a layer, if anything does."""
        state = self._timed.scene.state
        whole = Area(
            min(view.area.left for view in self._views),
            min(view.area.top for view in self._views),
            max(view.area.right for view in self._views),
            max(view.area.bottom for view in self._views),
        )
        if not self._decor.before(self._light, state, whole, {}, layer):
            return None

        def paint(area: Area, size: tuple[int, int], phases: Phases) -> Image.Image:
            markup = self._decor.before(self._light, state, area, phases, layer)
            return draw(markup, area, size, self._task.kit.defs)

        return Backdrop(paint, self._views, self._patches, "RGBA")

    def _add_people(self, picture: Image.Image, view: Frame, time: float) -> None:
        for actor in self._actors:
            found = self._sprites.of(actor, actor.pose(time, self._task.mouths), actor.x(time), view)
            if not found:
                continue
            sprite, left, top = found
            picture.paste(sprite, (left, top), sprite)
            if foreground := self._before[actor.player.layer]:
                whole, _ = foreground.at(view, time)
                part = whole.crop((left, top, left + sprite.width, top + sprite.height))
                picture.paste(part, (left, top), part)

    def _add_rain(self, picture: Image.Image, time: float) -> None:
        if not self._rain:
            return
        step = self._rain.step(time)
        if step not in self._drops:
            self._drops[step] = self._paint_flat(self._decor.falling(self._light, step))
        picture.paste(self._drops[step], (0, 0), self._drops[step])

    def _add_overlays(self, picture: Image.Image, view: Frame, time: float) -> None:
        if self._shot.marks and (shown := self._ring_times(time)):
            layer = self._ring_layer(view, shown)
            picture.paste(layer, (0, 0), layer)
        share = overlay.title_share(time, self._timed.seconds) if self._title else 0
        if self._title and share > 0.01:
            alpha = self._title.getchannel("A").point([round(value * share) for value in range(256)])
            picture.paste(self._title, (-round((1 - share) * 24), 0), alpha)

    def _ring_times(self, time: float) -> tuple[float, ...]:
        """Of each ring that has begun: how long ago, as far as it makes a difference."""
        return tuple(min(round(time - at, 3), overlay.MARK_IN) for at in self._timed.marks if time > at)

    def _ring_layer(self, view: Frame, shown: tuple[float, ...]) -> Image.Image:
        if not self._rings or self._rings[0] != (view, shown):
            placed = overlay.rings(self._shot.marks, view, self._decor)
            markup = "".join(
                overlay.ring_svg(ring, number, self._shot.marks[number - 1].label, since)
                for number, (ring, since) in enumerate(zip(placed, shown, strict=False), 1)
            )
            self._rings = (view, shown), self._paint_flat(markup)
        return self._rings[1]
