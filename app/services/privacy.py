"""What we keep of a volunteer, shown to that volunteer, and wiped when they want it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.models.access import BrowserSession, MailCode, OutgoingMail
from app.models.learning import (
    Answer,
    Attempt,
    Certificate,
    DrillAnswer,
    Observation,
    SeenPart,
    VideoAnswer,
    VideoPosition,
)
from app.models.measurement import Administration, Milestone, Response
from app.models.people import Consent, Learner


def overview_of(db: Session, learner: Learner, subject: str) -> dict[str, Any]:
    """Everything that is stored about this person, in plain values, with Dutch keys for the reader."""
    mine = {"learner_id": learner.id}
    return {
        "naam": learner.name,
        "team": learner.team.name,
        "e-mailadres": learner.email,
        "begonnen op": learner.created_at.isoformat(),
        "toestemming onderzoek": [
            {"gegeven": c.given, "op": c.chosen_at.isoformat()}
            for c in db.scalars(select(Consent).filter_by(**mine).order_by(Consent.id))
        ],
        "gelezen": [
            {"les": s.lesson, "deel": s.part, "op": s.seen_at.isoformat()}
            for s in db.scalars(select(SeenPart).filter_by(**mine).order_by(SeenPart.seen_at))
        ],
        "antwoorden in lessen": [
            {"les": a.lesson, "vraag": a.question, "antwoord": a.code, "op": a.answered_at.isoformat()}
            for a in db.scalars(select(Answer).filter_by(**mine).order_by(Answer.id))
        ],
        "oefeningen": [
            {
                "oefening": a.scenario,
                "begonnen op": a.started_at.isoformat(),
                "keuzes": [{"scène": c.scene, "keuze": c.code} for c in a.choices],
            }
            for a in db.scalars(select(Attempt).filter_by(**mine).order_by(Attempt.started_at))
        ],
        "rondjes": [
            {"rondje": d.drill, "geval": d.case, "antwoord": d.code, "op": d.answered_at.isoformat()}
            for d in db.scalars(select(DrillAnswer).filter_by(**mine).order_by(DrillAnswer.id))
        ],
        "waarnemingsproeven": [
            {"proef": o.test, "vorm": o.mode, "aangekruist": o.codes, "op": o.made_at.isoformat()}
            for o in db.scalars(select(Observation).filter_by(**mine).order_by(Observation.made_at))
        ],
        "films": [
            {
                "film": p.video,
                "seconde": p.seconds,
                "verste seconde": p.furthest,
                "op": p.updated_at.isoformat(),
            }
            for p in db.scalars(select(VideoPosition).filter_by(**mine).order_by(VideoPosition.updated_at))
        ],
        "antwoorden bij films": [
            {"film": a.video, "vraag": a.stop, "antwoord": a.code, "op": a.answered_at.isoformat()}
            for a in db.scalars(select(VideoAnswer).filter_by(**mine).order_by(VideoAnswer.id))
        ],
        "metingen": [
            {
                "meting": a.wave,
                "module": a.module,
                "antwoorden": [{"vraag": r.item, "antwoord": r.code} for r in a.responses],
            }
            for a in db.scalars(
                select(Administration).filter_by(subject=subject).order_by(Administration.started_at)
            )
        ],
        "certificaten": [
            {"module": c.module, "naam": c.name, "code": c.code, "op": c.issued_at.isoformat()}
            for c in db.scalars(select(Certificate).filter_by(**mine))
        ],
        "evaluatie gehad": list(db.scalars(select(Milestone.module).filter_by(**mine))),
        "gemailde codes": [
            {"aan": m.email, "geldig tot": m.expires_at.isoformat()}
            for m in db.scalars(select(MailCode).filter_by(**mine).order_by(MailCode.expires_at))
        ],
        "ingelogd": [
            {"sinds": b.created_at.isoformat(), "laatst gezien": b.seen_at.isoformat()}
            for b in db.scalars(select(BrowserSession).filter_by(**mine).order_by(BrowserSession.created_at))
        ],
    }


def forget(db: Session, learner: Learner, subject: str) -> None:
    """Wipe a person: answers under the pseudonym, letters not yet posted, and what hangs on the person."""
    mine = select(Administration.id).filter_by(subject=subject)
    db.execute(delete(Response).where(Response.administration_id.in_(mine)))
    db.execute(delete(Administration).filter_by(subject=subject))
    written_to = select(MailCode.email).filter_by(learner_id=learner.id)
    db.execute(delete(OutgoingMail).where(OutgoingMail.recipient.in_(written_to)))
    db.execute(delete(Learner).filter_by(id=learner.id))
