"""Permission is how you fetch: a thing that is not yours to see is not found."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.models.access import MailCode
from app.models.learning import Attempt, Observation
from app.models.people import Invitation, Learner, Municipality, Role, Staff, Team
from app.services.browser_sessions import SignedIn


def learner(db: Session, learner_id: str) -> Learner:
    """The volunteer who is signed in, or whose card or code was just checked."""
    return _found(db.get(Learner, learner_id))


def attempt_of(db: Session, person: SignedIn, attempt_id: str, scenario: str) -> Attempt:
    """The attempt, if it is this volunteer's own."""
    query = select(Attempt).filter_by(id=attempt_id, learner_id=person.id, scenario=scenario)
    return _found(db.scalar(query))


def observation_of(db: Session, person: SignedIn, observation_id: str, test: str) -> Observation:
    """What was told of a street, if this volunteer told it."""
    query = select(Observation).filter_by(id=observation_id, learner_id=person.id, test=test)
    return _found(db.scalar(query))


def mail_code_of(db: Session, person: SignedIn, id: str) -> MailCode:
    """The mailed code, if this volunteer asked for it."""
    return _found(db.scalar(select(MailCode).filter_by(id=id, learner_id=person.id)))


def own_team(db: Session, person: SignedIn) -> Team:
    """The team of the volunteer who is signed in."""
    return _found(db.get(Team, person.team_id))


def team_of(db: Session, person: SignedIn, team_id: int) -> Team:
    """The team, if this member of staff works with it; an admin works with all."""
    query = select(Team).where(Team.id == team_id)
    if person.role != Role.ADMIN:
        query = query.where(Team.staff.any(Staff.id == int(person.id)))
    return _found(db.scalar(query))


def teams_of(db: Session, person: SignedIn) -> list[Team]:
    query = select(Team).join(Municipality).order_by(Municipality.name, Team.name)
    if person.role != Role.ADMIN:
        query = query.where(Team.staff.any(Staff.id == int(person.id)))
    return list(db.scalars(query))


def learner_of_team(db: Session, team: Team, learner_id: str) -> Learner:
    return _found(db.scalar(select(Learner).filter_by(id=learner_id, team_id=team.id)))


def invitation_of_team(db: Session, team: Team, code: str) -> Invitation:
    return _found(db.scalar(select(Invitation).filter_by(code=code, team_id=team.id)))


def staff_member(db: Session, staff_id: int) -> Staff:
    return _found(db.get(Staff, staff_id))


def municipality(db: Session, municipality_id: int) -> Municipality:
    return _found(db.get(Municipality, municipality_id))


Row = TypeVar("Row")


def _found(row: Row | None) -> Row:
    if row is None:
        raise NotFound
    return row
