"""What staff do: set up municipalities, teams and colleagues, and see how many have begun."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.errors import AddressTaken, NameTaken
from app.models.learning import Certificate, SeenPart
from app.models.people import Learner, Municipality, Role, Staff, Team
from app.services.accounts import address

FEWEST_SHOWN = 3
"""With fewer people, 'one of two is ready' is a statement about a person."""


@dataclass(frozen=True)
class Counts:
    """How far a team is, in numbers of people; never who."""

    people: int
    begun: int
    ready: int

    @property
    def may_be_shown(self) -> bool:
        return self.people >= FEWEST_SHOWN


def add_municipality(db: Session, name: str) -> Municipality:
    """Raises NameTaken."""
    municipality = Municipality(name=name)
    _add(db, municipality, NameTaken)
    return municipality


def add_team(
    db: Session, municipality: Municipality, name: str, contact_name: str, contact_phone: str
) -> Team:
    team = Team(
        municipality_id=municipality.id, name=name, contact_name=contact_name, contact_phone=contact_phone
    )
    db.add(team)
    db.flush()
    return team


def add_staff(
    db: Session, name: str, email: str, *, role: Role, teams: Sequence[Team], now: datetime
) -> Staff:
    """A colleague without a password: they choose one with a link.  Raises AddressTaken."""
    staff = Staff(name=name, email=address(email), role=role.value, created_at=now)
    _add(db, staff, AddressTaken)
    staff.teams = list(teams)  # only now: a refused colleague must not stay behind in a team
    db.flush()
    return staff


def change_contact(team: Team, name: str, phone: str) -> None:
    """Whom the volunteers of this team can call."""
    team.contact_name, team.contact_phone = name, phone


def municipalities(db: Session) -> Sequence[Municipality]:
    return db.scalars(select(Municipality).order_by(Municipality.name)).all()


def colleagues(db: Session) -> Sequence[Staff]:
    return db.scalars(select(Staff).order_by(Staff.name)).all()


def all_teams(db: Session) -> Sequence[Team]:
    query = select(Team).join(Municipality).order_by(Municipality.name, Team.name)
    return db.scalars(query).all()


def counts(db: Session, team: Team, module: str, lessons: Collection[str]) -> Counts:
    """How many people the team has, began with a lesson of the module, and have its certificate."""
    mine = Learner.team_id == team.id
    people = db.scalar(select(func.count()).select_from(Learner).where(mine)) or 0
    begun = (
        select(func.count(func.distinct(SeenPart.learner_id)))
        .join(Learner, Learner.id == SeenPart.learner_id)
        .where(mine, SeenPart.lesson.in_(lessons))
    )
    ready = (
        select(func.count())
        .select_from(Certificate)
        .join(Learner, Learner.id == Certificate.learner_id)
        .where(mine, Certificate.module == module)
    )
    return Counts(people, db.scalar(begun) or 0, db.scalar(ready) or 0)


def _add(db: Session, row: Municipality | Staff, taken: type[NameTaken | AddressTaken]) -> None:
    try:
        with db.begin_nested():
            db.add(row)
    except IntegrityError:
        raise taken from None
