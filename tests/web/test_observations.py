"""Looking and telling without JavaScript: from home, through the street, to what was filled in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from app.content.library import Library
from app.content.observation import ObservationTest
from app.models.learning import Observation
from tests.cast import Cast, Visitor
from tests.web.conftest import Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]


@pytest.fixture
def street(library: Library) -> ObservationTest:
    return library.observations["straat-overdag"]


def open_page(visitor: Visitor, path: str) -> Page:
    response = visitor.get(path)
    assert response.status_code == 200, path
    return Page(response)


@pytest.mark.parametrize(("vorm", "mode"), [("tekening", "picture"), ("tekst", "text")])
def test_the_whole_way_from_home_to_the_result(
    app: Flask, arrive: Arrive, street: ObservationTest, vorm: str, mode: str
) -> None:
    bas, path = arrive("bas"), f"/waarnemen/{street.id}"
    bas.post("/toestemming", keuze="ja")
    home = open_page(bas, "/thuis")
    assert path in home.links
    assert "✓ gedaan" not in home.text
    assert f"{path}/kijken?vorm={vorm}" in open_page(bas, path).links
    look = open_page(bas, f"{path}/kijken?vorm={vorm}")
    assert (street.html in look.html) is (vorm == "tekst")
    assert f"{path}/vertellen?vorm={vorm}" in look.links
    tell = open_page(bas, f"{path}/vertellen?vorm={vorm}")
    assert "Noem drie feiten." in tell.text
    assert f"{path}/aankruisen?vorm={vorm}" in tell.links
    form = open_page(bas, f"{path}/aankruisen?vorm={vorm}").form()
    assert sorted(form.choices["gezien"]) == [statement.code for statement in street.statements]
    told = bas.send(form.action, form.filled(gezien=["u01", "u03", "u04"]))
    assert told.status_code == 303
    result = open_page(bas, told.headers["Location"])
    assert "Je noemde twee van de negen dingen die er waren. En je vulde één ding in." in result.text
    for statement in street.statements:
        assert statement.feedback_html in result.html
    assert "/waarnemen/plein-in-de-avond" in result.links
    assert "/les/kijken-is-een-vak" in result.links
    with app.extensions["database"].reading() as db:
        row = db.query(Observation).order_by(Observation.made_at.desc()).first()
        assert (row.mode, row.codes) == (mode, ["u01", "u03", "u04"])
    assert "✓ gedaan" in open_page(bas, "/thuis").text
    assert told.headers["Location"] in open_page(bas, path).links


def test_a_group_without_anything_in_it_is_not_there(arrive: Arrive, street: ObservationTest) -> None:
    bas, path = arrive("bas"), f"/waarnemen/{street.id}/aankruisen"
    there = [statement.code for statement in street.statements if statement.was_there]
    seen = Page(bas.get(bas.send(path, {"gezien": there}).headers["Location"]))
    assert ("Ingevuld" in seen.text, "Gemist" in seen.text, "Gezien" in seen.text) == (False, False, True)
    assert "Je noemde alle negen dingen die er waren. Je vulde niets in." in seen.text


def test_nothing_ticked_is_asked_about_once_and_then_fine(
    arrive: Arrive, rows: Callable[[], Rows], street: ObservationTest
) -> None:
    bas, path, before = arrive("bas"), f"/waarnemen/{street.id}/aankruisen", rows()
    form = open_page(bas, f"{path}?vorm=tekst").form()
    first = bas.send(form.action, form.filled())
    assert first.status_code == 422
    assert "Niets aangekruist?" in first.text
    assert rows() == before
    again = Page(first).form()
    assert (again.fields["key"], again.fields["vorm"]) == (form.fields["key"], "tekst")
    second = bas.send(again.action, again.filled())
    assert second.status_code == 303
    result = Page(bas.get(second.headers["Location"]))
    assert "Je kruiste niets aan. Dan vul je ook niets in." in result.text
    assert "Gemist" in result.text


def test_codes_that_do_not_exist_are_as_good_as_nothing(arrive: Arrive, street: ObservationTest) -> None:
    bas, path = arrive("bas"), f"/waarnemen/{street.id}/aankruisen"
    assert bas.send(path, {"gezien": ["u99", "<b>", "x" * 500]}).status_code == 422
    told = bas.send(path, {"gezien": ["u01", "u01", "u99", "<b>kanarie"], "vorm": "geur"})
    result = bas.get(told.headers["Location"])
    assert "Je noemde één van de negen dingen" in result.text
    assert "kanarie" not in result.text


def test_the_order_is_of_the_person_and_stays(arrive: Arrive, street: ObservationTest) -> None:
    def order(who: str) -> list[str]:
        return Page(arrive(who).get(f"/waarnemen/{street.id}/aankruisen")).form().choices["gezien"]

    assert order("bas") == order("bas")
    assert order("bas") != order("carla")
    assert order("bas") != sorted(order("bas"))


@pytest.mark.parametrize(
    "path", ["/waarnemen/bestaat-niet", "/waarnemen/bal-tegen-de-schutting", "/waarnemen/straat-overdag/x"]
)
def test_what_is_no_observation_test_is_not_found(arrive: Arrive, path: str) -> None:
    assert arrive("bas").get(path).status_code == 404


def test_a_result_is_of_the_one_who_told_it(arrive: Arrive, cast: Cast, library: Library) -> None:
    test, other = list(library.observations)[:2]
    mine = f"/waarnemen/{test}/uitslag/{cast.observations['anna']}"
    assert arrive("anna").get(mine).status_code == 200
    assert arrive("zara").get(mine).status_code == 404
    assert arrive("anna").get(mine.replace(test, other)).status_code == 404


def test_a_link_to_an_exercise_leads_to_the_street(arrive: Arrive, street: ObservationTest) -> None:
    bas = arrive("bas")
    response = bas.get(f"/oefening/{street.id}")
    assert (response.status_code, response.headers["Location"]) == (302, f"/waarnemen/{street.id}")
    assert f'href="/oefening/{street.id}"' in bas.get("/les/kijken-is-een-vak/onthoud").text


def test_what_was_told_is_in_what_somebody_can_download(arrive: Arrive, street: ObservationTest) -> None:
    bas = arrive("bas")
    bas.send(f"/waarnemen/{street.id}/aankruisen", {"gezien": ["u02"], "vorm": "tekst"})
    kept = bas.get("/mijn/bestand").json["waarnemingsproeven"]  # type: ignore[index]
    assert [(each["proef"], each["vorm"], each["aangekruist"]) for each in kept] == [
        (street.id, "text", ["u02"])
    ]
