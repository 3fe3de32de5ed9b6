"""The whole way of a volunteer, step by step, for whatever hands: what is on each page and where it leads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from app.content.library import Library
from tests.browser.hands import Hands

MOST_PAGES = 200


@dataclass
class Way:
    page: Page
    hands: Hands
    library: Library
    responses: int = field(default=0, init=False)
    """How many questions of an instrument were answered or skipped so far."""
    choices: int = field(default=0, init=False)
    """How many choices were made in exercises so far."""

    # What is on a page.

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def link(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("link", name=name)

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label)

    def stands_on(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(title))

    def goes_home(self) -> None:
        self.hands.press(self.page.get_by_role("banner").get_by_role("link", name="Thuis"))
        self.stands_on("Dag ")

    # The steps.

    def joins(self, invitation: str, name: str) -> None:
        """Front door → code → name → card → consent → home."""
        self.page.goto("/")
        self.hands.write(self.field("Code van je team"), invitation)
        self.hands.press(self.button("Meedoen"))
        self.stands_on("Welkom bij Buurtteam")
        self.hands.write(self.field("Je voornaam of bijnaam"), name)
        self.hands.press(self.button("Verder"))
        self.stands_on(f"Dit is je inlogkaart, {name}")
        expect(self.page.get_by_role("img", name="QR-code om in te loggen")).to_be_visible()
        self.hands.press(self.link("Ik heb hem, verder"))
        self.stands_on("Mogen je antwoorden meetellen")
        self.hands.press(self.button("Ja, ze mogen meetellen"))
        self.stands_on(f"Dag {name}")

    def answers_questions(self, *, closing: bool = False) -> None:
        """The start or closing questions; the second one is skipped."""
        self.hands.press(self.link("Naar de slotvragen" if closing else "Naar de startvragen"))
        self.hands.press(self.button("Begin"))
        number = 0
        while self.page.locator("fieldset.question").count():
            number += 1
            expect(self.page.locator("#hoever")).to_have_text(re.compile(f"Vraag {number} van"))
            if number == 2:
                self.hands.press(self.button("Sla over"))
                continue
            self.hands.choose(self.options().nth(number % self.options().count()))
            self.hands.press(self.button("Verder"))
        self.stands_on("Dat waren de vragen")
        expect(self.page.locator("main")).to_contain_text("Je sloeg 1 vraag over")
        self.hands.press(self.button("Klaar"))
        self.responses += number

    def does_lessons(self) -> None:
        """All lessons, each by the button that home or the end of the one before offers."""
        lessons = self.library.modules[0].lessons
        self.hands.press(self.link("Begin met deze les"))
        for lesson in lessons:
            self.does_lesson()
            if lesson != lessons[-1]:
                self.hands.press(self.page.locator("main .actions .button").first)
        self.goes_home()

    def does_lesson(self) -> None:
        """From its first part to “Les … is klaar”."""
        for _ in range(MOST_PAGES):
            if self.page.url.endswith("/klaar"):
                self.stands_on(r"Les \d+ is klaar")
                return
            self.answers_part()
            self.hands.press(self.button("Verder"))
        raise AssertionError(f"no end to the lesson at {self.page.url}")

    def answers_part(self) -> None:
        """Every open question and task of this part; afterwards each says why."""
        while (form := self.page.locator("form[data-answer]").first).count():
            groups = form.locator("fieldset").all()
            for number, group in enumerate(groups):
                radios = group.get_by_role("radio")
                self.hands.choose(radios.nth((number + len(groups)) % radios.count()))
            ids = [group.get_attribute("id") for group in groups]
            self.hands.press(self.button("Kijk na"))
            answered = self.page.locator(f"section#{ids[0]}, section#uitslag").first
            expect(answered.locator(".why").first).to_be_visible()
            expect(answered).to_contain_text(re.compile("Jouw antwoord|goed"))

    def plays(self, title: str) -> None:
        """An exercise to its end; then another choice at its first step, and to that end."""
        self.hands.press(self.link(title))
        self.stands_on(title)
        self.hands.press(self.button("Begin"))
        self.to_the_end(0)
        self.hands.press(self.button("Probeer hier een andere keuze").first)
        self.to_the_end(1)
        self.hands.press(self.link("Verder"))
        self.stands_on("Dag ")

    def to_the_end(self, choice: int) -> None:
        """Make this choice in every scene, and read what came of it."""
        for _ in range(MOST_PAGES):
            if not self.page.locator("form[data-answer]").count():
                expect(self.page.get_by_role("heading", name="Jouw keuzes")).to_be_visible()
                return
            self.hands.choose(self.options().nth(choice % self.options().count()))
            self.hands.press(self.button("Dit doe ik"))
            self.stands_on("Wat er gebeurt")
            expect(self.page.locator(".feedback")).to_be_visible()
            self.choices += 1
            self.hands.press(self.page.locator("main .actions .button"))
        raise AssertionError(f"no end to the exercise at {self.page.url}")

    def rounds_off(self, name: str) -> str:
        """Closing questions → what was right → evaluation → certificate; tells its code."""
        self.answers_questions(closing=True)
        self.stands_on("Dank je wel")
        expect(self.page.locator(".explained").first).to_be_visible()
        self.hands.press(self.link("Verder"))
        self.evaluates()
        self.hands.write(self.field("Naam op het certificaat"), f"{name} de Wit")
        self.hands.press(self.button("Maak het certificaat"))
        self.stands_on(f"Gefeliciteerd, {name}")
        expect(self.page.locator(".certificate")).to_contain_text(f"{name} de Wit")
        found = re.search(r"Controlecode\s+([0-9A-Z-]{14})", self.page.locator(".certificate").inner_text())
        assert found
        return found[1]

    def evaluates(self) -> None:
        self.stands_on("Wat vond je van deze module")
        for group in self.page.locator("fieldset").all():
            self.hands.choose(group.get_by_role("radio").nth(1))
        self.hands.write(self.page.get_by_role("textbox").first, "Rustig kijken en dan pas praten.")
        self.hands.press(self.button("Versturen"))
        self.stands_on("Je certificaat")

    def signs_out(self) -> None:
        self.hands.press(self.page.get_by_role("banner").get_by_role("button", name="Uitloggen"))
        expect(self.page.get_by_role("status")).to_contain_text("Je bent uitgelogd.")

    def checks(self, code: str) -> None:
        """A municipality that holds the paper looks whether it is real."""
        self.hands.press(
            self.page.get_by_role("contentinfo").get_by_role("link", name="Certificaat controleren")
        )
        self.hands.write(self.field("Controlecode"), code)
        self.hands.press(self.button("Controleer"))
        expect(self.page.locator("main")).to_contain_text("Dit certificaat is echt.")

    def options(self) -> Locator:
        return self.page.locator("fieldset.question").get_by_role("radio")
