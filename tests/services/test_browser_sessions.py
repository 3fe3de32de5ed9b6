"""A signed-in browser is a row: it ends by itself, and whoever closes it ends every copy of the cookie."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db import Database
from app.models.access import BrowserSession
from app.models.people import Learner, Staff
from app.services import browser_sessions, codes
from app.services.browser_sessions import (
    LEARNER_IDLE,
    LEARNER_STAYS,
    STAFF_IDLE,
    STAFF_STAYS,
    SignedIn,
)
from tests.cast import NOW, Cast

NOTHING, SECOND, DAY = timedelta(0), timedelta(seconds=1), timedelta(days=1)
ENDINGS = pytest.mark.parametrize(
    ("who", "seen", "looked", "lives"),
    [
        ("anna", NOTHING, NOTHING, True),
        ("anna", NOTHING, LEARNER_IDLE - SECOND, True),
        ("anna", NOTHING, LEARNER_IDLE, False),
        ("anna", DAY, LEARNER_IDLE, True),
        ("anna", DAY, LEARNER_IDLE + DAY, False),
        ("anna", LEARNER_STAYS - DAY, LEARNER_STAYS - SECOND, True),
        ("anna", LEARNER_STAYS - DAY, LEARNER_STAYS, False),
        ("coordinator", NOTHING, NOTHING, True),
        ("coordinator", NOTHING, STAFF_IDLE - SECOND, True),
        ("coordinator", NOTHING, STAFF_IDLE, False),
        ("coordinator", STAFF_IDLE - SECOND, STAFF_STAYS - SECOND, True),
        ("coordinator", STAFF_IDLE - SECOND, STAFF_STAYS, False),
        ("coordinator", STAFF_STAYS, STAFF_STAYS + SECOND, False),
    ],
)
"""Opened at NOW by somebody, last seen so much later, looked up so much later."""


def open_for(db: Session, cast: Cast, who: str, token: str) -> None:
    if who in cast.learners:
        browser_sessions.open_session(db, token, NOW, learner_id=cast.learners[who])
    else:
        browser_sessions.open_session(db, token, NOW, staff_id=cast.staff[who])
    db.flush()


@ENDINGS
def test_a_session_ends_when_it_is_idle_or_old(
    session: Session, cast: Cast, *, who: str, seen: timedelta, looked: timedelta, lives: bool
) -> None:
    open_for(session, cast, who, "token")
    browser_sessions.touch(session, "token", NOW + seen)
    assert (browser_sessions.find(session, "token", NOW + looked) is not None) is lives


@ENDINGS
def test_purging_takes_away_nothing_that_still_lives(
    session: Session, cast: Cast, *, who: str, seen: timedelta, looked: timedelta, lives: bool
) -> None:
    open_for(session, cast, who, "token")
    browser_sessions.touch(session, "token", NOW + seen)
    browser_sessions.purge(session, NOW + looked)
    assert (browser_sessions.find(session, "token", NOW + looked) is not None) is lives


@pytest.mark.parametrize("who", ["anna", "coordinator"])
def test_purging_leaves_no_dead_row(session: Session, cast: Cast, who: str) -> None:
    open_for(session, cast, who, "token")
    browser_sessions.purge(session, NOW + LEARNER_IDLE)
    assert session.scalars(select(BrowserSession)).all() == []


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (
            "anna",
            SignedIn(
                "learner",
                "?",
                "Anna",
                "learner",
                team="Team noord",
                municipality="Noorderdam",
                contact_name="Wil noord",
                contact_phone="0123-456 789",
                seen_at=NOW,
            ),
        ),
        (
            "zara",
            SignedIn(
                "learner",
                "?",
                "Zara",
                "learner",
                team="Team zuid",
                municipality="Zuiderveen",
                contact_name="Wil zuid",
                contact_phone="0123-456 789",
                seen_at=NOW,
            ),
        ),
        ("trainer", SignedIn("staff", "?", "Tom Noord", "trainer", seen_at=NOW)),
        ("admin", SignedIn("staff", "?", "Alie Beheer", "admin", seen_at=NOW)),
    ],
)
def test_one_look_tells_what_every_page_needs(
    session: Session, cast: Cast, who: str, expected: SignedIn
) -> None:
    open_for(session, cast, who, "token")
    found = browser_sessions.find(session, "token", NOW)
    assert found is not None
    assert found.id == (cast.learners.get(who) or str(cast.staff[who]))
    learner = session.get(Learner, found.id)
    here = {"team_id": learner.team_id, "municipality_id": learner.team.municipality_id} if learner else {}
    assert vars(found) == vars(expected) | {"id": found.id} | here


@pytest.mark.parametrize("token", ["", "Token", "token ", codes.hashed("token")])
def test_only_the_token_itself_opens_a_session(session: Session, cast: Cast, token: str) -> None:
    open_for(session, cast, "anna", "token")
    assert browser_sessions.find(session, token, NOW) is None


def sign_out_one(db: Session, _cast: Cast) -> None:
    browser_sessions.close(db, "anna's phone")


def sign_out_anna(db: Session, cast: Cast) -> None:
    browser_sessions.close_all(db, db.get_one(Learner, cast.learners["anna"]))


def sign_out_the_coordinator(db: Session, cast: Cast) -> None:
    browser_sessions.close_all(db, db.get_one(Staff, cast.staff["coordinator"]))


def disable_the_coordinator(db: Session, cast: Cast) -> None:
    db.get_one(Staff, cast.staff["coordinator"]).disabled_at = NOW
    db.flush()


def rename_anna(db: Session, cast: Cast) -> None:
    db.get_one(Learner, cast.learners["anna"]).name = "Annie"
    db.flush()


def sign_out_nobody(db: Session, _cast: Cast) -> None:
    browser_sessions.close(db, "a token that never was")


@pytest.mark.parametrize(
    ("happens", "ended"),
    [
        (sign_out_one, {"anna's phone"}),
        (sign_out_anna, {"anna's phone", "anna's laptop"}),
        (sign_out_the_coordinator, {"cora's laptop"}),
        (disable_the_coordinator, {"cora's laptop"}),
        (rename_anna, set()),
        (sign_out_nobody, set()),
    ],
)
def test_signing_out_ends_those_sessions_and_no_other(
    session: Session, cast: Cast, happens: Callable[[Session, Cast], None], ended: set[str]
) -> None:
    browsers = {
        "anna's phone": "anna",
        "anna's laptop": "anna",
        "bas's phone": "bas",
        "cora's laptop": "coordinator",
        "tom's laptop": "trainer",
    }
    for token, who in browsers.items():
        open_for(session, cast, who, token)
    happens(session, cast)
    assert {token for token in browsers if not browser_sessions.find(session, token, NOW)} == ended


@pytest.mark.parametrize("both", [True, False])
def test_a_session_is_of_exactly_one_person(session: Session, cast: Cast, both: bool) -> None:
    with pytest.raises(IntegrityError, match="one_person"):
        browser_sessions.open_session(
            session,
            "token",
            NOW,
            learner_id=cast.learners["anna"] if both else None,
            staff_id=cast.staff["trainer"] if both else None,
        )


def test_tokens_do_not_stand_in_the_database(
    database: Database, cast: Cast, on_disk: Callable[[], bytes]
) -> None:
    with database.writing() as db:
        open_for(db, cast, "anna", "kanarie-token")
        db.commit()
    assert codes.hashed("kanarie-token").encode() in on_disk()
    assert b"kanarie-token" not in on_disk()
