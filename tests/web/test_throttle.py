"""Rate limits: a class on one address gets in, one browser that guesses is stopped, memory stays bounded."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import pytest
from flask import Flask

from app.web.throttle import LIMITS, MOST_BUCKETS, Throttle
from tests.cast import Cast, Visitor
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
WRONG = "F7KT-2MWX-F7KT"
LEFT = 5


@pytest.mark.parametrize("action", LIMITS)
def test_a_bucket_holds_its_size_and_fills_up_evenly(action: str) -> None:
    limit, buckets = LIMITS[action], Throttle()
    assert [buckets.take(action, "a", 0) for _ in range(limit.size + 2)] == [True] * limit.size + [False] * 2
    one = limit.seconds / limit.size
    assert not buckets.take(action, "a", one * 0.9)
    assert buckets.take(action, "a", one * 1.1)
    assert not buckets.take(action, "a", one * 1.2)
    assert buckets.take(action, "b", one * 1.2)
    later = limit.seconds * 10
    assert sum(buckets.take(action, "a", later) for _ in range(limit.size + 5)) == limit.size


def test_a_clock_that_stands_still_or_goes_back_gives_nothing_away() -> None:
    buckets = Throttle()
    size = LIMITS["code of a browser"].size
    assert sum(buckets.take("code of a browser", "a", 100) for _ in range(size * 2)) == size
    assert not buckets.take("code of a browser", "a", 0)
    assert not buckets.take("code of a browser", "a", 100)


def test_the_memory_of_the_limiter_is_bounded_and_keeps_who_was_busy_last() -> None:
    buckets = Throttle()
    for number in range(MOST_BUCKETS * 2):
        buckets.take("code of a browser", str(number), 0)
    assert len(buckets.buckets) <= MOST_BUCKETS
    assert ("code of a browser", str(MOST_BUCKETS * 2 - 1)) in buckets.buckets


def test_a_flood_of_new_browsers_does_not_wipe_the_bucket_of_a_busy_guesser() -> None:
    buckets, size = Throttle(), LIMITS["code of everybody"].size
    allowed = 0
    for number in range(MOST_BUCKETS * 2):
        allowed += buckets.take("code of everybody", "", 0)
        buckets.take("code of a browser", str(number), 0)
    assert allowed == size


def test_a_class_of_sixty_phones_on_one_address_gets_in(app: Flask, cast: Cast) -> None:
    for number in range(60):
        phone = Visitor(app)
        entered = phone.post("/meedoen", code=cast.invitations["noord"])
        assert entered.status_code == 303, number
        form = Page(phone.get(entered.headers["Location"])).form()
        joined = phone.send(form.action, form.filled(name=f"Deelnemer {number}"))
        assert (joined.status_code, joined.headers["Location"]) == (303, "/inlogkaart?nieuw=1")


def tries_until_stopped(app: Flask, action: str, key: str, attempt: Callable[[int], int]) -> tuple[int, bool]:
    """Use all but five of a bucket up, and count how often ``attempt`` still gets through.

    Also tells whether that is as many as there should be: what was left, and what flowed in meanwhile.
    """
    limit, buckets, begin = LIMITS[action], app.extensions["throttle"], monotonic()
    for _ in range(limit.size - LEFT):
        buckets.take(action, key, begin)
    tries = 0
    while attempt(tries) != 429:
        tries += 1
        assert tries < limit.size
    flowed_in = (monotonic() - begin) * limit.size / limit.seconds
    return tries, LEFT <= tries <= LEFT + flowed_in


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/inloggen", {"code": WRONG}),
        ("/meedoen", {"code": "F7KT-2MWX"}),
        ("/inloggen/mail/code", {"code": "123456"}),
        ("/controle/F7KT2MWXF7KT", {}),
        ("/meedoen/F7KT2MWX", {}),
    ],
)
def test_one_browser_that_guesses_is_stopped_kindly(app: Flask, path: str, fields: dict[str, str]) -> None:
    visitor = Visitor(app)
    visitor.get("/inloggen")
    with visitor.client.session_transaction() as session:
        key = session["csrf_token"]

    def attempt(_: int) -> int:
        return (visitor.post(path, **fields) if fields else visitor.get(path)).status_code

    assert tries_until_stopped(app, "code of a browser", key, attempt) == (LEFT, True)
    answer = visitor.post("/inloggen", code=WRONG)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Wacht een minuut" in answer.text


def test_while_one_browser_is_stopped_the_others_on_that_address_get_in(app: Flask, cast: Cast) -> None:
    guesser = Visitor(app)
    while guesser.post("/inloggen", code=WRONG).status_code != 429:
        pass
    assert Visitor(app).post("/inloggen", code=cast.cards["bas"]).status_code == 303


def test_throwing_the_cookie_away_does_not_help_for_long(app: Flask) -> None:
    def attempt(_: int) -> int:
        return Visitor(app).post("/inloggen", code=WRONG).status_code

    assert tries_until_stopped(app, "code of an address", "127.0.0.1", attempt)[1]


@pytest.mark.parametrize("path", ["/controle/F7KT2MWXF7KT", "/meedoen/F7KT2MWX"])
def test_guessing_from_many_addresses_is_bounded_too(app: Flask, path: str) -> None:
    client = app.test_client(use_cookies=False)

    def attempt(number: int) -> int:
        return client.get(path, environ_overrides={"REMOTE_ADDR": f"10.0.0.{number}"}).status_code

    assert tries_until_stopped(app, "code of everybody", "", attempt)[1]


def test_a_forwarded_address_that_a_visitor_makes_up_changes_nothing(app: Flask) -> None:
    client = app.test_client(use_cookies=False)

    def attempt(number: int) -> int:
        return client.get(
            "/controle/F7KT2MWXF7KT", headers={"X-Forwarded-For": f"10.0.0.{number}"}
        ).status_code

    assert tries_until_stopped(app, "code of a browser", "127.0.0.1", attempt)[1]


def test_one_account_can_not_be_guessed_from_everywhere(app: Flask) -> None:
    def attempt(number: int) -> int:
        visitor = Visitor(app)
        visitor.client.environ_base["REMOTE_ADDR"] = f"10.0.0.{number}"
        return visitor.post("/medewerker/inloggen", email=" CORA@example.org", password="raden").status_code

    assert tries_until_stopped(app, "password of an account", "cora@example.org", attempt) == (LEFT, True)
    assert Visitor(app).post("/medewerker/inloggen", email="tom@example.org", password="x").status_code == 200


@pytest.mark.parametrize("who", ["anna", "nobody"])
def test_nobody_is_flooded_with_mail(app: Flask, who: str) -> None:
    visitor, statuses = Visitor(app), []
    for _ in range(LIMITS["mail of an account"].size + 1):
        visitor.get("/inloggen/mail")
        statuses.append(visitor.post("/inloggen/mail", email=f"{who}@example.org").status_code)
    assert statuses == [303] * LIMITS["mail of an account"].size + [429]
    assert visitor.post("/inloggen/mail", email="carla@example.org").status_code == 303


def test_answering_fast_is_fine_and_a_machine_is_stopped(app: Flask, arrive: Arrive, cast: Cast) -> None:
    bas, path = arrive("bas"), "/oefening/bal-tegen-de-schutting/onbekend"

    def attempt(_: int) -> int:
        return bas.send(path, {"stap": "0", "keuze": "a"}).status_code

    assert tries_until_stopped(app, "answer of a person", cast.learners["bas"], attempt)[1]
    assert arrive("carla").send(path, {"stap": "0", "keuze": "a"}).status_code == 404
