"""The way through the modules: which of them a volunteer goes on with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.content.lesson import Lesson
from app.content.library import Library
from app.measurement.drilling import Given
from app.measurement.progress import asked
from app.services import drills, learning
from app.services.journey import Journey, foremost, journey_of, journeys_of
from tests.cast import NOW, Cast


def annas(db: Session, cast: Cast, library: Library) -> list[Journey]:
    return journeys_of(db, library, cast.learners["anna"], "anna's pseudonym")


def test_all_ways_at_once_are_each_of_them(session: Session, cast: Cast, library: Library) -> None:
    anna, bas = cast.learners["anna"], cast.learners["bas"]
    for module, learner in zip(library.modules, (anna, bas, anna), strict=True):
        finish(session, learner, module.lessons[0])
    each = [journey_of(session, library, anna, "anna's pseudonym", m.id) for m in library.modules]
    assert annas(session, cast, library) == each
    assert [journey.done_count for journey in each] == [1, 0, 1]


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
        for number, journey in enumerate(annas(session, cast, library))
    ]
    assert foremost(journeys, None) is journeys[expected]


@pytest.mark.parametrize(
    ("order", "certified", "expected"),
    [([0, 1], [], 1), ([1, 0], [], 0), ([0, 1], [1], 0), ([0, 1], [0, 1], -1)],
)
def test_of_two_modules_the_latest_goes_on(
    session: Session, cast: Cast, library: Library, *, order: list[int], certified: list[int], expected: int
) -> None:
    anna = cast.learners["anna"]
    for minute, number in enumerate(order):
        lesson = library.modules[number].lessons[0]
        now = NOW + timedelta(minutes=minute)
        learning.mark_seen(session, anna, lesson.id, lesson.parts[0].id, now)
    journeys = [
        replace(journey, certified=number in certified)
        for number, journey in enumerate(annas(session, cast, library))
    ]
    if len(certified) == 2:
        journeys = [replace(journey, certified=True) for journey in journeys]
    assert foremost(journeys, learning.last_lesson(session, anna)) is journeys[expected]


def test_without_modules_there_is_nothing_to_go_on_with() -> None:
    assert foremost([], None) is None


def finish(db: Session, learner_id: str, lesson: Lesson) -> None:
    for part in lesson.parts:
        learning.mark_seen(db, learner_id, lesson.id, part.id, NOW)
        for question in sorted(asked(part)):
            learning.answer(
                db, learner_id, lesson.id, question, code="a", fingerprint="f", key=lesson.id, now=NOW
            )


@pytest.mark.parametrize(
    ("done", "words", "bar", "is_studied"),
    [
        ([], "Je kiest zelf, in elke volgorde. 3 lessen is genoeg.", (0, 3), False),
        ([1], "Je hebt 1 les gedaan. Kies er nog 2, ook een over volwassenen of ouderen.", (1, 3), False),
        ([1, 9], "Je hebt 2 lessen gedaan. Kies er nog 1.", (2, 3), False),
        ([1, 2, 9], "Je hebt 3 lessen gedaan. Dat is genoeg, en meer mag altijd.", (3, 3), True),
        (
            [1, 2],
            "Je hebt 2 lessen gedaan. Kies er nog 1, ook een over volwassenen of ouderen.",
            (2, 3),
            False,
        ),
        (
            [5, 8, 12],
            "Je hebt 3 lessen gedaan. Kies er nog 1, ook een over kinderen of jongeren.",
            (2, 3),
            False,
        ),
        (list(range(1, 13)), "Je hebt alle 12 lessen gedaan.", (3, 3), True),
    ],
)
def test_in_the_deepening_module_three_lessons_of_your_choice_are_enough(
    session: Session,
    cast: Cast,
    library: Library,
    *,
    done: list[int],
    words: str,
    bar: tuple[int, int],
    is_studied: bool,
) -> None:
    module = next(module for module in library.modules if module.id == "verdieping")
    for lesson in module.lessons:
        if lesson.number in done:
            finish(session, cast.learners["anna"], lesson)
    journey = journey_of(session, library, cast.learners["anna"], "anna's pseudonym", module.id)
    assert (journey.in_words, journey.bar, journey.is_studied) == (words, bar, is_studied)
    assert journey.next.label == ("Haal je certificaat op" if is_studied else "Bekijk de lessen")


@pytest.mark.parametrize(("answers", "rounds"), [(0, 0), (1, 0), (4, 0), (5, 1), (9, 1), (10, 2)])
def test_a_journey_counts_the_rounds_of_its_drills(
    session: Session, cast: Cast, library: Library, answers: int, rounds: int
) -> None:
    drill = next(iter(library.drills.values()))
    for number in range(answers):
        case = drill.cases[number]
        given = Given(case.id, case.options[0].code)
        drills.answer(session, cast.learners["anna"], drill, given, key=str(number), now=NOW)
    practices = [practice for journey in annas(session, cast, library) for practice in journey.drills]
    assert {practice.drill.id for practice in practices} == set(library.drills)
    for practice in practices:
        is_this = practice.drill is drill
        assert practice.rounds == (rounds if is_this else 0)
        assert practice.is_begun == (is_this and answers > 0)


def test_a_drill_belongs_to_the_journey_of_its_module(session: Session, cast: Cast, library: Library) -> None:
    for journey in annas(session, cast, library):
        assert {practice.drill.module for practice in journey.drills} <= {journey.module.id}
