"""A certificate is issued once per module, and whoever holds the paper can check it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db import Database
from app.models.learning import Certificate
from app.models.people import Learner
from app.services import certificates, codes, privacy
from tests.cast import NOW, Cast

FIRST, SECOND, THIRD = (codes.derived(b"key", text, codes.CERTIFICATE_LENGTH) for text in "abc")
AtOnce = Callable[[Callable[[Session], object]], list[object]]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ([("anna", "m1", "Anna", FIRST)], {("anna", "m1"): ("Anna", FIRST, 0)}),
        (
            [("anna", "m1", "Anna", FIRST), ("anna", "m1", "Anna de Vries", SECOND)],
            {("anna", "m1"): ("Anna de Vries", FIRST, 0)},
        ),
        (
            [("anna", "m1", "Anna", FIRST), ("anna", "m2", "A. de Vries", SECOND)],
            {("anna", "m1"): ("Anna", FIRST, 0), ("anna", "m2"): ("A. de Vries", SECOND, 1)},
        ),
        (
            [("anna", "m1", "Anna", FIRST), ("bas", "m1", "Bas", SECOND), ("anna", "m1", "A.", THIRD)],
            {("anna", "m1"): ("A.", FIRST, 0), ("bas", "m1"): ("Bas", SECOND, 1)},
        ),
    ],
)
def test_a_module_gives_one_certificate_with_the_name_that_was_wanted_last(
    session: Session,
    cast: Cast,
    asked: list[tuple[str, str, str, str]],
    kept: dict[tuple[str, str], tuple[str, str, int]],
) -> None:
    for days, (who, module, name, code) in enumerate(asked):
        certificates.issue(
            session, cast.learners[who], module, name=name, code=code, now=NOW + timedelta(days=days)
        )
    session.flush()
    session.expire_all()
    for (who, module), (name, code, days) in kept.items():
        found = certificates.certificate_of(session, cast.learners[who], module)
        assert found is not None
        assert (found.name, found.code, found.issued_at) == (name, code, NOW + timedelta(days=days))
    assert session.scalar(select(func.count()).select_from(Certificate)) == len(kept)


def test_who_was_not_certified_has_no_certificate(session: Session, cast: Cast) -> None:
    certificates.issue(session, cast.learners["anna"], "m1", name="Anna", code=FIRST, now=NOW)
    assert certificates.certificate_of(session, cast.learners["bas"], "m1") is None
    assert certificates.certificate_of(session, cast.learners["anna"], "m2") is None


def test_two_clicks_at_once_give_one_certificate(database: Database, cast: Cast, at_once: AtOnce) -> None:
    def issue(db: Session) -> str:
        code = codes.new(codes.CERTIFICATE_LENGTH)
        return certificates.issue(db, cast.learners["anna"], "m1", name="Anna", code=code, now=NOW).code

    given = set(at_once(issue))
    with database.reading() as db:
        assert given == set(db.scalars(select(Certificate.code)))
    assert len(given) == 1


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        (FIRST, True),
        (FIRST.lower(), True),
        (codes.grouped(FIRST), True),
        (f" {codes.grouped(FIRST).replace('-', ' ')}\n", True),
        (SECOND, False),
        (FIRST[:-1], False),
        (FIRST + FIRST[-1], False),
        ("", False),
        ("%", False),
        ("' OR 1=1 --", False),
    ],
)
def test_a_certificate_is_checked_by_its_code(session: Session, cast: Cast, typed: str, known: bool) -> None:
    certificates.issue(session, cast.learners["anna"], "m1", name="Anna", code=FIRST, now=NOW)
    found = certificates.check(session, typed)
    assert (found and found.name) == ("Anna" if known else None)


def test_the_paper_of_somebody_who_was_forgotten_is_not_known_any_more(session: Session, cast: Cast) -> None:
    certificates.issue(session, cast.learners["anna"], "m1", name="Anna", code=FIRST, now=NOW)
    privacy.forget(session, session.get_one(Learner, cast.learners["anna"]), "subject")
    session.expire_all()
    assert certificates.check(session, FIRST) is None
