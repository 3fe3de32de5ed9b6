"""A volunteer answers an instrument.  Rows carry a pseudonym, made with a key that the database lacks."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.instrument import Instrument, Item
from app.errors import AlreadyFinished
from app.measurement.forms import form_for
from app.models.base import insert_once, random_id
from app.models.measurement import Administration, Response, Wording

Answers = Mapping[str, str | None]
"""Item code → answer code; None means that the item was skipped."""


@dataclass(frozen=True)
class Sitting:
    """One administration with what belongs to it: the items of its form, and the answers so far."""

    row: Administration
    items: tuple[Item, ...]
    answers: Answers

    @property
    def next_position(self) -> int:
        """Index of the first item that was neither answered nor skipped; the number of items at the end."""
        open_ones = (i for i, item in enumerate(self.items) if item.code not in self.answers)
        return next(open_ones, len(self.items))

    @property
    def is_finished(self) -> bool:
        return self.row.finished_at is not None


def subject_of(study_key: bytes, learner_id: str) -> str:
    """The pseudonym of a volunteer: 80 bits of HMAC-SHA256, base32.  Nobody can undo it without the key."""
    digest = hmac.new(study_key, f"v1|person|{learner_id}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def start(
    db: Session, subject: str, instrument: Instrument, wave: str, *, team_id: int | None, now: datetime
) -> Sitting:
    """The sitting of this wave, begun where needed; on another device it is the same one."""
    insert_once(
        db,
        Administration,
        id=random_id(),
        subject=subject,
        team_id=team_id,
        module=instrument.module,
        instrument=instrument.id,
        wave=wave,
        form=form_for(subject, wave),
        fingerprint=instrument.fingerprint,
        started_at=now,
    )
    sitting = find(db, subject, instrument, wave)
    if sitting is None:
        raise AssertionError("an administration that was just inserted is gone")
    return sitting


def find(db: Session, subject: str, instrument: Instrument, wave: str) -> Sitting | None:
    """The sitting of this wave, None when it has not begun."""
    row = db.scalar(select(Administration).filter_by(subject=subject, module=instrument.module, wave=wave))
    if row is None:
        return None
    query = select(Response.item, Response.code).filter_by(administration_id=row.id).order_by(Response.id)
    answers = dict(db.execute(query).all())
    return Sitting(row, instrument.items(wave, row.form), answers)


def respond(db: Session, sitting: Sitting, item: Item, code: str | None, *, key: str, now: datetime) -> None:
    """Write a response down; None means skipped.  The same ``key`` again changes nothing.

    Raises AlreadyFinished once the sitting is closed, so that an answer can't be improved later.
    """
    if sitting.is_finished:
        raise AlreadyFinished
    insert_once(db, Wording, fingerprint=item.fingerprint, item=item.code, body=wording_of(item))
    insert_once(
        db,
        Response,
        administration_id=sitting.row.id,
        item=item.code,
        fingerprint=item.fingerprint,
        position=sitting.items.index(item),
        code=code,
        key=f"{sitting.row.id}:{key}:{item.code}",
        answered_at=now,
    )


def finish(sitting: Sitting, now: datetime) -> None:
    """Close the sitting; what was not answered stays missing."""
    if not sitting.is_finished:
        sitting.row.finished_at = now


def finished_waves(db: Session, subject: str) -> frozenset[tuple[str, str]]:
    """Which (module, wave) this subject is done with."""
    query = select(Administration.module, Administration.wave).where(
        Administration.subject == subject, Administration.finished_at.is_not(None)
    )
    return frozenset((module, wave) for module, wave in db.execute(query))


def wording_of(item: Item) -> str:
    """What the item says, as canonical JSON."""
    body = {
        "code": item.code,
        "text": item.text,
        "context": item.context,
        "reversed": item.reversed,
        "options": [{"code": o.code, "text": o.text, "points": o.points} for o in item.options],
        "key": item.key,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
