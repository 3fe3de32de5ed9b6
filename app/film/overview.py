"""One picture of all that the kit can draw, with the words that a storyboard calls it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from app.film.kit.cast import load_figure
from app.film.kit.figure.figure import Human
from app.film.kit.figure.pose import ARMS, MOODS, POSTURES, THINGS, Pose
from app.film.kit.lettering import lettered, width_of
from app.film.kit.light import DAY, Light
from app.film.kit.marks import INK, box_path, clipped, group, rect
from app.film.kit.paint import DEFS
from app.film.kit.reading import FOLDER, names
from app.film.kit.stages import load_decor
from app.film.raster import draw

NAME = FOLDER / "overzicht.webp"
WIDTH, MARGIN, LINE = 1920, 40, 22
PAPER = "#fbf6ea"
LIGHTS = (DAY, Light("schemer"), Light("avond", "regen", "herfst"), Light("dag", "droog", "winter"))
FULLEST = 400_000
"""Bytes: a picture that may lie in the repository."""


class Tile(NamedTuple):
    """A drawing with its name below it."""

    name: str
    content: str
    width: float
    height: float


def save_overview(root: Path) -> Path:
    """Draw everything again and keep it as media/kit/overzicht.webp."""
    path = root / NAME
    draw_overview(root).save(path, quality=50, method=6)
    return path


def draw_overview(root: Path) -> Image.Image:
    tiles = [*_decors(root), *_people(root), *_moods(root), *_gestures(root), *_things(root)]
    content, height = _rows(tiles)
    paper = rect(0, 0, WIDTH, height, PAPER)
    return draw(paper + content, (0, 0, WIDTH, height), (WIDTH, round(height)), DEFS).convert("RGB")


def _rows(tiles: Sequence[Tile]) -> tuple[str, float]:
    """The tiles side by side, row by row, and how high that is."""
    drawn, x, y, tallest = "", float(MARGIN), float(MARGIN), 0.0
    for tile in tiles:
        if x + tile.width > WIDTH - MARGIN + 1 or (tallest and abs(tile.height - tallest) > 1):
            x, y, tallest = MARGIN, y + tallest + LINE + 16, 0
        name = tile.name.replace("+", " ")
        size = min(10.0, 10.0 * (tile.width - 4) / max(1, width_of(name, 10)))
        drawn += group(tile.content, x, y)
        drawn += lettered(name, x + tile.width / 2, y + tile.height + LINE - 6, size, INK)
        x, tallest = x + tile.width + 16, tile.height
    return drawn, y + tallest + LINE + MARGIN


def _decors(root: Path) -> Iterator[Tile]:
    wide = (WIDTH - 2 * MARGIN - 3 * 16) / 4
    for name in names(root, "decors"):
        decor = load_decor(name, root)
        frame = next(iter(decor.frames.values()))
        scale = wide / frame.width
        for light in LIGHTS:
            content = decor.svg(light, {}, frame.box)
            view = group(content, -frame.x * scale, -frame.y * scale, scale)
            called = f"{name} - {light.time} {light.weather} {light.season}"
            yield Tile(called, clipped(box_path(0, 0, wide, wide * 9 / 16), view), wide, wide * 9 / 16)


def _people(root: Path) -> Iterator[Tile]:
    for name in names(root, "figuren"):
        figure = load_figure(name, root)
        wide = 126.0 if isinstance(figure, Human) else 390.0
        yield Tile(name, group(figure.svg(Pose()), wide / 2 - 4, 166, 0.47), wide, 170)


def _moods(root: Path) -> Iterator[Tile]:
    for who in ("mevrouw-van-der-wal", "bram", "karim"):
        figure = load_figure(who, root)
        assert isinstance(figure, Human)  # noqa: S101  # people, not cars
        for mood in MOODS:
            face = group(figure.svg(Pose(mood=mood)), 118 / 2, 420, 1.3 / figure.person.scale)
            yield Tile(mood, clipped(box_path(0, 0, 118, 124), face), 118, 124)


def _gestures(root: Path) -> Iterator[Tile]:
    figure = load_figure("samira", root)
    for gesture in (*ARMS, *POSTURES, "zit+telefoon", "zit+duikt-ineen"):
        pose = Pose(gesture=gesture, beat=0.25, walk=1 if gesture == "fietst" else None)
        yield Tile(gesture, group(figure.svg(pose), 62, 176, 0.5), 132, 182)


def _things(root: Path) -> Iterator[Tile]:
    figure = load_figure("nadia", root)
    for thing in THINGS:
        yield Tile(thing, group(figure.svg(Pose(hold=thing)), 52, 196, 0.5), 132, 202)
