"""Who takes part: municipalities, teams, volunteers and the staff around them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, random_id


class Role(StrEnum):
    """What a member of staff may do; a volunteer has no role."""

    ADMIN = "admin"
    COORDINATOR = "coordinator"
    TRAINER = "trainer"
    RESEARCHER = "researcher"


class Municipality(Base):
    __tablename__ = "municipality"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)

    teams: Mapped[list[Team]] = relationship(back_populates="municipality", order_by="Team.name")


class Team(Base):
    """A neighbourhood team and the human being its volunteers can call."""

    __tablename__ = "team"

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    name: Mapped[str]
    contact_name: Mapped[str]
    contact_phone: Mapped[str]

    municipality: Mapped[Municipality] = relationship(back_populates="teams")
    learners: Mapped[list[Learner]] = relationship(back_populates="team", order_by="Learner.name")
    staff: Mapped[list[Staff]] = relationship(secondary="staff_team", back_populates="teams")


class Staff(Base):
    """Somebody who works with the teams and signs in with a password."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    password_hash: Mapped[str | None]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]

    teams: Mapped[list[Team]] = relationship(
        secondary="staff_team", back_populates="staff", order_by="Team.name"
    )


class StaffTeam(Base):
    """Which teams a coordinator or trainer works with."""

    __tablename__ = "staff_team"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), primary_key=True)


class Invitation(Base):
    """A code with which a volunteer joins a team; coordinators show it again, so it is kept readable."""

    __tablename__ = "invitation"

    code: Mapped[str] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    team: Mapped[Team] = relationship()


class Learner(Base):
    """A volunteer: a name to be greeted with and a card to come back with."""

    __tablename__ = "learner"

    id: Mapped[str] = mapped_column(primary_key=True, default=random_id)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    name: Mapped[str]
    join_key: Mapped[str] = mapped_column(unique=True)
    """Made by the joining page, so that two clicks make one volunteer."""
    card_number: Mapped[int] = mapped_column(default=1)
    """How many cards there have been; with the server's key it makes the code of the present one."""
    card_hash: Mapped[str] = mapped_column(unique=True)
    card_replaced_at: Mapped[datetime | None]
    """When a coordinator made a new card; shown to the volunteer until seen."""
    email: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]

    team: Mapped[Team] = relationship(back_populates="learners")


class Consent(Base):
    """One choice about research; the latest one counts, none is ever changed."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    given: Mapped[bool]
    text_fingerprint: Mapped[str]
    chosen_at: Mapped[datetime]
