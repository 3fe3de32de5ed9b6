"""A round of a drill without JavaScript, and all that can come in between."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from flask import Flask

from app.content.drill import ROUND, Drill
from app.content.library import Library
from tests.cast import Cast, Visitor
from tests.web.conftest import Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
WORDS = {"x": "Goed.", "~": "Kan ook.", "": "Liever niet."}


@pytest.fixture
def drill(library: Library) -> Drill:
    """Not the one in which Anna and Zara did a round."""
    return list(library.drills.values())[-1]


@pytest.fixture
def serve(app: Flask, library: Library) -> Callable[[Drill], AbstractContextManager[None]]:
    """Serve another text of a drill for a while."""
    keeper = app.extensions["library"]

    class Serving(AbstractContextManager[None]):
        def __init__(self, drill: Drill) -> None:
            self.library = replace(library, drills={**library.drills, drill.id: drill})

        def __enter__(self) -> None:
            self.real, keeper._library = keeper._library, self.library

        def __exit__(self, *error: object) -> None:
            keeper._library = self.real

    return Serving


def answer(visitor: Visitor, drill: Drill, mark: str | None = None) -> Page:
    """Answer the case that is there; without a mark whatever comes first.  Gives the page that follows."""
    form = Page(visitor.get(f"/rondje/{drill.id}/nu")).form("/nu")
    case = drill.by_id[str(form.fields["geval"])]
    code = next((o.code for o in case.options if o.mark == mark), form.choices["keuze"][0])
    sent = visitor.send(form.action, form.filled(keuze=code))
    assert sent.status_code == 303
    return Page(visitor.get(sent.headers["Location"]))


def test_a_round_from_the_lesson_to_the_next_round(arrive: Arrive, library: Library) -> None:
    bas = arrive("bas")
    for lesson, drill in (
        ("let-op-gedrag", "omdraai-vraag"),
        ("eerst-jij-veilig", "stop"),
        ("niet-invullen", "nivea"),
    ):
        link = f"/oefening/{drill}"
        assert link in Page(bas.get(f"/les/{lesson}/onthoud")).links
        found = bas.get(link)
        assert (found.status_code, found.headers["Location"]) == (302, f"/rondje/{drill}")
        one_round(bas, library.drills[drill], library.shared.contacts)


def chosen_on(page: Page) -> str:
    """The one answer that the page says was chosen."""
    found = re.findall(r'chosen">.*?class="option-text">(.*?) <span class="chosen-mark', page.html, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def one_round(visitor: Visitor, drill: Drill, contacts: Mapping[str, str]) -> None:
    intro = Page(visitor.get(f"/rondje/{drill.id}"))
    assert intro.heading == drill.title
    assert f"{ROUND} situaties, ongeveer 2 minuten" in intro.text
    assert "Je deed dit rondje" not in intro.text
    path, met = next(link for link in intro.links if link.endswith("/nu")), []
    for number in range(1, ROUND + 1):
        page = Page(visitor.get(path))
        assert f"Situatie {number} van {ROUND}" in page.text
        form = page.form("/nu")
        case = drill.by_id[str(form.fields["geval"])]
        met.append(case.id)
        chosen = next(o for o in case.options if o.code == form.choices["keuze"][-1])
        after = Page(
            visitor.get(visitor.send(form.action, form.filled(keuze=chosen.code)).headers["Location"])
        )
        assert after.path == f"/rondje/{drill.id}/antwoord/{number}"
        assert after.heading == case.title == page.heading
        filled = re.sub(r"\{([^}]+)\}", lambda token: contacts[token[1]], chosen.text_html)
        assert chosen_on(after) == filled
        assert WORDS[chosen.mark] in after.html.split("Jouw antwoord")[1].split("</p>")[0]
        path = [link for link in after.links if link.startswith("/rondje/")][-1]
    assert len(set(met)) == ROUND
    end = Page(visitor.get(path))
    assert end.path == f"/rondje/{drill.id}/klaar/1"
    assert drill.goal in end.text
    assert f"Er zijn nog {len(drill.cases) - ROUND} nieuwe situaties." in end.text
    assert [link for link in end.links if "/antwoord/" in link] == [
        f"/rondje/{drill.id}/antwoord/{number}" for number in range(1, ROUND + 1)
    ]
    assert {"/thuis", f"/rondje/{drill.id}/nu"} <= set(end.links)
    assert "Je deed dit rondje 1 keer." in Page(visitor.get(f"/rondje/{drill.id}")).text
    assert "Situatie 1 van 5" in Page(visitor.get(f"/rondje/{drill.id}/nu")).text


@pytest.mark.parametrize(
    ("marks", "heading", "words"),
    [
        (["x"] * 5, "Alle vijf goed", "Mooi. Dit zit er goed in."),
        (["x", "x", "", "x", "x"], "Vier van de vijf goed", "Mooi gedaan."),
        (["x", "", "", "x", ""], "Twee van de vijf goed", "Dat gaat de goede kant op."),
        (["", "", "", "", "x"], "Eén van de vijf goed", "Dit waren geen makkelijke."),
        ([""] * 5, "Dat was het rondje", "Dit waren geen makkelijke."),
    ],
)
def test_the_end_tells_in_warm_words_how_it_went(
    arrive: Arrive, drill: Drill, marks: list[str], heading: str, words: str
) -> None:
    bas = arrive("bas")
    for mark in marks:
        answer(bas, drill, mark)
    end = Page(bas.get(f"/rondje/{drill.id}/klaar/1"))
    assert end.heading == heading
    assert words in end.text
    told = re.findall(r"[✓!✕] (Goed|Kan ook|Liever niet)", end.text)
    assert told == [WORDS[mark].rstrip(".") for mark in marks]


def test_every_case_is_met_once_before_one_comes_back_and_the_page_says_so(
    arrive: Arrive, drill: Drill
) -> None:
    bas, met = arrive("bas"), []
    for _ in drill.cases:
        form = Page(bas.get(f"/rondje/{drill.id}/nu")).form("/nu")
        met.append(form.fields["geval"])
        answer(bas, drill)
    assert sorted(map(str, met)) == sorted(drill.by_id)
    assert "Je kent nu alle" in bas.get(f"/rondje/{drill.id}").text
    again = Page(bas.get(f"/rondje/{drill.id}/nu")).form("/nu").fields["geval"]
    assert again != met[-1]


def test_who_left_half_way_goes_on_there_on_any_device(arrive: Arrive, drill: Drill) -> None:
    phone, laptop = arrive("anna"), arrive("anna")
    for _ in range(2):
        answer(phone, drill)
    intro = Page(laptop.get(f"/rondje/{drill.id}"))
    assert "Verder met situatie 3 van 5" in intro.text
    cases = [Page(each.get(f"/rondje/{drill.id}/nu")).form("/nu").fields["geval"] for each in (phone, laptop)]
    assert cases[0] == cases[1]
    assert "bezig" in laptop.get("/thuis").text


def test_looking_back_leads_through_the_answers_to_where_one_was(arrive: Arrive, drill: Drill) -> None:
    bas = arrive("bas")
    assert "← Vorige situatie" not in bas.get(f"/rondje/{drill.id}/nu").text
    for _ in range(3):
        answer(bas, drill)
    now = Page(bas.get(f"/rondje/{drill.id}/nu"))
    assert f"/rondje/{drill.id}/antwoord/3" in now.links
    for number, following in ((1, "antwoord/2"), (2, "antwoord/3"), (3, "nu")):
        page = Page(bas.get(f"/rondje/{drill.id}/antwoord/{number}"))
        assert f"/rondje/{drill.id}/{following}" in page.links


@pytest.mark.parametrize("path", ["antwoord/0", "antwoord/2", "antwoord/99", "klaar/0", "klaar/1"])
def test_an_answer_or_an_end_that_is_not_there_yet_leads_to_the_beginning(
    arrive: Arrive, drill: Drill, path: str
) -> None:
    bas = arrive("bas")
    answer(bas, drill)
    found = bas.get(f"/rondje/{drill.id}/{path}")
    assert (found.status_code, found.headers["Location"]) == (302, f"/rondje/{drill.id}")


@pytest.mark.parametrize("path", ["", "/nu", "/antwoord/1", "/klaar/1"])
@pytest.mark.parametrize("drill_id", ["weg", "het-appje", "khg-wijkveiligheid"])
def test_what_is_no_drill_is_not_found(arrive: Arrive, drill_id: str, path: str) -> None:
    assert arrive("bas").get(f"/rondje/{drill_id}{path}").status_code == 404


def test_without_a_choice_the_same_case_asks_for_one(
    arrive: Arrive, drill: Drill, rows: Callable[[], Rows]
) -> None:
    bas, path = arrive("bas"), f"/rondje/{drill.id}/nu"
    form, before = Page(bas.get(path)).form("/nu"), rows()
    again = bas.send(path, form.fields)
    page = Page(again)
    assert again.status_code == 422
    assert page.text.count("Kies een antwoord") == 2
    assert page.form("/nu").fields["geval"] == form.fields["geval"]
    assert page.form("/nu").fields["key"] == form.fields["key"]
    assert page.form("/nu").choices == form.choices
    assert rows() == before


def test_a_page_left_open_elsewhere_is_an_answer_of_its_own_and_keeps_what_was_chosen_there(
    arrive: Arrive, drill: Drill
) -> None:
    """The phone shows a case that the laptop has answered already: nothing is lost, nothing fails."""
    phone, laptop, path = arrive("bas"), arrive("bas"), f"/rondje/{drill.id}/nu"
    form = Page(phone.get(path)).form("/nu")
    case, (first, second) = drill.by_id[str(form.fields["geval"])], form.choices["keuze"][:2]
    there = Page(laptop.get(path)).form("/nu")
    assert laptop.send(path, there.filled(keuze=first)).headers["Location"].endswith("/antwoord/1")
    late = phone.send(path, form.filled(keuze=second))
    assert late.headers["Location"].endswith("/antwoord/2")
    option = case.option(second)
    assert option is not None
    assert chosen_on(Page(phone.get(late.headers["Location"]))) == option.text_html
    kept = [(a["geval"], a["antwoord"]) for a in bas_file(phone)]
    assert kept == [(case.id, first), (case.id, second)]
    assert Page(phone.get(path)).form("/nu").fields["geval"] != case.id


def bas_file(visitor: Visitor) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = visitor.get("/mijn/bestand").json["rondjes"]  # type: ignore[index]
    return rows


def test_the_same_page_sent_again_with_another_choice_keeps_the_first(arrive: Arrive, drill: Drill) -> None:
    bas, path = arrive("bas"), f"/rondje/{drill.id}/nu"
    form = Page(bas.get(path)).form("/nu")
    places = {bas.send(path, form.filled(keuze=code)).headers["Location"] for code in form.choices["keuze"]}
    assert places == {f"/rondje/{drill.id}/antwoord/1"}
    assert [a["antwoord"] for a in bas_file(bas)] == form.choices["keuze"][:1]


@pytest.mark.parametrize(
    "changes", [{"geval": "weg"}, {"geval": ""}, {"keuze": "z"}, {"geval": "weg", "keuze": ""}]
)
def test_a_case_or_answer_that_is_gone_is_told_kindly(
    arrive: Arrive, drill: Drill, rows: Callable[[], Rows], changes: dict[str, str]
) -> None:
    bas, path = arrive("bas"), f"/rondje/{drill.id}/nu"
    form, before = Page(bas.get(path)).form("/nu"), rows()
    answered = bas.send(path, {**form.filled(keuze="a"), **changes})
    assert answered.status_code == 409
    assert "Deze situatie is intussen veranderd." in answered.text
    assert rows() == before


def test_an_answer_outlives_its_case_and_its_option(
    arrive: Arrive, drill: Drill, serve: Callable[[Drill], AbstractContextManager[None]]
) -> None:
    bas = arrive("bas")
    for _ in range(ROUND):
        answer(bas, drill, "x")
    first, second = (each["geval"] for each in bas_file(bas)[:2])
    cases = tuple(
        replace(case, options=tuple(o for o in case.options if o.mark != "x")) if case.id == second else case
        for case in drill.cases
        if case.id != first
    )
    with serve(replace(drill, cases=cases)):
        gone = Page(bas.get(f"/rondje/{drill.id}/antwoord/1"))
        changed = Page(bas.get(f"/rondje/{drill.id}/antwoord/2"))
        end = Page(bas.get(f"/rondje/{drill.id}/klaar/1"))
        assert gone.heading == "Deze situatie is er niet meer"
        assert changed.heading == drill.by_id[second].title
        for page in (gone, changed):
            assert "Je antwoord is bewaard." in page.text
            assert "Jouw antwoord" not in page.text
            assert any(link.startswith(f"/rondje/{drill.id}/antwoord/") for link in page.links)
        assert end.heading == "Drie van de vijf goed"
        assert end.text.count("veranderd") == 2
        assert Page(bas.get(f"/rondje/{drill.id}/nu")).form("/nu").fields["geval"] != first
    with serve(replace(drill, cases=())):
        assert bas.get(f"/rondje/{drill.id}").status_code == 404
        assert drill.title not in bas.get("/thuis").text


def test_home_lists_the_drills_of_each_module_and_how_often_they_were_done(
    arrive: Arrive, cast: Cast, library: Library
) -> None:
    home = Page(arrive("anna").get("/thuis"))
    assert home.text.count("Korte rondjes") == len({drill.module for drill in library.drills.values()})
    assert {f"/rondje/{id}" for id in library.drills} <= set(home.links)
    done = next(iter(library.drills.values()))
    assert f"{done.title} ✓ 1 keer" in home.text


def test_nobody_sees_the_answers_of_somebody_else(arrive: Arrive, library: Library) -> None:
    drill = next(iter(library.drills.values()))
    assert arrive("anna").get(f"/rondje/{drill.id}/antwoord/1").status_code == 200
    assert arrive("carla").get(f"/rondje/{drill.id}/antwoord/1").headers["Location"] == f"/rondje/{drill.id}"
