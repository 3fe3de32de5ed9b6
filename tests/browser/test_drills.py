"""A round of a drill in a real browser: by finger, by keys, with a bad network, and read aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from sqlalchemy import select

from app.content.drill import ROUND, Drill
from app.models.learning import DrillAnswer
from tests.browser.conftest import DESKTOP, PHONE, NewPage
from tests.browser.hands import Finger, Hands, Keys, next_page
from tests.browser.people import Volunteer
from tests.browser.site import Site
from tests.browser.test_lost_network import OFFLINE
from tests.browser.test_reading import reader, said
from tests.browser.watch import Watch


@dataclass
class Case:
    """The case that is next in a drill, and what has been stored of the drill."""

    page: Page
    site: Site
    who: Volunteer
    drill: Drill

    def open(self) -> None:
        self.page.goto(f"/rondje/{self.drill.id}/nu")

    def options(self) -> Locator:
        return self.page.locator("fieldset.question").get_by_role("radio")

    def choose(self) -> None:
        self.page.locator("label.option").first.click()

    def check(self) -> Locator:
        return self.page.get_by_role("button", name="Kijk na")

    def is_answered(self, number: int = 1) -> None:
        expect(self.page).to_have_url(re.compile(f"/rondje/{self.drill.id}/antwoord/{number}$"))
        expect(self.page.locator(".option.chosen")).to_contain_text("Jouw antwoord")
        expect(self.page.locator(".option.chosen .why")).to_be_visible()

    def stored(self) -> list[str]:
        with self.site.database.reading() as db:
            return list(db.scalars(select(DrillAnswer.case).filter_by(learner_id=self.who.id)))


@pytest.fixture
def drill(site: Site) -> Drill:
    return next(drill for drill in site.library.drills.values() if drill.module == site.library.modules[0].id)


@pytest.fixture
def case(page: Page, site: Site, volunteer: Volunteer, drill: Drill) -> Case:
    case = Case(page, site, volunteer, drill)
    case.open()
    return case


def does_a_round(case: Case, hands: Hands) -> None:
    """From home through five cases and back home."""
    page = case.page
    main = page.locator("main")
    page.goto("/thuis")
    hands.press(main.get_by_role("link", name=re.compile(f"^{case.drill.title}")))
    expect(page.get_by_role("heading", level=1)).to_have_text(case.drill.title)
    hands.press(main.get_by_role("link", name="Begin"))
    for number in range(1, ROUND + 1):
        expect(page.locator(".part-nav")).to_contain_text(f"Situatie {number} van {ROUND}")
        hands.choose(case.options().nth(number % case.options().count()))
        hands.press(case.check())
        case.is_answered(number)
        last = number == ROUND
        hands.press(
            main.get_by_role(
                "link", name="Naar het einde" if last else f"Volgende ({number + 1} van {ROUND})"
            )
        )
    expect(page.locator("main")).to_contain_text(case.drill.goal)
    expect(main.get_by_role("link", name="Nog een rondje")).to_be_visible()
    hands.press(main.get_by_role("link", name="Naar thuis"))
    expect(main.get_by_role("link", name=re.compile(f"^{case.drill.title}"))).to_contain_text("1 keer")
    assert len(set(case.stored())) == len(case.stored()) == ROUND


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_round_on_a_phone(
    site: Site, volunteer: Volunteer, drill: Drill, new_page: NewPage, javascript: bool
) -> None:
    page = new_page(PHONE, volunteer, java_script_enabled=javascript)
    does_a_round(Case(page, site, volunteer, drill), Finger(page))


def test_a_round_with_keys_alone(site: Site, volunteer: Volunteer, drill: Drill, new_page: NewPage) -> None:
    page = new_page(DESKTOP, volunteer)
    does_a_round(Case(page, site, volunteer, drill), Keys(page))


def test_without_a_choice_the_keys_are_led_to_the_answers(case: Case, watch: Watch) -> None:
    Keys(case.page).press(case.check())
    watch.expect_status(422)
    expect(case.page.get_by_role("alert")).to_be_focused()
    for key in ("Tab", "Enter", "Tab"):
        case.page.keyboard.press(key)
    expect(case.page.locator("fieldset.question input:focus")).to_have_count(1)
    assert case.stored() == []


def test_without_network_the_choice_stays_and_is_sent_later(case: Case, watch: Watch) -> None:
    case.choose()
    case.page.context.set_offline(True)
    case.check().click()
    expect(case.page.get_by_role("status")).to_contain_text("Je antwoord staat nog hier.")
    expect(case.options().first).to_be_checked()
    case.page.context.set_offline(False)
    case.is_answered()
    assert len(case.stored()) == 1
    watch.expect(*OFFLINE)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_double_click_is_one_answer(case: Case, new_page: NewPage, javascript: bool) -> None:
    case.page = new_page(PHONE, case.who, java_script_enabled=javascript)
    case.open()
    case.choose()
    with next_page(case.page):
        case.check().dblclick()
    case.is_answered()
    assert len(case.stored()) == 1


def test_reloading_while_the_reply_is_under_way_loses_neither_the_answer_nor_its_why(case: Case) -> None:
    """The page then shows the next case; one link leads back to what was answered."""
    held: list[Route] = []

    def hold_reply(route: Route) -> None:
        if route.request.method != "POST":
            route.fallback()
            return
        route.fetch(max_redirects=0)
        held.append(route)

    case.page.route("**/nu", hold_reply)
    case.choose()
    with case.page.expect_request(lambda request: request.method == "POST"):
        case.check().click()
    while not held:
        case.page.wait_for_timeout(20)
    case.page.reload()
    expect(case.page.locator(".part-nav")).to_contain_text(f"Situatie 2 van {ROUND}")
    case.page.get_by_role("link", name="← Vorige situatie").click()
    case.is_answered()
    assert len(case.stored()) == len(held) == 1


def test_back_after_an_answer_goes_on_and_never_counts_twice(case: Case) -> None:
    case.page.goto(f"/rondje/{case.drill.id}")
    case.open()
    case.choose()
    with next_page(case.page):
        case.check().click()
    case.is_answered()
    case.page.go_back()
    expect(case.page.locator(".part-nav")).to_contain_text(f"Situatie 2 van {ROUND}")
    case.page.go_forward()
    case.is_answered()
    assert len(case.stored()) == 1


def test_the_voice_reads_the_case_the_question_and_what_there_is_to_choose(case: Case) -> None:
    button = reader(case.page, "nl-NL")
    case.open()
    button.click()
    for _ in range(60):
        if button.get_attribute("aria-pressed") == "false":
            break
        case.page.evaluate("sayIt()")
    aloud = " ".join(said(case.page))
    assert aloud.startswith(case.page.get_by_role("heading", level=1).inner_text())
    assert case.drill.question in aloud
    texts = [text.strip() for text in case.page.locator("label.option").all_inner_texts()]
    places = [aloud.index(text.split(".")[0].split(" 0")[0].split(" 1")[0]) for text in texts]
    assert places == sorted(places)
    assert places[0] > aloud.index(case.drill.question)
