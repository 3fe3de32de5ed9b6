"""Staff set up teams and colleagues, and see numbers of people: never who, and nothing about a few."""

from __future__ import annotations

from dataclasses import fields

import pytest
from sqlalchemy.orm import Session

from app.errors import AddressTaken, NameTaken
from app.models.people import Municipality, Role, Staff, Team
from app.services import certificates, learning, teams
from app.services.teams import Counts
from tests.cast import NOW, Cast

MODULE, LESSONS = "niet-pluis", ("kijken", "luisteren")


def team_of(db: Session, cast: Cast, name: str) -> Team:
    return db.get_one(Team, cast.teams[name])


@pytest.mark.parametrize(
    ("team", "seen", "certified", "expected"),
    [
        ("noord", [], [], Counts(3, 0, 0)),
        ("noord", [("anna", "kijken", "1")], [], Counts(3, 1, 0)),
        ("noord", [("bas", "kijken", "1")], [], Counts(3, 1, 0)),
        ("noord", [("anna", "kijken", "1"), ("anna", "kijken", "2")], [], Counts(3, 1, 0)),
        ("noord", [("anna", "kijken", "1"), ("anna", "luisteren", "1")], [], Counts(3, 1, 0)),
        ("noord", [("anna", "kijken", "1"), ("bas", "luisteren", "1")], [], Counts(3, 2, 0)),
        ("noord", [("anna", "a lesson elsewhere", "1")], [], Counts(3, 0, 0)),
        ("noord", [("zara", "kijken", "1")], [("zara", MODULE)], Counts(3, 0, 0)),
        ("zuid", [("zara", "kijken", "1")], [("zara", MODULE)], Counts(1, 1, 1)),
        ("noord", [], [("anna", MODULE), ("carla", MODULE)], Counts(3, 0, 2)),
        ("noord", [], [("anna", "another module")], Counts(3, 0, 0)),
        ("noord", [("anna", "kijken", "1")], [("anna", MODULE), ("anna", "other")], Counts(3, 1, 1)),
    ],
)
def test_a_team_is_counted_in_people(
    session: Session,
    cast: Cast,
    *,
    team: str,
    seen: list[tuple[str, str, str]],
    certified: list[tuple[str, str]],
    expected: Counts,
) -> None:
    for who, lesson, part in seen:
        learning.mark_seen(session, cast.learners[who], lesson, part, NOW)
    for who, module in certified:
        certificates.issue(session, cast.learners[who], module, name=who, code=f"{who} {module}", now=NOW)
    assert teams.counts(session, team_of(session, cast, team), MODULE, LESSONS) == expected


def test_a_module_without_lessons_and_a_team_without_people_count_nobody(
    session: Session, cast: Cast
) -> None:
    learning.mark_seen(session, cast.learners["anna"], "kijken", "1", NOW)
    assert teams.counts(session, team_of(session, cast, "noord"), MODULE, []) == Counts(3, 0, 0)
    municipality = session.get_one(Municipality, team_of(session, cast, "noord").municipality_id)
    empty = teams.add_team(session, municipality, "Team leeg", "Wil", "0123")
    assert teams.counts(session, empty, MODULE, LESSONS) == Counts(0, 0, 0)


@pytest.mark.parametrize(("people", "shown"), [(0, False), (1, False), (2, False), (3, True), (40, True)])
def test_counts_of_a_few_people_are_not_shown(people: int, shown: bool) -> None:
    assert Counts(people, 0, 0).may_be_shown is shown


def test_counts_hold_numbers_and_nothing_else() -> None:
    assert {field.name: field.type for field in fields(Counts)} == {
        "people": "int",
        "begun": "int",
        "ready": "int",
    }


@pytest.mark.parametrize(
    ("name", "taken"), [("Noorderdam", True), ("Westerdam", False), ("noorderdam", False)]
)
def test_a_municipality_has_a_name_of_its_own(session: Session, cast: Cast, name: str, taken: bool) -> None:
    if taken:
        with pytest.raises(NameTaken):
            teams.add_municipality(session, name)
    else:
        teams.add_municipality(session, name)
    known = [municipality.name for municipality in teams.municipalities(session)]
    assert known == sorted({"Noorderdam", "Zuiderveen", name})


@pytest.mark.parametrize(
    ("email", "taken"),
    [
        ("cora@example.org", True),
        (" Cora@EXAMPLE.org ", True),
        ("cora@example.com", False),
        (" New@Example.org", False),
    ],
)
def test_a_colleague_has_an_address_of_their_own(
    session: Session, cast: Cast, email: str, taken: bool
) -> None:
    noord = team_of(session, cast, "noord")
    if taken:
        with pytest.raises(AddressTaken):
            teams.add_staff(session, "Twin", email, role=Role.ADMIN, teams=[noord], now=NOW)
        assert len(teams.colleagues(session)) == len(cast.staff)
        assert [staff.name for staff in noord.staff] == ["Cora Noord", "Tom Noord"]
        return
    staff = teams.add_staff(session, "New", email, role=Role.TRAINER, teams=[noord], now=NOW)
    session.expire_all()
    found = session.get_one(Staff, staff.id)
    assert (found.email, found.role, found.password_hash) == (email.strip().lower(), "trainer", None)
    assert [team.name for team in found.teams] == ["Team noord"]


def test_after_a_refusal_the_rest_of_the_work_goes_on(session: Session, cast: Cast) -> None:
    first = teams.add_municipality(session, "Westerdam")
    with pytest.raises(NameTaken):
        teams.add_municipality(session, "Westerdam")
    teams.add_team(session, first, "Team west", "Wil", "0123")
    session.commit()
    assert [team.name for team in teams.all_teams(session)] == ["Team noord", "Team west", "Team zuid"]


def test_lists_are_in_the_order_of_the_alphabet(session: Session, cast: Cast) -> None:
    noorderdam = teams.municipalities(session)[0]
    teams.add_team(session, noorderdam, "Team abeel", "Wil", "0123")
    assert [team.name for team in teams.all_teams(session)] == ["Team abeel", "Team noord", "Team zuid"]
    assert [staff.name for staff in teams.colleagues(session)] == [
        "Alie Beheer",
        "Coen Zuid",
        "Cora Noord",
        "Rik Cijfers",
        "Tom Noord",
    ]


def test_a_team_has_one_contact_at_a_time(session: Session, cast: Cast) -> None:
    teams.change_contact(team_of(session, cast, "noord"), "Nora", "0987")
    session.flush()
    session.expire_all()
    contacts = {team.name: (team.contact_name, team.contact_phone) for team in teams.all_teams(session)}
    assert contacts == {"Team noord": ("Nora", "0987"), "Team zuid": ("Wil zuid", "0123-456 789")}
