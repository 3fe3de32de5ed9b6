"""A film that stops for questions, the same case to read, and what staff and authors see of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from app.content.library import Library
from app.web.preview import create_preview
from tests.cast import Cast, Visitor
from tests.film_case import ID, STOPS, manifest, rendered
from tests.web.conftest import Rows, read_anew
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
FILM = f"/film/{ID}"
FILES = rendered()
MP4 = FILES["film.mp4"]
TOLD = manifest()["files"]


def answer(visitor: Visitor, page: str, code: str, **fields: object) -> TestResponse:
    """Take one answer of the first question on this page."""
    form = Page(visitor.get(page)).form("/antwoord")
    return visitor.send(form.action, {**form.filled(keuze=code), **fields})


def tell(visitor: Visitor, seconds: object, ago: object = 0) -> TestResponse:
    return visitor.send(f"{FILM}/plek", {"seconde": str(seconds), "geleden": str(ago)})


def seen(visitor: Visitor) -> list[dict[str, object]]:
    films: list[dict[str, object]] = visitor.get("/mijn/bestand").json["films"]  # type: ignore[index]
    return films


# Watching.


def test_the_page_holds_a_plain_film_with_captions_and_all_words(arrive: Arrive, library: Library) -> None:
    response = arrive("bas").get(FILM)
    page, video = Page(response), library.videos[ID]
    (player,) = page.attributes("video")
    assert player["src"] == f"{FILM}/bestand/film.mp4?v={TOLD['film.mp4']['sha256'][:8]}"
    assert player["poster"] == f"{FILM}/bestand/poster.webp?v={TOLD['poster.webp']['sha256'][:8]}"
    assert {"controls", "playsinline"} <= player.keys()
    assert "autoplay" not in player
    assert player["preload"] == "metadata"
    assert [track["kind"] for track in page.attributes("track")] == ["captions", "descriptions", "chapters"]
    assert page.heading == video.title
    for shot in video.shots:
        assert shot.description in page.text
        assert all(line.text in page.text for line in shot.lines)
    assert f"{FILM}/lezen" in page.links
    assert "zusje" not in page.text  # how it went on comes later


def test_an_answer_comes_back_on_the_page_it_was_given_on(arrive: Arrive) -> None:
    bas = arrive("bas")
    assert answer(bas, FILM, "b").headers["Location"] == f"{FILM}#gezien"
    page = Page(bas.get(FILM))
    assert "Dat heb je niet gezien." in page.text
    assert "De fiets is gestolen." in page.text  # the list of what one makes of it
    assert [form.fields["vraag"] for form in page.forms if form.action.endswith("/antwoord")] == ["doen"]
    again = Page(bas.get(f"{FILM}?opnieuw=gezien"))
    assert [form.fields["vraag"] for form in again.forms if form.action.endswith("/antwoord")] == [
        "gezien",
        "doen",
    ]
    assert "Dat heb je niet gezien." not in again.text


@pytest.mark.parametrize("where", [FILM, f"{FILM}/lezen/1"])
@pytest.mark.parametrize("code", ["", "z", "xx"])
def test_without_an_answer_the_question_stays_open(arrive: Arrive, where: str, code: str) -> None:
    bas = arrive("bas")
    response = answer(bas, where, code)
    assert response.status_code == 422
    page = Page(response)
    assert "Kies een antwoord." in page.text
    assert page.form("/antwoord").fields["vraag"] == "gezien"
    (section,) = [a for a in page.attributes("section") if a.get("id") == "gezien"]
    assert "hidden" not in section
    assert bas.get("/mijn/bestand").json["antwoorden bij films"] == []  # type: ignore[index]


@pytest.mark.parametrize(
    "path", ["/film/weg", "/film/weg/lezen", f"{FILM}/lezen/0", f"{FILM}/lezen/4", "/film/weg/na-afloop"]
)
def test_what_is_not_there_is_not_found(arrive: Arrive, path: str) -> None:
    assert arrive("bas").get(path).status_code == 404


def test_a_question_that_is_not_asked_has_no_answers(arrive: Arrive, rows: Callable[[], Rows]) -> None:
    bas, before = arrive("bas"), rows()
    for stop in ("", "na-afloop", "gezien-waarneming", "onzin"):
        assert bas.send(f"{FILM}/antwoord", {"vraag": stop, "keuze": "a"}).status_code == 404
    assert rows() == before


def test_a_case_without_a_film_is_not_found(own_app: Flask, cast: Cast) -> None:
    (own_app.extensions["config"].content_root / "media" / ID / "manifest.json").unlink()
    read_anew(own_app)
    bas = Visitor(own_app).enter(cast, "bas")
    assert bas.get(FILM).status_code == 404
    assert "Films" not in bas.get("/thuis").text


# Where somebody is.


def test_the_place_is_kept_and_offered_on_another_device(arrive: Arrive) -> None:
    phone, laptop = arrive("bas"), arrive("bas")
    response = tell(phone, 9.53)
    assert (response.status_code, response.data) == (204, b"")
    page = laptop.get(FILM).text
    assert "Verder vanaf 0:09" in page
    assert 'data-resume="9.53"' in page
    assert "Verder vanaf" not in arrive("carla").get(FILM).text


def test_an_older_moment_never_overwrites_a_newer_one(arrive: Arrive) -> None:
    phone, laptop = arrive("bas"), arrive("bas")
    tell(laptop, 4.0)
    tell(phone, 9.5, ago=600)
    (film,) = seen(phone)
    assert (film["seconde"], film["verste seconde"]) == (4.0, 9.5)
    assert "Verder vanaf 0:04" in phone.get(FILM).text


@pytest.mark.parametrize("seconds", [0, 2.9, 11.0, 12.0, 500])
def test_at_the_beginning_and_at_the_end_there_is_nothing_to_go_on_with(
    arrive: Arrive, seconds: float
) -> None:
    bas = arrive("bas")
    tell(bas, seconds)
    assert "Verder vanaf" not in bas.get(FILM).text


@pytest.mark.parametrize("seconds", ["", "x", "-1", "nan", "inf", "1e999", "9" * 5000, "0x1f", "١"])
@pytest.mark.parametrize("field", ["seconde", "geleden"])
def test_a_place_that_is_none_is_refused(
    arrive: Arrive, rows: Callable[[], Rows], field: str, seconds: str
) -> None:
    bas, before = arrive("bas"), rows()
    fields = {"seconde": "3", "geleden": "0", field: seconds}
    response = bas.send(f"{FILM}/plek", {**fields})
    if seconds == "١":  # to Python a digit like any other
        assert response.status_code == 204
        return
    assert response.status_code == 422
    assert "Dit is geen plek in de film." in response.text
    assert rows() == before


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seconds=st.floats(0, 1e12), ago=st.floats(0, 1e12))
def test_every_place_lies_in_the_film(arrive: Arrive, seconds: float, ago: float) -> None:
    bas = arrive("bas")
    assert tell(bas, seconds, ago).status_code == 204
    (film,) = seen(bas)
    assert 0 <= float(str(film["seconde"])) <= float(str(film["verste seconde"])) <= 12


# Reading.


def test_reading_goes_from_question_to_question_to_the_end(arrive: Arrive) -> None:
    bas = arrive("bas")
    assert bas.get(f"{FILM}/lezen").headers["Location"] == f"{FILM}/lezen/1"
    for number, (stop, code) in enumerate((("gezien", "a"), ("doen", "b")), 1):
        path = f"{FILM}/lezen/{number}"
        page = Page(bas.get(path))
        assert f"Deel {number} van 3" in page.text
        assert page.form(f"/lezen/{number}").action == path
        assert answer(bas, path, code).headers["Location"] == f"{path}#{stop}"
        assert "Jouw antwoord" in bas.get(path).text
        assert bas.send(path, {}).headers["Location"] == f"{FILM}/lezen/{number + 1}"
        assert bas.get(f"{FILM}/lezen").headers["Location"] == f"{FILM}/lezen/{number + 1}"
    page = Page(bas.get(f"{FILM}/lezen/3"))
    assert not [form for form in page.forms if form.action.endswith("/antwoord")]
    assert bas.send(f"{FILM}/lezen/3", {}).headers["Location"] == f"{FILM}/na-afloop"
    assert bas.get(f"{FILM}/lezen").headers["Location"] == f"{FILM}/lezen/1"  # read again from the start


def test_each_stretch_shows_its_own_shots(arrive: Arrive, library: Library) -> None:
    bas = arrive("bas")
    for stretch in library.videos[ID].stretches:
        page = Page(bas.get(f"{FILM}/lezen/{stretch.number}"))
        stills = [a["src"] for a in page.attributes("img") if "/bestand/stills/" in a["src"]]
        assert [s.partition("?")[0] for s in stills] == [
            f"{FILM}/bestand/{shot.still}" for shot in stretch.shots
        ]
        for shot in library.videos[ID].shots:
            assert (shot.description in page.text) == (shot in stretch.shots)
        assert stretch.speech.split()[0] in page.html


def test_skipping_is_allowed_and_what_is_open_is_named_at_the_end(arrive: Arrive) -> None:
    bas = arrive("bas")
    assert "Sla over" in bas.get(f"{FILM}/lezen/1").text
    bas.send(f"{FILM}/lezen/1", {})
    answer(bas, f"{FILM}/lezen/2", "b")
    page = Page(bas.get(f"{FILM}/na-afloop"))
    assert "Deze vraag sloeg je over." in page.text
    assert f"{FILM}/lezen/1#gezien" in page.links
    assert f"{FILM}/lezen/2#doen" not in page.links
    answer(bas, f"{FILM}/lezen/1", "a")
    assert "Nog open" not in Page(bas.get(f"{FILM}/na-afloop")).text


def test_afterwards_there_is_a_way_back_to_the_lesson(arrive: Arrive, library: Library) -> None:
    bas = arrive("bas")
    page = Page(bas.get(f"{FILM}/na-afloop"))
    assert "De fiets was van het zusje van Ron." in page.text
    first = library.modules[0].lessons[0]
    assert f"/les/{first.id}/{first.parts[-1].id}" in page.links
    part = Page(bas.get(f"/les/{first.id}/{first.parts[-1].id}"))
    assert FILM in part.links
    poster = [a["src"] for a in part.attributes("img") if a["src"].startswith(FILM)]
    assert poster == [f"{FILM}/bestand/poster.webp?v={TOLD['poster.webp']['sha256'][:8]}"]


def test_a_film_that_no_lesson_leads_to_ends_at_home(own_app: Flask, cast: Cast) -> None:
    root = own_app.extensions["config"].content_root
    lesson = min(root.glob("modules/1-*/01-*.md"))
    lesson.write_text(lesson.read_text("utf-8").replace(f"(video:{ID})", "(les:goed-melden)"), "utf-8")
    read_anew(own_app)
    page = Page(Visitor(own_app).enter(cast, "bas").get(f"{FILM}/na-afloop"))
    assert "Naar thuis" in page.text


@pytest.mark.parametrize(("seconds", "state"), [(None, "2 min"), (1.0, "bezig"), (11.5, "gezien")])
def test_home_lists_the_films_of_a_module(arrive: Arrive, seconds: float | None, state: str) -> None:
    anna = arrive("anna")
    if seconds is not None:
        tell(anna, seconds)
    item = re.search(rf'<a href="{FILM}">.*?</a>', anna.get("/thuis").text, re.DOTALL)
    assert item
    assert state in item[0]


# Staff.


def test_staff_see_counts_from_three_people_on(arrive: Arrive, library: Library) -> None:
    trainer, stop = arrive("trainer"), library.videos[ID].stops[0]
    for number, who in enumerate(("anna", "bas", "carla", "zara"), 1):
        visitor = arrive(who)
        tell(visitor, 3 * number)
        answer(visitor, FILM, "a" if number > 1 else "b")
        overview = trainer.get("/medewerker/films").text
        row = re.search(rf'<tr><td><a href="/medewerker/films/{ID}">.*?</tr>', overview, re.DOTALL)
        one = Page(trainer.get(f"/medewerker/films/{ID}")).text
        assert row
        assert ("minder dan 3" in row[0]) == (number < 3)
        assert (f"{number - 1} van {number}" in one) == (number >= 3)
        assert ("Vanaf 3 kijkers" in one) == (number < 3)
    assert "Anna" not in one
    assert stop.question.title in one
    assert "Vanaf 3 antwoorden zie je hier wat er gekozen is." in one  # nobody answered the second question


@pytest.mark.parametrize("who", ["trainer", "researcher", "coordinator", "admin"])
def test_every_role_sees_the_films(arrive: Arrive, who: str) -> None:
    visitor = arrive(who)
    assert "/medewerker/films" in Page(visitor.get("/medewerker/")).links
    assert f"/medewerker/films/{ID}" in Page(visitor.get("/medewerker/films")).links
    assert visitor.get(f"/medewerker/films/{ID}").status_code == 200
    assert visitor.get("/medewerker/films/weg").status_code == 404


def test_what_is_kept_of_a_viewer_is_shown_to_that_viewer(arrive: Arrive) -> None:
    bas = arrive("bas")
    answer(bas, FILM, "c")
    kept = bas.get("/mijn/bestand").json
    assert kept is not None
    assert [(f["film"], f["seconde"], f["verste seconde"]) for f in kept["films"]] == [(ID, 5.9, 5.9)]
    assert [(a["film"], a["vraag"], a["antwoord"]) for a in kept["antwoorden bij films"]] == [
        (ID, next(iter(STOPS)), "c")
    ]


# Preview.


def test_an_author_sees_the_film_with_its_questions_and_its_problems(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content / "media" / ID, tmp_path / "media" / ID)
    shutil.copytree(content / "modules" / "gedeeld", tmp_path / "modules" / "gedeeld")
    preview = create_preview(tmp_path).test_client()
    page = Page(preview.get(FILM))
    for words in ("Dat heb je niet gezien.", "De fiets is gestolen.", "Hé, een fiets.", "zusje"):
        assert words in page.text
    assert preview.get(f"{FILM}/bestand/film.mp4", buffered=True).data == MP4
    assert preview.get(f"{FILM}/bestand/casus.md").status_code == 404
    (tmp_path / "media" / ID / "storyboard.yaml").write_text("decor: plein\n", "utf-8")
    assert "de film is ouder dan dit storyboard" in Page(preview.get(FILM)).text
    (tmp_path / "media" / ID / "manifest.json").unlink()
    page = Page(preview.get(FILM))
    assert "Er is nog geen film." in page.text
    assert "Dat heb je niet gezien." in page.text
