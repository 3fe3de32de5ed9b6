"""A volunteer reads a lesson and answers its questions.  Progress follows from these rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.models.base import insert_once
from app.models.learning import Answer, SeenPart

Place = tuple[str, str]
"""A lesson id with the id of a part or a question in it."""


def mark_seen(db: Session, learner_id: str, lesson: str, part: str, now: datetime) -> None:
    """The volunteer goes on from this part; doing it twice changes nothing."""
    insert_once(db, SeenPart, learner_id=learner_id, lesson=lesson, part=part, seen_at=now)


def answer(
    db: Session,
    learner_id: str,
    lesson: str,
    question: str,
    *,
    code: str,
    fingerprint: str,
    key: str,
    now: datetime,
) -> None:
    """Write an answer down.  The same ``key`` again changes nothing; a new one replaces what counts."""
    insert_once(
        db,
        Answer,
        learner_id=learner_id,
        lesson=lesson,
        question=question,
        code=code,
        fingerprint=fingerprint,
        key=f"{learner_id}:{key}:{question}",
        answered_at=now,
    )


def seen_parts(db: Session, learner_id: str) -> frozenset[Place]:
    """Every (lesson, part) that the volunteer has been through."""
    return frozenset(
        (row.lesson, row.part) for row in db.connection().execute(_SEEN, {"learner_id": learner_id})
    )


def answers(db: Session, learner_id: str) -> Mapping[Place, str]:
    """The latest code per (lesson, question)."""
    rows = db.connection().execute(_ANSWERS, {"learner_id": learner_id})
    return {(row.lesson, row.question): row.code for row in rows}


def answers_in(db: Session, learner_id: str, lesson: str) -> Mapping[str, str]:
    """The latest code per question of one lesson."""
    rows = db.connection().execute(_ANSWERS_IN, {"learner_id": learner_id, "lesson": lesson})
    return {row.question: row.code for row in rows}


def last_lesson(db: Session, learner_id: str) -> str | None:
    """The lesson of which the volunteer last left a part, None before the first."""
    latest = select(SeenPart.lesson).filter_by(learner_id=learner_id).order_by(SeenPart.seen_at.desc())
    return db.scalar(latest.limit(1))


_SEEN = select(SeenPart.lesson, SeenPart.part).where(SeenPart.learner_id == bindparam("learner_id"))
_ANSWERS = (
    select(Answer.lesson, Answer.question, Answer.code)
    .where(Answer.learner_id == bindparam("learner_id"))
    .order_by(Answer.id)
)
_ANSWERS_IN = _ANSWERS.where(Answer.lesson == bindparam("lesson"))
