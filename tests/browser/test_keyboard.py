"""With nothing but the keys: the whole way, and the odd corners where a keyboard gets lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, NewPage
from tests.browser.hands import Keys, next_page
from tests.browser.people import open_invitation
from tests.browser.site import Site
from tests.browser.watch import Watch
from tests.browser.way import Way


def test_from_the_front_door_to_the_certificate_with_keys_alone(site: Site, new_page: NewPage) -> None:
    page = new_page(DESKTOP)
    keys = Keys(page)
    way = Way(page, keys, site.library)
    module = site.library.modules[0]
    exercise = next(each for each in site.library.scenarios.values() if each.module == module.id)

    way.joins(open_invitation(site), "Bert")
    way.answers_questions()
    way.does_lessons()
    way.plays(exercise.title)
    code = way.rounds_off("Bert")
    way.signs_out()
    way.checks(code)
    assert keys.skips > 100  # nearly every page was entered through the skip link


def test_the_skip_link_comes_first_and_leads_past_the_menu(page: Page) -> None:
    page.goto("/thuis")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main .button").first).to_be_focused()


def test_shift_tab_walks_back_the_same_way(page: Page) -> None:
    page.goto("/mijn")
    seen = []
    for key in ("Tab", "Shift+Tab"):
        row = []
        for _ in range(12):
            page.keyboard.press(key)
            row.append(str(page.evaluate("document.activeElement.outerHTML")))
        seen.append(row)
    there, back = seen
    assert back[:11] == there[:11][::-1]


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/", "Code van je team"),
        ("/inloggen", "Code op je inlogkaart"),
        ("/medewerker/inloggen", "E-mailadres"),
        ("/controle", "Controlecode"),
    ],
)
def test_a_mistake_is_told_first_and_leads_to_its_field(new_page: NewPage, path: str, label: str) -> None:
    page = new_page(DESKTOP)
    page.goto(path)
    page.get_by_label(label).focus()
    with next_page(page):
        page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(summary.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("abc")
    expect(page.get_by_label(label)).to_have_value(re.compile("abc", re.IGNORECASE))


def test_a_question_without_an_answer_leads_to_its_answers(page: Page, site: Site, watch: Watch) -> None:
    lesson = site.library.modules[0].lessons[0]
    part = next(part for part in lesson.parts if part.questions)
    page.goto(f"/les/{lesson.id}/{part.id}")
    Keys(page).press(page.get_by_role("button", name="Kijk na"))
    watch.expect_status(422)
    expect(page.get_by_role("alert")).to_be_focused()
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    expect(page.get_by_role("radio").first).to_be_focused()
