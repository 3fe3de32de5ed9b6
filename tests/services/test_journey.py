"""The way through the modules: which of them a volunteer goes on with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from app.content.library import Library
from app.services import learning
from app.services.journey import Journey, foremost, journey_of
from tests.cast import NOW, Cast


def journeys_of(db: Session, cast: Cast, library: Library) -> list[Journey]:
    return [
        journey_of(db, library, cast.learners["anna"], "anna's pseudonym", module.id)
        for module in library.modules
    ]


@pytest.mark.parametrize(
    ("begun", "certified", "expected"),
    [
        ([], [], 0),
        ([0], [], 0),
        ([1], [], 1),
        ([0, 1], [], 0),
        ([0, 1], [0], 1),
        ([0], [0], 1),
        ([0, 1], [0, 1], -1),
    ],
)
def test_the_module_that_was_begun_comes_first(
    session: Session, cast: Cast, library: Library, *, begun: list[int], certified: list[int], expected: int
) -> None:
    for number in begun:
        lesson = library.modules[number].lessons[0]
        learning.mark_seen(session, cast.learners["anna"], lesson.id, lesson.parts[0].id, NOW)
    journeys = [
        replace(journey, certified=number in certified)
        for number, journey in enumerate(journeys_of(session, cast, library))
    ]
    assert foremost(journeys) is journeys[expected]


def test_without_modules_there_is_nothing_to_go_on_with() -> None:
    assert foremost([]) is None
