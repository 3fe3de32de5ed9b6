"""Every route, method and kind of visitor, generated from the map of the application.

What should happen follows from the rule that the route declares and from whose thing its address names.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from app.content.library import Library
from tests.cast import Cast, Visitor
from tests.web.conftest import MODULE, Rows
from tests.web.page import words_of
from tests.web.routes import BODIES, VISITORS, Cell, body, cells, expected, rule_for


def outcome(browser: Visitor, cell: Cell, fields: dict[str, str]) -> str:
    options = {"data": {"csrf_token": browser.csrf, **fields}} if cell.method == "POST" else {}
    answer = browser.client.open(cell.path, method=cell.method, **options)
    answer.close()
    signing_in = {("learner", "/inloggen"), ("signed in", "/inloggen"), ("staff", "/medewerker/inloggen")}
    if (cell.rule.kind, answer.headers.get("Location")) in signing_in:
        return "sign in"
    return "in" if answer.status_code < 400 else str(answer.status_code)


def table(lines: list[tuple[Cell, str, str]]) -> str:
    """The squares that are wrong, to read."""
    rows = [f"{'':40} {'method':8}{'visitor':18}{'thing of':9}{'should be':10}is"]
    rows += [
        f"{cell.endpoint:40} {cell.method:8}{cell.visitor:18}{cell.side:9}{should:10}{did}"
        for cell, should, did in lines
    ]
    return "\n".join(["", *rows])


def test_everybody_gets_exactly_where_the_rules_let_them(
    app: Flask,
    cast: Cast,
    library: Library,
    start_over: Callable[[], None],
    written: Callable[[], tuple[int, int]],
) -> None:
    browsers = {who: Visitor(app).enter(cast, who) for who in VISITORS}
    browsers["anonymous"].get("/inloggen")
    cookies = {who: browser.client.get_cookie("pluis").value for who, browser in browsers.items()}  # type: ignore[union-attr]
    wrong = []
    for cell in cells(app, cast, library):
        browser, should, before = browsers[cell.visitor], expected(cell), written()
        did = outcome(browser, cell, body(cell.endpoint, library) if cell.method == "POST" else {})
        if did != should:
            wrong.append((cell, should, did))
        may_change = cell.method == "POST" and should == "in"
        if written() != before and not may_change:
            wrong.append((cell, should, "changed something"))
        if written() != before or may_change:
            start_over()
        browser.client.set_cookie("pluis", cookies[cell.visitor])
    assert not wrong, table(wrong)


def test_each_square_of_the_matrix_is_there(app: Flask, cast: Cast, library: Library) -> None:
    seen = {(cell.endpoint, cell.method, cell.visitor) for cell in cells(app, cast, library)}
    assert {endpoint for endpoint, _, _ in seen} == set(app.view_functions)
    assert {visitor for _, _, visitor in seen} == set(VISITORS)
    posts = {endpoint for endpoint, method, _ in seen if method == "POST"}
    assert set(BODIES) <= posts, f"gone: {set(BODIES) - posts}"


@pytest.mark.parametrize("who", ["coordinator", "admin"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/medewerker/team/{noord}/uitnodiging/{code}"),
        ("POST", "/medewerker/team/{noord}/uitnodiging/{code}/intrekken"),
        ("GET", "/medewerker/team/{noord}/kaart/{zara}"),
        ("POST", "/medewerker/team/{noord}/kaart/{zara}"),
    ],
)
def test_a_thing_of_one_team_is_not_found_by_way_of_another(
    arrive: Callable[[str], Visitor], cast: Cast, who: str, method: str, path: str
) -> None:
    visitor = arrive(who)
    address = path.format(
        noord=cast.teams["noord"], code=cast.invitations["zuid"], zara=cast.learners["zara"]
    )
    data = {"csrf_token": visitor.csrf} if method == "POST" else None
    assert visitor.client.open(address, method=method, data=data).status_code == 404


@pytest.mark.parametrize("who", ["anna", "coordinator", "trainer", "researcher"])
def test_no_page_says_anything_of_the_other_team(
    app: Flask, arrive: Callable[[str], Visitor], cast: Cast, library: Library, who: str
) -> None:
    canaries = ("zara", "team zuid", "wil zuid", "zuiderveen", cast.invitations["zuid"].lower())
    visitor, pages = arrive(who), 0
    for cell in cells(app, cast, library):
        if (
            cell.endpoint != "static"
            and cell.method == "GET"
            and cell.visitor == who
            and cell.side == "noord"
            and expected(cell) == "in"
        ):
            text = words_of(visitor.get(cell.path, buffered=True)).lower()
            pages += 1
            assert [canary for canary in canaries if canary in text] == [], cell.path
    assert pages > 10


def test_a_route_without_a_rule_is_refused(own_app: Flask, cast: Cast) -> None:
    own_app.add_url_rule("/vergeten", "forgotten", lambda: "geheim", methods=["GET", "POST"])
    for who in ("anonymous", "anna", "admin"):
        visitor = Visitor(own_app).enter(cast, who)
        visitor.get("/inloggen")
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            data = {"csrf_token": visitor.csrf} if method == "POST" else None
            answer = visitor.client.open("/vergeten", method=method, data=data)
            assert (answer.status_code, "geheim" in answer.text) == (403, False)
    with pytest.raises(AssertionError, match="forgotten does not declare"):
        rule_for(own_app, "forgotten")


@pytest.mark.parametrize("who", ["anonymous", "anna", "admin"])
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PUT", "/thuis", 405),
        ("DELETE", "/mijn/wissen", 405),
        ("GET", "/meedoen", 405),
        ("TRACE", "/", 405),
        ("GET", "/bestaat-niet", 404),
        ("GET", "/static/../config.py", 404),
        ("GET", "/.git/config", 404),
    ],
)
def test_what_is_not_there_is_refused_with_a_page(
    arrive: Callable[[str], Visitor], who: str, method: str, path: str, status: int
) -> None:
    answer = arrive(who).client.open(path, method=method)
    assert answer.status_code == status
    assert answer.text.startswith("<!doctype html>")


@pytest.mark.parametrize(
    "path", ["/mijn/wissen", f"/evaluatie/{MODULE}", "/toestemming", f"/certificaat/{MODULE}"]
)
def test_looking_ahead_with_head_changes_nothing(
    arrive: Callable[[str], Visitor], rows: Callable[[], Rows], path: str
) -> None:
    before = rows()
    assert arrive("anna").client.head(path).status_code == 200
    assert rows() == before


def test_only_these_doors_are_open_to_everybody(app: Flask) -> None:
    opened = {endpoint for endpoint in app.view_functions if rule_for(app, endpoint).kind == "anyone"}
    assert opened == {
        "static",
        *(
            f"public.{page}"
            for page in ("front", "help", "privacy", "accessibility", "health", "security_txt")
        ),
        *(f"accounts.{page}" for page in ("sign_in", "card", "mail", "mail_code", "staff_sign_in")),
        *(f"accounts.{page}" for page in ("choose_password", "sign_out")),
        *("joining.enter_code", "joining.join"),
        *("certificates.verify", "certificates.checked"),
    }
    of_staff = {endpoint for endpoint in app.view_functions if rule_for(app, endpoint).kind == "staff"}
    groups = {endpoint.partition(".")[0] for endpoint in of_staff}
    assert groups == {"staff", "admin", "neighbourhood", "printing", "film_counts"}
    assert {
        endpoint for endpoint in app.view_functions if endpoint.startswith("neighbourhood.")
    } - of_staff == {"neighbourhood.who"}
    signed_in = {endpoint for endpoint in app.view_functions if rule_for(app, endpoint).kind == "signed in"}
    assert signed_in == {"films.file"}
