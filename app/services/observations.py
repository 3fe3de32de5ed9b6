"""A volunteer looked at a drawn street and told what was there.  Every time is kept; the first one counts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.observation import ObservationTest
from app.models.base import insert_once, random_id
from app.models.learning import Observation

PICTURE, TEXT = "picture", "text"
"""How the street was taken in."""


def tell(
    db: Session,
    learner_id: str,
    test: ObservationTest,
    *,
    mode: str,
    ticked: Collection[str],
    key: str,
    now: datetime,
) -> Observation:
    """Write down what was ticked; codes that the test does not have are left out.

    The same ``key`` again gives the same row back: two clicks, one observation.
    """
    key = f"{learner_id}:{test.id}:{key}"
    insert_once(
        db,
        Observation,
        id=random_id(),
        learner_id=learner_id,
        test=test.id,
        fingerprint=test.fingerprint,
        mode=mode,
        codes=[statement.code for statement in test.statements if statement.code in ticked],
        key=key,
        made_at=now,
    )
    return db.scalars(select(Observation).filter_by(key=key)).one()


def latest(db: Session, learner_id: str, test_id: str) -> Observation | None:
    """What the volunteer told last, None when they never did."""
    query = (
        select(Observation)
        .filter_by(learner_id=learner_id, test=test_id)
        .order_by(Observation.made_at.desc(), Observation.id)
        .limit(1)
    )
    return db.scalar(query)


def done(db: Session, learner_id: str) -> frozenset[str]:
    """The tests of which the volunteer told what was there, at least once."""
    return frozenset(db.scalars(select(Observation.test).filter_by(learner_id=learner_id).distinct()))
