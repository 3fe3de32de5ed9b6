"""The measurement: who answered what, under a pseudonym that needs the study key to be made.

No row here points at a volunteer.  ``subject`` is a keyed hash; without the key, which is kept
outside the database, answers can't be joined to a person.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, random_id

NO_ROW_NUMBERS = {"sqlite_with_rowid": False}
"""SQLite numbers rows in the order in which they came, hidden from us but not from who has the file.

The nth milestone beside the nth evaluation would tell who wrote it.
"""


class Administration(Base):
    """One subject answering one instrument in one wave."""

    __tablename__ = "administration"
    __table_args__ = (UniqueConstraint("subject", "module", "wave"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    subject: Mapped[str] = mapped_column(index=True)
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id", ondelete="SET NULL"))
    module: Mapped[str]
    instrument: Mapped[str]
    wave: Mapped[str]
    form: Mapped[str]
    fingerprint: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    responses: Mapped[list[Response]] = relationship(order_by="Response.id", cascade="all, delete-orphan")


class Response(Base):
    """An answer to an item; the latest one counts, earlier ones stay.  No code means: skipped."""

    __tablename__ = "response"

    id: Mapped[int] = mapped_column(primary_key=True)
    administration_id: Mapped[str] = mapped_column(
        ForeignKey("administration.id", ondelete="CASCADE"), index=True
    )
    item: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(ForeignKey("wording.fingerprint"))
    position: Mapped[int]
    code: Mapped[str | None]
    key: Mapped[str] = mapped_column(unique=True)
    """Made by the page, so that two clicks or a retry give one response."""
    answered_at: Mapped[datetime]


class Wording(Base):
    """What an item said when it was answered; kept for good."""

    __tablename__ = "wording"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    item: Mapped[str]
    body: Mapped[str]
    """Canonical JSON of the meaning-bearing fields."""


class Evaluation(Base):
    """A filled-in evaluation form, tied to nobody: a random id and the week are all it has."""

    __tablename__ = "evaluation"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False
    )
    """Random, because a row number would tell who came after whom."""
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id", ondelete="SET NULL"))
    instrument: Mapped[str]
    fingerprint: Mapped[str]
    week: Mapped[date]
    """The Monday of the week, no closer."""

    answers: Mapped[list[EvaluationAnswer]] = relationship(cascade="all, delete-orphan")


class EvaluationAnswer(Base):
    __tablename__ = "evaluation_answer"
    __table_args__ = NO_ROW_NUMBERS

    evaluation_id: Mapped[int] = mapped_column(
        ForeignKey("evaluation.id", ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Milestone(Base):
    """Something a volunteer is past, without saying when or what: an evaluation done or declined."""

    __tablename__ = "milestone"
    __table_args__ = NO_ROW_NUMBERS

    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True)
    module: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
