"""The lessons, exercises and questions of this repository: free of mistakes, and fair to who answers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.content.checks import check_library
from app.content.checks.balance import LIFE_PHASES
from app.content.checks.language import check_language
from app.content.document import Document
from app.content.drill import Drill
from app.content.instrument import Instrument
from app.content.lesson import Lesson
from app.content.library import Library, load_library
from app.content.observation import STREETS
from app.content.report_coach import Situation, Step
from app.content.scenario import Scenario
from app.measurement.coaching import advise, marks
from app.measurement.forms import FORMS, WAVES
from tests.conftest import ROOT
from tools.levels import PAGE, page

LIBRARY = load_library(ROOT)
LESSONS = list(LIBRARY.lessons.values())
SCENARIOS = list(LIBRARY.scenarios.values())
DRILLS = list(LIBRARY.drills.values())
INSTRUMENTS = list(LIBRARY.instruments.values())
MEASURED = [instrument for instrument in INSTRUMENTS if instrument.kind == "meetinstrument"]
MOST_ITEMS = 13
COACH = LIBRARY.coach
assert COACH


def id_of(thing: Lesson | Scenario | Drill | Instrument | Document) -> str:
    return thing.path.stem


def questions() -> Iterator[list[tuple[str, int, bool]]]:
    """Of each question in the lessons and the instruments: code, length and rightness of each option."""
    for lesson in LESSONS:
        for question in (question for part in lesson.parts for question in part.questions):
            yield [(option.code, len(option.text_html), option.mark == "x") for option in question.options]
    for instrument in MEASURED:
        for item in (item for scale in instrument.scales for item in scale.items if item.key):
            yield [
                (option.code, len(option.text), option.code == item.key)
                for option in item.options
                if not option.unsure
            ]


def lengths(scenario: Scenario, scene_id: str) -> set[int]:
    """How many scenes the ways from this scene to an end have."""
    scene = scenario.by_id[scene_id]
    if scene.is_end:
        return {1}
    return {1 + length for choice in scene.choices for length in lengths(scenario, choice.target)}


def test_there_are_files() -> None:
    assert [module.id for module in LIBRARY.modules] == ["wijkveiligheid", "niet-pluis-gevoel", "verdieping"]
    for module in LIBRARY.modules:
        assert [lesson.number for lesson in module.lessons] == list(range(1, len(module.lessons) + 1))
    assert min(len(LESSONS), len(SCENARIOS), len(DRILLS), len(MEASURED)) > 0


def test_the_content_has_no_mistakes() -> None:
    problems = check_library(LIBRARY, datetime.now(UTC).date())
    assert [str(problem) for problem in problems if problem.severity == "fout"] == []


@pytest.mark.parametrize("lesson", LESSONS, ids=id_of)
def test_a_lesson_has_parts_with_something_to_do_in_them(lesson: Lesson) -> None:
    assert len(lesson.parts) >= 4
    assert lesson.part("doen") is not None
    asked = sum(len(part.questions) for part in lesson.parts)
    assert asked >= 2 or any(part.cards for part in lesson.parts)


HARD = [lesson for lesson in LESSONS if lesson.module != "wijkveiligheid"]
SCREENS = (
    "wat-je-kunt-zien", "wat-het-ook-kan-zijn", "wat-je-zegt", "wat-je-niet-doet", "waar-je-meldt", "taak",
    "check", "doen", "onthoud",
)  # fmt: skip
"""What every lesson of Verdieping has, in this order, after the opening of its case."""


@pytest.mark.parametrize("lesson", HARD, ids=id_of)
def test_a_lesson_that_may_come_close_ends_with_where_to_turn(lesson: Lesson) -> None:
    last = lesson.parts[-1].html
    assert "callout raakt" in last
    assert last.rindex("callout raakt") > last.rfind("card-link")


@pytest.mark.parametrize("lesson", [one for one in LESSONS if one.module == "verdieping"], ids=id_of)
def test_a_lesson_of_verdieping_has_a_case_the_six_blocks_a_task_and_a_check(lesson: Lesson) -> None:
    assert tuple(part.id for part in lesson.parts[1:]) == SCREENS
    assert [len(lesson.parts[0].questions), len(lesson.part("check").questions)] == [1, 2]
    assert len(lesson.part("taak").cards) >= 6
    assert "opvolgkaart" in lesson.part("doen").html


def test_nobody_can_guess_the_right_option_by_its_place_or_length() -> None:
    options = list(questions())
    first = sum(next(right for code, _, right in each if code == "a") for each in options)
    longest = sum(max(each, key=lambda option: option[1])[2] for each in options)
    assert first / len(options) < 0.45
    assert longest / len(options) < 0.60


@pytest.mark.parametrize("scenario", SCENARIOS, ids=id_of)
def test_every_way_through_a_scenario_has_three_to_six_scenes(scenario: Scenario) -> None:
    found = lengths(scenario, scenario.start)
    assert min(found) >= 3
    assert max(found) <= 6


@pytest.mark.parametrize("scenario", SCENARIOS, ids=id_of)
def test_no_scenario_can_be_passed_by_choosing_the_first_each_time(scenario: Scenario) -> None:
    first = [scene.choices[0].mark == "x" for scene in scenario.scenes if scene.choices]
    assert not all(first)


@pytest.mark.parametrize("drill", DRILLS, ids=id_of)
def test_a_drill_is_long_fresh_and_its_cases_are_short(drill: Drill) -> None:
    assert len(drill.cases) >= 24
    words = {case.id: len(case.speech.split()) - len(case.title.split()) for case in drill.cases}
    assert {id: count for id, count in words.items() if not 12 <= count <= 45} == {}


@pytest.mark.parametrize("drill", DRILLS, ids=id_of)
def test_a_drill_is_about_people_of_every_age_and_never_indoors(drill: Drill) -> None:
    document = next(document for document in LIBRARY.documents if document.path == drill.path)
    phases = Counter(section.attrs["levensfase"] for section in document.sections)
    share = len(drill.cases) / len(LIFE_PHASES)
    assert {
        phase: phases[phase] for phase in LIFE_PHASES if not share - 2 <= phases[phase] <= share + 2
    } == {}
    assert phases["oudere"] <= share
    assert {section.attrs["plek"] for section in document.sections} <= {"straat", "stoep"}


@pytest.mark.parametrize("drill", DRILLS, ids=id_of)
def test_the_good_answer_of_a_drill_is_in_every_place_and_seldom_the_longest(drill: Drill) -> None:
    good = [next(option for option in case.options if option.mark == "x") for case in drill.cases]
    places = Counter(case.options.index(option) for case, option in zip(drill.cases, good, strict=True))
    assert max(places.values()) <= 0.45 * len(drill.cases)
    longest = [
        option is max(case.options, key=lambda each: len(each.text_html))
        for case, option in zip(drill.cases, good, strict=True)
    ]
    assert sum(longest) <= 0.45 * len(drill.cases)


@pytest.mark.parametrize("instrument", MEASURED, ids=id_of)
def test_the_forms_of_an_instrument_are_short_and_equally_long(instrument: Instrument) -> None:
    for wave in WAVES:
        sizes = {len(instrument.items(wave, form)) for form in FORMS}
        assert len(sizes) == 1
        assert max(sizes) <= MOST_ITEMS


@pytest.mark.parametrize("instrument", MEASURED, ids=id_of)
def test_nobody_gets_an_item_of_knowledge_twice_in_a_row(instrument: Instrument) -> None:
    for wave in WAVES:
        known = [{item.code for item in instrument.items(wave, form) if item.key} for form in FORMS]
        assert known[0] & known[1] == set()


def test_the_table_of_reading_levels_is_of_today() -> None:
    assert PAGE.read_text("utf-8") == page(), "type: make levels"


def test_every_text_reads_easily_and_uses_known_words() -> None:
    assert [str(problem) for problem in check_language(LIBRARY)] == []


@pytest.mark.parametrize("situation", COACH.situations, ids=lambda situation: situation.id)
def test_a_situation_to_report_fills_nothing_in_by_itself(situation: Situation) -> None:
    assert COACH
    assert 40 <= len(situation.speech.split()) <= 80
    assert marks(situation.speech, COACH) == ()


@pytest.mark.parametrize("step", COACH.steps, ids=lambda step: step.id)
def test_the_example_of_a_step_is_what_the_coach_calls_good(step: Step) -> None:
    assert COACH
    assert advise(step.example, step, COACH).is_good


def test_there_is_something_to_report_about_all_kinds_of_people_and_about_the_street() -> None:
    assert COACH
    document = next(document for document in LIBRARY.documents if document.path == COACH.path)
    about = [s.attrs.get("levensfase", "") for s in document.sections if s.id.startswith("situatie-")]
    assert {"volwassene", "kind", "jongere", ""} <= set(about)
    assert len(COACH.steps) == 4


def test_the_coach_has_enough_words_and_short_reasons() -> None:
    assert COACH
    sizes = {id: len(each.entries) for id, each in COACH.lists.items()}
    least = {"invulling": 40, "oordeel": 35, "diagnose": 25, "horen-zeggen": 12, "herkenbaar": 12}
    assert {id: sizes[id] for id in least if sizes[id] < least[id]} == {}
    reasons = {entry.reason for each in COACH.lists.values() for entry in each.entries}
    assert [reason for reason in reasons if len(reason.split()) > 15] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meneer zei: niks aan de hand. Het is anders dan vroeger.", []),
        ("Om 22.10 uur stonden er 3 fietsen in de Lindelaan. Ik belde 112.", []),
        ("Met de armen over elkaar, in de zon die schijnt, dronken ze koffie.", []),
        ("Hij dealt, die enge vieze junk.", ["dealt", "enge", "vieze", "junk"]),
        ("De man van nummer 9 is aan de drank.", ["nummer 9", "aan de drank"]),
        ("Volgens de buurvrouw waren het inbrekers.", ["Volgens de buurvrouw", "inbrekers"]),
    ],
)
def test_the_coach_marks_what_the_lessons_warn_for(text: str, expected: list[str]) -> None:
    assert COACH
    assert [mark.words for mark in marks(text, COACH)] == expected


DRAWN = sorted((ROOT / "app/web/static/drawings/straten").glob("*.svg"))


def test_every_street_that_was_drawn_is_looked_at() -> None:
    assert {path.stem for path in DRAWN} == STREETS
    assert {test.street for test in LIBRARY.observations.values()} == STREETS


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_a_drawn_street_is_a_picture_and_nothing_else(path: Path) -> None:
    """Its own page has our policy too: no styles, no scripts, nothing from elsewhere; and no words."""
    text = path.read_text("utf-8")
    assert text.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675">'
    )
    assert set(re.findall(r"<([A-Za-z!?]+)", text)) == {
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "clipPath",
    }
    assert re.findall(r"\s(?:style|class|on[a-z]+|(?:xlink:)?href|src)=", text) == []
    assert re.sub(r"<[^>]*>", "", text).strip() == ""
    assert path.stat().st_size < 90_000


TEXTS = [
    document
    for document in LIBRARY.documents
    if document.path.name != "nummers.md" and document.meta.get("soort") != "meetinstrument"
]
"""In an instrument a number is typed, because the text there stays what it was."""


@pytest.mark.parametrize("document", TEXTS, ids=id_of)
def test_phone_numbers_stand_in_their_own_list_only(document: Document, library: Library) -> None:
    body = "\n".join(document.lines[document.body_line - 1 :])
    known = [number for number in library.shared.number_texts.values() if len(number) > 3]
    assert [number for number in known if number in body] == []
    assert re.findall(r"\b0[0-9]{3}[- ][0-9]{4}\b", body) == []


BEFORE_A_CONTACT = {"aan", "bij", "door", "met", "naar", "of", "via"}
"""What a team fills in reads well after these words: “bel met Fatima van het wijkteam”."""


@pytest.mark.parametrize("document", TEXTS, ids=id_of)
def test_a_contact_stands_where_any_name_reads_well(document: Document) -> None:
    text = "\n".join(line for line in document.lines[document.body_line - 1 :] if "`" not in line)
    words = re.findall(r"(\S*)\s*\{opvolger\.", text)
    assert [word for word in words if word.lower() not in BEFORE_A_CONTACT] == []


@pytest.mark.parametrize("instrument", MEASURED, ids=id_of)
def test_a_number_in_an_instrument_is_one_from_the_list(instrument: Instrument, library: Library) -> None:
    text = (ROOT / instrument.path).read_text("utf-8")
    known = library.shared.number_texts.values()
    assert set(re.findall(r"\b0[89]00-[0-9]{4}\b", text)) <= set(known)
