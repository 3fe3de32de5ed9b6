"""A voice of the device reads lines and descriptions, and the film waits for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.film import Film
from tests.browser.test_reading import VOICES
from tests.film_case import STOPS

STRAAT = "Een straat met bomen. Samira loopt over de stoep. In beeld staat: Lindelaan – half acht."
FIETS = "Bij een boom ligt een fiets. In beeld staat: Het slot hangt los."


def with_voices(film: Film, *languages: str) -> Film:
    film.page.add_init_script(VOICES % list(languages))
    return film.open()


def said(film: Film) -> list[str]:
    texts: list[str] = film.page.evaluate("spoken.map((utterance) => utterance.text)")
    return texts


def is_said(film: Film, *texts: str) -> None:
    for _ in range(500):
        if said(film) == list(texts):
            return
        film.page.wait_for_timeout(20)
    raise AssertionError(f"said is {said(film)}, not {list(texts)}")


def test_a_description_halts_the_film_for_as_long_as_it_lasts(film: Film) -> None:
    with_voices(film, "nl-NL")
    film.button("Beschrijf het beeld").click()
    film.play_from(2.6)
    is_said(film, STRAAT)
    assert film.state()["paused"]
    expect(film.page.locator("[data-described]")).to_have_text(STRAAT)
    still = film.state()["at"]
    film.page.wait_for_timeout(400)
    assert film.state()["at"] == still
    film.page.evaluate("sayIt()")
    is_said(film, STRAAT, FIETS)
    assert film.state()["paused"]
    assert 3 <= film.state()["at"] < 3.6
    film.button("Beschrijf het beeld").click()
    expect(film.page.locator("[data-described]")).to_have_text("")
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])


def test_lines_are_read_and_the_film_waits_for_a_slow_voice(film: Film) -> None:
    with_voices(film, "nl-NL")
    film.button("Lees voor").click()
    film.play_from(6.0)
    is_said(film, "Dag Samira.")
    assert not film.state()["paused"]
    for _ in range(500):  # the next line comes, while the voice is still at the first
        if film.state()["paused"]:
            break
        film.page.wait_for_timeout(20)
    assert 7.4 < film.state()["at"] < STOPS["doen"]
    assert said(film) == ["Dag Samira."]
    film.page.evaluate("sayIt()")
    is_said(film, "Dag Samira.", "Dag Ron.")
    film.page.evaluate("sayIt()")
    film.stops_at("Wat zeg je tegen Ron?", STOPS["doen"])


@pytest.mark.parametrize("languages", [(), ("en-US",), ("nl-NL remote",)], ids=str)
def test_without_a_dutch_voice_on_the_device_descriptions_are_text(
    film: Film, languages: tuple[str, ...]
) -> None:
    film.page.add_init_script(
        (VOICES % [name.split()[0] for name in languages]).replace(
            "localService: true", f"localService: {str('remote' not in str(languages)).lower()}"
        )
    )
    film.open()
    expect(film.button("Lees voor")).to_be_hidden()
    film.button("Beschrijf het beeld").click()
    film.play_from(3.1)
    described = film.page.locator("[data-described]")
    expect(described).to_have_text(FIETS)
    expect(described).to_have_attribute("aria-live", "polite")
    assert film.state()["paused"]
    assert said(film) == []
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])  # it goes on by itself once it could be read
