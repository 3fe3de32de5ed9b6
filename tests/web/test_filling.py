"""The texts name the people of the reader's own team, and below a text stands how to reach them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import event

from app.content.library import Library
from app.models.people import Team
from app.services import follow_up, scenarios
from app.web.filling import values_of
from tests.cast import Cast, Visitor
from tests.web.page import Page
from tests.web.test_neighbourhood import naming, say

Arrive = Callable[[str], Visitor]
UNFOLD = "Zo bereik je"


def test_whoever_is_named_in_the_why_of_an_answer_is_named_below_only_after_that_answer(
    arrive: Arrive, cast: Cast, library: Library
) -> None:
    lesson, part, question = next(
        (lesson, part, question)
        for lesson in library.lessons.values()
        for part in lesson.parts
        for question in part.questions
        if any("{opvolger." in option.feedback_html for option in question.options)
        and "{opvolger." not in part.html
        and len(part.questions) == 1
        and not any("{opvolger." in option.text_html for option in question.options)
    )
    for kind in library.shared.kinds:
        say(arrive, cast, kind.id, role=f"Iemand voor {kind.id}")
    bas, path = arrive("bas"), f"/les/{lesson.id}/{part.id}"
    assert UNFOLD not in bas.get(path).text
    form = Page(bas.get(path)).form("/antwoord")
    bas.send(form.action, form.filled(keuze=question.options[0].code))
    assert UNFOLD in bas.get(path).text
    assert UNFOLD not in bas.get(f"{path}?opnieuw={question.id}").text


def test_what_came_of_a_choice_and_the_end_say_how_to_reach_whom_they_named(
    app: Flask, arrive: Arrive, cast: Cast, library: Library
) -> None:
    for kind in library.shared.kinds:
        say(arrive, cast, kind.id, role=f"Iemand voor {kind.id}", channel=f"{kind.id}@example.org")
    anna, now, seen = arrive("anna"), datetime.now(UTC), set()
    for scenario in library.scenarios.values():
        with app.extensions["database"].writing() as db:
            attempt = scenarios.start(db, cast.learners["anna"], scenario, key=scenario.id, now=now)
            while not (scene := scenarios.route_of(attempt, scenario).current).is_end:
                code = next(choice.code for choice in scene.choices if choice.mark == "x")
                scenarios.choose(db, attempt, scenario, step=len(attempt.choices), code=code, now=now)
            route, path = scenarios.route_of(attempt, scenario), f"/oefening/{scenario.id}/{attempt.id}"
            db.commit()
        for step, choice in enumerate(route.chosen):
            html = choice.text_html + choice.consequence_html + choice.feedback_html
            assert (UNFOLD in anna.get(f"{path}/{step}").text) is ("{opvolger." in html)
            seen |= {"outcome"} if "{opvolger." in html else set()
        named = "{opvolger." in route.current.html
        assert (UNFOLD in anna.get(path).text) or not named
        seen |= {"end"} if named else set()
    assert seen == {"outcome", "end"}


def test_a_contact_without_a_channel_is_named_but_not_unfolded(
    arrive: Arrive, cast: Cast, library: Library
) -> None:
    say(arrive, cast, channel="")
    page = arrive("anna").get(naming(library, "niet-pluis")).text
    assert "Fatima" in page
    assert UNFOLD not in page


def test_two_kinds_with_one_contact_are_unfolded_once(arrive: Arrive, cast: Cast, library: Library) -> None:
    path = naming(library, "jongerenwerk", "wijkagent")
    for kind in ("jongerenwerk", "wijkagent"):
        say(arrive, cast, kind)
    assert f"{UNFOLD} Fatima van het wijkteam" in arrive("anna").get(path).text
    say(arrive, cast, "wijkagent", role="Marloes", channel="0123-456 711")
    page = Page(arrive("anna").get(path))
    assert f"{UNFOLD} jullie opvolgers" in page.text
    assert {"tel:0123456711", "tel:0123456712"} <= set(page.links)


@contextmanager
def looks_at(app: Flask, table: str) -> Iterator[list[str]]:
    """The queries on a table, as they are sent."""
    seen: list[str] = []
    engine = app.extensions["database"].engine

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if re.search(rf"\bFROM {table}\b", statement):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_the_map_is_looked_up_once_a_page_and_only_for_a_text_that_needs_it(
    app: Flask, arrive: Arrive, library: Library
) -> None:
    anna, counts = arrive("anna"), {True: 0, False: 0}
    for lesson in library.lessons.values():
        for part in lesson.parts:
            with looks_at(app, "follow_up") as seen:
                page = anna.get(f"/les/{lesson.id}/{part.id}").text
            assert len(seen) <= 1
            needs = "{opvolger." in part.html
            assert not needs or len(seen) == 1
            assert "{opvolger." not in page
            counts[bool(seen)] += 1
    assert min(counts.values()) > 10


def test_a_paper_for_a_team_gets_all_that_the_team_filled_in(
    app: Flask, arrive: Arrive, cast: Cast, library: Library
) -> None:
    say(arrive, cast, role="Het wijkteam.")
    with app.extensions["database"].reading() as db:
        noord, zuid = (
            values_of(db, library, db.get_one(Team, cast.teams[side])) for side in ("noord", "zuid")
        )
        assert follow_up.map_of(db, cast.teams["zuid"]) == {}
    assert noord.keys() == zuid.keys() == library.shared.contacts.keys()
    assert noord["opvolger.niet-pluis"] == "het wijkteam"
    assert (noord["team.naam"], noord["team.contact"]) == ("Team noord", "Wil noord")
    assert {name for name in noord if noord[name] != zuid[name]} == {
        "opvolger.niet-pluis",
        "team.naam",
        "team.contact",
    }
