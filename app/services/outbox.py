"""Mail waits in the database until it is posted: a slow mail server never makes a volunteer wait."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.access import OutgoingMail

MOST_TRIES = 6


def post(db: Session, recipient: str, subject: str, body: str, now: datetime) -> None:
    """Put a letter in the box.  Line breaks in a subject would be a way to add headers."""
    db.add(
        OutgoingMail(
            recipient=recipient,
            subject=" ".join(subject.split()),
            body=body,
            created_at=now,
            next_try_at=now,
        )
    )


def due(db: Session, now: datetime) -> list[OutgoingMail]:
    """What should be posted now, oldest first."""
    query = select(OutgoingMail).where(OutgoingMail.next_try_at <= now).order_by(OutgoingMail.id).limit(20)
    return list(db.scalars(query))


def find(db: Session, id: int) -> OutgoingMail | None:
    return db.get(OutgoingMail, id)


def delivered(db: Session, mail: OutgoingMail) -> None:
    """A posted letter is not kept: it holds an address and a code."""
    db.delete(mail)


def failed(db: Session, mail: OutgoingMail, now: datetime) -> None:
    """Try again after 1, 4, 9 … minutes, and give up after ``MOST_TRIES``."""
    mail.tries += 1
    mail.next_try_at = now + timedelta(minutes=mail.tries**2)
    if mail.tries >= MOST_TRIES:
        db.delete(mail)
