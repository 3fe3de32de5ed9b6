"""Practising a report without JavaScript: from a situation to the whole report, and what may go wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.content.library import Library
from app.content.report_coach import ReportCoach
from tests.cast import Cast, Visitor
from tests.web.conftest import Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
GOOD = (
    "Ik zag een man in het bushokje. Hij zei: “Ik wacht op mijn broer.”",
    "Woensdagavond om half acht, bij de bushalte.",
    "Ik vroeg of het ging.",
    "Ik bel het wijkteam.",
)
BAD = "Die rare man was waarschijnlijk verward. Meneer Jansen van nummer 9 zag ik ook."
NOT_KEPT = "Wat je hier typt, bewaren we niet."
MARKUP = "</textarea>\"'><script>kanarie</script>&amp;{{7*7}}"


@pytest.fixture
def coach(library: Library) -> ReportCoach:
    assert library.coach
    return library.coach


@pytest.fixture
def anna(arrive: Arrive) -> Visitor:
    return arrive("anna")


def path_of(coach: ReportCoach) -> str:
    return f"/melden-oefenen/{coach.situations[0].id}"


def write(visitor: Visitor, coach: ReportCoach, *texts: str, do: str = "kijk", step: int = 0) -> TestResponse:
    """Send these texts, with the last of them (or ``step``) in the field, and press a button."""
    fields = {f"tekst-{number}": text for number, text in enumerate(texts, 1)}
    return visitor.send(path_of(coach), {"stap": str(step or len(texts)), "doe": do, **fields})


def press(visitor: Visitor, page: Page, do: str, **typed: str) -> Page:
    """Fill in the form of this page and press a button that it has."""
    form = page.form()
    assert ("doe", do) in form.buttons or (do == "" and ("", "") in form.buttons), form.buttons
    return Page(visitor.send(form.action, form.filled(**typed, **({"doe": do} if do else {}))))


def test_from_a_situation_to_the_whole_report(anna: Visitor, coach: ReportCoach) -> None:
    page = Page(anna.get("/melden-oefenen"))
    assert page.heading == coach.title
    assert [link for link in page.links if link.startswith("/melden-oefenen/")] == [
        f"/melden-oefenen/{situation.id}" for situation in coach.situations
    ]
    page = Page(anna.get(path_of(coach)))
    for number, step in enumerate(coach.steps, 1):
        assert page.heading == step.title
        assert f"stap {number} van 4" in page.text
        assert step.question in page.text
        assert coach.situations[0].title in page.text
        page = press(anna, page, "", **{f"tekst_{number}": GOOD[number - 1]})
        assert page.heading == "De coach keek mee"
        assert "Mooi." in page.text
        page = press(anna, page, "verder")
    assert page.heading == "Jouw melding"
    for text in GOOD:
        assert text in page.text
    assert "Wanneer hoor ik iets?" in page.text
    assert {"/thuis", "/melden-oefenen"} <= set(page.links)


def test_the_coach_marks_says_why_and_lets_rewrite(anna: Visitor, coach: ReportCoach) -> None:
    page = Page(write(anna, coach, BAD))
    for kind in ("oordeel", "invulling", "diagnose", "herkenbaar"):
        assert coach.lists[kind].text in page.text
    for words in ("rare", "waarschijnlijk", "verward", "Meneer Jansen", "nummer 9"):
        assert f'<mark class="rewrite">{words}<' in page.html
    assert "Dit kan anders" in page.text
    assert page.form().fields["tekst-1"] == BAD
    better = press(anna, page, "kijk", tekst_1="Ik zag een man.")
    assert "<mark" not in better.html
    assert better.form().fields["tekst-1"] == "Ik zag een man."


def test_what_is_missing_is_said_and_stops_nobody(anna: Visitor, coach: ReportCoach) -> None:
    page = Page(write(anna, coach, GOOD[0], "Ergens."))
    assert "Dit mist nog" in page.text
    assert coach.lists["tijd"].text in page.text
    assert coach.lists["plek"].text in page.text
    assert press(anna, page, "verder").heading == coach.steps[2].title


def test_at_the_end_facts_stand_against_fill_ins(anna: Visitor, coach: ReportCoach) -> None:
    page = Page(
        write(
            anna,
            coach,
            f"{GOOD[0]} Hij was waarschijnlijk ziek.",
            *GOOD[1:3],
            "Weet ik nog niet.",
            do="verder",
        )
    )
    facts, fill_ins = page.html.split('id="feiten"')[1].split('id="invullingen"')
    assert "Ik zag een man in het bushokje." in facts
    assert "Ik vroeg of het ging." in facts
    assert 'Hij was <mark class="rewrite">waarschijnlijk<' in fill_ins
    assert "Weet ik nog niet." not in facts + fill_ins.split("</ul>")[0]
    assert coach.lists["wie"].text in page.text


def test_back_and_forth_loses_nothing_that_was_typed(anna: Visitor, coach: ReportCoach) -> None:
    page = Page(write(anna, coach, GOOD[0], do="verder"))
    page = press(anna, page, "stap-1", tekst_2="Half af")
    assert page.form().fields["tekst-1"] == GOOD[0]
    page = press(anna, page, "verder")
    assert page.heading == coach.steps[1].title
    assert page.form().fields["tekst-2"] == "Half af"
    end = Page(write(anna, coach, *GOOD, do="verder"))
    again = press(anna, end, "stap-2")
    assert again.form().fields == {
        **again.form().fields,
        **dict(zip(("tekst-1", "tekst-2", "tekst-3", "tekst-4"), GOOD, strict=True)),
    }


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b" * 0])
@pytest.mark.parametrize("do", ["kijk", "verder", ""])
def test_nothing_written_is_said_at_the_field(anna: Visitor, coach: ReportCoach, text: str, do: str) -> None:
    response = write(anna, coach, GOOD[0], text, do=do)
    page = Page(response)
    assert (response.status_code, page.heading) == (422, coach.steps[1].title)
    assert "Schrijf eerst iets op." in page.text
    assert "#tekst-2" in page.links
    assert page.form().fields["tekst-1"] == GOOD[0]


def test_a_text_that_is_too_long_is_kept_and_told_kindly(anna: Visitor, coach: ReportCoach) -> None:
    fits, long = "Ik zag iets. " * 76 + "Ik zag iets.", "Ik zag iets. " * 80
    assert write(anna, coach, fits).status_code == 200
    response = write(anna, coach, long)
    page = Page(response)
    assert response.status_code == 422
    assert "Je tekst is 1.040 tekens lang, en hier passen er 1.000." in page.text
    assert page.form().fields["tekst-1"] == long
    assert not any("maxlength" in attributes for attributes in page.attributes("textarea", "input"))


def test_line_breaks_count_once_and_stay(anna: Visitor, coach: ReportCoach) -> None:
    text = "\r\nIk zag\r\niets." + "\r\n" * 985
    response = write(anna, coach, text)
    assert response.status_code == 200
    assert Page(response).form().fields["tekst-1"] == text.replace("\r\n", "\n")


def test_a_report_with_a_hole_leads_back_to_the_hole(anna: Visitor, coach: ReportCoach) -> None:
    response = write(anna, coach, GOOD[0], "", *GOOD[2:], do="verder")
    assert (response.status_code, Page(response).heading) == (422, coach.steps[1].title)


@pytest.mark.parametrize("step", ["", "0", "5", "-1", "x", "1e3", "\u0661", "99999999999"])
@pytest.mark.parametrize("do", ["", "verder", "stap-", "stap-9", "iets"])
def test_an_unknown_step_or_button_gets_a_page(anna: Visitor, coach: ReportCoach, step: str, do: str) -> None:
    response = anna.send(path_of(coach), {"stap": step, "doe": do, "tekst-1": GOOD[0]})
    assert response.status_code == 200
    assert GOOD[0] in Page(response).form().fields.values()


def test_markup_is_shown_as_it_was_typed(anna: Visitor, coach: ReportCoach) -> None:
    for response in (
        write(anna, coach, f"Ik zag {MARKUP} raar"),
        write(anna, coach, MARKUP, MARKUP, do="verder"),
        write(anna, coach, *[f"raar {MARKUP}"] * 4, do="verder"),
    ):
        assert "<script>kanarie" not in response.text
        assert MARKUP in Page(response).text or MARKUP in Page(response).form().fields["tekst-1"]


def test_every_page_says_that_nothing_is_kept(anna: Visitor, coach: ReportCoach) -> None:
    pages = [
        anna.get("/melden-oefenen"),
        anna.get(path_of(coach)),
        write(anna, coach, ""),
        write(anna, coach, BAD),
        write(anna, coach, GOOD[0]),
        write(anna, coach, *GOOD, do="verder"),
    ]
    for response in pages:
        assert NOT_KEPT.replace("typt", "typte") in response.text or NOT_KEPT in response.text
        assert response.headers["Cache-Control"] == "no-store"
        assert "Location" not in response.headers
        assert response.status_code in {200, 422}
    for response in pages[1:-1]:
        (field,) = Page(response).attributes("textarea")
        assert (field["autocomplete"], field["spellcheck"], field["translate"]) == ("off", "false", "no")
        assert field["writingsuggestions"] == "false"
        assert "answer.js" not in response.text
        assert "data-answer" not in response.text


def test_no_page_reads_aloud_what_was_typed(anna: Visitor, coach: ReportCoach) -> None:
    """A voice may live in a cloud."""
    for response in (write(anna, coach, BAD), write(anna, coach, *GOOD, do="verder")):
        spoken = [a["data-speech"] for _, a in Page(response).elements if "data-speech" in a]
        assert [text for text in spoken if text != coach.situations[0].speech] == []
        assert "read-aloud.js" not in response.text


def test_nothing_is_written_and_the_cookie_stays_the_same(
    anna: Visitor, coach: ReportCoach, rows: Callable[[], Rows], written: Callable[[], tuple[int, int]]
) -> None:
    cookie, before, stamp = anna.client.get_cookie("pluis"), rows(), written()
    for response in (
        write(anna, coach, BAD),
        write(anna, coach, BAD, do="verder"),
        write(anna, coach, *GOOD, do="verder"),
        write(anna, coach, "x" * 2000),
    ):
        assert "Set-Cookie" not in response.headers
    assert (anna.client.get_cookie("pluis"), rows(), written()) == (cookie, before, stamp)


def test_the_link_of_an_author_leads_there(anna: Visitor, coach: ReportCoach, library: Library) -> None:
    response = anna.get(f"/oefening/{coach.id}")
    assert (response.status_code, response.headers["Location"]) == (302, "/melden-oefenen")
    for lesson in ("goed-melden", "de-meldroute"):
        html = "".join(part.html for part in library.lessons[lesson].parts)
        assert f'href="/oefening/{coach.id}"' in html
        assert "Schrijfoefening" in html
    assert "/melden-oefenen" in Page(anna.get("/thuis")).links


@pytest.mark.parametrize("path", ["/melden-oefenen/nergens", "/oefening/nergens"])
def test_what_is_not_there_is_not_found(anna: Visitor, path: str) -> None:
    assert anna.get(path).status_code == 404
    assert anna.send(path, {"stap": "1", "tekst-1": "x"}).status_code == 404


def test_without_a_coach_there_is_no_exercise(own_app: Flask, cast: Cast, library: Library) -> None:
    own_app.extensions["library"]._library = replace(library, coach=None)
    anna = Visitor(own_app).enter(cast, "anna")
    assert anna.get("/melden-oefenen").status_code == 404
    assert anna.get("/oefening/meld-oefenaar").status_code == 404
    assert "/melden-oefenen" not in Page(anna.get("/thuis")).links
