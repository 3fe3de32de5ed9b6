"""Browser sessions live in the database, so that signing out also kills a copied cookie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, or_, select, update
from sqlalchemy.orm import Session

from app.models.access import BrowserSession
from app.models.people import Learner, Municipality, Staff, Team
from app.services.codes import hashed

LEARNER_STAYS = timedelta(days=90)
LEARNER_IDLE = timedelta(days=30)
STAFF_STAYS = timedelta(hours=12)
STAFF_IDLE = timedelta(hours=8)
TOUCH_EVERY = timedelta(hours=1)
"""How exact ``seen_at`` is: one write an hour instead of one a page."""


@dataclass(frozen=True)
class SignedIn:
    """Whoever sits behind a browser session, with what every page needs to know."""

    kind: str
    """``learner`` or ``staff``."""
    id: str
    name: str
    role: str
    team_id: int | None = None
    team: str = ""
    municipality_id: int | None = None
    municipality: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    card_replaced_at: datetime | None = None
    seen_at: datetime | None = None


def open_session(
    db: Session, token: str, now: datetime, *, learner_id: str | None = None, staff_id: int | None = None
) -> None:
    """Remember a signed-in browser; only the hash of its token is kept."""
    stays = LEARNER_STAYS if learner_id else STAFF_STAYS
    db.add(
        BrowserSession(
            token_hash=hashed(token),
            learner_id=learner_id,
            staff_id=staff_id,
            created_at=now,
            seen_at=now,
            expires_at=now + stays,
        )
    )
    db.flush()


def find(db: Session, token: str, now: datetime) -> SignedIn | None:
    """Who is signed in with this token, None when nobody is (any more)."""
    row = db.connection().execute(_LOOK_UP, {"token_hash": hashed(token)}).first()
    if row is None or row.expires_at <= now:
        return None
    if row.learner_id is not None:
        return None if now - row.seen_at >= LEARNER_IDLE else _learner(row)
    if row.disabled_at is not None or now - row.seen_at >= STAFF_IDLE:
        return None
    return SignedIn("staff", str(row.staff_id), row.staff_name, row.role, seen_at=row.seen_at)


def touch(db: Session, token: str, now: datetime) -> None:
    """Note that the browser was seen; the absolute end stays where it was."""
    db.execute(update(BrowserSession).filter_by(token_hash=hashed(token)).values(seen_at=now))


def close(db: Session, token: str) -> None:
    db.execute(delete(BrowserSession).filter_by(token_hash=hashed(token)))


def close_all(db: Session, person: Learner | Staff, *, but: str = "") -> None:
    """Sign a person out everywhere, but not in the browser that holds the token ``but``."""
    mine = (
        BrowserSession.learner_id == person.id
        if isinstance(person, Learner)
        else BrowserSession.staff_id == person.id
    )
    db.execute(delete(BrowserSession).where(mine, BrowserSession.token_hash != hashed(but)))


def purge(db: Session, now: datetime) -> None:
    """Throw away what can't be used any more."""
    old = or_(BrowserSession.expires_at <= now, BrowserSession.seen_at <= now - LEARNER_IDLE)
    db.execute(delete(BrowserSession).where(old))


def _learner(row: Row[*tuple[Any, ...]]) -> SignedIn:
    return SignedIn(
        "learner",
        row.learner_id,
        row.learner_name,
        "learner",
        team_id=row.team_id,
        team=row.team_name,
        municipality_id=row.municipality_id,
        municipality=row.municipality_name,
        contact_name=row.contact_name,
        contact_phone=row.contact_phone,
        card_replaced_at=row.card_replaced_at,
        seen_at=row.seen_at,
    )


_LOOK_UP = (
    select(
        BrowserSession.learner_id,
        BrowserSession.staff_id,
        BrowserSession.seen_at,
        BrowserSession.expires_at,
        Learner.name.label("learner_name"),
        Learner.card_replaced_at,
        Team.id.label("team_id"),
        Team.name.label("team_name"),
        Team.contact_name,
        Team.contact_phone,
        Municipality.id.label("municipality_id"),
        Municipality.name.label("municipality_name"),
        Staff.name.label("staff_name"),
        Staff.role,
        Staff.disabled_at,
    )
    .select_from(BrowserSession)
    .outerjoin(Learner, Learner.id == BrowserSession.learner_id)
    .outerjoin(Team, Team.id == Learner.team_id)
    .outerjoin(Municipality, Municipality.id == Team.municipality_id)
    .outerjoin(Staff, Staff.id == BrowserSession.staff_id)
    .where(BrowserSession.token_hash == bindparam("token_hash"))
)
"""One query a page; it is written once because building it costs more than running it."""
