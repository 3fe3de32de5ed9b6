"""The people in the tests: two teams in two municipalities, and staff who work with one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.config import Config
from app.db import Database
from app.models.people import Role
from app.services import codes, enrolment, teams
from app.services.accounts import hash_password

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SECRET = "test-secret-key-that-is-long-enough-0123456789"
PASSWORD = "lantaarn in de regen"
STAFF = {
    "admin": ("Alie Beheer", Role.ADMIN, ()),
    "coordinator": ("Cora Noord", Role.COORDINATOR, ("noord",)),
    "trainer": ("Tom Noord", Role.TRAINER, ("noord",)),
    "researcher": ("Rik Cijfers", Role.RESEARCHER, ()),
    "other coordinator": ("Coen Zuid", Role.COORDINATOR, ("zuid",)),
}
VOLUNTEERS = {"anna": "noord", "bas": "noord", "carla": "noord", "zara": "zuid"}


@dataclass
class Cast:
    """Who and what there is, by the short names that the tests use."""

    teams: dict[str, int] = field(default_factory=dict)
    invitations: dict[str, str] = field(default_factory=dict)
    learners: dict[str, str] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    staff: dict[str, int] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)
    # Only where the tests of the web let people begin:
    municipalities: dict[str, int] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    attempts: dict[str, str] = field(default_factory=dict)
    observations: dict[str, str] = field(default_factory=dict)
    mails: dict[str, str] = field(default_factory=dict)
    certificates: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def config_for(path: Path, **changes: object) -> Config:
    """An installation for one test."""
    given: dict[str, Any] = {
        "instance": path,
        "database_url": f"sqlite:///{(path / 'pluis.sqlite3').as_posix()}",
        "secret_key": SECRET.encode(),
        "study_key": SECRET[::-1].encode(),
        "public_url": "http://127.0.0.1:8000",
        "trusted_hosts": ("127.0.0.1", "localhost"),
        "mail_from": "pluis@example.org",
    }
    return Config(**given | changes)


@cache
def password_hash() -> str:
    """Hashed once for all tests: it is slow on purpose."""
    return hash_password(PASSWORD)


def move_in(database: Database) -> Cast:
    """Let the whole cast live in this database."""
    cast = Cast()
    password = password_hash()
    with database.writing() as db:
        made = {}
        for town, name in (("Noorderdam", "noord"), ("Zuiderveen", "zuid")):
            municipality = teams.add_municipality(db, town)
            team = teams.add_team(db, municipality, f"Team {name}", f"Wil {name}", "0123-456 789")
            invitation = enrolment.invite(db, team.id, codes.new(codes.INVITATION_LENGTH), datetime.now(UTC))
            made[name], cast.teams[name], cast.invitations[name] = team, team.id, invitation.code
            for learner_name in (who for who, where in VOLUNTEERS.items() if where == name):
                learner = enrolment.join(
                    db, invitation, learner_name.title(), key=learner_name, secret=SECRET.encode(), now=NOW
                )
                cast.learners[learner_name] = learner.id
                cast.cards[learner_name] = enrolment.card_of(learner, SECRET.encode())
        for who, (name, role, where) in STAFF.items():
            cast.emails[who] = f"{name.split()[0].lower()}@example.org"
            row = teams.add_staff(
                db, name, cast.emails[who], role=role, teams=[made[team] for team in where], now=NOW
            )
            row.password_hash = password
            db.flush()
            cast.staff[who] = row.id
        db.commit()
    return cast


class Visitor:
    """A browser without JavaScript: follows nothing by itself, and sends the forms that pages hold."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.csrf = ""

    def get(self, path: str, **options: object) -> TestResponse:
        return self._seen(self.client.get(path, **options))  # type: ignore[arg-type]

    def post(self, path: str, **fields: object) -> TestResponse:
        """Send a form, with the hidden field of the page that was seen last."""
        data = {name.replace("_", "-"): value for name, value in fields.items()}
        return self.send(path, data)

    def send(self, path: str, data: dict[str, object]) -> TestResponse:
        if not self.csrf:
            self.get("/inloggen")
        return self._seen(self.client.post(path, data={"csrf_token": self.csrf, **data}))

    def sign_in(self, cast: Cast, who: str) -> Visitor:
        if who in cast.cards:
            answer = self.post("/inloggen", code=cast.cards[who])
        else:
            answer = self.post("/medewerker/inloggen", email=cast.emails[who], password=PASSWORD)
        assert answer.status_code == 303, answer.text
        self.get("/mijn" if who in cast.cards else "/team/")
        return self

    def enter(self, cast: Cast, who: str) -> Visitor:
        """Be somebody whose browser is signed in already; quicker than typing a password."""
        if who in cast.tokens:
            self.client.set_cookie("pluis", f"t.{cast.tokens[who]}")
            self.get("/hulp")
        return self

    def _seen(self, response: TestResponse) -> TestResponse:
        if response.mimetype == "text/html" and (found := re.search(_CSRF, response.text)):
            self.csrf = found[1]
        return response


_CSRF = r'name="csrf_token" value="([^"]+)"'


def hidden(page: TestResponse, name: str) -> str:
    """The value of a hidden field on a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, f"no field {name}"
    return found[1]
