"""A coordinator or trainer fills in how the neighbourhood is, and reads it back in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from app.services.team_profile import QUESTIONS
from app.web.profile_form import ProfileForm
from app.web.profile_words import PARTS, WORDS, choices
from tests.cast import Cast, Visitor
from tests.web.conftest import Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]


def profile_path(cast: Cast, ending: str = "") -> str:
    return f"/medewerker/team/{cast.teams['noord']}/teamprofiel{ending}"


def test_every_question_has_a_place_words_and_a_field() -> None:
    codes = [question.code for question in QUESTIONS]
    assert [code for part in PARTS.values() for code in part] == codes
    assert list(WORDS) == codes
    for question in QUESTIONS:
        assert hasattr(ProfileForm, question.code)
        assert tuple(choices(question.code)) == question.answers
        assert WORDS[question.code].answers.keys() == set(question.answers)


@pytest.mark.parametrize("who", ["coordinator", "trainer", "admin"])
def test_a_profile_is_filled_in_read_back_and_changed(
    arrive: Arrive, cast: Cast, rows: Callable[[], Rows], who: str
) -> None:
    staff = arrive(who)
    assert "Er is nog niets ingevuld." in staff.get(profile_path(cast)).text
    form = Page(staff.get(profile_path(cast, "/wijzigen"))).form()
    filled = form.filled(
        homes="1.250",
        tenure="rent",
        residents=["older", "youth"],
        reports="De wijkagent.\r\nEn de app. ",
        exercises=["tension"],
    )
    assert staff.send(form.action, filled).status_code == 303
    kept = {
        "homes": 1250,
        "tenure": "rent",
        "residents": ["older", "youth"],
        "reports": "De wijkagent.\nEn de app.",
        "exercises": ["tension"],
    }
    assert [row[1] for row in rows()["team_profile"]] == [kept]
    text = Page(staff.get(profile_path(cast))).text
    for words in (
        "1.250",
        "Vooral huur",
        "Veel ouderen",
        "Veel jongeren",
        "De wijkagent. En de app.",
        "Spanning",
    ):
        assert words in text
    assert "Vergrijzing" not in text
    again = Page(staff.get(profile_path(cast, "/wijzigen"))).form()
    assert (again.fields["homes"], again.fields["tenure"]) == ("1250", "rent")
    staff.send(again.action, {**again.fields, "residents": [], "tenure": ""})
    changed = {code: kept[code] for code in ("homes", "reports", "exercises")}
    assert [row[1] for row in rows()["team_profile"]] == [changed]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        *(({"homes": homes}, "Typ alleen een getal") for homes in ("veel", "0", "-5", "1.5", "10000000")),
        ({"neighbourhoods": "x" * 121}, "Dit mag hoogstens 120 tekens lang zijn."),
        ({"reports": "x" * 601}, "Dit mag hoogstens 600 tekens lang zijn."),
        ({"tenure": "castle"}, "Ongeldige keuze."),
        ({"residents": ["older", "aliens"]}, "aliens"),
    ],
)
def test_a_profile_that_cannot_be_kept_comes_back_as_it_was_filled_in(
    arrive: Arrive, cast: Cast, rows: Callable[[], Rows], sent: dict[str, object], sentence: str
) -> None:
    trainer, before = arrive("trainer"), rows()
    answer = trainer.send(
        profile_path(cast, "/wijzigen"), {"worry": "Te weinig mensen", "ageing": "strong", **sent}
    )
    page = Page(answer)
    assert answer.status_code == 422
    assert sentence in page.text
    assert not re.search("valid|choice", page.text)
    assert (page.form().fields["worry"], page.form().fields["ageing"]) == ("Te weinig mensen", "strong")
    assert rows() == before
