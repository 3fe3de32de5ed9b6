"""Printing in a real browser: the way to a card and a booklet, and their pages looked at as pictures."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from app.content.card import Card
from app.content.library import load_library
from app.services import demo
from tests.browser.conftest import DESKTOP, PHONE, NewPage, NewViewer
from tests.browser.hands import next_page
from tests.browser.people import Volunteer, does_lesson, does_questions
from tests.browser.screen import Screen
from tests.browser.screens import SCREENS
from tests.browser.site import ROOT, Site
from tests.paper import A4, A4_ON_ITS_SIDE, Paper

CARDS = list(load_library(ROOT).cards.values())
SMALLEST = 13.95
"""Points; browsers round."""

SHEETS = [screen for screen in SCREENS if screen.endpoint == "printing.card"]


def paper_behind(page: Page, name: str | re.Pattern[str]) -> Paper:
    """The PDF that a link leads to, as this browser gets it."""
    link = page.get_by_role("link", name=name).first
    response = page.request.get(link.get_attribute("href") or "")
    assert response.headers["content-type"] == "application/pdf"
    return Paper(response.body())


@pytest.mark.parametrize("screen", SHEETS, ids=lambda screen: screen.name)
def test_a_page_with_a_card_prints_on_two_sides_of_one_sheet(new_viewer: NewViewer, screen: Screen) -> None:
    viewer = new_viewer(viewport=DESKTOP)
    page = viewer.show(screen)
    card = viewer.site.library.cards[screen.args["card_id"]]
    paper = Paper(page.pdf(prefer_css_page_size=True, format="A4"))
    assert paper.sheets == [A4_ON_ITS_SIDE if card.shape == "liggend" else A4] * 2
    assert paper.smallest >= SMALLEST
    assert paper.outside(7) == []
    assert "Open de PDF" not in paper.text
    assert "Hulp nodig" not in paper.text
    for number, side in enumerate(card.sides):
        for block in side.blocks:
            assert block.title in paper.texts[number]


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_the_pages_of_a_card_look_as_they_should(new_viewer: NewViewer, card: Card) -> None:
    """White where a printer can't print, ink in every quarter, and nothing that costs a cartridge."""
    viewer = new_viewer(viewport=DESKTOP)
    viewer.become("learner")
    response = viewer.page.request.get(f"/kaarten/{card.id}.pdf")
    paper = Paper(response.body())
    width, height = paper.sheets[0]
    for number in range(2):
        picture = paper.picture(number)
        quarters = [
            picture.cut(x, y, x + width / 2, y + height / 2) for x in (0, width / 2) for y in (0, height / 2)
        ]
        assert all(0.02 < quarter.ink < 0.25 for quarter in quarters), [quarter.ink for quarter in quarters]
        if card.shape != "vouwkaart":  # there the lines to fold along run to the edge
            assert picture.cut(0, 0, width, 6).ink == picture.cut(0, height - 6, width, height).ink == 0
            assert picture.cut(0, 0, 6, height).ink == picture.cut(width - 6, 0, width, height).ink == 0
    if card.shape == "vouwkaart":
        folded = paper.picture(0)
        assert folded.cut(104.5, 30, 105.5, 130).ink > 0.05
        assert folded.cut(10, 148, 95, 149).ink > 0.05


def test_the_pages_of_a_booklet_look_as_they_should(new_viewer: NewViewer) -> None:
    """Black and white, a street under the cover, and on every page words within the margins."""
    viewer = new_viewer(viewport=DESKTOP)
    viewer.become("learner")
    lesson = viewer.site.library.modules[0].lessons[0]
    paper = Paper(viewer.page.request.get(f"/les/{lesson.id}/boekje.pdf").body())
    assert len(paper.sheets) > 5
    assert paper.picture(0).cut(0, 280, 210, 297).ink > 0.2
    for number in range(len(paper.sheets)):
        picture = paper.picture(number)
        assert picture.colours == set()
        assert 0.005 < picture.cut(25, 20, 185, 285).ink < 0.3
        if number:
            assert picture.cut(0, 0, 24, 297).ink == 0
            assert picture.cut(186, 0, 210, 297).ink == 0


@pytest.mark.parametrize("java_script", [True, False])
def test_a_volunteer_prints_a_card_and_a_lesson(
    new_page: NewPage, site: Site, volunteer: Volunteer, java_script: bool
) -> None:
    lesson = site.library.modules[0].lessons[0]
    with site.database.writing() as db:
        does_questions(db, site.library, volunteer, site.library.modules[0], "t0")
        does_lesson(db, volunteer, lesson)
        db.commit()
    page = new_page(PHONE, volunteer, java_script_enabled=java_script)
    page.goto("/thuis")
    with next_page(page):
        page.get_by_role("link", name="Bekijk de kaarten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kaarten voor onderweg")
    with next_page(page):
        page.get_by_role("link", name="Bekijk de signaalkaart").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Signaalkaart")
    expect(page.get_by_role("button", name="Druk deze bladzijde af")).to_be_visible(visible=java_script)
    assert paper_behind(page, "Open de PDF").title == "Signaalkaart"
    page.goto(f"/les/{lesson.id}/klaar")
    booklet = paper_behind(page, "Druk deze les af als boekje")
    assert booklet.title == lesson.title
    assert "Antwoorden" in booklet.text
    page.goto("/kaarten")
    page.get_by_text("Boekjes van Wijkveiligheid").click()
    other = site.library.modules[0].lessons[1]
    assert "Antwoorden" not in paper_behind(page, re.compile(re.escape(other.title))).text


def test_staff_print_for_a_team(new_viewer: NewViewer) -> None:
    viewer = new_viewer(viewport=DESKTOP)
    viewer.become("trainer")
    page = viewer.page
    page.goto("/medewerker/team/1")
    with next_page(page):
        page.get_by_role("link", name="Naar het drukwerk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Drukwerk")
    card = paper_behind(page, "Open de PDF van de loopkaart")
    who, reach, *_ = demo.FOLLOW_UP["niet-pluis"]
    assert f"Wie: {who} Contact: {reach}" in card.text
    module = paper_behind(page, "De hele module in één boekje")
    assert "Wat staat waar?" in module.text
    assert "Antwoorden" in module.texts[1]
