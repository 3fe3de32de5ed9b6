"""Pictures: what moves is drawn anew and nothing else, and comes out as if all of it had been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from app.film.backdrop import Backdrop
from app.film.build import Production
from app.film.picture import ShotPainter, ShotTask
from app.film.raster import draw, width_of, words
from app.film.stage import Area, Frame, Patch, Phases
from app.film.storyboard import Storyboard
from app.film.timeline import FPS, lay_out
from tests.film.conftest import SOURCE
from tests.film.small_kit import SmallKit
from tests.film.test_timeline import shot, story

LARGE, SMALL = Patch(Area(100, 100, 700, 500), 4, 2), Patch(Area(300, 200, 500, 400), 5, 1)
STILL = Frame(0, 0, 1280)


class Painter:
    """A decor of three flat colours; remembers what it was asked to draw."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def __call__(self, area: Area, size: tuple[int, int], phases: Phases) -> Image.Image:
        self.asked.append(size)
        markup = '<rect x="-99" y="-99" width="2000" height="2000" fill="#888"/>'
        for index, patch in enumerate((LARGE, SMALL)):
            left, top, right, bottom = patch.area
            colour = f"#{40 * (index + 1) + 20 * phases.get(index, 0):02x}44aa"
            markup += (
                f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" fill="{colour}"/>'
            )
        return draw(markup, area, size)


def whole(painter: Painter, time: float) -> Image.Image:
    phases = {0: LARGE.step(time), 1: SMALL.step(time)}
    return painter(STILL.area, (1280, 720), phases).convert("RGB")


def test_patches_come_out_as_the_whole_would() -> None:
    backdrop = Backdrop(Painter(), [STILL], {0: LARGE, 1: SMALL})
    for time in (0, 0.3, 0.5, 0.9, 1.4, 2.1, 7.7):
        picture, _ = backdrop.at(STILL, time)
        assert np.array_equal(np.asarray(picture), np.asarray(whole(Painter(), time))), time


def test_only_what_moves_is_drawn_again_and_only_once() -> None:
    painter = Painter()
    backdrop = Backdrop(painter, [STILL], {1: SMALL})
    changed = [backdrop.at(STILL, frame / FPS)[1] for frame in range(100)]
    assert painter.asked.count((1280, 720)) == 1
    assert painter.asked.count((200, 200)) == SMALL.steps
    assert sum(changed) == pytest.approx(4 * SMALL.steps, abs=1)


def test_a_moving_camera_needs_few_bitmaps_and_none_is_huge() -> None:
    painter = Painter()
    views = [Frame(0, 0, 1280 * 0.97**step) for step in range(80)]
    backdrop = Backdrop(painter, views, {})
    assert len(painter.asked) <= 5
    assert max(width * height for width, height in painter.asked) < 2700 * 1600
    assert all(backdrop.at(view, 0)[0].size == (1280, 720) for view in views)


def test_letters_are_ours() -> None:
    drawn = draw(words("Lindelaan 14", 20, 60, 40, "#000"), (0, 0, 400, 80), (400, 80))
    left, _, right, _ = drawn.getbbox() or (0, 0, 0, 0)
    assert right - left == pytest.approx(width_of("Lindelaan 14", 40), abs=6)


@pytest.fixture
def production(storyboard: Storyboard, kit: SmallKit) -> Production:
    return Production(SOURCE, storyboard, kit, {})


def frames(task: ShotTask, *numbers: int) -> Iterator[np.ndarray]:
    for number, (picture, _) in enumerate(ShotPainter(task).frames()):
        if number in numbers:
            yield np.asarray(picture).astype(int)


def test_the_same_task_gives_the_same_frames(production: Production) -> None:
    task = production.tasks()[1]
    for one, other in zip(frames(task, 0, 20, 40), frames(task, 0, 20, 40), strict=True):
        assert np.array_equal(one, other)


def test_a_frame_that_says_it_is_the_same_is_the_same(production: Production) -> None:
    last = None
    said = []
    for picture, is_new in ShotPainter(production.tasks()[1]).frames():
        if not is_new:
            assert picture is last
        said.append(is_new)
        last = picture
    assert said[0]
    assert 0.3 < sum(said) / len(said) < 1


def test_who_stands_behind_the_hedge_is_partly_hidden(kit: SmallKit) -> None:
    def seen(layer: str) -> np.ndarray:
        player = {"wie": "noor", "op": 830, "laag": layer}
        timed = lay_out(story(shot("a", spelers=[player])), {}).shots[0]
        return next(frames(ShotTask(kit, timed.alone, {"noor": "noor"}), 0))

    hedge = (slice(605, 640), slice(780, 890))
    before, behind = seen("stoep")[hedge], seen("tuin")[hedge]
    nobody = next(frames(ShotTask(kit, lay_out(story(shot("a")), {}).shots[0].alone, {}), 0))[hedge]
    assert np.abs(before - nobody).max() > 40
    assert np.array_equal(behind, nobody)


def test_rain_falls_before_people_too(production: Production) -> None:
    wet, *_ = frames(production.tasks()[1], 0)
    timed = production.tasks()[1].timed
    dry_scene = replace(timed.scene, weather="droog")
    dry, *_ = frames(replace(production.tasks()[1], timed=replace(timed, scene=dry_scene)), 0)
    figure = (slice(260, 700), slice(500, 700))
    assert (np.abs(wet - dry)[figure].max(axis=2) > 20).sum() > 50


def test_the_film_begins_in_the_dark_and_the_title_comes(production: Production) -> None:
    first, lit = frames(production.tasks()[0], 0, 40)
    assert (first == first[0, 0]).all()
    assert lit.std() > 20
    without = production.tasks()[0]
    bare = without.timed.shot.model_copy(update={"title": None})
    _, untitled = frames(replace(without, timed=replace(without.timed, shot=bare)), 0, 40)
    assert np.abs(lit - untitled)[44:120, 48:200].mean() > 20
    assert np.abs(lit - untitled)[300:].max() == 0


@pytest.mark.parametrize(
    ("frame", "weather", "moves"),
    [
        ("straat", "droog", False),  # the tree waves
        ([1200, 0, 80], "droog", True),  # the sky does not
        ([1200, 0, 80], "regen", False),
        ([560, 560, 160], "droog", True),  # the tree's trunk lies in a part that moves, but doesn't
    ],
)
def test_a_camera_moves_by_itself_only_when_nothing_else_does(
    kit: SmallKit, frame: object, weather: str, moves: bool
) -> None:
    timed = lay_out(story(shot("a", beeld=frame, weer=weather)), {}).shots[0]
    painter = ShotPainter(ShotTask(kit, timed.alone, {}))
    assert (len(set(painter._views)) > 1) is moves
