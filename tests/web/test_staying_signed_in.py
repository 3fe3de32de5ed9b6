"""How long a browser stays signed in, and where somebody gets after signing in: never outside Pluis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from app.models.access import BrowserSession
from app.models.people import Learner, Staff
from app.services import browser_sessions, codes
from tests.cast import Cast, Visitor
from tests.web.conftest import MODULE
from tests.web.page import Page
from tests.web.test_sessions import is_in

Arrive = Callable[[str], Visitor]


@pytest.mark.parametrize(
    ("who", "away", "stays"),
    [
        ("bas", timedelta(days=29, hours=23), True),
        ("bas", timedelta(days=30, hours=1), False),
        ("coordinator", timedelta(hours=7, minutes=50), True),
        ("coordinator", timedelta(hours=8, minutes=10), False),
    ],
)
def test_a_browser_that_was_away_too_long_signs_in_again(
    arrive: Arrive, who: str, away: timedelta, stays: bool
) -> None:
    visitor = arrive(who)
    with time_machine.travel(datetime.now(UTC) + away, tick=False):
        assert is_in(visitor) is stays


@pytest.mark.parametrize(
    ("who", "step", "end"),
    [
        ("bas", timedelta(days=20), timedelta(days=90)),
        ("coordinator", timedelta(hours=5), timedelta(hours=12)),
    ],
)
def test_even_a_busy_browser_ends_some_day(arrive: Arrive, who: str, step: timedelta, end: timedelta) -> None:
    visitor, start = arrive(who), datetime.now(UTC)
    for number in range(1, 6):
        with time_machine.travel(start + number * step, tick=False):
            assert is_in(visitor) is (number * step < end)


def test_being_seen_is_noted_once_an_hour(app: Flask, arrive: Arrive) -> None:
    visitor, start, notes = arrive("bas"), datetime.now(UTC), set()
    for minutes in (10, 20, 70, 80, 90):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            visitor.get("/hulp")
        with app.extensions["database"].reading() as db:
            notes.add(db.get_one(BrowserSession, codes.hashed("browser-of-bas")).seen_at)
    assert len(notes) == 2


def test_a_page_left_open_overnight_still_saves(app: Flask, arrive: Arrive, cast: Cast) -> None:
    visitor = arrive("bas")
    form = Page(visitor.get("/mijn")).form("/mijn/naam")
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=10), tick=False):
        assert visitor.client.post(form.action, data=form.filled(name="Bastiaan")).status_code == 303
    with app.extensions["database"].reading() as db:
        assert db.get_one(Learner, cast.learners["bas"]).name == "Bastiaan"


def test_old_browsers_are_thrown_away(app: Flask) -> None:
    with app.extensions["database"].writing() as db:
        browser_sessions.purge(db, datetime.now(UTC) + timedelta(days=91))
        assert db.query(BrowserSession).count() == 0
        assert db.query(Staff).count() == 5


# Where to after signing in


@pytest.mark.parametrize("path", ["/mijn", f"/vragen/{MODULE}/start", "/les/waarom-lopen-wij"])
def test_after_signing_in_somebody_gets_where_they_were_going(
    visitor: Visitor, cast: Cast, path: str
) -> None:
    assert visitor.get(path).headers["Location"] == "/inloggen"
    assert visitor.post("/inloggen", code=cast.cards["bas"]).headers["Location"] == path
    visitor.get("/mijn")
    assert visitor.post("/inloggen", code=cast.cards["bas"]).headers["Location"] == "/thuis"


def test_nobody_is_sent_to_a_page_that_is_not_for_them(visitor: Visitor, cast: Cast) -> None:
    visitor.get("/beheer/")
    assert visitor.post("/inloggen", code=cast.cards["bas"]).headers["Location"] == "/thuis"


@pytest.mark.parametrize("name", ["next", "go_on", "url", "return_to", "redirect"])
@pytest.mark.parametrize(
    "where", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_address_of_others_is_ever_the_way_on(visitor: Visitor, cast: Cast, name: str, where: str) -> None:
    visitor.client.get("/thuis", query_string={name: where})
    visitor.get("/inloggen")
    answer = visitor.client.post(
        "/inloggen",
        query_string={name: where},
        data={"csrf_token": visitor.csrf, "code": cast.cards["bas"], name: where},
    )
    assert answer.headers["Location"] == "/thuis"


@pytest.mark.parametrize(
    "path", ["//evil.example/thuis", "///evil.example", "/%2f%2fevil.example", "/\\evil.example"]
)
def test_a_strange_path_never_leads_away(visitor: Visitor, cast: Cast, path: str) -> None:
    answer = visitor.client.get("/", environ_overrides={"PATH_INFO": path, "REQUEST_URI": path})
    assert "evil" not in answer.headers.get("Location", "").removeprefix("http://localhost/")[:1]
    assert not answer.headers.get("Location", "").startswith(("//", "/\\", "http://evil", "https://evil"))
    assert visitor.post("/inloggen", code=cast.cards["bas"]).headers["Location"] == "/thuis"
