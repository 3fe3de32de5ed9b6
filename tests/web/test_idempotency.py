"""Two clicks, a retry, a reload, or two browsers at the same moment: each thing happens once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from typing import NamedTuple

import pytest
from flask import Flask

from app.content.library import Library
from tests.cast import Cast, Visitor
from tests.film_case import ID as VIDEO
from tests.web.conftest import MODULE, Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
ALL_FILLED_IN = -1
"""As many rows as there are fields to fill in."""


class Prepared(NamedTuple):
    """A form that is filled in and not yet sent."""

    visitor: Visitor
    action: str
    data: dict[str, object]
    adds: dict[str, int]


class Deed(NamedTuple):
    """What somebody does with a form: who, on which page, to where, and what is filled in."""

    who: str
    page: str
    ending: str
    fields: dict[str, object]
    adds: dict[str, int]
    """How many rows there are more afterwards, by table."""


DEEDS = {
    "join": Deed("anonymous", "/meedoen/{invitation}", "", {"name": "Dora"}, {"learner": 1}),
    "consent": Deed("bas", "/toestemming", "", {"keuze": "ja"}, {"consent": 1}),
    "answer a question": Deed("bas", "{questions}", "/antwoord", {"keuze": "a"}, {"answer": 1}),
    "sort cards": Deed("bas", "{cards}", "/kaarten", {}, {"answer": ALL_FILLED_IN}),
    "go on": Deed("bas", "{questions}", "/verder", {}, {"seen_part": 1}),
    "start an exercise": Deed("bas", "/oefening/{scenario}", "", {}, {"attempt": 1}),
    "choose": Deed("anna", "/oefening/{scenario}/{attempt}", "", {"keuze": "a"}, {"choice": 1}),
    "answer a case": Deed("bas", "/rondje/{drill}/nu", "/nu", {"keuze": "a"}, {"drill_answer": 1}),
    "tell what was there": Deed(
        "bas", "/waarnemen/{observation}/aankruisen", "", {"gezien": ["u01", "u02"]}, {"observation": 1}
    ),
    "tell that nothing was there": Deed(
        "bas", "/waarnemen/{observation}/aankruisen", "", {"niets": "ja"}, {"observation": 1}
    ),
    "begin with the start questions": Deed(
        "bas", f"/vragen/{MODULE}/start", "", {"keuze": "begin"}, {"administration": 1}
    ),
    "decline the start questions": Deed(
        "bas", f"/vragen/{MODULE}/start", "", {"keuze": "liever-niet"}, {"administration": 1}
    ),
    "respond": Deed("anna", f"/vragen/{MODULE}/slot/1", "", {"keuze": "a"}, {"response": 1, "wording": 1}),
    "skip": Deed("anna", f"/vragen/{MODULE}/slot/2", "", {"sla-over": "1"}, {"response": 1, "wording": 1}),
    "hand in": Deed("anna", f"/vragen/{MODULE}/slot/99", "/klaar", {}, {}),
    "evaluate": Deed(
        "anna",
        f"/evaluatie/{MODULE}",
        "",
        {},
        {"evaluation": 1, "milestone": 1, "evaluation_answer": ALL_FILLED_IN},
    ),
    "decline to evaluate": Deed("anna", f"/evaluatie/{MODULE}", "", {"liever-niet": "1"}, {"milestone": 1}),
    "ask for the certificate": Deed("anna", f"/certificaat/{MODULE}", "", {"name": "A. de Vries"}, {}),
    "answer at a film": Deed(
        "bas", f"/film/{VIDEO}", "/antwoord", {"keuze": "a"}, {"video_answer": 1, "video_position": 1}
    ),
    "read on in a film": Deed("bas", f"/film/{VIDEO}/lezen/1", "/lezen/1", {}, {"video_position": 1}),
    "change a name": Deed("bas", "/mijn", "/mijn/naam", {"name": "Bastiaan"}, {}),
    "say who picks it up": Deed(
        "coordinator",
        "/medewerker/team/{team}/opvolgkaart/{kind}",
        "",
        {"role": "Ad van het wijkteam"},
        {"follow_up": 1},
    ),
    "fill in the profile": Deed(
        "trainer",
        "/medewerker/team/{team}/teamprofiel/wijzigen",
        "",
        {"homes": "850", "tenure": "rent"},
        {"team_profile": 1},
    ),
}
TWICE_IS_TWO = {"consent"}
"""Saying yes twice is written down twice, and counts once."""


@pytest.fixture
def prepare(app: Flask, arrive: Arrive, cast: Cast, library: Library) -> Callable[[str], Prepared]:
    """Open the page of a deed and fill in its form."""

    def ready(name: str) -> Prepared:
        deed, visitor = DEEDS[name], arrive(DEEDS[name].who)
        words = {
            "invitation": cast.invitations["noord"],
            "scenario": next(iter(library.scenarios)),
            "team": cast.teams["noord"],
            "kind": library.shared.kinds[0].id,
            "attempt": cast.attempts["anna"],
            "drill": next(iter(library.drills)),
            "observation": next(iter(library.observations)),
            "questions": part_path(library, "questions"),
            "cards": part_path(library, "cards"),
        }
        form = Page(visitor.get(deed.page.format(**words))).form(deed.ending)
        fields = dict(deed.fields)
        if ALL_FILLED_IN in deed.adds.values():
            fields = {code: values[0] for code, values in form.choices.items()}
            fields |= dict.fromkeys(form.typed, "Goed.")
        if "keuze" in form.choices:
            fields["keuze"] = form.choices["keuze"][0]
        adds = {table: len(fields) if n == ALL_FILLED_IN else n for table, n in deed.adds.items()}
        return Prepared(visitor, form.action, {**form.fields, **fields}, adds)

    return ready


def part_path(library: Library, what: str) -> str:
    return next(
        f"/les/{lesson.id}/{part.id}"
        for lesson in library.lessons.values()
        for part in lesson.parts
        if getattr(part, what)
    )


def more(before: Rows, after: Rows) -> dict[str, int]:
    """How many rows each table got; what signing in leaves behind does not count."""
    tables = {name: len(after[name]) - len(before[name]) for name in after}
    return {
        name: number
        for name, number in tables.items()
        if number and name not in {"browser_session", "outgoing_mail"}
    }


@pytest.mark.parametrize("name", DEEDS)
def test_the_same_form_twice_or_thrice_is_the_same_as_once(
    prepare: Callable[[str], Prepared], rows: Callable[[], Rows], name: str
) -> None:
    form, before = prepare(name), rows()
    cookie = form.visitor.client.get_cookie("pluis")
    first = form.visitor.client.post(form.action, data=form.data)
    assert first.status_code == 303
    once = more(before, rows())
    assert once == form.adds
    if name in TWICE_IS_TWO:
        return
    for _ in range(2):
        form.visitor.client.set_cookie("pluis", cookie.value)  # type: ignore[union-attr]
        again = form.visitor.client.post(form.action, data=form.data)
        assert again.status_code in {303, 409}
        if again.status_code == 303:
            assert again.headers["Location"] == first.headers["Location"]
    assert more(before, rows()) == once


@pytest.mark.parametrize("name", DEEDS)
def test_two_at_the_same_moment_is_the_same_as_one(
    app: Flask, prepare: Callable[[str], Prepared], rows: Callable[[], Rows], name: str
) -> None:
    form, before = prepare(name), rows()
    cookie, statuses, start = form.visitor.client.get_cookie("pluis"), [], Barrier(4)

    def send() -> None:
        browser = app.test_client()
        browser.set_cookie("pluis", cookie.value)  # type: ignore[union-attr]
        start.wait()
        statuses.append(browser.post(form.action, data=form.data).status_code)

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {303, 409}
    assert 303 in statuses
    if name not in TWICE_IS_TWO:
        assert more(before, rows()) == form.adds


def test_two_readers_of_one_invitation_become_two_people(
    app: Flask, cast: Cast, rows: Callable[[], Rows]
) -> None:
    before = rows()
    for _ in range(2):
        visitor = Visitor(app)
        page = Page(visitor.get(f"/meedoen/{cast.invitations['noord']}"))
        visitor.send(page.form().action, page.form().filled(name="Jan"))
    assert more(before, rows()) == {"learner": 2}


def test_reloading_after_joining_gives_the_same_person_back(
    app: Flask, cast: Cast, rows: Callable[[], Rows]
) -> None:
    visitor, before = Visitor(app), rows()
    page = Page(visitor.get(f"/meedoen/{cast.invitations['noord']}"))
    sent = page.form().filled(name="Dora")
    visitor.client.post(page.form().action, data=sent)
    stale = visitor.client.post(page.form().action, data=sent, headers={"Origin": "http://localhost"})
    assert stale.status_code == 400
    again = Page(stale).form()
    visitor.client.post(again.action, data=again.filled())
    assert more(before, rows()) == {"learner": 1}
    assert 'value="Dora"' in visitor.get("/mijn").text


def test_a_second_answer_with_a_new_key_is_the_one_that_counts(arrive: Arrive, library: Library) -> None:
    bas, path = arrive("bas"), part_path(library, "questions")
    codes = Page(bas.get(path)).form("/antwoord").choices["keuze"][:2]
    question = Page(bas.get(path)).form("/antwoord").fields["vraag"]
    for code in codes:
        form = Page(bas.get(f"{path}?opnieuw={question}")).form("/antwoord")
        assert bas.send(form.action, form.filled(keuze=code)).status_code == 303
    kept = [a["antwoord"] for a in bas.get("/mijn/bestand").json["antwoorden in lessen"]]  # type: ignore[index]
    assert kept == codes


@pytest.mark.parametrize("key", [None, "", "x" * 500])
def test_answering_again_without_a_proper_key_still_counts(
    arrive: Arrive, library: Library, key: str | None
) -> None:
    """A browser that lost the hidden field can still change its mind."""
    bas, path = arrive("bas"), part_path(library, "questions")
    form = Page(bas.get(path)).form("/antwoord")
    for code in form.choices["keuze"][:2]:
        data = {"vraag": form.fields["vraag"], "keuze": code}
        assert bas.send(form.action, data if key is None else {**data, "key": key}).status_code == 303
    kept = bas.get("/mijn/bestand").json["antwoorden in lessen"]  # type: ignore[index]
    assert len(kept) == (1 if key and len(key) > 64 else 2)


def test_handing_in_twice_from_two_devices_closes_once_and_answers_stay(
    app: Flask, arrive: Arrive, rows: Callable[[], Rows]
) -> None:
    phone, laptop, path = arrive("anna"), arrive("anna"), f"/vragen/{MODULE}/slot"
    form = Page(phone.get(f"{path}/1")).form()
    phone.send(form.action, form.filled(keuze=form.choices["keuze"][0]))
    phone.send(f"{path}/klaar", {})
    closed = rows()
    late = laptop.send(f"{path}/1", {"keuze": form.choices["keuze"][1], "key": "late"})
    assert late.status_code == 409
    assert "Je antwoorden zijn bewaard" in late.text
    laptop.send(f"{path}/klaar", {})
    assert rows() == closed


def test_a_choice_that_was_made_is_not_made_again_from_another_tab(arrive: Arrive, library: Library) -> None:
    bas, scenario = arrive("bas"), next(iter(library.scenarios.values()))
    begin = Page(bas.get(f"/oefening/{scenario.id}")).form()
    path = bas.send(begin.action, begin.filled()).headers["Location"]
    codes = [choice.code for choice in scenario.scenes[0].choices]
    answers = [bas.send(path, {"stap": "0", "keuze": code}).headers["Location"] for code in codes]
    assert answers == [f"{path}/0"] * len(codes)
    made = bas.get("/mijn/bestand").json["oefeningen"][0]["keuzes"]  # type: ignore[index]
    assert [choice["keuze"] for choice in made] == codes[:1]
    assert bas.send(path, {"stap": "5", "keuze": codes[0]}).status_code == 409


def test_trying_another_choice_twice_makes_one_new_attempt(
    arrive: Arrive, cast: Cast, library: Library, rows: Callable[[], Rows]
) -> None:
    anna, scenario = arrive("anna"), next(iter(library.scenarios))
    before, path = rows(), f"/oefening/{scenario}/{cast.attempts['anna']}/0"
    places = {anna.send(path, {"key": "retry"}).headers["Location"] for _ in range(3)}
    assert len(places) == 1
    assert more(before, rows()) == {"attempt": 1}
