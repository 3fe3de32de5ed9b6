"""The film on a page, as somebody watches it; and what has been stored of that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from app.models.learning import VideoAnswer, VideoPosition
from tests.browser.people import Volunteer
from tests.browser.site import Site
from tests.film_case import ID

PATH = f"/film/{ID}"
PATIENCE = 20_000
"""Milliseconds: the film itself takes twelve seconds, more on a busy machine."""


@dataclass
class Film:
    """The film on a page, and what has been stored of its viewer."""

    page: Page
    site: Site
    who: Volunteer

    def open(self, path: str = PATH) -> Film:
        self.page.goto(path)
        expect(self.button("Beschrijf het beeld")).to_be_visible()
        return self

    @property
    def video(self) -> Locator:
        return self.page.locator("video")

    @property
    def status(self) -> Locator:
        return self.page.locator("[role=status][data-status]")

    @property
    def captions(self) -> Locator:
        return self.page.locator("[data-captions]")

    def button(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("button", name=name)

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name)

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = self.video.evaluate(
            "film => ({at: film.currentTime, paused: film.paused, speed: film.playbackRate})"
        )
        return found

    def play_from(self, seconds: float) -> None:
        self.video.evaluate("(film, at) => { film.currentTime = at; film.play().catch(() => {}); }", seconds)

    def is_at(self, seconds: float) -> None:
        """Still, at exactly this moment."""
        assert self.state() == {"at": pytest.approx(seconds, abs=0.01), "paused": True, "speed": 1}

    def stops_at(self, question: str, seconds: float) -> None:
        expect(self.heading(question)).to_be_focused(timeout=PATIENCE)
        expect(self.heading(question)).to_be_in_viewport()
        expect(self.status).to_have_text("De film staat stil. Er is een vraag.")
        self.is_at(seconds)

    def choose(self, answer: str) -> None:
        self.page.get_by_role("radio", name=answer).locator("xpath=ancestor::label").click()

    def answered(self) -> list[tuple[str, str]]:
        with self.site.database.reading() as db:
            query = select(VideoAnswer.stop, VideoAnswer.code).filter_by(learner_id=self.who.id)
            return [(row.stop, row.code) for row in db.execute(query.order_by(VideoAnswer.id))]

    def place(self) -> VideoPosition | None:
        with self.site.database.reading() as db:
            return db.get(VideoPosition, (self.who.id, ID))

    def is_remembered(self, seconds: float) -> None:
        """Wait until the server knows that the film is there."""
        for _ in range(200):
            place = self.place()
            if place is not None and abs(place.seconds - seconds) < 0.1:
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"the place is {place and place.seconds}, not {seconds}")
