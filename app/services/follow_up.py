"""The follow-up map of a team: who picks up which kind of signal."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from app.models.base import upsert
from app.models.neighbourhood import FollowUp


def map_of(db: Session, team_id: int) -> dict[str, FollowUp]:
    """Who picks it up, by kind; a kind with nobody is not in it."""
    rows = db.scalars(_MAP, {"team_id": team_id}, execution_options={"populate_existing": True})
    return {row.kind: row for row in rows}


def fill_in(
    db: Session,
    team_id: int,
    kind: str,
    *,
    role: str,
    channel: str,
    hours: str,
    deputy: str,
    feedback_days: int | None,
    now: datetime,
) -> None:
    """Who picks this kind up from now on; of two at once the last one stays, other kinds are left alone."""
    upsert(
        db,
        FollowUp,
        team_id=team_id,
        kind=kind,
        role=role,
        channel=channel,
        hours=hours,
        deputy=deputy,
        feedback_days=feedback_days,
        changed_at=now,
    )


def clear(db: Session, team_id: int, kind: str) -> None:
    """Nobody picks this kind up (any more)."""
    db.execute(delete(FollowUp).filter_by(team_id=team_id, kind=kind))


_MAP = select(FollowUp).where(FollowUp.team_id == bindparam("team_id")).order_by(FollowUp.kind)
