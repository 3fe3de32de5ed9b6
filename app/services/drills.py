"""A volunteer answers the cases of a drill.  Rounds, and which case comes next, follow from these rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.content.drill import Drill
from app.errors import Conflict
from app.measurement.drilling import Given
from app.models.base import insert_once
from app.models.learning import DrillAnswer

CHANGED = "Deze situatie is intussen veranderd. Begin het rondje opnieuw, dan krijg je een andere."


def answer(db: Session, learner_id: str, drill: Drill, given: Given, *, key: str, now: datetime) -> int:
    """Write an answer down; tells which one it is of this volunteer in this drill, from 1.

    The same ``key`` again changes nothing and gives the same number.  Raises Conflict when the drill
    no longer has this case or this answer.
    """
    key = f"{learner_id}:{drill.id}:{given.case}:{key}"
    number = _number(db, learner_id, drill.id, key)
    if number:
        return number
    case = drill.by_id.get(given.case)
    if case is None or case.option(given.code) is None:
        raise Conflict(CHANGED)
    insert_once(
        db,
        DrillAnswer,
        learner_id=learner_id,
        drill=drill.id,
        case=case.id,
        code=given.code,
        fingerprint=case.fingerprint,
        key=key,
        answered_at=now,
    )
    return _number(db, learner_id, drill.id, key)


def _number(db: Session, learner_id: str, drill: str, key: str) -> int:
    """The place of the answer with this key among all in the drill; 0 when there is none."""
    own = select(DrillAnswer.id).filter_by(key=key).scalar_subquery()
    query = select(func.count()).where(
        DrillAnswer.learner_id == learner_id, DrillAnswer.drill == drill, DrillAnswer.id <= own
    )
    return db.scalar(query) or 0


def answers_of(db: Session, learner_id: str, drill: str) -> tuple[Given, ...]:
    """Every answer in this drill, in the order in which they were given."""
    query = (
        select(DrillAnswer.case, DrillAnswer.code)
        .filter_by(learner_id=learner_id, drill=drill)
        .order_by(DrillAnswer.id)
    )
    return tuple(Given(*row) for row in db.execute(query))


def counts(db: Session, learner_id: str) -> Mapping[str, int]:
    """How many answers the volunteer gave, by the id of the drill; none for a drill not begun."""
    number = func.count().label("number")
    query = select(DrillAnswer.drill, number).filter_by(learner_id=learner_id).group_by(DrillAnswer.drill)
    return {row.drill: row.number for row in db.execute(query)}
