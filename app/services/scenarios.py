"""A volunteer goes through a branching conversation.  Where they are follows from the choices."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.scenario import Scenario
from app.errors import Conflict
from app.measurement.route import Route, follow
from app.models.base import insert_once, random_id
from app.models.learning import Attempt, Choice


def start(
    db: Session,
    learner_id: str,
    scenario: Scenario,
    *,
    key: str,
    now: datetime,
    retry_of: Attempt | None = None,
    until: int = 0,
) -> Attempt:
    """A new attempt; the same ``key`` gives the same one.

    ``retry_of`` takes over the first ``until`` choices of an earlier attempt, to try another one there.
    """
    key = f"{learner_id}:{key}"
    new = insert_once(
        db,
        Attempt,
        id=random_id(),
        learner_id=learner_id,
        scenario=scenario.id,
        fingerprint=scenario.fingerprint,
        retry_of=retry_of.id if retry_of else None,
        key=key,
        started_at=now,
    )
    attempt = db.scalars(select(Attempt).filter_by(key=key)).one()
    if new and retry_of:
        attempt.choices = [
            Choice(step=c.step, scene=c.scene, code=c.code, copied=True, made_at=now)
            for c in retry_of.choices[:until]
        ]
        db.flush()
    return attempt


def choose(db: Session, attempt: Attempt, scenario: Scenario, *, step: int, code: str, now: datetime) -> None:
    """Make the choice of one step.  A step that was made already stays as it was: two clicks, one choice.

    Raises Conflict for a step that has not been reached, or a choice that its scene does not have.
    """
    if step < len(attempt.choices):
        return
    route = route_of(attempt, scenario)
    if step > len(attempt.choices) or route.is_finished:
        raise Conflict
    if code not in {choice.code for choice in route.current.choices}:
        raise Conflict("Kies een van de antwoorden die er staan.")
    insert_once(
        db,
        Choice,
        attempt_id=attempt.id,
        step=step,
        scene=route.current.id,
        code=code,
        copied=False,
        made_at=now,
    )
    db.refresh(attempt)


def route_of(attempt: Attempt, scenario: Scenario) -> Route:
    """Where this attempt is, and how it went there."""
    return follow(scenario, [(choice.scene, choice.code) for choice in attempt.choices])


def latest(db: Session, learner_id: str, scenario: str) -> Attempt | None:
    """The attempt to go on with, None when the volunteer never began."""
    query = (
        select(Attempt)
        .filter_by(learner_id=learner_id, scenario=scenario)
        .order_by(Attempt.started_at.desc(), Attempt.id)
        .limit(1)
    )
    return db.scalar(query)


def tried(db: Session, learner_id: str) -> frozenset[str]:
    """The scenarios in which the volunteer made at least one choice."""
    query = select(Attempt.scenario).join(Choice).where(Attempt.learner_id == learner_id).distinct()
    return frozenset(db.scalars(query))
