"""The evaluation after a module.  It is tied to nobody: no name, no pseudonym, no moment."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.instrument import Instrument
from app.models.base import insert_once
from app.models.measurement import Evaluation, EvaluationAnswer, Milestone

EVALUATED = "evaluated"


def submit(
    db: Session,
    instrument: Instrument,
    values: Mapping[str, str],
    *,
    municipality_id: int | None,
    key: str,
    today: date,
) -> None:
    """Store a filled-in form: item code → answer code or text.  The same ``key`` again changes nothing."""
    id = _random_number(key)
    new = insert_once(
        db,
        Evaluation,
        id=id,
        municipality_id=municipality_id,
        instrument=instrument.id,
        fingerprint=instrument.fingerprint,
        week=today - timedelta(days=today.weekday()),
    )
    if new:
        known = {item.code for scale in instrument.scales for item in scale.items}
        given = {item: value for item, value in values.items() if value and item in known}
        db.add_all(
            EvaluationAnswer(evaluation_id=id, item=item, value=value) for item, value in given.items()
        )


def mark_done(db: Session, learner_id: str, module: str) -> None:
    """The volunteer need not be asked again, whether the form was filled in or declined."""
    insert_once(db, Milestone, learner_id=learner_id, module=module, kind=EVALUATED)


def is_done(db: Session, learner_id: str, module: str) -> bool:
    query = select(Milestone.kind).filter_by(learner_id=learner_id, module=module, kind=EVALUATED)
    return db.scalar(query) is not None


def modules_done(db: Session, learner_id: str) -> frozenset[str]:
    """The modules of which the volunteer need not be asked any more."""
    query = select(Milestone.module).filter_by(learner_id=learner_id, kind=EVALUATED)
    return frozenset(db.scalars(query))


def _random_number(key: str) -> int:
    """63 bits from the page's random key: as an id it tells nothing about when or after whom."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") >> 1
