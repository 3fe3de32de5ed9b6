"""Watching a case: the newest moment counts on whatever device, and staff see numbers of people only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.content.library import load_library
from app.content.video import Video
from app.db import Database
from app.models.learning import VideoAnswer, VideoPosition
from app.services import videos
from tests.cast import NOW, Cast
from tests.film_case import DURATION, ID, write_case


@pytest.fixture(scope="session")
def video(tmp_path_factory: pytest.TempPathFactory) -> Video:
    root = tmp_path_factory.mktemp("case")
    write_case(root)
    return load_library(root).videos[ID]


def at(minute: float) -> datetime:
    return NOW + timedelta(minutes=minute)


def answer(db: Session, video: Video, learner: str, stop: str, code: str, *, key: str = "k") -> None:
    where = video.stop(stop)
    assert where is not None
    videos.answer(db, learner, video, where, code=code, key=key, now=NOW)


@pytest.mark.parametrize(
    ("told", "seconds", "furthest"),
    [
        ([(3.0, 0)], 3.0, 3.0),
        ([(3.0, 0), (7.5, 1)], 7.5, 7.5),
        ([(7.5, 0), (3.0, 1)], 3.0, 7.5),
        ([(3.0, 1), (7.5, 0)], 3.0, 7.5),
        ([(3.0, 1), (7.5, 1)], 3.0, 7.5),
        ([(3.0, 1), (1.0, 0), (2.0, 0.5)], 3.0, 3.0),
        ([(-5.0, 0)], 0.0, 0.0),
        ([(1e6, 0)], DURATION, DURATION),
    ],
)
def test_the_newest_moment_counts_and_the_furthest_stays(
    session: Session,
    cast: Cast,
    video: Video,
    *,
    told: list[tuple[float, float]],
    seconds: float,
    furthest: float,
) -> None:
    anna = cast.learners["anna"]
    for second, minute in told:
        videos.remember(session, anna, video, second, at(minute))
    session.expire_all()
    position = videos.position_of(session, anna, ID)
    assert position is not None
    assert (position.seconds, position.furthest) == (seconds, furthest)
    assert videos.furthest(session, anna) == {ID: furthest}
    assert videos.position_of(session, cast.learners["bas"], ID) is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations([(n * 1.5, n) for n in range(6)]))
def test_in_whatever_order_moments_arrive_the_last_one_stands(
    session: Session, cast: Cast, video: Video, told: list[tuple[float, int]]
) -> None:
    session.execute(delete(VideoPosition))
    for second, minute in told:
        videos.remember(session, cast.learners["anna"], video, second, at(minute))
    row = session.execute(select(VideoPosition.seconds, VideoPosition.furthest)).one()
    assert tuple(row) == (7.5, 7.5)


def test_many_at_once_make_one_position(
    database: Database,
    cast: Cast,
    video: Video,
    at_once: Callable[[Callable[[Session], object]], list[object]],
) -> None:
    results = at_once(lambda db: videos.remember(db, cast.learners["anna"], video, 4.0, NOW))
    assert results == [None] * 8
    with database.reading() as db:
        assert db.scalar(select(func.count()).select_from(VideoPosition)) == 1


def test_an_answer_counts_once_per_key_and_the_latest_stands(
    session: Session, cast: Cast, video: Video
) -> None:
    anna = cast.learners["anna"]
    for code, key in (("a", "1"), ("b", "1"), ("b", "2")):
        answer(session, video, anna, "gezien", code, key=key)
    answer(session, video, cast.learners["bas"], "gezien", "c", key="1")
    assert videos.answers_in(session, anna, ID) == {"gezien": "b"}
    assert videos.answers_in(session, anna, "another") == {}
    codes = session.scalars(select(VideoAnswer.code).filter_by(learner_id=anna).order_by(VideoAnswer.id))
    assert codes.all() == ["a", "b"]


def test_who_answers_is_at_that_stop(session: Session, cast: Cast, video: Video) -> None:
    answer(session, video, cast.learners["anna"], "doen", "b")
    position = videos.position_of(session, cast.learners["anna"], ID)
    assert position is not None
    assert (position.seconds, position.furthest) == (8.9, 8.9)


@pytest.mark.parametrize(
    ("seconds", "people", "finished", "left", "shown"),
    [
        ([], 0, 0, (0, 0, 0), False),
        ([1.0], 1, 0, (1, 0, 0), False),
        ([1.0, 5.9], 2, 0, (2, 0, 0), False),
        ([5.9, 5.95, 8.9], 3, 0, (1, 2, 0), True),
        ([0.0, 9.5, 11.2, 12.0], 4, 2, (1, 0, 1), True),
    ],
)
def test_viewers_are_counted_by_the_stretch_they_left_in(
    session: Session,
    cast: Cast,
    video: Video,
    *,
    seconds: list[float],
    people: int,
    finished: int,
    left: tuple[int, ...],
    shown: bool,
) -> None:
    for who, second in zip(cast.learners.values(), seconds, strict=False):
        videos.remember(session, who, video, second, NOW)
        videos.remember(session, who, replace(video, id="another"), 12.0, NOW)
    seen = videos.viewers(session, video)
    assert (seen.people, seen.finished, seen.left, seen.may_be_shown) == (people, finished, left, shown)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(0, DURATION), max_size=4))
def test_everybody_left_somewhere_or_saw_the_end(
    session: Session, cast: Cast, video: Video, seconds: list[float]
) -> None:
    session.execute(delete(VideoPosition))
    for who, second in zip(cast.learners.values(), seconds, strict=False):
        videos.remember(session, who, video, second, NOW)
    seen = videos.viewers(session, video)
    assert sum(seen.left) + seen.finished == seen.people == len(seconds)
    assert all(number >= 0 for number in seen.left)


def test_the_latest_answer_of_each_person_is_counted(session: Session, cast: Cast, video: Video) -> None:
    anna, bas, carla, zara = (cast.learners[who] for who in ("anna", "bas", "carla", "zara"))
    for who, code, key in ((anna, "b", "1"), (anna, "a", "2"), (bas, "a", "1"), (carla, "c", "1")):
        answer(session, video, who, "gezien", code, key=key)
    for who in (anna, zara):
        answer(session, video, who, "doen", "b")
    seen, doing = videos.viewers_in_full(session, video).answered
    assert (seen.codes, seen.people, seen.may_be_shown) == ({"a": 2, "b": 0, "c": 1}, 3, True)
    assert (doing.codes, doing.people, doing.may_be_shown) == ({"a": 0, "b": 2}, 2, False)


def test_answers_to_an_earlier_wording_are_not_counted_with_the_new(
    session: Session, cast: Cast, tmp_path: Path, video: Video
) -> None:
    for who in cast.learners.values():
        answer(session, video, who, "gezien", "a")
    write_case(tmp_path)
    words = tmp_path / video.path
    words.write_text(words.read_text("utf-8").replace("Wat heb je gemerkt?", "Wat zag je?"), "utf-8")
    changed = load_library(tmp_path).videos[ID]
    assert videos.viewers_in_full(session, changed).answered[0].people == 0
    assert videos.viewers_in_full(session, video).answered[0].people == 4
