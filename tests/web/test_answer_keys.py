"""No page tells what is right before it was answered.

Each page is made twice: with the real content, and with content whose every secret was changed (what is
right, why, what follows, what it is worth).  Before answering, both pages must be the same to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask

from app.content.library import Library
from app.content.scenario import Scenario, Scene
from app.content.video import Video
from app.services import scenarios
from tests.cast import Cast, Visitor
from tests.web.changed_secrets import (
    CANARY,
    other_drill,
    other_instrument,
    other_lesson,
    other_observation,
    other_scene,
    other_video,
)
from tests.web.conftest import MODULE
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
Serve = Callable[[Library], AbstractContextManager[None]]
FRESH = re.compile(r'nonce="[^"]*"|name="(csrf_token|key)" value="[^"]*"')
"""What is new on every page anyway."""


@pytest.fixture
def other(library: Library) -> Library:
    """The same content with other secrets."""
    return replace(
        library,
        lessons={id: other_lesson(lesson) for id, lesson in library.lessons.items()},
        drills={id: other_drill(drill) for id, drill in library.drills.items()},
        observations={id: other_observation(test) for id, test in library.observations.items()},
        instruments={id: other_instrument(instrument) for id, instrument in library.instruments.items()},
        videos={id: other_video(video) for id, video in library.videos.items()},
    )


@pytest.fixture
def serve(app: Flask) -> Serve:
    """Serve other content for a while."""
    keeper = app.extensions["library"]

    @contextmanager
    def serving(library: Library) -> Iterator[None]:
        real, keeper._library = keeper._library, library
        try:
            yield
        finally:
            keeper._library = real

    return serving


def plain(visitor: Visitor, path: str) -> str:
    response = visitor.get(path)
    assert response.status_code == 200, path
    return FRESH.sub("", response.text)


def test_a_part_of_a_lesson_is_the_same_whatever_is_right(
    arrive: Arrive, library: Library, other: Library, serve: Serve
) -> None:
    bas, pages = arrive("bas"), 0
    for lesson in library.lessons.values():
        for part in lesson.parts:
            path = f"/les/{lesson.id}/{part.id}"
            real = plain(bas, path)
            with serve(other):
                assert plain(bas, path) == real
            pages += 1
    assert pages > 50


def test_a_question_says_why_once_it_was_answered_and_not_before(
    arrive: Arrive, other: Library, serve: Serve
) -> None:
    bas, questions = arrive("bas"), 0
    with serve(other):
        for lesson in other.lessons.values():
            for part in lesson.parts:
                path = f"/les/{lesson.id}/{part.id}"
                for question in part.questions:
                    before = bas.get(path).text
                    assert f"{CANARY}-{question.id}-" not in before
                    form = Page(bas.get(path)).form("/antwoord")
                    assert form.fields["vraag"] == question.id
                    assert sorted(form.choices["keuze"]) == sorted(o.code for o in question.options)
                    answered = bas.send(form.action, form.filled(keuze=question.options[0].code))
                    after = bas.get(answered.headers["Location"]).text
                    for option in question.options:
                        assert f"{CANARY}-{question.id}-{option.code}-" in after
                    assert f"{CANARY}-{question.id}-" not in bas.get(f"{path}?opnieuw={question.id}").text
                    questions += 1
    assert questions > 25


def test_cards_say_where_they_belong_once_they_were_sorted_and_not_before(
    arrive: Arrive, other: Library, serve: Serve
) -> None:
    bas, tasks = arrive("bas"), 0
    with serve(other):
        for lesson in other.lessons.values():
            for part in (part for part in lesson.parts if part.cards):
                form = Page(bas.get(f"/les/{lesson.id}/{part.id}")).form("/kaarten")
                assert {tuple(bins) for bins in form.choices.values()} == {part.bins}
                half = {f"kaart-{part.cards[0].code}": part.bins[0]}
                assert CANARY not in bas.send(form.action, {**form.fields, **half}).text
                chosen = {f"kaart-{card.code}": part.bins[0] for card in part.cards}
                answered = bas.send(form.action, {**form.fields, **chosen})
                after = bas.get(answered.headers["Location"]).text
                for card in part.cards:
                    assert f"{CANARY}-{card.code}-" in after
                assert CANARY not in bas.get(f"/les/{lesson.id}/{part.id}?opnieuw=kaarten").text
                tasks += 1
    assert tasks > 4


@pytest.mark.parametrize(("who", "moment"), [("bas", "start"), ("anna", "slot")])
def test_measuring_never_tells_what_is_right_until_the_closing_questions_are_handed_in(
    arrive: Arrive, other: Library, serve: Serve, who: str, moment: str
) -> None:
    visitor, path, count = arrive(who), f"/vragen/{MODULE}/{moment}", 0
    visitor.send(path, {"keuze": "begin"})
    while True:
        count += 1
        real = plain(visitor, f"{path}/{count}")
        with serve(other):
            assert plain(visitor, f"{path}/{count}") == real
        form = Page(visitor.get(f"{path}/{count}")).form()
        if "keuze" not in form.choices:
            break
        keuze = form.choices["keuze"][0]
        with serve(other):
            answered = visitor.send(form.action, form.filled(keuze=keuze))
            assert answered.status_code == 303
            assert CANARY not in visitor.get(f"{path}/{count}").text
    assert count > 8
    with serve(other):
        visitor.send(f"{path}/klaar", {})
        seen = visitor.get(path).text + visitor.get("/thuis").text + visitor.get("/mijn/bestand").text
        assert (CANARY in seen) is (moment == "slot")
        assert ("Wat was goed, en waarom?" in seen) is (moment == "slot")


def attempts_at_every_scene(app: Flask, cast: Cast, library: Library) -> list[tuple[Scenario, Scene, str]]:
    """For each open scene an attempt of Bas that is there, with its id."""
    found, now = [], datetime.now(UTC)
    with app.extensions["database"].writing() as db:
        for scenario in library.scenarios.values():
            for scene_id, way in ways(scenario).items():
                key = f"{scenario.id}-{scene_id}"
                attempt = scenarios.start(db, cast.learners["bas"], scenario, key=key, now=now)
                for step, code in enumerate(way):
                    scenarios.choose(db, attempt, scenario, step=step, code=code, now=now)
                if not scenario.by_id[scene_id].is_end:
                    found.append((scenario, scenario.by_id[scene_id], attempt.id))
        db.commit()
    return found


def ways(scenario: Scenario) -> dict[str, list[str]]:
    """The choices that lead to each scene."""
    known: dict[str, list[str]] = {scenario.start: []}
    waiting = [scenario.start]
    while waiting:
        scene = waiting.pop(0)
        for choice in scenario.by_id[scene].choices:
            if choice.target in scenario.by_id and choice.target not in known:
                known[choice.target] = [*known[scene], choice.code]
                waiting.append(choice.target)
    return known


def test_a_scene_is_the_same_whatever_its_choices_lead_to(
    app: Flask, arrive: Arrive, cast: Cast, library: Library, serve: Serve
) -> None:
    bas, attempts = arrive("bas"), attempts_at_every_scene(app, cast, library)
    for scenario, scene, attempt in attempts:
        path = f"/oefening/{scenario.id}/{attempt}"
        real = plain(bas, path)
        changed = other_scene(scenario, scene)
        with serve(replace(library, scenarios={**library.scenarios, scenario.id: changed})):
            assert plain(bas, path) == real
            for choice in scene.choices:
                assert f">{choice.target}<" not in real
            code = Page(bas.get(path)).form().choices["keuze"][0]
            chosen = bas.send(path, {"stap": str(len(ways(scenario)[scene.id])), "keuze": code})
            assert f"{CANARY}-gevolg-" in bas.get(chosen.headers["Location"]).text
    assert len(attempts) > 4


def test_a_case_of_a_drill_is_the_same_whatever_is_right_until_it_was_answered(
    arrive: Arrive, library: Library, other: Library, serve: Serve
) -> None:
    bas = arrive("bas")
    for drill in library.drills.values():
        path, met = f"/rondje/{drill.id}/nu", set()
        for _ in drill.cases:
            real = plain(bas, path)
            form = Page(bas.get(path)).form("/nu")
            case = drill.by_id[str(form.fields["geval"])]
            assert [o.feedback_html for o in case.options if o.feedback_html in real] == []
            with serve(other):
                assert plain(bas, path) == real
                assert CANARY not in bas.send(path, form.fields).text
                answered = bas.send(path, form.filled(keuze=form.choices["keuze"][0]))
                after = bas.get(answered.headers["Location"]).text
            for option in case.options:
                assert f"{CANARY}-{case.id}-{option.code}-" in after
            met.add(case.id)
        assert met == set(drill.by_id)


def test_looking_and_telling_are_the_same_whatever_was_there(
    arrive: Arrive, library: Library, other: Library, serve: Serve
) -> None:
    bas = arrive("bas")
    for test in library.observations.values():
        path = f"/waarnemen/{test.id}"
        pages = ("", "/kijken", "/kijken?vorm=tekst", "/vertellen", "/aankruisen")
        real = {page: plain(bas, path + page) for page in pages}
        with serve(other):
            assert {page: plain(bas, path + page) for page in pages} == real
            assert CANARY not in bas.send(f"{path}/aankruisen", {}).text
            form = Page(bas.get(f"{path}/aankruisen")).form()
            told = bas.send(form.action, form.filled(gezien=form.choices["gezien"][:3]))
            after = bas.get(told.headers["Location"]).text
            for statement in test.statements:
                assert f"{CANARY}-{statement.code}-" in after


def test_the_drawing_is_not_described_while_it_is_looked_at(arrive: Arrive, library: Library) -> None:
    bas = arrive("bas")
    for test in library.observations.values():
        for page in ("", "/kijken", "/vertellen", "/aankruisen"):
            text = bas.get(f"/waarnemen/{test.id}{page}").text
            assert test.html not in text
            assert (test.street in text.replace(test.id, "")) is False
            for statement in test.statements:
                assert statement.feedback_html not in text
            assert ("/static/drawings/straten/" in text) is (page == "/kijken")


def film_pages(video: Video) -> list[str]:
    return [f"/film/{video.id}", *(f"/film/{video.id}/lezen/{s.number}" for s in video.stretches)]


def test_a_film_is_the_same_whatever_is_right_at_its_stops(
    arrive: Arrive, library: Library, other: Library, serve: Serve
) -> None:
    bas, pages = arrive("bas"), 0
    for video in library.videos.values():
        for path in film_pages(video):
            real = plain(bas, path)
            with serve(other):
                assert plain(bas, path) == real
            pages += 1
    assert pages >= 4


def test_a_stop_says_why_once_it_was_answered_and_not_before(
    arrive: Arrive, other: Library, serve: Serve
) -> None:
    bas = arrive("bas")
    with serve(other):
        for video in other.videos.values():
            for stop in video.stops:
                path = f"/film/{video.id}/lezen/{video.stretch_at(stop.at).number}"
                said = [f"{CANARY}-{stop.id}-{o.code}-" for o in stop.question.options]
                said += [stop.seen_html, stop.made_of_it_html]
                before = bas.get(f"/film/{video.id}").text + bas.get(path).text
                assert [words for words in said if words in before] == []
                form = Page(bas.get(path)).form("/antwoord")
                bas.send(form.action, form.filled(keuze=stop.question.options[0].code))
                for page in (f"/film/{video.id}", path):
                    after = bas.get(page).text
                    assert [words for words in said if words not in after] == []
                    again = bas.get(f"{page}?opnieuw={stop.id}").text
                    assert [words for words in said if words in again] == []


def test_every_secret_was_really_changed(library: Library, other: Library) -> None:
    for lesson in library.lessons.values():
        for part, changed in zip(lesson.parts, other.lessons[lesson.id].parts, strict=True):
            for old, new in zip(part.cards, changed.cards, strict=True):
                assert old.bin != new.bin
            for question, others in zip(part.questions, changed.questions, strict=True):
                assert [o.mark for o in question.options] != [o.mark for o in others.options]


def test_the_real_words_are_not_there_either(arrive: Arrive, library: Library) -> None:
    """The same once more without a trick: no sentence of any feedback stands on the page before."""
    bas = arrive("bas")
    for lesson in library.lessons.values():
        for part in (part for part in lesson.parts if part.questions or part.cards):
            html = bas.get(f"/les/{lesson.id}/{part.id}").text
            secrets = [o.feedback_html for q in part.questions for o in q.options]
            for secret in (*secrets, *(card.feedback_html for card in part.cards)):
                assert secret
                assert secret not in html
