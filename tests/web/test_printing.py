"""Paper: who can print what, whose names are on it, and when the answers are in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from app.content.library import Library
from app.models.neighbourhood import FollowUp
from app.models.people import Team
from tests.cast import NOW, Cast, Visitor
from tests.paper import Paper
from tests.web.page import Page

Arrive = Callable[[str], Visitor]


def tell(app: Flask, cast: Cast, team: str, role: str, kind: str = "niet-pluis") -> None:
    """A team fills in who follows up."""
    row = FollowUp(
        team_id=cast.teams[team],
        kind=kind,
        role=role,
        channel="0123-456 709",
        hours="werkdagen",
        deputy="Peter",
        changed_at=NOW,
    )
    with app.extensions["database"].writing() as db:
        db.merge(row)
        db.commit()


def paper_at(visitor: Visitor, path: str) -> Paper:
    response = visitor.get(path)
    assert (response.status_code, response.mimetype) == (200, "application/pdf"), path
    return Paper(response.data)


def test_a_volunteer_finds_the_cards_from_home(arrive: Arrive, library: Library) -> None:
    bas = arrive("bas")
    bas.send("/toestemming", {"keuze": "nee"})
    assert "/kaarten" in Page(bas.get("/thuis")).links
    page = Page(bas.get("/kaarten"))
    assert page.heading == "Kaarten voor onderweg"
    for card in library.cards.values():
        assert card.title in page.text
        assert card.purpose in page.text
        assert {f"/kaarten/{card.id}", f"/kaarten/{card.id}.pdf"} <= set(page.links)
        assert paper_at(bas, f"/kaarten/{card.id}.pdf").title == card.title


def test_a_card_on_screen_says_the_same_as_on_paper(arrive: Arrive, library: Library) -> None:
    bas = arrive("bas")
    for card in library.cards.values():
        page = Page(bas.get(f"/kaarten/{card.id}"))
        paper = paper_at(bas, f"/kaarten/{card.id}.pdf")
        assert page.heading == card.title
        assert "{" not in page.text
        for side in card.sides:
            for block in side.blocks:
                assert block.title in page.text
                assert block.title in paper.text
        assert "Team noord" in page.text
        assert "Team noord" in paper.text
        assert f"/kaarten/{card.id}.pdf" in page.links


def test_what_a_team_filled_in_is_on_its_own_cards_and_on_no_other(
    app: Flask, arrive: Arrive, cast: Cast
) -> None:
    before = Page(arrive("bas").get("/kaarten/loopkaart")).text
    assert before.count("zelf invullen") > 10
    tell(app, cast, "noord", "Hanneke <b>van</b> het & wijkteam")
    tell(app, cast, "zuid", "Zuidkanarie")
    for who, path in (
        ("bas", "/kaarten"),
        ("coordinator", f"/medewerker/team/{cast.teams['noord']}/drukwerk/kaart"),
    ):
        paper = paper_at(arrive(who), f"{path}/loopkaart.pdf").text
        assert "Wie: Hanneke <b>van</b> het & wijkteam Contact: 0123-456 709 Tijden: werkdagen" in paper
        assert "Zuidkanarie" not in paper
    response = arrive("bas").get("/kaarten/loopkaart")
    assert "Hanneke &lt;b&gt;van&lt;/b&gt; het &amp; wijkteam" in response.text
    assert Page(response).text.count("zelf invullen") == before.count("zelf invullen") - 4
    assert "Zuidkanarie" in Page(arrive("zara").get("/kaarten/loopkaart")).text


def test_a_lesson_names_the_people_of_the_team(app: Flask, arrive: Arrive, cast: Cast) -> None:
    tell(app, cast, "noord", "Hanneke van het wijkteam")
    path = "/medewerker/team/{}/drukwerk/les/de-meldroute.pdf"
    paper = {team: paper_at(arrive("admin"), path.format(id)).text for team, id in cast.teams.items()}
    assert "Begin bij Hanneke van het wijkteam" in paper["noord"]
    assert "Begin bij het wijkteam van je gemeente" in paper["zuid"]


def begin(visitor: Visitor, module: str) -> None:
    """Past the start questions."""
    visitor.send(f"/vragen/{module}/start", {"keuze": "liever-niet"})


def test_the_answers_are_in_it_when_the_lesson_is_done_and_not_before(
    arrive: Arrive, library: Library
) -> None:
    bas, lesson = arrive("bas"), library.modules[0].lessons[1]
    path = f"/les/{lesson.id}/boekje.pdf"
    begin(bas, lesson.module)
    done = len(lesson.parts) - 1
    for number, part in enumerate(lesson.parts):
        assert "Liever niet" not in paper_at(bas, path).text
        assert "zonder antwoorden" in Page(bas.get("/kaarten")).text
        for question in part.questions:
            form = {"vraag": question.id, "keuze": question.options[0].code, "key": "k"}
            bas.send(f"/les/{lesson.id}/{part.id}/antwoord", form)
        if part.cards:
            chosen = {f"kaart-{card.code}": part.bins[0] for card in part.cards}
            bas.send(f"/les/{lesson.id}/{part.id}/kaarten", {**chosen, "key": "k"})
        if number == done:
            text = Page(bas.get(f"/les/{lesson.id}/klaar")).text
            assert "De antwoorden komen erbij als deze les klaar is." in text
        bas.send(f"/les/{lesson.id}/{part.id}/verder", {})
    assert "Liever niet" in paper_at(bas, path).text
    ending = Page(bas.get(f"/les/{lesson.id}/klaar"))
    assert "Achterin staan de antwoorden." in ending.text
    assert path in ending.links


def test_before_the_start_questions_there_is_no_lesson_on_paper(arrive: Arrive, library: Library) -> None:
    """Who read the lesson first would be measured too late."""
    lesson = library.modules[0].lessons[0]
    answer = arrive("bas").get(f"/les/{lesson.id}/boekje.pdf")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/vragen/{lesson.module}/start"


def test_staff_print_everything_of_a_team(arrive: Arrive, cast: Cast, library: Library) -> None:
    team = f"/medewerker/team/{cast.teams['noord']}"
    for who in ("coordinator", "trainer", "admin"):
        assert f"{team}/drukwerk" in Page(arrive(who).get(team)).links
    cora = arrive("coordinator")
    page = Page(cora.get(f"{team}/drukwerk"))
    papers = [link for link in page.links if link.endswith(".pdf")]
    assert len(papers) == len(library.cards) + len(library.modules) + len(library.lessons)
    for path in (papers[0], papers[len(library.cards) + 1]):
        assert "Team noord" in paper_at(cora, path).text
    lesson = library.modules[0].lessons[0]
    booklet = paper_at(cora, f"{team}/drukwerk/les/{lesson.id}.pdf")
    assert "Antwoorden" in booklet.text
    module = paper_at(cora, f"{team}/drukwerk/module/{lesson.module}.pdf")
    assert "Wat staat waar?" in module.text
    assert len(module.sheets) > 50


@pytest.mark.parametrize(
    ("who", "path", "name"),
    [
        ("anna", "/kaarten/meldroute.pdf", "meldroute-team-noord.pdf"),
        ("anna", "/les/wat-mag-ik/boekje.pdf", "wat-mag-ik.pdf"),
        ("trainer", "/medewerker/team/{noord}/drukwerk/les/wat-mag-ik.pdf", "wat-mag-ik-team-noord.pdf"),
        (
            "trainer",
            "/medewerker/team/{noord}/drukwerk/module/wijkveiligheid.pdf",
            "module-wijkveiligheid-team-noord.pdf",
        ),
    ],
)
def test_a_paper_is_shown_under_its_own_name_and_kept_by_this_browser_alone(
    arrive: Arrive, cast: Cast, who: str, path: str, name: str
) -> None:
    visitor, path = arrive(who), path.format(noord=cast.teams["noord"])
    first = visitor.get(path)
    assert first.headers["Content-Disposition"] == f"inline; filename={name}"
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "object-src 'self'" in first.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in first.headers["Content-Security-Policy"]
    again = visitor.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert visitor.client.head(path).status_code == 200
    assert Visitor(visitor.client.application).get(path).status_code == 303


@pytest.mark.parametrize("name", ["Buurtteam ’t Zand / Òost!", "///", "Шевченко", "x" * 200])
def test_whatever_a_team_is_called_its_paper_has_a_name(
    app: Flask, arrive: Arrive, cast: Cast, name: str
) -> None:
    with app.extensions["database"].writing() as db:
        db.get_one(Team, cast.teams["noord"]).name = name
        db.commit()
    response = arrive("bas").get("/kaarten/meldroute.pdf")
    assert response.status_code == 200
    file = response.headers["Content-Disposition"].removeprefix("inline; filename=")
    assert set(file) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(Paper(response.data).sheets) == 2


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("bas", "/kaarten/bestaat-niet"),
        ("bas", "/kaarten/bestaat-niet.pdf"),
        ("bas", "/les/bestaat-niet/boekje.pdf"),
        ("coordinator", "/medewerker/team/{noord}/drukwerk/kaart/bestaat-niet.pdf"),
        ("coordinator", "/medewerker/team/{noord}/drukwerk/les/bestaat-niet.pdf"),
        ("coordinator", "/medewerker/team/{noord}/drukwerk/module/bestaat-niet.pdf"),
        ("coordinator", "/medewerker/team/{zuid}/drukwerk/kaart/meldroute.pdf"),
    ],
)
def test_what_is_not_there_can_not_be_printed(arrive: Arrive, cast: Cast, who: str, path: str) -> None:
    assert arrive(who).get(path.format(**cast.teams)).status_code == 404


def test_printing_without_end_is_asked_to_wait(app: Flask, arrive: Arrive, cast: Cast) -> None:
    throttle = app.extensions["throttle"]
    bas, carla = arrive("bas"), arrive("carla")
    throttle.buckets["print of a person", cast.learners["bas"]] = (0.0, float("inf"))
    answer = bas.get("/kaarten/meldroute.pdf")
    assert answer.status_code == 429
    assert "private" not in answer.headers["Cache-Control"]
    assert bas.get("/kaarten/meldroute").status_code == 200
    assert carla.get("/kaarten/meldroute.pdf").status_code == 200


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True)])
def test_a_card_about_the_law_that_is_past_its_date_says_so(
    app: Flask, cast: Cast, library: Library, days: int, told: bool
) -> None:
    card = library.cards["bevoegdhedenkaart"]
    assert card.valid_until
    then = datetime.combine(card.valid_until, datetime.min.time(), UTC) + timedelta(days=days, hours=12)
    with time_machine.travel(then, tick=False):
        bas = Visitor(app).sign_in(cast, "bas")
        assert ("Wij moeten deze kaart opnieuw nakijken." in bas.get(f"/kaarten/{card.id}").text) is told
