"""Whoever starts the demo can look around at once, as anybody, and starting it again changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import Database
from app.models.people import Invitation, Learner, Municipality, Role, Staff
from app.services import accounts, codes, demo, enrolment, teams
from tests.cast import NOW, SECRET

KEY = SECRET.encode()
ROLES = {role.value: f"role {role.value}" for role in Role}
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def filled(database: Database) -> Database:
    with database.writing() as db:
        demo.fill(db, KEY, NOW)
        db.commit()
    return database


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=30)])
def test_filling_twice_changes_nothing(
    filled: Database, everything: Callable[[], Rows], later: timedelta
) -> None:
    before = everything()
    with filled.writing() as db:
        demo.fill(db, KEY, NOW + later)
        db.commit()
    assert everything() == before
    assert {table: len(rows) for table, rows in before.items() if rows} == {
        "municipality": 1,
        "team": 2,
        "invitation": 2,
        "learner": 8,
        "staff": 5,
        "staff_team": 4,
        "follow_up": 6,
        "team_profile": 1,
    }


def test_a_demo_of_last_year_still_invites(filled: Database, everything: Callable[[], Rows]) -> None:
    before, later = everything(), NOW + timedelta(days=400)
    with filled.writing() as db:
        demo.fill(db, KEY, later)
        db.commit()
    with filled.reading() as db:
        newcomers = [person for person in demo.people(db, KEY, ROLES, later) if person.name == "iemand nieuw"]
    assert len(newcomers) == 2
    assert {table for table, rows in everything().items() if rows != before[table]} == {"invitation"}


def test_a_real_municipality_gets_no_demo_people(database: Database, everything: Callable[[], Rows]) -> None:
    with database.writing() as db:
        teams.add_municipality(db, "Noorderdam")
        db.commit()
    before = everything()
    with database.writing() as db:
        demo.fill(db, KEY, NOW)
        assert demo.people(db, KEY, ROLES, NOW) == []
        db.commit()
    assert everything() == before


def signs_in(db: Session, person: demo.DemoPerson, now: datetime) -> str:
    """Come in as the demo says, and tell as who."""
    if person.what.startswith("uitnodiging "):
        return f"uitnodiging {enrolment.open_invitation(db, person.how, now).team.name}"
    if person.how.startswith("inlogkaart "):
        learner = enrolment.learner_with_card(db, person.how.removeprefix("inlogkaart "))
        assert learner.name == person.name
        return f"deelnemer, {learner.team.name}"
    staff = accounts.staff_with_password(db, *person.how.split(" / "))
    assert staff.name == person.name
    return ROLES[staff.role]


def test_everybody_on_the_list_can_really_sign_in(filled: Database) -> None:
    with filled.reading() as db:
        people = demo.people(db, KEY, ROLES, NOW)
        assert [signs_in(db, person, NOW) for person in people] == [person.what for person in people]
    assert len(people) == 2 + 2 + len(demo.STAFF)
    assert {person.what for person in people} >= set(ROLES.values())


def withdraw_invitations(db: Session) -> None:
    for invitation in db.scalars(select(Invitation)):
        enrolment.revoke(invitation, NOW)


def replace_invitations(db: Session) -> None:
    withdraw_invitations(db)
    for team in teams.all_teams(db):
        enrolment.invite(db, team.id, codes.new(codes.INVITATION_LENGTH), NOW + timedelta(days=1))


def replace_cards(db: Session) -> None:
    for learner in db.scalars(select(Learner)):
        enrolment.replace_card(db, learner, KEY)


def disable_the_admin(db: Session) -> None:
    db.scalars(select(Staff).filter_by(role="admin")).one().disabled_at = NOW


def forget_the_learners(db: Session) -> None:
    for learner in db.scalars(select(Learner)):
        db.delete(learner)


def add_a_colleague(db: Session) -> None:
    teams.add_staff(db, "New", "new@lindehoven.example", role=Role.TRAINER, teams=[], now=NOW)


def add_an_empty_team(db: Session) -> None:
    teams.add_team(db, db.scalars(select(Municipality)).one(), "Team leeg", "Wil", "0123")


@pytest.mark.parametrize(
    ("happens", "listed"),
    [
        (withdraw_invitations, 7),
        (replace_invitations, 9),
        (replace_cards, 9),
        (disable_the_admin, 8),
        (forget_the_learners, 7),
        (add_a_colleague, 9),
        (add_an_empty_team, 9),
    ],
)
def test_the_list_stays_true_after_somebody_played_with_the_demo(
    filled: Database, happens: Callable[[Session], None], listed: int
) -> None:
    with filled.writing() as db:
        happens(db)
        db.commit()
    with filled.reading() as db:
        people = demo.people(db, KEY, ROLES, NOW)
        assert [signs_in(db, person, NOW) for person in people] == [person.what for person in people]
    assert len(people) == listed
