"""No network, an impatient finger, a page left open: an answer is never lost, and never counts twice."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select

from app.content.lesson import Lesson, Part
from app.models.learning import Answer
from app.models.measurement import Administration, Response
from app.services import browser_sessions
from tests.browser.conftest import PHONE, NewPage
from tests.browser.hands import next_page
from tests.browser.people import Volunteer, give_cookie, signed_in
from tests.browser.site import Site
from tests.browser.watch import Watch

OFFLINE = (
    "console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED",
    "failed: net::ERR_INTERNET_DISCONNECTED",
)


@dataclass
class Question:
    """The first question of a lesson, and what has been stored of it."""

    page: Page
    site: Site
    who: Volunteer
    lesson: Lesson
    part: Part

    def open(self) -> None:
        self.page.goto(f"/les/{self.lesson.id}/{self.part.id}")

    def choose(self, number: int = 0) -> None:
        self.page.locator("label.option").nth(number).click()

    def send(self) -> None:
        self.page.get_by_role("button", name="Kijk na").click()

    def is_answered(self) -> None:
        expect(self.page.locator(f"section#{self.part.questions[0].id}")).to_contain_text("Jouw antwoord")

    def is_open(self) -> None:
        expect(self.page.locator(f"fieldset#{self.part.questions[0].id}")).to_be_visible()

    def stored(self) -> list[str]:
        with self.site.database.reading() as db:
            return list(db.scalars(select(Answer.code).filter_by(learner_id=self.who.id)))


@pytest.fixture
def question(page: Page, site: Site, volunteer: Volunteer) -> Question:
    lesson = site.library.modules[0].lessons[0]
    part = next(part for part in lesson.parts if part.questions)
    question = Question(page, site, volunteer, lesson, part)
    question.open()
    return question


def test_without_network_the_choice_stays_and_is_sent_later(question: Question, watch: Watch) -> None:
    page = question.page
    question.choose()
    page.context.set_offline(True)
    question.send()
    notice = page.get_by_role("status")
    expect(notice).to_have_text("Geen verbinding. Je antwoord staat nog hier. We proberen het opnieuw.")
    expect(page.locator("label.option input").first).to_be_checked()
    question.send()  # an impatient finger
    assert question.stored() == []
    page.context.set_offline(False)
    question.is_answered()
    assert len(question.stored()) == 1
    watch.expect(*OFFLINE)


def test_an_answer_that_arrived_while_its_reply_got_lost_counts_once(
    question: Question, watch: Watch
) -> None:
    """The worst moment: the server has it, the phone does not know."""
    page = question.page
    lost = []

    def lose_reply(route: Route) -> None:
        route.fetch(max_redirects=0)
        lost.append(route.request.url)
        route.abort("connectionreset")

    page.route("**/antwoord", lose_reply, times=1)
    question.choose()
    question.send()
    expect(page.get_by_role("status")).to_contain_text("Geen verbinding")
    assert len(question.stored()) == len(lost) == 1
    question.is_answered()  # after a pause it tries again by itself
    assert len(question.stored()) == 1
    watch.expect("net::ERR_CONNECTION_RESET")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_double_click_stores_one_answer(question: Question, new_page: NewPage, javascript: bool) -> None:
    question.page = new_page(PHONE, question.who, java_script_enabled=javascript)
    question.open()
    question.choose()
    with next_page(question.page):
        question.page.get_by_role("button", name="Kijk na").dblclick()
    question.is_answered()
    assert len(question.stored()) == 1


def test_reloading_while_the_reply_is_under_way_loses_nothing(question: Question) -> None:
    page = question.page
    held = []

    def hold_reply(route: Route) -> None:
        route.fetch(max_redirects=0)
        held.append(route)

    page.route("**/antwoord", hold_reply)
    question.choose()
    with page.expect_request("**/antwoord"):
        question.send()
    while not held:
        page.wait_for_timeout(20)
    page.reload()
    question.is_answered()
    assert len(question.stored()) == len(held) == 1


def test_reloading_after_an_answer_sends_nothing_again(question: Question) -> None:
    question.choose()
    with next_page(question.page):
        question.send()
    question.page.reload()
    question.is_answered()
    assert len(question.stored()) == 1


def test_back_after_an_answer_shows_it_and_another_try_counts_too(question: Question) -> None:
    page = question.page
    page.goto("/thuis")
    question.open()
    question.choose(0)
    with next_page(page):
        question.send()
    question.is_answered()
    page.go_back()
    page.go_forward()
    question.is_answered()
    with next_page(page):
        page.get_by_role("link", name="Nog een keer proberen").click()
    question.choose(1)
    with next_page(page):
        question.send()
    question.is_answered()
    first, second = question.stored()
    assert first != second


def test_a_page_left_open_over_night_can_still_be_answered(question: Question) -> None:
    """In the morning the server was started anew; everything in its memory is gone."""
    question.choose()
    question.site.restart()
    with next_page(question.page):
        question.send()
    question.is_answered()
    assert len(question.stored()) == 1


def test_a_form_of_before_signing_in_again_is_sent_with_one_more_click(
    question: Question, watch: Watch
) -> None:
    """In another tab the same person signed in anew: the form holds the token of before."""
    page, site = question.page, question.site
    question.choose()
    with site.database.writing() as db:
        token = signed_in(db, learner_id=question.who.id)
        browser_sessions.close(db, question.who.token)
        db.commit()
    give_cookie(page.context, site.url, token)
    with next_page(page):
        question.send()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één keer versturen")
    watch.expect_status(400)
    with next_page(page):
        page.get_by_role("button", name="Verstuur opnieuw").click()
    question.is_answered()
    assert len(question.stored()) == 1


def test_back_in_the_questions_changes_an_answer_and_keeps_the_earlier_one(
    page: Page, site: Site, volunteer: Volunteer
) -> None:
    module = site.library.modules[0]
    page.goto(f"/vragen/{module.id}/start")
    with next_page(page):
        page.get_by_role("button", name="Begin").click()
    answers = []
    for number in (0, 1):
        option = page.locator("label.option").nth(number)
        answers.append(option.locator("input").get_attribute("value"))
        option.click()
        with next_page(page):
            page.get_by_role("button", name="Verder").click()
        expect(page.locator("#hoever")).to_contain_text("Vraag 2 van")
        if number == 0:
            with next_page(page):
                page.go_back()
            expect(page.locator("#hoever")).to_contain_text("Vraag 1 van")
            expect(page.get_by_role("radio", checked=True)).to_have_value(answers[0] or "")
    with site.database.reading() as db:
        query = select(Response.code).join(Administration).filter_by(subject=volunteer.subject)
        assert list(db.scalars(query.order_by(Response.id))) == answers
