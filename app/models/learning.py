"""What a volunteer did in lessons, exercises and films.  Progress is derived from it, never stored."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, random_id


class SeenPart(Base):
    """A part of a lesson that the volunteer has left with *Verder*."""

    __tablename__ = "seen_part"

    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True)
    lesson: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime]


class Answer(Base):
    """An answer to a question or card in a lesson; the latest one counts, earlier ones stay."""

    __tablename__ = "answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    lesson: Mapped[str]
    question: Mapped[str]
    code: Mapped[str]
    fingerprint: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    """Made by the page, so that two clicks or a retry give one answer."""
    answered_at: Mapped[datetime]


class Attempt(Base):
    """One volunteer going through one branching conversation, finished or not."""

    __tablename__ = "attempt"

    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    scenario: Mapped[str]
    fingerprint: Mapped[str]
    retry_of: Mapped[str | None] = mapped_column(ForeignKey("attempt.id", ondelete="SET NULL"))
    """The attempt whose first choices were taken over to try another one."""
    key: Mapped[str] = mapped_column(unique=True)
    started_at: Mapped[datetime]

    choices: Mapped[list[Choice]] = relationship(order_by="Choice.step", cascade="all, delete-orphan")


class Choice(Base):
    """The choice made at one step of an attempt."""

    __tablename__ = "choice"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    scene: Mapped[str]
    code: Mapped[str]
    copied: Mapped[bool] = mapped_column(default=False)
    """Taken over from the attempt that this one retries: not a new choice."""
    made_at: Mapped[datetime]


class DrillAnswer(Base):
    """One answer to one case of a drill.  Which cases are fresh follows from all of them."""

    __tablename__ = "drill_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    drill: Mapped[str]
    case: Mapped[str]
    code: Mapped[str]
    fingerprint: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    """Made by the page, so that two clicks or a retry give one answer."""
    answered_at: Mapped[datetime]


class Observation(Base):
    """What somebody said that was there, after having looked at a drawn street."""

    __tablename__ = "observation"

    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    test: Mapped[str]
    fingerprint: Mapped[str]
    mode: Mapped[str]
    """``picture``, or ``text`` for who read the street instead."""
    codes: Mapped[list[str]] = mapped_column(JSON)
    """What was ticked, by the permanent codes of the statements."""
    key: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]


class VideoAnswer(Base):
    """An answer to a question for which a film stopped; the latest one counts, earlier ones stay."""

    __tablename__ = "video_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    video: Mapped[str] = mapped_column(index=True)
    stop: Mapped[str]
    code: Mapped[str]
    fingerprint: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    """Made by the page, so that two clicks or a retry give one answer."""
    answered_at: Mapped[datetime]


class VideoPosition(Base):
    """Where somebody is in a film, whatever device they watch it on, and how far they ever came."""

    __tablename__ = "video_position"

    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True)
    video: Mapped[str] = mapped_column(primary_key=True, index=True)
    seconds: Mapped[float]
    furthest: Mapped[float]
    updated_at: Mapped[datetime]
    """When they were there; a device that tells it later does not count as newer."""


class Certificate(Base):
    """Proof that somebody studied a module; its code can be checked by anybody who holds it."""

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("learner_id", "module"),)

    code: Mapped[str] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"))
    module: Mapped[str]
    name: Mapped[str]
    issued_at: Mapped[datetime]
