"""Certificates: proof of having studied a module, to be checked by whoever holds the paper."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.base import insert_once
from app.models.learning import Certificate
from app.services import codes


def issue(db: Session, learner_id: str, module: str, *, name: str, code: str, now: datetime) -> Certificate:
    """The certificate of this module.  Asking again gives the same one, with the name as it is wanted now."""
    insert_once(db, Certificate, code=code, learner_id=learner_id, module=module, name=name, issued_at=now)
    certificate = db.scalars(select(Certificate).filter_by(learner_id=learner_id, module=module)).one()
    certificate.name = name
    return certificate


def certificate_of(db: Session, learner_id: str, module: str) -> Certificate | None:
    return db.scalar(select(Certificate).filter_by(learner_id=learner_id, module=module))


def modules_of(db: Session, learner_id: str) -> frozenset[str]:
    """The modules of which the volunteer has a certificate."""
    return frozenset(db.scalars(select(Certificate.module).filter_by(learner_id=learner_id)))


def check(db: Session, typed: str) -> Certificate | None:
    """The certificate with this check code, None when there is none."""
    code = codes.normalised(typed)
    if not codes.is_well_formed(code, codes.CERTIFICATE_LENGTH):
        return None
    return db.get(Certificate, code)
