"""What a team knows of its own neighbourhood: who follows a report up, where it walks.  Never residents."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class FollowUp(Base):
    """Who picks up one kind of signal.  A kind nobody filled in has no row."""

    __tablename__ = "follow_up"

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    """The name behind ``opvolger.`` in the texts: ``wijkagent``, ``jeugd`` …"""
    role: Mapped[str]
    """Who it is, as one says it after *via* or *bij*: “Samira van het wijkteam”."""
    channel: Mapped[str]
    """How to reach them: a number, an address."""
    hours: Mapped[str]
    deputy: Mapped[str]
    """Who takes over when they are away; empty when nobody does."""
    feedback_days: Mapped[int | None]
    """Within how many working days the team hears what was done; None without a promise."""
    changed_at: Mapped[datetime]


class TeamProfile(Base):
    """The intake of a team: where it walks and what it wants to practise.  The evening reads it."""

    __tablename__ = "team_profile"

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), primary_key=True)
    answers: Mapped[dict[str, str | int | list[str]]] = mapped_column(JSON)
    """By the permanent code of each question; what was left open is not in it."""
    changed_at: Mapped[datetime]
