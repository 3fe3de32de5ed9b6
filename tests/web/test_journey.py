"""A volunteer's way without JavaScript, from invitation to certificate, by pressing what pages show."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from app.content.library import Library
from app.models.measurement import Administration, Evaluation, EvaluationAnswer, Response
from app.services.administrations import subject_of
from tests.cast import SECRET, Cast, Visitor
from tests.web.conftest import MODULE, Rows
from tests.web.page import Page
from tests.web.volunteer import Volunteer

Arrive = Callable[[str], Visitor]


@pytest.fixture
def volunteer(app: Flask) -> Volunteer:
    return Volunteer(app)


def test_the_whole_way_from_the_invitation_to_a_certificate_that_can_be_checked(
    app: Flask, volunteer: Volunteer, cast: Cast, library: Library
) -> None:
    volunteer.join(cast.invitations["noord"])
    assert "Begin met een paar vragen" in volunteer.page.text
    before = volunteer.answer_questions("start")
    for lesson in library.modules[0].lessons:
        assert f"Les {lesson.number}: {lesson.title}" in volunteer.open("/thuis").text
        volunteer.read_lesson(lesson.id)
        assert f"Les {lesson.number} is klaar" in volunteer.page.text
    for scenario in library.scenarios.values():
        assert volunteer.play(scenario.id) > 1
    assert volunteer.open("/thuis").text.count("✓ gedaan") == len(library.scenarios)
    volunteer.follow("Naar de slotvragen")
    volunteer.answer_questions("slot")
    assert "Wat was goed, en waarom?" in volunteer.page.text
    assert len(before) >= 8
    assert_other_knowledge_questions(volunteer, library)
    volunteer.follow("Verder")
    form = volunteer.page.form()
    volunteer.press(**{name: values[-1] for name, values in form.choices.items()})
    volunteer.press(name="Dora de Vries-Øster")
    assert "Dora de Vries-Øster" in volunteer.page.text
    code = re.search(r"Controlecode <strong>([^<]+)", volunteer.page.html)
    assert code
    official = Volunteer(app)
    official.open("/controle")
    official.press("/controle", code=code[1].lower())
    assert "Dit certificaat is echt." in official.page.text
    assert "Dora de Vries-Øster" in official.page.text
    assert "Je hebt alle 9 lessen gedaan." in volunteer.open("/thuis").text


def assert_other_knowledge_questions(volunteer: Volunteer, library: Library) -> None:
    """Knowledge was asked for both times, and no question of it twice; what people think was asked twice."""
    scales = library.instruments[f"khg-{MODULE}"].scales
    knowledge = {item.code for scale in scales for item in scale.items if item.key is not None}
    sittings = volunteer.visitor.get("/mijn/bestand").json["metingen"]  # type: ignore[index]
    before, after = ({answer["vraag"] for answer in sitting["antwoorden"]} for sitting in sittings)
    assert len(before & knowledge) == len(after & knowledge) > 3
    assert before & after & knowledge == set()
    assert before & after


@pytest.mark.parametrize(("consent", "questions"), [("ja", "skip each"), ("nee", "decline")])
def test_whoever_declines_or_skips_gets_the_certificate_just_the_same(
    volunteer: Volunteer, cast: Cast, library: Library, consent: str, questions: str
) -> None:
    volunteer.join(cast.invitations["zuid"], consent=consent)
    decline_or_skip(volunteer, "start", questions)
    for lesson in reversed(library.modules[0].lessons):
        volunteer.read_lesson(lesson.id)
    decline_or_skip(volunteer, "slot", questions)
    volunteer.open(f"/evaluatie/{MODULE}")
    volunteer.press(**{"liever-niet": "1"})
    volunteer.press(name="Dora")
    assert "heeft de module Wijkveiligheid gevolgd" in volunteer.page.text


def decline_or_skip(volunteer: Volunteer, moment: str, how: str) -> None:
    if how == "decline":
        volunteer.open(f"/vragen/{MODULE}/{moment}")
        volunteer.press(keuze="liever-niet")
        assert volunteer.page.path == "/thuis"
    else:
        volunteer.answer_questions(moment, choose=None)


def test_a_lesson_skipped_through_is_not_done_and_says_what_is_open(
    volunteer: Volunteer, cast: Cast, library: Library
) -> None:
    volunteer.join(cast.invitations["noord"])
    decline_or_skip(volunteer, "start", "decline")
    lesson = library.modules[0].lessons[0]
    volunteer.read_lesson(lesson.id, answering=False)
    assert "Er staat nog iets open." in volunteer.page.text
    open_part = next(part for part in lesson.parts if part.questions)
    assert open_part.title in volunteer.page.text
    assert "bezig" in volunteer.open("/thuis").text
    volunteer.open(f"/les/{lesson.id}")
    assert volunteer.page.path == f"/les/{lesson.id}/{open_part.id}"


def test_a_module_welcomes_whoever_has_not_begun_with_it(
    volunteer: Volunteer, cast: Cast, library: Library
) -> None:
    volunteer.join(cast.invitations["noord"], name="Nieuw")
    first, second = library.modules[:2]
    home = volunteer.visitor.get("/thuis").text
    assert first.welcome_html in home
    assert second.welcome_html in home
    volunteer.answer_questions("start")
    volunteer.read_lesson(first.lessons[0].id)
    home = volunteer.visitor.get("/thuis").text
    assert first.welcome_html not in home
    assert second.welcome_html in home


def test_three_lessons_of_your_choice_give_the_certificate_of_verdieping(
    volunteer: Volunteer, cast: Cast, library: Library
) -> None:
    volunteer.join(cast.invitations["noord"])
    lessons = {lesson.number: lesson for lesson in library.modules[2].lessons}
    for number in (1, 9):
        volunteer.read_lesson(lessons[number].id)
    assert "Kies er nog 1." in volunteer.page.text
    volunteer.open("/certificaat/verdieping")
    assert "Je krijgt het als je genoeg lessen hebt gedaan." in volunteer.page.text
    volunteer.follow("Bekijk de lessen")
    assert 'id="lessen-verdieping"' in volunteer.page.html
    volunteer.read_lesson(lessons[12].id)
    assert "Dat is genoeg, en meer mag altijd." in volunteer.page.text
    volunteer.follow("Je certificaat ligt klaar")
    volunteer.press(name="Dora de Vries")
    paper = volunteer.page.text
    assert [lessons[number].title in paper for number in (1, 9, 12, 2)] == [True, True, True, False]
    home = volunteer.open("/thuis").html
    assert "/vragen/verdieping" not in home
    assert "/evaluatie/verdieping" not in home


def test_the_first_lesson_asks_for_the_start_questions_first(volunteer: Volunteer, cast: Cast) -> None:
    volunteer.join(cast.invitations["noord"])
    assert volunteer.open("/les/waarom-lopen-wij").path == f"/vragen/{MODULE}/start"


@pytest.mark.parametrize(
    "path", [f"/vragen/{MODULE}/slot", f"/evaluatie/{MODULE}", f"/certificaat/{MODULE}/papier"]
)
def test_rounding_off_before_the_lessons_are_done_is_refused_kindly(
    arrive: Arrive, rows: Callable[[], Rows], path: str
) -> None:
    bas, before = arrive("bas"), rows()
    response = bas.get(path)
    assert response.status_code == 409
    assert "Dit kan nog niet. Rond eerst de lessen af." in response.text
    if not path.endswith("papier"):
        assert bas.send(path, {"keuze": "begin"}).status_code == 409
    assert rows() == before


def test_the_certificate_says_what_is_still_to_be_done(arrive: Arrive, rows: Callable[[], Rows]) -> None:
    bas, before = arrive("bas"), rows()
    assert "Je certificaat komt eraan" in bas.get(f"/certificaat/{MODULE}").text
    bas.send(f"/certificaat/{MODULE}", {"name": "Bas"})
    assert rows() == before


def test_a_second_device_goes_on_where_the_first_one_stopped(
    app: Flask, volunteer: Volunteer, cast: Cast, library: Library
) -> None:
    card = volunteer.join(cast.invitations["noord"])
    volunteer.open(f"/vragen/{MODULE}/start")
    volunteer.press(keuze="begin")
    for _ in range(3):
        volunteer.press(keuze=volunteer.page.form().choices["keuze"][0])
    phone = Volunteer(app)
    phone.open("/inloggen")
    phone.press("/inloggen", code=card)
    phone.open(f"/vragen/{MODULE}/start")
    assert "Ga verder bij vraag 4" in phone.page.text
    phone.press(keuze="begin")
    assert phone.page.path == f"/vragen/{MODULE}/start/4"
    assert phone.open(f"/vragen/{MODULE}/start/2").html.count(" checked") == 1
    decline_or_skip(phone, "start", "decline")
    phone.open("/les/waarom-lopen-wij")
    phone.press("/verder")
    here = phone.page.path
    assert volunteer.open("/les/waarom-lopen-wij").path == here
    scenario = next(iter(library.scenarios.values()))
    volunteer.open(f"/oefening/{scenario.id}")
    volunteer.press()
    volunteer.press(keuze=volunteer.page.form().choices["keuze"][0])
    phone.open(f"/oefening/{scenario.id}")
    phone.follow("Verder waar je was")
    assert phone.page.path.startswith(f"/oefening/{scenario.id}/")


def test_an_answer_can_be_changed_until_it_is_handed_in(arrive: Arrive, cast: Cast) -> None:
    anna, path = arrive("anna"), f"/vragen/{MODULE}/slot/1"
    given = []
    for index in (0, 1):
        form = Page(anna.get(path)).form()
        anna.send(path, form.filled(keuze=form.choices["keuze"][index]))
        given.append(form.choices["keuze"][index])
        assert Page(anna.get(path)).form().fields["keuze"] == given[-1]
    anna.send(f"/vragen/{MODULE}/slot/klaar", {})
    answers = [a for m in anna.get("/mijn/bestand").json["metingen"] for a in m["antwoorden"]]  # type: ignore[index]
    assert [a["antwoord"] for a in answers] == given


def test_the_evaluation_is_tied_to_nobody(app: Flask, arrive: Arrive, cast: Cast) -> None:
    anna, words = arrive("anna"), "Kanarie: de les over groeten bleef hangen."
    form = Page(anna.get(f"/evaluatie/{MODULE}")).form()
    anna.send(form.action, {**form.fields, form.typed[0]: words})
    with app.extensions["database"].reading() as db:
        row = db.query(Evaluation).one()
        answer = db.query(EvaluationAnswer).one()
        stored = " ".join(str(value) for value in (*vars(row).values(), *vars(answer).values()))
        assert (answer.value, answer.evaluation_id) == (words, row.id)
        subject = subject_of(SECRET[::-1].encode(), cast.learners["anna"])
        for secret in (cast.learners["anna"], subject, "Anna", str(form.fields["key"])):
            assert secret not in stored
        assert not {"learner_id", "subject", "team_id"} & set(Evaluation.__table__.columns.keys())
        assert row.week.weekday() == 0
    assert words not in anna.get("/mijn/bestand").text
    assert "Je hebt al verteld wat je ervan vond." in anna.get(f"/evaluatie/{MODULE}").text


def test_measuring_stores_a_pseudonym_and_no_person(app: Flask, volunteer: Volunteer, cast: Cast) -> None:
    volunteer.join(cast.invitations["noord"])
    volunteer.answer_questions("start")
    with app.extensions["database"].reading() as db:
        sittings = db.query(Administration).filter_by(wave="t0").all()
        assert len({sitting.subject for sitting in sittings}) == 3
        assert not {s.subject for s in sittings} & set(cast.learners.values())
        assert db.query(Response).count() == len(sittings[-1].responses) > 7


def test_forgetting_leaves_nothing_of_somebody(
    app: Flask, volunteer: Volunteer, cast: Cast, library: Library, rows: Callable[[], Rows]
) -> None:
    before = rows()
    card = volunteer.join(cast.invitations["noord"], name="Kanarievogel")
    volunteer.answer_questions("start")
    volunteer.read_lesson(library.modules[0].lessons[0].id)
    volunteer.play(next(iter(library.scenarios)))
    volunteer.open("/mijn/wissen")
    volunteer.press("/wissen")
    assert "Al je gegevens zijn gewist." in volunteer.page.text
    after = rows()
    assert {**after, "wording": []} == {**before, "wording": []}
    path = Path(app.extensions["database"].engine.url.database)
    assert b"Kanarievogel" not in b"".join(file.read_bytes() for file in path.parent.glob("*.sqlite3*"))
    assert "hoort niet bij een inlogkaart" in Visitor(app).post("/inloggen", code=card).text


def test_whoever_is_in_already_is_not_made_anew_by_the_invitation(arrive: Arrive, cast: Cast) -> None:
    page = Page(arrive("bas").get(f"/meedoen/{cast.invitations['noord']}"))
    assert "Je bent al ingelogd als Bas." in page.text
    assert [form.action for form in page.forms] == ["/uitloggen"]


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 41])
def test_a_name_is_all_that_is_asked_and_it_is_asked(volunteer: Volunteer, cast: Cast, name: str) -> None:
    volunteer.open(f"/meedoen/{cast.invitations['noord']}")
    key = volunteer.page.form().fields["key"]
    volunteer.press(name=name)
    assert 'class="error-summary"' in volunteer.page.html
    assert volunteer.page.form().fields["key"] == key


def test_no_choice_is_pointed_out_and_what_was_chosen_stays(arrive: Arrive, library: Library) -> None:
    bas = arrive("bas")
    lesson, part = next((x, p) for x in library.lessons.values() for p in x.parts if p.cards)
    form = Page(bas.get(f"/les/{lesson.id}/{part.id}")).form("/kaarten")
    first, second = list(form.choices)[:2]
    again = bas.send(form.action, form.filled(**{first: part.bins[1]}))
    assert again.status_code == 422
    assert Page(again).form("/kaarten").fields[first] == part.bins[1]
    assert second not in Page(again).form("/kaarten").fields
    assert Page(again).form("/kaarten").fields["key"] == form.fields["key"]
    assert again.text.count("Kies een vakje.") == len(part.cards) - 1
