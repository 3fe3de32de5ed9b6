"""Telling what was there: written down once, every time kept, and only codes that the test has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.library import Library
from app.content.observation import ObservationTest
from app.models.learning import Observation
from app.services import observations
from tests.cast import NOW, Cast


@pytest.fixture
def street(library: Library) -> ObservationTest:
    return library.observations["straat-overdag"]


def test_what_was_ticked_is_kept_in_the_order_of_the_test(
    session: Session, cast: Cast, street: ObservationTest
) -> None:
    observation = observations.tell(
        session,
        cast.learners["anna"],
        street,
        mode=observations.TEXT,
        ticked={"u05", "u01", "u99", "", "x" * 999},
        key="k",
        now=NOW,
    )
    assert (observation.codes, observation.mode) == (["u01", "u05"], "text")
    assert (observation.test, observation.fingerprint) == (street.id, street.fingerprint)
    assert observation.made_at == NOW


def test_the_same_key_gives_the_same_row_and_another_key_another(
    session: Session, cast: Cast, library: Library
) -> None:
    def tell(who: str, test: str, key: str, *ticked: str) -> Observation:
        return observations.tell(
            session,
            cast.learners[who],
            library.observations[test],
            mode=observations.PICTURE,
            ticked=ticked,
            key=key,
            now=NOW,
        )

    first = tell("anna", "straat-overdag", "k", "u01")
    assert tell("anna", "straat-overdag", "k", "u02") is first
    assert first.codes == ["u01"]
    others = [
        tell("anna", "straat-overdag", "other", "u02"),
        tell("bas", "straat-overdag", "k", "u02"),
        tell("anna", "plein-in-de-avond", "k", "u02"),
    ]
    assert len({first.id, *(other.id for other in others)}) == 4


def test_two_clicks_at_the_same_moment_are_one_observation(
    cast: Cast, street: ObservationTest, at_once: Callable[..., list[object]]
) -> None:
    ids = at_once(
        lambda db: (
            observations.tell(
                db, cast.learners["anna"], street, mode="picture", ticked=["u01"], key="k", now=NOW
            ).id
        )
    )
    assert len(set(ids)) == 1


def test_the_last_one_is_shown_and_all_are_kept(
    session: Session, cast: Cast, street: ObservationTest
) -> None:
    anna = cast.learners["anna"]
    assert observations.latest(session, anna, street.id) is None
    assert observations.done(session, anna) == frozenset()
    for day, code in enumerate(("u01", "u02", "u03")):
        now = NOW + timedelta(days=day)
        observations.tell(session, anna, street, mode="picture", ticked=[code], key=code, now=now)
    latest = observations.latest(session, anna, street.id)
    assert latest is not None
    assert latest.codes == ["u03"]
    kept = session.scalars(select(Observation).order_by(Observation.made_at))
    assert [each.codes for each in kept] == [["u01"], ["u02"], ["u03"]]
    assert observations.done(session, anna) == {street.id}
    assert observations.latest(session, anna, "plein-in-de-avond") is None
    assert observations.latest(session, cast.learners["bas"], street.id) is None
