"""Answers in a drill: each one once, in order, whoever asks and from however many devices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.drill import Drill
from app.content.library import Library
from app.db import Database
from app.errors import Conflict
from app.measurement.drilling import Given
from app.models.learning import DrillAnswer
from app.services import drills
from tests.cast import NOW, Cast

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def drill(library: Library) -> Drill:
    return next(iter(library.drills.values()))


def first(drill: Drill, number: int = 0) -> Given:
    """The first answer to one of the cases."""
    case = drill.cases[number]
    return Given(case.id, case.options[0].code)


def test_answers_are_numbered_per_person_and_per_drill(
    session: Session, cast: Cast, library: Library
) -> None:
    one, other = list(library.drills.values())[:2]
    numbers = [
        drills.answer(session, cast.learners[who], drill, first(drill, n), key=f"k{n}", now=NOW)
        for who, drill, n in [("anna", one, 0), ("bas", one, 0), ("anna", other, 0), ("anna", one, 1)]
    ]
    assert numbers == [1, 1, 1, 2]
    assert drills.answers_of(session, cast.learners["anna"], one.id) == (first(one, 0), first(one, 1))
    assert drills.answers_of(session, cast.learners["carla"], one.id) == ()
    assert drills.counts(session, cast.learners["anna"]) == {one.id: 2, other.id: 1}
    assert drills.counts(session, cast.learners["carla"]) == {}


def test_a_row_holds_what_was_asked_and_when(session: Session, cast: Cast, drill: Drill) -> None:
    drills.answer(session, cast.learners["anna"], drill, first(drill), key="k", now=NOW)
    row = session.scalars(select(DrillAnswer)).one()
    assert (row.drill, row.case, row.code) == (drill.id, *first(drill))
    assert (row.fingerprint, row.answered_at) == (drill.cases[0].fingerprint, NOW)


@pytest.mark.parametrize("code", [0, 1])
def test_the_same_key_again_changes_nothing(session: Session, cast: Cast, drill: Drill, code: int) -> None:
    """Also when it comes late, or brings another answer: what was given first stays."""
    me, case = cast.learners["anna"], drill.cases[0]
    again = Given(case.id, case.options[code].code)
    sent = [(first(drill), "k1"), (first(drill, 1), "k2"), (again, "k1"), (first(drill), "k3")]
    numbers = [drills.answer(session, me, drill, given, key=key, now=NOW) for given, key in sent]
    assert numbers == [1, 2, 1, 3]
    assert drills.answers_of(session, me, drill.id) == (first(drill), first(drill, 1), first(drill))


def test_one_key_of_a_page_is_never_the_key_of_somebody_or_something_else(
    session: Session, cast: Cast, library: Library
) -> None:
    one, other = list(library.drills.values())[:2]
    for who in ("anna", "bas"):
        for drill, n in ((one, 0), (one, 1), (other, 0)):
            drills.answer(session, cast.learners[who], drill, first(drill, n), key="k", now=NOW)
        assert drills.counts(session, cast.learners[who]) == {one.id: 2, other.id: 1}


@pytest.mark.parametrize("given", [Given("weg", "a"), Given("", ""), Given("weg", "")])
def test_a_case_that_is_not_there_can_not_be_answered(
    session: Session, cast: Cast, drill: Drill, given: Given
) -> None:
    with pytest.raises(Conflict, match="Deze situatie is intussen veranderd"):
        drills.answer(session, cast.learners["anna"], drill, given, key="k", now=NOW)
    wrong = Given(drill.cases[0].id, "z")
    with pytest.raises(Conflict):
        drills.answer(session, cast.learners["anna"], drill, wrong, key="k", now=NOW)
    assert drills.answers_of(session, cast.learners["anna"], drill.id) == ()


def test_an_answer_stays_when_its_case_goes(session: Session, cast: Cast, drill: Drill) -> None:
    """The retry of a phone that lost the reply comes when an author has taken the case out."""
    me, smaller = cast.learners["anna"], replace(drill, cases=drill.cases[1:])
    assert drills.answer(session, me, drill, first(drill), key="k", now=NOW) == 1
    assert drills.answer(session, me, smaller, first(drill), key="k", now=NOW) == 1
    assert drills.answers_of(session, me, drill.id) == (first(drill),)


def test_many_at_once_with_one_key_are_one_answer(
    database: Database,
    cast: Cast,
    drill: Drill,
    at_once: Callable[[Callable[[Session], object]], list[object]],
) -> None:
    me = cast.learners["anna"]
    assert at_once(lambda db: drills.answer(db, me, drill, first(drill), key="k", now=NOW)) == [1] * 8
    with database.reading() as db:
        assert drills.answers_of(db, me, drill.id) == (first(drill),)


def test_many_at_once_with_keys_of_their_own_are_as_many_answers(
    database: Database,
    cast: Cast,
    drill: Drill,
    at_once: Callable[[Callable[[Session], object]], list[object]],
) -> None:
    me = cast.learners["anna"]
    keys = iter(range(8))
    numbers = at_once(lambda db: drills.answer(db, me, drill, first(drill), key=f"k{next(keys)}", now=NOW))
    assert sorted(numbers) == list(range(1, 9))
    with database.reading() as db:
        assert len(drills.answers_of(db, me, drill.id)) == 8
