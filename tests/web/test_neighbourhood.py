"""A coordinator says who picks up what, and everybody of the team reads it where they need it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from app.content.library import Library
from tests.cast import Cast, Visitor
from tests.web.conftest import Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
FATIMA = {
    "role": "Fatima van het wijkteam",
    "channel": "0123-456 712",
    "hours": "op werkdagen",
    "deputy": "een collega",
    "feedback_days": "10",
}
NIET_PLUIS = "het wijkteam van je gemeente"
UNFOLD = "Zo bereik je"


def map_path(cast: Cast, kind: str = "", side: str = "noord") -> str:
    return f"/medewerker/team/{cast.teams[side]}/opvolgkaart" + (f"/{kind}" if kind else "")


def say(arrive: Arrive, cast: Cast, kind: str = "niet-pluis", **changes: str) -> None:
    """Cora fills in one kind of the map of her team."""
    answer = arrive("coordinator").send(map_path(cast, kind), {**FATIMA, **changes})
    assert answer.status_code == 303


def naming(library: Library, *kinds: str) -> str:
    """The path of a part of a lesson that names these contacts in its text."""
    return next(
        f"/les/{lesson.id}/{part.id}"
        for lesson in library.lessons.values()
        for part in lesson.parts
        if all(f"{{opvolger.{kind}}}" in part.html for kind in kinds)
    )


def test_who_is_filled_in_stands_on_the_map_in_the_lessons_and_on_the_page_of_the_team(
    arrive: Arrive, cast: Cast, library: Library
) -> None:
    path, total = naming(library, "niet-pluis"), len(library.shared.kinds)
    anna, zara = arrive("anna"), arrive("zara")
    assert f"0 van de {total} ingevuld, {total} gaten" in arrive("trainer").get(map_path(cast)).text
    assert NIET_PLUIS in anna.get(path).text
    say(arrive, cast)
    team = Page(arrive("coordinator").get(f"/medewerker/team/{cast.teams['noord']}"))
    assert f"1 van de {total} ingevuld, {total - 1} gaten" in team.text
    assert map_path(cast) in team.links
    shown = Page(arrive("trainer").get(map_path(cast)))
    assert "Fatima van het wijkteam" in shown.text
    assert "binnen 10 werkdagen" in shown.text
    mine = anna.get(path).text
    assert "Fatima van het wijkteam" in Page(anna.get(path)).text
    assert NIET_PLUIS not in mine
    assert f"{UNFOLD} Fatima van het wijkteam" in mine
    assert 'href="tel:0123456712"' in mine
    assert NIET_PLUIS in zara.get(path).text
    assert UNFOLD not in zara.get(path).text
    assert "Fatima" not in zara.get("/opvolgers").text


def test_a_volunteer_finds_from_home_and_from_help_whom_to_call_about_what(
    arrive: Arrive, cast: Cast, library: Library
) -> None:
    anna = arrive("anna")
    for page in ("/thuis", "/hulp"):
        assert "/opvolgers" in Page(anna.get(page)).links
    assert "/opvolgers" not in Page(arrive("anonymous").get("/hulp")).links
    empty = Page(anna.get("/opvolgers"))
    assert "Deze kaart is nog niet ingevuld. Vraag het tot die tijd aan Wil noord" in empty.text
    say(arrive, cast, deputy="Het loket, 0123-456 713", hours="Op werkdagen.")
    page = Page(anna.get("/opvolgers"))
    for kind in library.shared.kinds:
        assert kind.title in page.text
        assert kind.explanation in page.text
        assert (f"Meestal is dat {kind.usual}." in page.text) == (kind.id != "niet-pluis")
    assert {"tel:0123456712", "tel:0123456713", "tel:112"} <= set(page.links)
    assert "Op werkdagen. Lukt dat niet? Dan is er het loket, 0123-456 713 ." in page.text
    assert "Je hoort binnen 10 werkdagen iets terug." in page.text


@pytest.mark.parametrize("sent", [{"niemand": "1"}, dict.fromkeys(FATIMA, ""), dict.fromkeys(FATIMA, "  ")])
def test_nobody_empties_the_kind_and_leaves_the_others(
    arrive: Arrive, cast: Cast, rows: Callable[[], Rows], sent: dict[str, str]
) -> None:
    say(arrive, cast)
    say(arrive, cast, "jeugd", role="Het jeugdteam")
    assert arrive("coordinator").send(map_path(cast, "niet-pluis"), {**FATIMA, **sent}).status_code == 303
    assert [row[1] for row in rows()["follow_up"]] == ["jeugd"]
    form = Page(arrive("coordinator").get(map_path(cast, "jeugd"))).form()
    assert {name: form.fields[name] for name in FATIMA} == {**FATIMA, "role": "Het jeugdteam"}


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"role": ""}, "role", "Vul in wie het oppakt."),
        ({"role": "", "channel": "", "hours": "", "deputy": ""}, "role", "Vul in wie het oppakt."),
        ({"role": "x" * 61}, "role", "Dit mag hoogstens 60 tekens lang zijn."),
        ({"channel": "x" * 121}, "channel", "Dit mag hoogstens 120 tekens lang zijn."),
        *(
            ({"feedback_days": days}, "feedback_days", "Typ alleen een getal, van 1 tot en met 60.")
            for days in ("0", "61", "-1", "tien", "10 werkdagen", "1.5", "\u0661", "007", "1" * 39)
        ),
    ],
)
def test_what_cannot_be_kept_is_said_at_the_field_and_what_was_typed_stays(
    arrive: Arrive,
    cast: Cast,
    rows: Callable[[], Rows],
    *,
    changes: dict[str, str],
    field: str,
    sentence: str,
) -> None:
    say(arrive, cast)
    before, typed = rows(), {**FATIMA, "hours": "op maandag", **changes}
    answer = arrive("coordinator").send(map_path(cast, "niet-pluis"), {**typed})
    page = Page(answer)
    assert answer.status_code == 422
    assert sentence in page.text
    assert [a["id"] for a in page.attributes("input") if a.get("aria-invalid")] == [field]
    assert {name: page.form().fields[name] for name in typed} == typed
    assert rows() == before


@pytest.mark.parametrize("days", ["1", "9", "10", "60"])
def test_a_promise_in_days_is_kept(arrive: Arrive, cast: Cast, rows: Callable[[], Rows], days: str) -> None:
    say(arrive, cast, feedback_days=days)
    assert [row[6] for row in rows()["follow_up"]] == [int(days)]


@pytest.mark.parametrize("kind", ["niets", "contact", "team.contact", "opvolger.jeugd"])
def test_a_kind_that_authors_do_not_know_is_not_there(arrive: Arrive, cast: Cast, kind: str) -> None:
    cora = arrive("coordinator")
    assert cora.get(map_path(cast, kind)).status_code == 404
    assert cora.send(map_path(cast, kind), {**FATIMA}).status_code == 404


def test_a_trainer_reads_the_map_and_only_a_coordinator_is_led_to_change_it(
    arrive: Arrive, cast: Cast
) -> None:
    say(arrive, cast, deputy="")
    for who, may in (("coordinator", True), ("admin", True), ("trainer", False)):
        page = Page(arrive(who).get(map_path(cast)))
        assert (map_path(cast, "niet-pluis") in page.links) is may
        assert ("De coördinator van het team vult de kaart in." in page.text) is not may
        assert "Hangt aan één mens:" in page.text
        assert "Vraag: wie neemt het over bij ziekte of vakantie?" in page.text


def test_markup_and_braces_in_a_role_stay_words(arrive: Arrive, cast: Cast, library: Library) -> None:
    odd = "Ad <b>{team.contact}</b> & co"
    say(arrive, cast, role=odd, channel='<a href="//evil.example">bel</a>')
    path, anna = naming(library, "niet-pluis"), arrive("anna")
    for page in (path, "/opvolgers"):
        assert odd in Page(anna.get(page)).text
        assert "evil.example" not in " ".join(Page(anna.get(page)).links)


def test_pages_of_a_team_say_that_nothing_is_kept_about_residents(arrive: Arrive, cast: Cast) -> None:
    cora, profile = arrive("coordinator"), f"/medewerker/team/{cast.teams['noord']}/teamprofiel"
    for path in (
        map_path(cast),
        map_path(cast, "jeugd"),
        profile,
        f"{profile}/wijzigen",
    ):
        assert re.search(
            "nooit bewoners|nooit een bewoner|over een bewoner|van bewoners", cora.get(path).text
        )
    assert "Over bewoners bewaart Pluis niets" in arrive("anna").get("/opvolgers").text
