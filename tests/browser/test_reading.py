"""Reading made easier: a voice that reads aloud where there is a Dutch one, and letters of one's own size."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from app.content.lesson import Lesson
from tests.browser.conftest import DESKTOP, PHONE, NewPage
from tests.browser.people import Volunteer
from tests.browser.site import Site

VOICES = """
(() => {
  const spoken = window.spoken = [];
  const voices = %s.map((lang) => ({lang, name: lang, localService: true}));
  let busy = null;
  const synth = new EventTarget();
  synth.getVoices = () => voices;
  synth.speak = (utterance) => { spoken.push(utterance); busy = utterance; };
  synth.cancel = () => { const was = busy; busy = null; was?.onerror?.({error: "canceled"}); };
  window.sayIt = () => { const was = busy; busy = null; was?.onend?.(); };
  Object.defineProperty(window, "speechSynthesis", {value: synth});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()
"""
"""A voice that is silent and as slow as the test wants: it finishes a sentence when sayIt() is called."""


def reader(page: Page, *languages: str) -> Locator:
    """The button, on a page in a browser with voices of these languages."""
    page.add_init_script(VOICES % list(languages))
    return page.locator("[data-read-aloud]")


def said(page: Page) -> list[str]:
    texts: list[str] = page.evaluate("spoken.map((utterance) => utterance.text)")
    return texts


@pytest.fixture
def lesson(site: Site) -> Lesson:
    return site.library.modules[0].lessons[0]


def test_it_reads_sentence_by_sentence_and_stops_at_the_end(page: Page, lesson: Lesson) -> None:
    button = reader(page, "en-US", "nl-BE", "nl-NL")
    page.goto(f"/les/{lesson.id}/{lesson.parts[0].id}")
    expect(button).to_have_text("Lees voor")
    button.click()
    expect(button).to_have_text("Stop met voorlezen")
    for _ in range(200):
        if button.get_attribute("aria-pressed") == "false":
            break
        page.evaluate("sayIt()")
    expect(button).to_have_text("Lees voor")
    sentences = said(page)
    assert sentences[0].startswith(lesson.parts[0].title)
    assert " ".join(sentences).split() == lesson.parts[0].speech.split()
    assert len(sentences) > 5
    voices: list[Any] = page.evaluate("[...new Set(spoken.map((u) => `${u.voice.lang} ${u.lang}`))]")
    assert voices == ["nl-NL nl-NL"]


def test_it_stops_when_asked_and_begins_anew(page: Page, lesson: Lesson) -> None:
    button = reader(page, "nl-NL")
    page.goto(f"/les/{lesson.id}/{lesson.parts[0].id}")
    button.click()
    page.evaluate("sayIt()")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    page.evaluate("sayIt()")
    before = said(page)
    assert len(before) == 2
    button.click()
    assert said(page)[2] == before[0]


@pytest.mark.parametrize(
    ("languages", "there"), [((), False), (("en-US", "de-DE"), False), (("nl_NL",), True), (("nl-BE",), True)]
)
def test_the_button_is_there_only_with_a_dutch_voice(
    page: Page, lesson: Lesson, languages: tuple[str, ...], there: bool
) -> None:
    button = reader(page, *languages)
    page.goto(f"/les/{lesson.id}/{lesson.parts[0].id}")
    expect(page.locator(".tools .text-size")).to_be_visible()
    expect(button).to_be_visible(visible=there)


@pytest.mark.parametrize(("name", "size"), [("Grote letters", 1.2), ("Nog grotere letters", 1.4)])
def test_letters_grow_and_stay_that_size(page: Page, name: str, size: float) -> None:
    page.goto("/thuis")
    before = letter(page)
    page.get_by_role("button", name=name, exact=True).click()
    assert letter(page) == pytest.approx(before * size)
    page.goto("/hulp")
    expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "true")
    assert letter(page) == pytest.approx(before * size)
    page.get_by_role("button", name="Gewone letters").click()
    page.goto("/thuis")
    assert letter(page) == pytest.approx(before)


def letter(page: Page) -> float:
    return float(page.locator("body").evaluate("node => parseFloat(getComputedStyle(node).fontSize)"))


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_without_javascript_no_dead_button_is_shown(
    new_page: NewPage, volunteer: Volunteer, lesson: Lesson, viewport: ViewportSize
) -> None:
    page = new_page(viewport, volunteer, java_script_enabled=False)
    page.goto(f"/les/{lesson.id}/{lesson.parts[0].id}")
    expect(page.get_by_role("button", name="Verder")).to_be_visible()
    expect(page.locator(".tool").locator("visible=true")).to_have_count(0)
    page.goto("/inlogkaart")
    expect(page.get_by_role("button", name="Afdrukken")).to_have_count(0)
