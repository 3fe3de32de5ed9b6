"""The coach of the report exercise: a small complete text becomes situations, steps and lists."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.lexicon import Entry
from app.content.library import load_library
from app.content.markup import Renderer, Surroundings
from app.content.report_coach import ReportCoach, Situation, Step, WordList, read_report_coach
from tests.content.small_coach import COACH, TEXT
from tests.content.small_library import write

RENDER = Renderer(Surroundings(numbers={"112": "112", "politie": "0900-8844"}))
LINES = st.sampled_from(
    [
        "## Kop {#invulling}",
        "## {#stap-}",
        "### {#situatie-x vraagt=tijd}",
        "- a → b",
        "- → b",
        "- {naam} → c",
        "vraag:",
        "tip: x",
        "tekst",
        "",
    ]
)


def coach_in(text: str) -> ReportCoach:
    return read_report_coach(parse(text, Path(COACH)), RENDER)


def test_a_coach_is_read() -> None:
    coach = coach_in(TEXT)
    assert (coach.id, coach.module, coach.title, coach.minutes) == ("melden", "straat", "Zelf melden", 5)
    assert (coach.drawing, coach.goal, coach.path) == ("telefoon", "Je vult niets in.", Path(COACH))
    assert (coach.intro_html, coach.closing_title) == ("<p>Kies een situatie.</p>", "Vraag nog iets")
    assert "Wanneer hoor ik iets?" in coach.closing_html
    assert coach.service_numbers == {"112", "09008844"}


def test_a_situation_and_its_speech() -> None:
    (situation,) = coach_in(TEXT).situations
    assert situation == Situation(
        "fiets", "De fiets", situation.html, "Er ligt een fiets. Kind. “Die is van mij.”"
    )
    assert 'class="speaker">Kind<' in situation.html
    assert coach_in(TEXT).situation == {"fiets": situation}


def test_the_notes_of_a_step_run_on_and_have_numbers_filled_in() -> None:
    first, second = coach_in(TEXT).steps
    assert first == Step(
        "zien",
        "Wat zag je?",
        "Wat zag of hoorde je?",
        "Nu gevaar? 112.",
        "Ik zag iets.",
        ("waarnemen", "tijd"),
    )
    assert second.asks == ("wie",)


def test_a_list_has_a_text_and_entries() -> None:
    lists = coach_in(TEXT).lists
    assert lists["diagnose"] == WordList(
        "diagnose",
        "Diagnose",
        "Dit weet je niet.",
        (Entry("diagnose", "verward", "Wat zei hij? Of bel 0900-8844."),),
    )
    assert lists["invulling"].text == "Dit vul je in. Wat zag je?"
    assert [entry.words for entry in lists["wie"].entries] == ["112", "politie"]


def test_warnings_are_looked_up_together_and_helps_apart() -> None:
    coach = coach_in(TEXT)
    assert [(hit.entry.list_id) for hit in coach.warnings.find("Een rare dief zag niets.")] == [
        "oordeel",
        "invulling",
    ]
    assert [(hit.entry.list_id) for hit in coach.helps["waarnemen"].find("Een dief zag niets.")] == [
        "waarnemen"
    ] * 2


def test_a_pattern_counts_in_its_own_list_only() -> None:
    coach = coach_in(
        TEXT.replace("- {naam} → Laat het weg.\n", "").replace("- zag →", "- {naam} → Hier niet.\n- zag →")
    )
    assert sorted(coach.patterns) == [
        "huisnummer",
        "kenteken",
        "mailadres",
        "postcode",
        "straatnaam",
        "telefoonnummer",
        "tijdstip",
    ]
    assert coach.patterns["tijdstip"] == Entry("tijd", "{tijdstip}", "Goed.")
    assert not list(coach.warnings.find("{huisnummer}"))


def test_what_is_missing_is_empty() -> None:
    coach = coach_in("")
    assert (coach.title, coach.minutes, coach.situations, coach.steps, coach.lists) == (
        "melden",
        0,
        (),
        (),
        {},
    )
    assert list(coach.warnings.find("dief")) == list(coach.helps["tijd"].find("gisteren")) == []


def test_a_library_has_one_coach_at_most(tmp_path: Path) -> None:
    write(tmp_path)
    assert load_library(tmp_path).coach is None
    write(tmp_path, {COACH: TEXT, "quizzes/zelf.md": TEXT})
    coach = load_library(tmp_path).coach
    assert coach
    assert coach.id == "melden"


@given(st.text(max_size=300) | st.lists(LINES, max_size=12).map("\n".join))
def test_reading_never_fails(text: str) -> None:
    coach = coach_in(text)
    assert all(entry.words and entry.reason for each in coach.lists.values() for entry in each.entries)
