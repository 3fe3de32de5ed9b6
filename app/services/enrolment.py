"""A volunteer comes in: invitation, first name, login card, and the choice about research."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import ClosedInvitation, UnknownCard, UnknownInvitation
from app.models.base import random_id
from app.models.people import Consent, Invitation, Learner
from app.services import browser_sessions, codes

INVITATION_STAYS = timedelta(days=60)


def invite(db: Session, team_id: int, code: str, now: datetime) -> Invitation:
    """A new invitation; earlier ones of the team stay valid until they expire or are withdrawn."""
    invitation = Invitation(code=code, team_id=team_id, created_at=now, expires_at=now + INVITATION_STAYS)
    db.add(invitation)
    db.flush()
    return invitation


def open_invitation(db: Session, typed: str, now: datetime) -> Invitation:
    """The invitation that belongs to a typed code.

    Raises UnknownInvitation or ClosedInvitation.
    """
    code = codes.normalised(typed)
    invitation = db.get(Invitation, code) if codes.is_well_formed(code, codes.INVITATION_LENGTH) else None
    if invitation is None:
        raise UnknownInvitation
    if invitation.revoked_at is not None or invitation.expires_at <= now:
        raise ClosedInvitation
    return invitation


def open_invitations(db: Session, team_id: int, now: datetime) -> list[Invitation]:
    """What a coordinator can still hand out, newest first."""
    query = (
        select(Invitation)
        .where(Invitation.team_id == team_id, Invitation.revoked_at.is_(None), Invitation.expires_at > now)
        .order_by(Invitation.created_at.desc())
    )
    return list(db.scalars(query))


def revoke(invitation: Invitation, now: datetime) -> None:
    if invitation.revoked_at is None:
        invitation.revoked_at = now


def join(
    db: Session, invitation: Invitation, name: str, *, key: str, secret: bytes, now: datetime
) -> Learner:
    """Make the invited person a learner; the same ``key`` (made by the page) gives the same learner."""
    earlier = db.scalar(select(Learner).filter_by(join_key=codes.hashed(key)))
    if earlier is not None:
        return earlier
    learner = Learner(
        id=random_id(),
        team_id=invitation.team_id,
        name=name,
        join_key=codes.hashed(key),
        card_number=1,
        created_at=now,
    )
    learner.card_hash = codes.hashed(card_of(learner, secret))
    db.add(learner)
    db.flush()
    return learner


def card_of(learner: Learner, secret: bytes) -> str:
    """The code on the login card.  It is made anew each time it is shown; only its hash is stored."""
    return codes.derived(secret, f"card|{learner.id}|{learner.card_number}", codes.CARD_LENGTH)


def replace_card(
    db: Session, learner: Learner, secret: bytes, *, but: str = "", by_staff_at: datetime | None = None
) -> None:
    """The old card stops working at once, and so do the browsers it signed in, but not the one with ``but``.

    A replacement by staff is shown to the volunteer.
    """
    browser_sessions.close_all(db, learner, but=but)
    learner.card_number += 1
    learner.card_hash = codes.hashed(card_of(learner, secret))
    learner.card_replaced_at = by_staff_at


def learner_with_card(db: Session, typed: str) -> Learner:
    """Whose card this is.  Raises UnknownCard."""
    code = codes.normalised(typed)
    learner = (
        db.scalar(select(Learner).filter_by(card_hash=codes.hashed(code)))
        if codes.is_well_formed(code, codes.CARD_LENGTH)
        else None
    )
    if learner is None:
        raise UnknownCard
    return learner


def choose_consent(db: Session, learner_id: str, given: bool, text_fingerprint: str, now: datetime) -> None:
    """Write the choice down.  Nothing is overwritten: the latest one counts."""
    db.add(Consent(learner_id=learner_id, given=given, text_fingerprint=text_fingerprint, chosen_at=now))


def consent_of(db: Session, learner_id: str) -> bool | None:
    """The latest choice; None when the question has not been answered yet."""
    query = select(Consent.given).filter_by(learner_id=learner_id).order_by(Consent.id.desc()).limit(1)
    return db.scalar(query)
