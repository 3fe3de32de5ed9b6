"""Forms that are not ours, and forms of ours that became old: only the second kind gets one more click."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from app.models.people import Learner
from tests.cast import Cast, Visitor
from tests.web.conftest import Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
OURS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


def name_of(app: Flask, cast: Cast, who: str) -> str:
    with app.extensions["database"].reading() as db:
        return db.get_one(Learner, cast.learners[who]).name


@pytest.mark.parametrize("site", ["cross-site", "same-site", "onzin"])
def test_what_a_browser_says_comes_from_elsewhere_is_refused_even_with_the_token(
    arrive: Arrive, rows: Callable[[], Rows], site: str
) -> None:
    visitor, before = arrive("bas"), rows()
    answer = visitor.client.post(
        "/mijn/naam",
        data={"csrf_token": visitor.csrf, "name": "Eva"},
        headers={"Sec-Fetch-Site": site, "Origin": "https://evil.example"},
    )
    assert answer.status_code == 403
    assert "andere website" in answer.text
    assert rows() == before


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost.evil.example", "http://localhost:81"]
)
def test_a_foreign_origin_is_refused(arrive: Arrive, rows: Callable[[], Rows], origin: str) -> None:
    visitor, before = arrive("bas"), rows()
    answer = visitor.client.post(
        "/mijn/naam", data={"csrf_token": visitor.csrf, "name": "Eva"}, headers={"Origin": origin}
    )
    assert answer.status_code == 403
    assert rows() == before


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "none"}, OURS, {"Origin": "http://localhost"}])
def test_a_form_of_ours_is_taken_with_and_without_those_headers(
    app: Flask, arrive: Arrive, cast: Cast, headers: dict[str, str]
) -> None:
    visitor = arrive("bas")
    data = {"csrf_token": visitor.csrf, "name": "Bastiaan"}
    assert visitor.client.post("/mijn/naam", data=data, headers=headers).status_code == 303
    assert name_of(app, cast, "bas") == "Bastiaan"


@pytest.mark.parametrize("token", ["", "onzin", "ImFiYyI.Zw.Zw", None])
@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "none"}],
    ids=str,
)
def test_without_token_and_without_a_browser_that_vouches_nothing_is_kept(
    arrive: Arrive, rows: Callable[[], Rows], token: str | None, headers: dict[str, str]
) -> None:
    visitor, before = arrive("bas"), rows()
    data = {"name": "Eva"} if token is None else {"name": "Eva", "csrf_token": token}
    answer = visitor.client.post("/mijn/naam", data=data, headers=headers)
    assert answer.status_code in {400, 403}
    assert 'value="Eva"' not in answer.text
    assert rows() == before


def test_an_old_form_of_ours_asks_for_one_more_click_and_keeps_what_was_typed(
    app: Flask, arrive: Arrive, cast: Cast
) -> None:
    visitor, typed = arrive("bas"), 'Bas & "Co" <b>'
    answer = visitor.client.post("/mijn/naam?a=1", data={"csrf_token": "old", "name": typed}, headers=OURS)
    assert answer.status_code == 400
    page = Page(answer)
    assert page.attributes("h1")
    assert "Nog één keer versturen" in page.text
    assert "<b>" not in answer.text
    form = page.form()
    assert (form.action.removesuffix("?"), form.fields["name"]) == ("/mijn/naam?a=1", typed)
    assert visitor.client.post(form.action, data=form.filled(), headers=OURS).status_code == 303
    assert name_of(app, cast, "bas") == typed


def test_the_one_more_click_never_carries_a_password(visitor: Visitor) -> None:
    answer = visitor.client.post(
        "/medewerker/inloggen",
        data={"csrf_token": "old", "email": "cora@example.org", "password": "kanarie-wachtwoord"},
        headers=OURS,
    )
    assert "kanarie-wachtwoord" not in answer.text
    assert Page(answer).form().fields["email"] == "cora@example.org"


def test_several_values_of_one_field_all_survive_the_one_more_click(arrive: Arrive) -> None:
    answer = arrive("admin").client.post(
        "/beheer/collega", data={"csrf_token": "old", "teams": ["1", "2"]}, headers=OURS
    )
    values = [a["value"] for a in Page(answer).attributes("input") if a["name"] == "teams"]
    assert values == ["1", "2"]


def test_the_token_of_one_browser_is_worth_nothing_in_another(
    arrive: Arrive, rows: Callable[[], Rows]
) -> None:
    anna, bas, before = arrive("anna"), arrive("bas"), rows()
    answer = bas.client.post("/mijn/naam", data={"csrf_token": anna.csrf, "name": "Eva"})
    assert answer.status_code == 400
    assert rows() == before


def test_a_token_in_the_address_counts_for_nothing(arrive: Arrive, rows: Callable[[], Rows]) -> None:
    visitor, before = arrive("bas"), rows()
    visitor.client.post("/mijn/naam", query_string={"csrf_token": visitor.csrf}, data={"name": "Eva"})
    assert rows() == before
