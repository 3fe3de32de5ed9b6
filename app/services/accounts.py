"""Signing in: staff with a password, volunteers who want it with a code by mail."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.errors import AddressTaken, UsedLink, WeakPassword, WrongPassword
from app.models.access import MailCode, PasswordLink
from app.models.people import Learner, Staff
from app.services import browser_sessions, outbox
from app.services.codes import hashed

_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
"""The minimum OWASP advises for argon2id: 19 MiB, two passes, one lane."""
_NOBODY = _HASHER.hash("nobody has this password")
_TWO_AT_ONCE = BoundedSemaphore(2)
"""Each hash takes 19 MiB and a core; a storm of sign-ins must not take the site along."""

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 128
EASY_TO_GUESS = frozenset(
    {
        "0123456789",
        "1234567890",
        "buurtpreventie",
        "gemeente123",
        "gemeente1234",
        "nederland1",
        "password123",
        "qwertyuiop",
        "wachtwoord",
        "wachtwoord1",
        "welkom1234",
        "welkom2026",
        "welkom2027",
        "wijkveiligheid",
    }
)

LINK_STAYS = timedelta(days=7)
CODE_STAYS = timedelta(minutes=15)
KEPT_FOR = timedelta(days=1)
"""How long a mailed code that can't be used stays: as long as its letter may still wait in the outbox."""
MOST_TRIES = 5
CONFIRM, SIGN_IN = "confirm", "sign in"


def address(typed: str) -> str:
    """One spelling for one address, so that twins can't be registered."""
    return typed.strip().casefold()


def staff_with_password(db: Session, email: str, password: str) -> Staff:
    """Who this is.  Raises WrongPassword, after the same work whether the address exists or not."""
    staff = db.scalar(select(Staff).filter_by(email=address(email)))
    stored = staff.password_hash if staff and not staff.disabled_at else None
    if not _matches(stored or _NOBODY, password) or staff is None or stored is None:
        raise WrongPassword
    return staff


def link_for(db: Session, staff: Staff, token: str, now: datetime) -> None:
    """Let somebody choose a (new) password with ``token``; earlier links stop working."""
    _spend_links(db, staff.id, now)
    db.add(PasswordLink(token_hash=hashed(token), staff_id=staff.id, expires_at=now + LINK_STAYS))


def staff_with_link(db: Session, token: str, now: datetime) -> Staff:
    """Whose password may be chosen.  Raises UsedLink."""
    link = db.get(PasswordLink, hashed(token))
    staff = db.get(Staff, link.staff_id) if link else None
    if link is None or staff is None or link.used_at or link.expires_at <= now or staff.disabled_at:
        raise UsedLink
    return staff


def choose_password(db: Session, staff: Staff, password: str, now: datetime) -> None:
    """Set the password, spend the links, and sign out every browser.  Raises WeakPassword."""
    if not is_strong(password, staff.email):
        raise WeakPassword
    staff.password_hash = hash_password(password)
    _spend_links(db, staff.id, now)
    browser_sessions.close_all(db, staff)


def is_strong(password: str, email: str = "") -> bool:
    """Length counts, not composition; plus a short list of what everybody tries first."""
    plain = password.casefold()
    easy = plain in EASY_TO_GUESS or plain == email or len(set(plain)) < 4
    return SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD and not easy


def hash_password(password: str) -> str:
    with _TWO_AT_ONCE:
        return _HASHER.hash(password)


def mail_code(db: Session, email: str, *, purpose: str, id: str, code: str, now: datetime) -> bool:
    """Mail a sign-in code to a volunteer with this address; tell whether there is one.

    The caller must show the same page either way.
    """
    learner = db.scalar(select(Learner).filter_by(email=address(email)))
    if learner is None:
        return False
    _send(db, learner, address(email), purpose=purpose, id=id, code=code, now=now)
    return True


def confirm_address(db: Session, learner: Learner, email: str, *, id: str, code: str, now: datetime) -> None:
    """Mail a code to an address that the volunteer wants to add.  Raises AddressTaken."""
    taken = db.scalar(select(Learner.id).filter_by(email=address(email)))
    if taken is not None and taken != learner.id:
        raise AddressTaken
    _send(db, learner, address(email), purpose=CONFIRM, id=id, code=code, now=now)


def remove_address(db: Session, learner: Learner) -> None:
    """From now on only the card signs in; a code that was mailed already no longer does."""
    learner.email = None
    db.execute(delete(MailCode).filter_by(learner_id=learner.id))


def use_code(db: Session, id: str, typed: str, *, purpose: str, now: datetime) -> Learner | None:
    """Whose code this is; for a new address, it is theirs from now on.

    Returns None after a wrong try, which is counted: the caller commits it and shows WrongMailCode.
    """
    row = db.get(MailCode, id)
    if (
        row is None
        or row.purpose != purpose
        or row.used_at
        or row.expires_at <= now
        or row.tries >= MOST_TRIES
    ):
        return None
    row.tries += 1
    if row.code_hash != hashed(row.id + "".join(typed.split())):
        return None
    row.used_at = now
    learner = db.get(Learner, row.learner_id)
    if learner is not None and purpose == CONFIRM:
        if db.scalar(select(Learner.id).where(Learner.email == row.email, Learner.id != learner.id)):
            raise AddressTaken
        learner.email = row.email
    return learner


def _send(
    db: Session, learner: Learner, email: str, *, purpose: str, id: str, code: str, now: datetime
) -> None:
    db.execute(delete(MailCode).where(MailCode.expires_at <= now - KEPT_FOR))
    db.add(
        MailCode(
            id=id,
            learner_id=learner.id,
            purpose=purpose,
            email=email,
            code_hash=hashed(id + code),
            expires_at=now + CODE_STAYS,
        )
    )
    outbox.post(
        db,
        email,
        f"Je code voor Pluis is {code}",
        f"Hallo {learner.name},\n\nJe code voor Pluis is: {code}\n\n"
        "Typ deze code op de bladzijde die je open hebt staan. De code werkt een kwartier.\n"
        "Heb je niet om een code gevraagd? Dan hoef je niets te doen.\n\nGroet,\nPluis\n",
        now,
    )


def _matches(stored: str, password: str) -> bool:
    with _TWO_AT_ONCE:
        try:
            return _HASHER.verify(stored, password[:LONGEST_PASSWORD])
        except (VerificationError, InvalidHashError):
            return False


def _spend_links(db: Session, staff_id: int, now: datetime) -> None:
    db.execute(
        update(PasswordLink)
        .where(PasswordLink.staff_id == staff_id, PasswordLink.used_at.is_(None))
        .values(used_at=now)
    )
