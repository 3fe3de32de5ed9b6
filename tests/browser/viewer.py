"""Looks at one screen after another, in one browser window, as whoever it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, expect
from werkzeug.routing import Map

from tests.browser.hands import next_main, next_page
from tests.browser.people import give_cookie
from tests.browser.scenery import Scenery
from tests.browser.screen import Screen
from tests.browser.site import Site
from tests.browser.watch import Watch


@dataclass
class Viewer:
    page: Page
    site: Site
    scenery: Scenery
    addresses: Map
    watch: Watch

    def show(self, screen: Screen) -> Page:
        """Bring the window into this state."""
        self.watch.seen.clear()
        self.become(screen.who)
        args = {name: value.format_map(self.scenery.ids) for name, value in screen.args.items()}
        response = self.page.goto(self.addresses.bind("").build(screen.endpoint, args))
        for step, *words in screen.steps:
            getattr(self, step)(*words)
        if not screen.steps:
            assert response is not None
            assert response.status == screen.status
        self.watch.expect_status(screen.status)
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(screen.title)
        return self.page

    def become(self, who: str) -> None:
        """Sign in; a visitor gets a token of their own, because tries are counted per browser."""
        give_cookie(self.page.context, self.site.url, self.scenery.tokens[who])
        if not who:
            self.page.context.request.get("/inloggen")

    # The steps of a screen.

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)

    def write(self, text: str) -> None:
        self.page.locator("main textarea").fill(text)

    def swap(self, button: str) -> None:
        with next_main(self.page):
            self.page.locator("main").get_by_role("button", name=button).first.click()

    def press(self, button: str) -> None:
        with next_page(self.page):
            self.page.locator("main").get_by_role("button", name=button).first.click()

    def unfold(self, words: str) -> None:
        self.page.locator("main summary").filter(has_text=words).first.click()

    def choose(self) -> None:
        self.page.locator("main label:visible").first.click()

    def tap(self, button: str) -> None:
        """Press something that stays on this page."""
        self.page.locator("main").get_by_role("button", name=button).first.click()

    def see(self, words: str) -> None:
        expect(self.page.locator("main").get_by_text(words).locator("visible=true").first).to_be_visible()

    def watch_the_end(self) -> None:
        """Let the film run out."""
        self.page.locator("video").evaluate("film => { film.currentTime = 11.6; film.play(); }")
        expect(self.page.get_by_role("heading", name="Dat was de film")).to_be_visible()

    def ask_too_often(self) -> None:
        for _ in range(20):
            response = self.page.reload()
            if response is not None and response.status == 429:
                break
