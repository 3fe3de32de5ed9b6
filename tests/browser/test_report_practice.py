"""Practising a report in a browser: it keeps nothing, and what is typed is not lost by accident either."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Dialog, Page, Request, expect

from app.services import browser_sessions
from tests.browser.conftest import DESKTOP, PHONE, NewPage
from tests.browser.hands import Finger, Hands, Keys, next_main
from tests.browser.people import Volunteer, give_cookie, signed_in
from tests.browser.site import Site
from tests.browser.watch import Watch

ANSWERS = (
    "Ik zag een man in het bushokje. Hij was waarschijnlijk ziek.",
    "Woensdag om half acht, bij de bushalte.",
    "Ik vroeg of het ging.",
    "Ik bel het wijkteam.",
)
OFFLINE = (
    "console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED",
    "failed: net::ERR_INTERNET_DISCONNECTED",
)
KEPT = """async () => [
  Object.entries(localStorage), Object.entries(sessionStorage), await caches.keys(),
  (await indexedDB.databases()).map((each) => each.name), location.search, location.hash,
  JSON.stringify(history.state).includes("zag"),
]"""
"""Everything that this browser would still know after the page is gone."""


@dataclass
class Report:
    """The exercise on the page, and every request that came over with some of what was typed."""

    page: Page
    hands: Hands
    carried: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("requestfinished", self._look_at)

    def _look_at(self, request: Request) -> None:
        if "bushokje" in f"{request.url} {request.post_data} {request.headers}":
            self.carried.append(request)

    def begin(self) -> None:
        self.page.goto("/melden-oefenen")
        self.hands.press(self.page.locator("main").get_by_role("link", name="De man bij de bushalte"))

    def write(self, text: str) -> None:
        self.hands.write(self.page.locator("textarea"), text)

    def press(self, button: str) -> None:
        self.hands.swap(self.page.locator("main").get_by_role("button", name=button))

    def stands_on(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def holds(self, text: str) -> None:
        expect(self.page.locator("textarea")).to_have_value(text)

    def to_the_end(self) -> None:
        for number, answer in enumerate(ANSWERS, 1):
            self.write(answer)
            self.press("Laat de coach kijken")
            self.stands_on("De coach keek mee")
            self.press("Naar je melding" if number == len(ANSWERS) else "Verder")
        self.stands_on("Jouw melding")


@pytest.fixture
def report(page: Page) -> Report:
    report = Report(page, Finger(page))
    report.begin()
    return report


def is_whole(page: Page) -> None:
    facts, fill_ins = page.locator(".facts-and-fill-ins > section").all()
    expect(facts).to_contain_text("Ik zag een man in het bushokje.")
    expect(fill_ins.locator("mark")).to_contain_text("waarschijnlijk")
    for answer in ANSWERS:
        expect(page.locator(".report")).to_contain_text(answer)


def test_from_a_lesson_to_the_whole_report_on_a_phone(page: Page, site: Site, report: Report) -> None:
    lesson = site.library.lessons["goed-melden"]
    part = next(part for part in lesson.parts if "/oefening/meld-oefenaar" in part.html)
    page.goto(f"/les/{lesson.id}/{part.id}")
    report.hands.press(page.get_by_role("link", name="De meld-oefenaar"))
    report.stands_on("De meld-oefenaar")
    report.hands.press(page.locator("main").get_by_role("link", name="De man bij de bushalte"))
    report.to_the_end()
    is_whole(page)
    report.press("Stap 1")
    report.holds(ANSWERS[0])
    expect(page.locator("mark")).to_contain_text("waarschijnlijk")


def test_without_javascript(new_page: NewPage, volunteer: Volunteer) -> None:
    page = new_page(PHONE, volunteer, java_script_enabled=False)
    report = Report(page, Finger(page))
    report.begin()
    report.to_the_end()
    is_whole(page)


def test_with_nothing_but_the_keys(new_page: NewPage, volunteer: Volunteer) -> None:
    page = new_page(DESKTOP, volunteer)
    report = Report(page, Keys(page))
    report.begin()
    report.to_the_end()
    is_whole(page)


def test_what_is_typed_goes_to_our_page_alone_and_stays_nowhere(page: Page, report: Report) -> None:
    cookies, kept = page.context.cookies(), page.evaluate(KEPT)
    report.to_the_end()
    assert (page.context.cookies(), page.evaluate(KEPT)) == (cookies, kept)
    assert len(report.carried) == 2 * len(ANSWERS)
    assert {(request.method, request.url) for request in report.carried} == {("POST", page.url)}


def test_without_network_the_text_stays_and_nothing_is_sent(report: Report, watch: Watch) -> None:
    page = report.page
    report.write(ANSWERS[0])
    page.context.set_offline(True)
    page.get_by_role("button", name="Laat de coach kijken").click()
    expect(page.get_by_role("status")).to_contain_text("Geen verbinding. Je tekst staat nog hier.")
    report.holds(ANSWERS[0])
    page.context.set_offline(False)
    assert report.carried == []
    report.press("Laat de coach kijken")
    report.stands_on("De coach keek mee")
    watch.expect(*OFFLINE)


def test_who_is_signed_out_meanwhile_keeps_the_text(
    report: Report, site: Site, volunteer: Volunteer, watch: Watch
) -> None:
    """In another tab they sign in again; then the text of before goes on."""
    page = report.page
    report.write(ANSWERS[0])
    with site.database.writing() as db:
        browser_sessions.close(db, volunteer.token)
        token = signed_in(db, learner_id=volunteer.id)
        db.commit()
    page.get_by_role("button", name="Laat de coach kijken").click()
    expect(page.get_by_role("status")).to_contain_text("Je bent niet meer ingelogd.")
    report.holds(ANSWERS[0])
    give_cookie(page.context, site.url, token)
    report.press("Laat de coach kijken")
    report.stands_on("De coach keek mee")
    report.holds(ANSWERS[0])
    watch.expect_status(400)


def test_without_javascript_one_more_click_sends_the_text_of_before(
    new_page: NewPage, site: Site, volunteer: Volunteer, watch: Watch
) -> None:
    page = new_page(PHONE, volunteer, java_script_enabled=False)
    report = Report(page, Finger(page))
    report.begin()
    report.write(ANSWERS[0])
    with site.database.writing() as db:
        token = signed_in(db, learner_id=volunteer.id)
        db.commit()
    give_cookie(page.context, site.url, token)
    report.press("Laat de coach kijken")
    report.stands_on("Nog één keer versturen")
    report.press("Verstuur opnieuw")
    report.holds(ANSWERS[0])
    watch.expect_status(400)


def test_leaving_with_a_text_is_asked_about(report: Report) -> None:
    page, asked = report.page, list[str]()

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("textarea").click()
    page.get_by_role("link", name="Andere situatie").click()
    report.stands_on("De meld-oefenaar")  # there was nothing to lose
    report.begin()
    page.locator("textarea").click()
    page.keyboard.type("Ik zag iets.")
    page.get_by_role("link", name="Andere situatie").click()
    report.holds("Ik zag iets.")
    assert asked == ["beforeunload"]
    report.press("Laat de coach kijken")
    report.stands_on("De coach keek mee")
    assert asked == ["beforeunload"]


def test_back_and_forward_show_every_step_with_the_newest_texts(report: Report) -> None:
    page = report.page
    report.write("Eerst dit.")
    report.press("Laat de coach kijken")
    report.write(ANSWERS[0])
    report.press("Verder")
    report.write("Half af")
    for title in ("De coach keek mee", "Wat merkte je?"):
        page.go_back()
        report.stands_on(title)
        report.holds(ANSWERS[0])
    page.go_forward()
    page.go_forward()
    report.stands_on("Wanneer en waar?")
    report.holds("Half af")
    page.go_back()
    report.write("Ik zag iets anders.")
    report.press("Verder")
    report.stands_on("Wanneer en waar?")
    report.holds("Half af")
    report.press("← Vorige stap")
    report.holds("Ik zag iets anders.")


def test_a_mistake_leads_to_its_field_and_back_still_works(report: Report, watch: Watch) -> None:
    page = report.page
    report.press("Laat de coach kijken")
    watch.expect_status(422)
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("textarea")).to_be_focused()
    report.write(ANSWERS[0])
    report.press("Laat de coach kijken")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page).to_have_title("De coach keek mee · Wat merkte je? · De meld-oefenaar · Pluis")
    page.go_back()
    report.holds(ANSWERS[0])


def test_without_javascript_a_reload_sends_the_same_again(new_page: NewPage, volunteer: Volunteer) -> None:
    page = new_page(PHONE, volunteer, java_script_enabled=False)
    report = Report(page, Finger(page))
    report.begin()
    report.write(ANSWERS[0])
    report.press("Laat de coach kijken")
    report.press("Verder")
    page.reload()
    report.stands_on("Wanneer en waar?")
    report.press("← Vorige stap")
    report.holds(ANSWERS[0])


def test_letters_can_be_made_larger_in_every_step(report: Report) -> None:
    page = report.page
    for _ in range(2):
        page.locator("main").get_by_role("button", name="Grote letters", exact=True).click()
        expect(page.locator("html")).to_have_attribute("data-text", "groot")
        page.locator("main").get_by_role("button", name="Gewone letters").click()
        report.write(ANSWERS[0])
        report.press("Laat de coach kijken")
        report.press("Verder")


def test_two_clicks_are_one_look(report: Report) -> None:
    report.write(ANSWERS[0])
    with next_main(report.page):
        report.page.get_by_role("button", name="Laat de coach kijken").dblclick()
    report.stands_on("De coach keek mee")
    report.holds(ANSWERS[0])
    assert len(report.carried) == 1
