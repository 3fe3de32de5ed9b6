"""Looking at a street on a phone and at a desk, and telling what was there by finger and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.models.learning import Observation
from tests.browser.conftest import DESKTOP, PHONE, NewPage
from tests.browser.hands import Finger, Hands, Keys
from tests.browser.people import Volunteer
from tests.browser.site import Site
from tests.browser.watch import Watch

DRAWN = "img => img.complete && img.naturalWidth === 1200 && img.getBoundingClientRect().width"


@pytest.mark.parametrize("hands", [Finger, Keys])
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_home_through_the_street_to_what_was_filled_in(
    site: Site, new_page: NewPage, volunteer: Volunteer, watch: Watch, *, hands: type[Hands], javascript: bool
) -> None:
    page = new_page(PHONE, volunteer, java_script_enabled=javascript)
    mine, test = hands(page), site.library.observations["straat-overdag"]  # type: ignore[call-arg]
    page.goto("/thuis")
    mine.press(page.locator("main").get_by_role("link", name=test.title))
    mine.press(page.get_by_role("link", name="Kijk naar de tekening"))
    mine.press(page.get_by_role("link", name="Ik heb genoeg gezien"))
    mine.press(page.get_by_role("link", name="Ik heb ze genoemd"))
    mine.press(page.get_by_role("button", name="Klaar"))
    expect(page.get_by_role("alert")).to_contain_text("Niets aangekruist?")
    watch.expect_status(422)
    for name in ("Er stond een fiets tegen een heg.", "Een man wachtte op iemand."):
        mine.choose(page.get_by_role("checkbox", name=name))
    mine.press(page.get_by_role("button", name="Klaar"))
    expect(page.locator("main .lead")).to_have_text(
        "Je noemde één van de negen dingen die er waren. En je vulde één ding in."
    )
    expect(page.get_by_role("region", name="Ingevuld")).to_contain_text("weet alleen hij")
    mine.press(page.get_by_role("link", name="Nog een proef: Het plein, in de avond"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Het plein, in de avond")
    with site.database.reading() as db:
        told = db.query(Observation).filter_by(learner_id=volunteer.id).one()
        assert (told.mode, told.codes) == ("picture", ["u01", "u10"])


@pytest.mark.parametrize("street", ["straat-overdag", "plein-in-de-avond"])
def test_a_phone_shows_both_halves_from_edge_to_edge_and_a_desk_the_whole(
    new_page: NewPage, volunteer: Volunteer, street: str
) -> None:
    page = new_page(PHONE, volunteer)
    page.goto(f"/waarnemen/{street}/kijken")
    halves = page.locator(".street img")
    expect(halves.locator("visible=true")).to_have_count(2)
    assert halves.first.evaluate(DRAWN) == PHONE["width"]
    page.set_viewport_size(DESKTOP)
    expect(halves.locator("visible=true")).to_have_count(1)
    assert halves.first.evaluate(DRAWN) > 900
    alone = page.request.get(page.locator(".street a").get_attribute("href") or "")
    assert (alone.status, alone.headers["content-type"].partition(";")[0]) == (200, "image/svg+xml")


def test_two_quick_clicks_are_one_observation(site: Site, page: Page, volunteer: Volunteer) -> None:
    page.goto("/waarnemen/straat-overdag/aankruisen")
    page.locator("main label").first.click()
    with page.expect_navigation(url="**/uitslag/*"):
        page.get_by_role("button", name="Klaar").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat jij nog wist")
    with site.database.reading() as db:
        assert db.query(Observation).filter_by(learner_id=volunteer.id).count() == 1
