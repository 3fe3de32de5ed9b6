"""Motion: a calm camera, people who walk in whole steps, mouths that talk while they should."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.motion import Actor, CameraMove, actors_of, camera_of
from app.film.overlay import rings
from app.film.stage import Frame
from app.film.storyboard import Mark
from app.film.timeline import FPS, TimedShot, lay_out
from tests.film.small_kit import SmallDecor, SmallFigure, SmallKit
from tests.film.test_timeline import shot, story

DECOR: SmallDecor = SmallKit().decor("straatje")
WHO = {"noor": SmallFigure("#2d4a6b", "#f0c8a8")}


def timed(**more: object) -> TimedShot:
    return lay_out(story(shot("a", "noor: Dag meneer.", **more)), {}).shots[0]


def actor(**more: object) -> Actor:
    return actors_of(timed(spelers=[{"wie": "noor", **more}]), DECOR, WHO)[0]


FRAMES = st.builds(Frame, st.floats(-500, 900), st.floats(-100, 300), st.floats(100, 1280))


@given(FRAMES, FRAMES, st.floats(0.5, 4))
def test_a_camera_goes_from_frame_to_frame_without_a_jerk(start: Frame, to: Frame, seconds: float) -> None:
    move = CameraMove(start, to, 0.6, seconds)
    assert move.at(0) == move.at(0.6) == pytest.approx(start)
    assert move.at(0.6 + seconds) == move.at(99) == pytest.approx(to)
    widths = [move.at(0.6 + seconds * step / 20).width for step in range(21)]
    assert widths in (sorted(widths), sorted(widths, reverse=True))


def test_what_the_camera_goes_to_stays_where_it_is_in_the_picture() -> None:
    """A zoom around one point of the decor never moves that point."""
    move = CameraMove(Frame(0, 0, 1280), Frame(480, 270, 320), 0, 2)
    for step in range(11):
        view = move.at(step / 5)
        assert (640 - view.x) * view.scale == pytest.approx(640, abs=0.5)


def test_a_camera_comes_closer_when_nothing_else_moves() -> None:
    still = timed(beeld=[1200, 0, 80])
    assert camera_of(still, DECOR, lambda _view: False).to.width < 80
    assert camera_of(still, DECOR, lambda _view: True).to.width == 80
    peopled = timed(spelers=[{"wie": "noor", "op": 1220}], beeld=[1200, 0, 80])
    assert camera_of(peopled, DECOR, lambda _view: False).to.width == 80


def test_somebody_walks_at_a_pace_and_stands_when_there() -> None:
    walker = actor(doet="loopt", van=300, naar=400)
    assert walker.arrives == pytest.approx(100 / (190 * 0.56))
    assert [walker.x(0), walker.x(walker.arrives), walker.x(99)] == [300, 400, 400]
    assert walker.pose(0.5, {}).walk is not None
    assert walker.pose(walker.arrives + 0.1, {}).walk is None
    assert math.cos(walker.phase(walker.arrives)) == pytest.approx(1)
    assert actor(doet="loopt", van=300, naar=400, tijd=[1, 2]).leaves == 1


def test_steps_sound_when_a_foot_comes_down() -> None:
    walker = actor(doet="loopt", van=300, naar=600)
    steps = sorted(walker.footfalls())
    assert len(steps) == round(300 / (211 * 0.56 / 2))
    assert all(abs(math.sin(walker.phase(at))) == pytest.approx(1, abs=1e-6) for at in steps)
    assert list(actor(op=300).footfalls()) == []


@pytest.mark.parametrize(
    ("given_", "facing"),
    [
        ({"op": 300}, 1),
        ({"op": 300, "kijkt": "links"}, -1),
        ({"doet": "loopt", "van": 500, "naar": 300}, -1),
        ({"doet": "loopt", "van": 500, "naar": 300, "kijkt": "rechts"}, 1),
    ],
)
def test_people_face_where_they_go_or_look(given_: dict[str, object], facing: int) -> None:
    assert actor(**given_).pose(0, {}).facing == facing


def test_who_sits_with_a_phone_does_both() -> None:
    assert actor(op=300, doet="zit", gebaar="telefoon").pose(0, {}).gesture == "zit+telefoon"


def test_a_mouth_moves_while_its_line_is_read_and_rests_before_the_end() -> None:
    speaker = actor(op=300)
    line = speaker.lines[0]
    moments = [line.start + (line.end - line.start) * step / 40 for step in range(41)]
    mouths = [speaker.pose(at, {}).mouth for at in moments]
    assert max(mouths[:34]) >= 0.5
    assert set(mouths[36:]) == {0.0}
    assert speaker.pose(0, {}).mouth == 0
    assert all(0 <= mouth <= 1 for mouth in mouths)


def test_a_recorded_voice_drives_the_mouth() -> None:
    speaker = actor(op=300)
    start = math.ceil(speaker.lines[0].start * FPS) / FPS
    recorded = {"a-1": [0.0, 0.0, 1.0, 1.0, 0.2, 0.2]}
    assert [speaker.pose(start + at / FPS + 0.001, recorded).mouth for at in range(0, 6, 2)] in (
        [0.0, 1.0, 0.2], [0.0, 0.0, 1.0],
    )  # fmt: skip
    assert speaker.pose(start + 1, recorded).mouth == 0


def test_people_blink_but_not_together() -> None:
    one, other = actor(op=300), actors_of(
        timed(spelers=[{"wie": "wal", "op": 300}]), DECOR, {"wal": WHO["noor"]}
    )[0]  # fmt: skip
    blinks = [{step for step in range(200) if each.pose(step / 25, {}).blink} for each in (one, other)]
    assert all(blinks)
    assert blinks[0] != blinks[1]


MARKS = st.lists(st.tuples(st.integers(-200, 1400), st.integers(-100, 800)), min_size=1, max_size=4)


@given(MARKS)
def test_labels_lie_in_the_picture_and_on_their_own_side(points: list[tuple[int, int]]) -> None:
    marks = [Mark.model_validate({"bij": [x, y], "label": "Post steekt uit"}) for x, y in points]
    for ring in rings(marks, Frame(0, 0, 1280), DECOR):
        assert 0 <= ring.pill.left < ring.pill.right <= 1280
        assert 0 <= ring.pill.top < ring.pill.bottom <= 720


def test_labels_of_neighbours_do_not_cover_one_another() -> None:
    marks = [
        Mark.model_validate({"bij": [600, 300 + 60 * n], "label": "Gras staat kniehoog"}) for n in range(3)
    ]
    pills = [ring.pill for ring in rings(marks, Frame(0, 0, 1280), DECOR)]
    assert not any(one.overlaps(other) for one, other in pairwise(pills))
