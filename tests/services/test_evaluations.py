"""An evaluation is stored once, and nothing in it leads to whoever filled it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.content.instrument import EVALUATION, Instrument, Item, Option, Scale
from app.db import Database
from app.models.measurement import Evaluation, EvaluationAnswer, Milestone
from app.models.people import Learner, Team
from app.services import evaluations, privacy
from tests.cast import Cast

FORM = Instrument(
    id="evaluatie-m1",
    kind=EVALUATION,
    module="m1",
    title="Wat vond je ervan?",
    scales=(
        Scale(
            id="waardering",
            title="Waardering",
            intro="",
            items=(
                Item("e01", "Ik zou deze module aanraden.", (Option("1", "Nee", 1), Option("2", "Ja", 2))),
                Item("e02", "Wat kan beter?", open=True),
            ),
            form="",
            waves=(),
            score="",
            min_answered=1,
        ),
    ),
    path=Path("quizzes/evaluatie-m1.md"),
)
TODAY = date(2026, 11, 24)
AtOnce = Callable[[Callable[[Session], object]], list[object]]


def submit(
    db: Session,
    values: Mapping[str, str],
    *,
    key: str = "key",
    today: date = TODAY,
    municipality_id: int | None = None,
) -> None:
    evaluations.submit(db, FORM, values, municipality_id=municipality_id, key=key, today=today)
    db.flush()


def stored(db: Session) -> list[dict[str, str]]:
    """What was answered, form by form."""
    forms = db.scalars(select(Evaluation)).all()
    return sorted(
        ({answer.item: answer.value for answer in form.answers} for form in forms),
        key=lambda answers: sorted(answers.items()),
    )


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ([("k1", {"e01": "2", "e02": "Meer film"})], [{"e01": "2", "e02": "Meer film"}]),
        ([("k1", {"e01": "2"}), ("k1", {"e01": "2"})], [{"e01": "2"}]),
        ([("k1", {"e01": "2"}), ("k1", {"e01": "1", "e02": "Toch niet"})], [{"e01": "2"}]),
        ([("k1", {"e01": "2"}), ("k2", {"e01": "2"})], [{"e01": "2"}, {"e01": "2"}]),
        ([("k1", {"e01": "1"}), ("k2", {"e01": "2"}), ("k1", {})], [{"e01": "1"}, {"e01": "2"}]),
        ([("k1", {"e01": "2", "e02": ""})], [{"e01": "2"}]),
        ([("k1", {"e01": "2", "e99": "x", "learner_id": "anna"})], [{"e01": "2"}]),
        ([("k1", {})], [{}]),
        ([], []),
    ],
)
def test_one_key_gives_one_evaluation_with_the_answers_to_its_own_items(
    session: Session, sent: list[tuple[str, dict[str, str]]], kept: list[dict[str, str]]
) -> None:
    for key, values in sent:
        submit(session, values, key=key)
    assert stored(session) == kept


def test_two_clicks_at_once_give_one_evaluation(database: Database, at_once: AtOnce) -> None:
    assert at_once(lambda db: submit(db, {"e01": "2", "e02": "Meer film"})) == [None] * 8
    with database.reading() as db:
        assert stored(db) == [{"e01": "2", "e02": "Meer film"}]


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 24), date(2026, 11, 23)),
        (date(2026, 11, 29), date(2026, 11, 23)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2028, 2, 29), date(2028, 2, 28)),
    ],
)
def test_no_more_than_the_week_is_known(session: Session, today: date, monday: date) -> None:
    submit(session, {"e01": "2"}, today=today)
    assert session.scalars(select(Evaluation.week)).all() == [monday]


def test_no_column_of_an_evaluation_leads_to_a_person() -> None:
    columns = {
        f"{column.table.name}.{column.name}": (
            str(column.type),
            sorted(key.target_fullname for key in column.foreign_keys),
        )
        for table in (Evaluation.__table__, EvaluationAnswer.__table__)
        for column in table.columns
    }
    assert columns == {
        "evaluation.id": ("BIGINT", []),
        "evaluation.municipality_id": ("INTEGER", ["municipality.id"]),
        "evaluation.instrument": ("VARCHAR", []),
        "evaluation.fingerprint": ("VARCHAR", []),
        "evaluation.week": ("DATE", []),
        "evaluation_answer.evaluation_id": ("BIGINT", ["evaluation.id"]),
        "evaluation_answer.item": ("VARCHAR", []),
        "evaluation_answer.value": ("VARCHAR", []),
    }


def test_a_milestone_tells_neither_when_nor_what() -> None:
    assert set(Milestone.__table__.columns.keys()) == {"learner_id", "module", "kind"}


def test_the_same_form_of_two_people_differs_in_its_random_number_only(session: Session, cast: Cast) -> None:
    for key in ("key of anna's page", "key of bas's page"):
        submit(session, {"e01": "2"}, key=key, municipality_id=1)
    anna, bas = session.execute(select(Evaluation.__table__)).all()
    assert anna[0] != bas[0]
    assert anna[1:] == bas[1:] == (1, "evaluatie-m1", FORM.fingerprint, date(2026, 11, 23))


def test_numbers_do_not_tell_who_came_after_whom(session: Session) -> None:
    numbers: list[int] = []
    for turn in range(40):
        submit(session, {}, key=f"key {turn}")
        numbers.extend(set(session.scalars(select(Evaluation.id))) - set(numbers))
    assert numbers != sorted(numbers)
    assert all(0 <= number < 2**63 for number in numbers)
    rises = sum(earlier < later for earlier, later in pairwise(numbers))
    assert 10 <= rises <= 29


@pytest.mark.parametrize("table", ["evaluation_answer", "milestone"])
def test_the_database_itself_keeps_no_order_of_coming_in(session: Session, cast: Cast, table: str) -> None:
    """The nth milestone and the nth evaluation would be of the same person."""
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("row numbers are SQLite's")
    sql = session.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table})
    assert "WITHOUT ROWID" in str(sql)


def test_the_fingerprint_is_of_what_was_asked(session: Session) -> None:
    submit(session, {}, key="before")
    changed = replace(FORM, scales=(replace(FORM.scales[0], items=FORM.scales[0].items[:1]),))
    evaluations.submit(session, changed, {}, municipality_id=None, key="after", today=TODAY)
    assert set(session.scalars(select(Evaluation.fingerprint))) == {FORM.fingerprint, changed.fingerprint}
    assert FORM.fingerprint != changed.fingerprint


@pytest.mark.parametrize(
    ("marked", "asked", "done"),
    [
        ([], ("anna", "m1"), False),
        ([("anna", "m1")], ("anna", "m1"), True),
        ([("anna", "m1"), ("anna", "m1")], ("anna", "m1"), True),
        ([("anna", "m1")], ("anna", "m2"), False),
        ([("anna", "m1")], ("bas", "m1"), False),
    ],
)
def test_who_is_done_need_not_be_asked_again(
    session: Session, cast: Cast, marked: list[tuple[str, str]], asked: tuple[str, str], done: bool
) -> None:
    for who, module in marked:
        evaluations.mark_done(session, cast.learners[who], module)
    assert evaluations.is_done(session, cast.learners[asked[0]], asked[1]) is done
    assert session.scalar(select(func.count()).select_from(Milestone)) == len(set(marked))


def test_an_evaluation_outlives_whoever_filled_it_in(session: Session, cast: Cast) -> None:
    team = session.get_one(Team, cast.teams["noord"])
    submit(session, {"e02": "Meer film"}, municipality_id=team.municipality_id)
    evaluations.mark_done(session, cast.learners["anna"], "m1")
    privacy.forget(session, session.get_one(Learner, cast.learners["anna"]), "subject")
    session.expire_all()
    assert stored(session) == [{"e02": "Meer film"}]
    assert session.scalars(select(Milestone)).all() == []
