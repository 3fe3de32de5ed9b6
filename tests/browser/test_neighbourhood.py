"""A coordinator fills in the map, with a finger and with keys alone; a volunteer of the team finds it."""

from __future__ import annotations

import re
from secrets import token_urlsafe

import pytest
from playwright.sync_api import Page, expect

from app.models.people import Role
from app.services import codes, enrolment, teams
from tests.browser.conftest import DESKTOP, PHONE, NewPage
from tests.browser.hands import Finger, Hands, Keys
from tests.browser.people import Volunteer, give_cookie, now, signed_in
from tests.browser.site import Site
from tests.browser.watch import Watch
from tests.cast import SECRET


def new_team(site: Site) -> tuple[int, str, str]:
    """A team of its own with a coordinator and a volunteer: its id, and the tokens of the two."""
    with site.database.writing() as db:
        name = token_urlsafe(6)
        team = teams.add_team(db, teams.municipalities(db)[0], f"Team {name}", "Cor", "0123-456 750")
        staff = teams.add_staff(
            db, "Cor", f"{name}@example.org", role=Role.COORDINATOR, teams=[team], now=now()
        )
        invitation = enrolment.invite(db, team.id, codes.new(codes.INVITATION_LENGTH), now())
        learner = enrolment.join(db, invitation, "Wim", key=name, secret=SECRET.encode(), now=now())
        enrolment.choose_consent(db, learner.id, True, "test", now())
        made = team.id, signed_in(db, staff_id=staff.id), signed_in(db, learner_id=learner.id)
        db.commit()
    return made


def fills_in(page: Page, hands: Hands, team_id: int) -> None:
    """From the page of the team to a map in which one kind has somebody and nothing is missing there."""
    page.goto(f"/medewerker/team/{team_id}")
    hands.press(page.get_by_role("link", name="Opvolgkaart"))
    kinds = page.locator("tbody tr").count()
    expect(page.locator("main")).to_contain_text(f"0 van de {kinds} ingevuld, {kinds} gaten")
    hands.press(page.get_by_role("link", name=re.compile("Vul in.*Jongeren")))
    hands.write(page.get_by_label("Hoe bereik je die?"), "0123-456 714")
    hands.press(page.get_by_role("button", name="Opslaan"))
    expect(page.get_by_role("alert")).to_contain_text("Vul in wie het oppakt.")
    expect(page.get_by_label("Hoe bereik je die?")).to_have_value("0123-456 714")
    hands.write(page.get_by_label("Wie pakt het op?"), "Jayden van het jongerenwerk")
    hands.write(page.get_by_label("Wie neemt het over"), "een collega")
    hands.write(page.get_by_label("Binnen hoeveel werkdagen"), "5")
    hands.press(page.get_by_role("button", name="Opslaan"))
    expect(page.get_by_role("status").first).to_have_text("✓ De opvolgkaart is bijgewerkt.")
    expect(page.locator("main")).to_contain_text(f"1 van de {kinds} ingevuld, {kinds - 1} gaten")


@pytest.mark.parametrize("way", ["finger", "keys", "no JavaScript"])
def test_what_a_coordinator_fills_in_a_volunteer_can_call(
    site: Site, new_page: NewPage, watch: Watch, way: str
) -> None:
    team_id, coordinator, volunteer = new_team(site)
    page = new_page(DESKTOP if way == "keys" else PHONE, java_script_enabled=way != "no JavaScript")
    give_cookie(page.context, site.url, coordinator)
    fills_in(page, Keys(page) if way == "keys" else Finger(page), team_id)
    watch.expect_status(422)
    if way == "no JavaScript":
        expect(page.get_by_role("button", name="Afdrukken")).to_have_count(0)
    phone = new_page(PHONE, Volunteer("", "Wim", "", volunteer), java_script_enabled=way != "no JavaScript")
    hands = Keys(phone) if way == "keys" else Finger(phone)
    phone.goto("/thuis")
    hands.press(phone.get_by_role("link", name="Wie pakt het op?"))
    card = phone.get_by_role("region", name="Jongeren op straat")
    expect(card).to_contain_text("Jayden van het jongerenwerk")
    expect(card.get_by_role("link", name="0123-456 714")).to_have_attribute("href", "tel:0123456714")
    expect(phone.get_by_role("region", name="Overlast tussen buren")).to_contain_text("Meestal is dat")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_below_a_lesson_stands_how_to_reach_whom_it_named(
    site: Site, new_page: NewPage, volunteer: Volunteer, javascript: bool
) -> None:
    lesson, part = next(
        (lesson, part)
        for lesson in site.library.lessons.values()
        for part in lesson.parts
        if "{opvolger.wijkagent}" in part.html and "{opvolger.jongerenwerk}" in part.html
    )
    page = new_page(PHONE, volunteer, java_script_enabled=javascript)
    page.goto(f"/les/{lesson.id}/{part.id}")
    number = page.locator("main").get_by_role("link", name="0123-456 711")
    expect(number).to_be_hidden()
    page.locator("summary", has_text="Zo bereik je jullie opvolgers").click()
    expect(number).to_be_visible()
    expect(number).to_have_attribute("href", "tel:0123456711")
