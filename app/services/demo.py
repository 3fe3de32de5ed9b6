"""A made-up municipality, so that whoever starts Pluis for the first time can look around at once."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.base import random_id
from app.models.people import Learner, Municipality, Role, Staff, Team
from app.services import codes, enrolment, follow_up, team_profile, teams
from app.services.accounts import hash_password

PASSWORD = "lantaarn in de mist"  # noqa: S105 - printed at every start of a demo
"""Of every demo member of staff.  A demo answers to this computer only."""

MUNICIPALITY = "Lindehoven"
TEAMS = (
    ("Buurtteam Lindekwartier", "Samira Bouzid", "0123-456 701", ("Anneke", "Bram", "Harun", "Joke", "Piet")),
    ("Buurtteam Havenzicht", "Ruud Verbeek", "0123-456 702", ("Chantal", "Dirk", "Mo")),
)
STAFF = (
    ("Samira Bouzid", "samira@lindehoven.example", Role.COORDINATOR, (0,)),
    ("Ruud Verbeek", "ruud@lindehoven.example", Role.COORDINATOR, (1,)),
    ("Theo Mertens", "theo@lindehoven.example", Role.TRAINER, (0, 1)),
    ("Ria de Jong", "ria@onderzoek.example", Role.RESEARCHER, ()),
    ("Beheer Lindehoven", "beheer@lindehoven.example", Role.ADMIN, ()),
)

FOLLOW_UP = {
    "wijkagent": (
        "wijkagent Marloes Kok", "0123-456 711", "dinsdag tot en met vrijdag, van 10 tot 18 uur",
        "wijkagent Erik Blom", 5,
    ),
    "niet-pluis": (
        "Fatima van het wijkteam", "0123-456 712 of wijkteam@lindehoven.example",
        "op werkdagen van 9 tot 17 uur", "een collega van het wijkteam", 10,
    ),
    "jeugd": (
        "het jeugdteam van Lindehoven", "0123-456 713", "op werkdagen van 9 tot 17 uur",
        "de collega die dienst heeft", 10,
    ),
    "jongerenwerk": (
        "Jayden van het jongerenwerk", "0123-456 714, bellen of appen",
        "maandag tot en met vrijdag, van 14 tot 21 uur", "", 5,
    ),
    "woonoverlast": (
        "buurtbemiddeling Lindehoven", "0123-456 715", "op werkdagen van 9 tot 12 uur",
        "de woningcorporatie, 0123-456 716", 10,
    ),
    "meldpunt": (
        "het meldpunt van Lindehoven", "0123-456 700, of de app van de gemeente", "de app dag en nacht",
        "de balie in het gemeentehuis", 3,
    ),
}  # fmt: skip
"""Of the first team: role, channel, hours, deputy and days.  One kind has no deputy, one has nobody."""

PROFILE = {
    "neighbourhoods": "Lindekwartier, van de haven tot het spoor",
    "homes": 850,
    "tenure": "rent",
    "residents": ["older", "families"],
    "ageing": "some",
    "area": "fixed",
    "rounds": "weekly-more",
    "partners": ["police", "youth-work", "social-team"],
    "reports": "Overlast gaat naar de wijkagent. Afval gaat via de app van de gemeente.",
    "bottlenecks": ["no-feedback", "one-person", "telling-tales"],
    "worry": "Bij een zorg over iemand weet niet iedereen wie je belt.",
    "exercises": ["addressing-youth", "tension", "raising"],
}


class DemoPerson(NamedTuple):
    """Somebody to sign in as, and how."""

    name: str
    what: str
    how: str


def fill(db: Session, secret: bytes, now: datetime) -> None:
    """Make the demo municipality, once; later only an invitation where the last one has run out."""
    if db.scalar(select(Municipality.id).limit(1)) is not None:
        _keep_inviting(db, now)
        return
    municipality = teams.add_municipality(db, MUNICIPALITY)
    made = []
    for name, contact_name, contact_phone, volunteers in TEAMS:
        team = teams.add_team(db, municipality, name, contact_name, contact_phone)
        invitation = enrolment.invite(db, team.id, codes.new(codes.INVITATION_LENGTH), now)
        for volunteer in volunteers:
            enrolment.join(db, invitation, volunteer, key=random_id(), secret=secret, now=now)
        made.append(team)
    _know_the_neighbourhood(db, made[0], now)
    password = hash_password(PASSWORD)
    for name, email, role, numbers in STAFF:
        staff = teams.add_staff(
            db, name, email, role=role, teams=[made[number] for number in numbers], now=now
        )
        staff.password_hash = password


def _know_the_neighbourhood(db: Session, team: Team, now: datetime) -> None:
    for kind, (role, channel, hours, deputy, days) in FOLLOW_UP.items():
        follow_up.fill_in(
            db,
            team.id,
            kind,
            role=role,
            channel=channel,
            hours=hours,
            deputy=deputy,
            feedback_days=days,
            now=now,
        )
    team_profile.fill_in(db, team.id, PROFILE, now)


def _keep_inviting(db: Session, now: datetime) -> None:
    for team in teams.all_teams(db):
        if not enrolment.open_invitations(db, team.id, now):
            enrolment.invite(db, team.id, codes.new(codes.INVITATION_LENGTH), now)


def people(db: Session, secret: bytes, roles: dict[str, str], now: datetime) -> list[DemoPerson]:
    """Whom a visitor of the demo can be: a newcomer, a volunteer of each team, and each role."""
    shown = [
        DemoPerson("iemand nieuw", f"uitnodiging {team.name}", codes.grouped(invitation.code))
        for team in db.scalars(select(Team).order_by(Team.id))
        for invitation in enrolment.open_invitations(db, team.id, now)[:1]
    ]
    for team_id in db.scalars(select(Team.id).order_by(Team.id)):
        learner = db.scalar(select(Learner).filter_by(team_id=team_id).order_by(Learner.name).limit(1))
        if learner:
            card = codes.grouped(enrolment.card_of(learner, secret))
            shown.append(DemoPerson(learner.name, f"deelnemer, {learner.team.name}", f"inlogkaart {card}"))
    known = {email for _, email, _, _ in STAFF}
    shown.extend(
        DemoPerson(staff.name, roles[staff.role], f"{staff.email} / {PASSWORD}")
        for staff in db.scalars(select(Staff).order_by(Staff.id))
        if staff.email in known and staff.disabled_at is None
    )
    return shown
