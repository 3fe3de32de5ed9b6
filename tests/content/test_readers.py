"""What each kind of file means: a small complete text becomes the things that volunteers see."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.content.document import parse
from app.content.instrument import Instrument, Item, Option, Scale, read_instrument
from app.content.lesson import Card, Lesson, Part, Question, read_lesson
from app.content.lesson import Option as Answer
from app.content.markup import Block, Renderer, Surroundings
from app.content.module import Module, read_module
from app.content.scenario import Choice, Scenario, Scene, read_scenario
from app.content.shared import AvoidedWord, PhoneNumber, Shared, SignalKind, read_shared
from tests.content.small_library import (
    AVOID,
    BLOCKS,
    CONTACTS,
    FILES,
    INSTRUMENT,
    LAW,
    LESSON,
    MODULE,
    NUMBERS,
    SCENARIO,
)

RENDER = Renderer(
    Surroundings(blocks={"recht": Block("Recht", "Gezien op {gecontroleerd}, tot {geldig-tot}.")})
)


def lesson_in(text: str, path: str = LESSON) -> Lesson:
    return read_lesson(parse(text, Path(path)), "straat", RENDER)


def scenario_in(text: str) -> Scenario:
    return read_scenario(parse(text, Path(SCENARIO)), RENDER)


def instrument_in(text: str) -> Instrument:
    return read_instrument(parse(text, Path(INSTRUMENT)), RENDER)


def test_a_lesson_is_read() -> None:
    lesson = lesson_in(FILES[LESSON])
    assert (lesson.id, lesson.module, lesson.number, lesson.path) == ("kijken", "straat", 1, Path(LESSON))
    assert (lesson.title, lesson.subtitle, lesson.minutes, lesson.drawing) == ("Goed kijken", "", 8, "ogen")
    assert lesson.aims == {
        "kennis": "Je kent een feit.",
        "houding": "Je twijfelt gerust.",
        "gedrag": "Je zegt wat je zag.",
    }
    assert (lesson.note, lesson.valid_until) == ("", None)
    assert [part.id for part in lesson.parts] == ["busje", "sorteren", "doen"]
    assert (lesson.index("doen"), lesson.part("doen"), lesson.part("weg")) == (2, lesson.parts[2], None)


def test_a_question_belongs_to_the_part_above_it() -> None:
    question = "### Wat **nu**? {#nu}\n\nDenk na.\n\n- [x] a. Bel\n  > Ja.\n- [~] b. Ren\n"
    first, second = lesson_in(f"## Een {{#een}}\n\nKijk.\n\n{question}## Twee {{#twee}}").parts
    asked = first.questions[0]
    assert first == Part("een", "Een", "<p>Kijk.</p>", "Een. Kijk.", (asked,))
    assert second == Part("twee", "Twee", "", "Twee.")
    assert asked == Question(
        "nu",
        "Wat nu?",
        "<p>Denk na.</p>",
        (Answer("a", "Bel", "x", "Ja."), Answer("b", "Ren", "~", "")),
        asked.fingerprint,
    )


def test_a_task_has_bins_and_cards() -> None:
    part = lesson_in(FILES[LESSON]).parts[1]
    assert (part.task, part.bins, part.html) == ("sorteren", ("feit", "oordeel"), "<p>Lees elke zin.</p>")
    prints = [card.fingerprint for card in part.cards]
    assert part.cards == (
        Card("k01", "Er lagen drie zakken.", "feit", "Dat kun je tellen.", prints[0]),
        Card("k02", "Wat een bende.", "oordeel", "Dat is jouw mening.", prints[1]),
    )


@pytest.mark.parametrize(
    ("old", "new", "html", "until"),
    [
        ("", "", "Gezien op 1 november 2026, tot 1 november 2027.", date(2027, 11, 1)),
        ("2027-11-01", "morgen", "Gezien op 1 november 2026, tot ….", None),
        ("gecontroleerd: 2026-11-01\n", "", "Gezien op …, tot 1 november 2027.", date(2027, 11, 1)),
    ],
)
def test_a_lesson_about_the_law_says_until_when_it_is_valid(
    old: str, new: str, html: str, until: date | None
) -> None:
    lesson = lesson_in(FILES[LAW].replace(old, new), LAW)
    assert html in lesson.parts[0].html
    assert html in lesson.parts[0].speech
    assert lesson.valid_until == until


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", []),
        ("Alleen tekst", []),
        ("### Vraag zonder deel {#v}\n- [x] a. Ja", []),
        ("## Zonder id", ["deel-1"]),
        ("# Kop {#een}\n## Nog een {#een}", ["een", "een"]),
    ],
)
def test_half_a_lesson_is_read_as_far_as_it_goes(text: str, ids: list[str]) -> None:
    lesson = lesson_in(text, "modules/1-straat/x-los.md")
    assert [part.id for part in lesson.parts] == ids
    assert (lesson.id, lesson.number, lesson.title, lesson.minutes) == ("los", 0, "los", 0)


def test_a_module_is_read() -> None:
    lesson = lesson_in(FILES[LESSON])
    module = read_module(parse(FILES[MODULE], Path(MODULE)), (lesson,), RENDER)
    assert module == Module(
        id="straat",
        number=1,
        title="Op straat",
        subtitle="Kijken en melden",
        drawing="straat",
        welcome_html="<p>Je loopt een ronde.</p>",
        instrument="vragen",
        evaluation="terugblik",
        choose=0,
        lessons=(lesson,),
        path=Path(MODULE),
    )


def test_a_scenario_is_read() -> None:
    scenario = scenario_in(FILES[SCENARIO])
    assert (scenario.id, scenario.module, scenario.title, scenario.minutes) == ("hek", "straat", "Het hek", 4)
    assert (scenario.drawing, scenario.goal, scenario.reflection) == (
        "deur",
        "Je vraagt eerst.",
        "Wat doe jij?",
    )
    assert scenario.start == "jongen"
    assert list(scenario.by_id) == ["jongen", "praten", "boos", "einde-goed", "einde-weg"]
    assert [scene.is_end for scene in scenario.scenes] == [False, False, False, True, True]
    assert scenario.scenes[0] == Scene(
        "jongen",
        "Een jongen",
        "<p>Hij klimt over een hek.</p>",
        "Hij klimt over een hek.",
        (
            Choice(
                "a", "Ik groet hem.", "x", "praten", "Hij lacht.", "Zo begint een gesprek.", "", {"CON": 2}
            ),
            Choice(
                "b",
                "Ik pak hem vast.",
                "",
                "boos",
                "Hij trekt zich los.",
                "Dat mag niet.",
                "Je brengt jezelf in gevaar.",
                {"CON": -2, "BEV": -1},
            ),
        ),
    )


def test_an_instrument_is_read() -> None:
    instrument = instrument_in(FILES[INSTRUMENT])
    assert (instrument.id, instrument.kind, instrument.module) == ("vragen", "meetinstrument", "straat")
    points = (
        Option("1", "Oneens", 1),
        Option("2", "Eens", 2),
        Option("9", "Liever geen antwoord", None),
    )
    right = Item(
        "k01a",
        "Wat mag je?",
        (
            Option("a", "Alles.", 0),
            Option("b", "Bellen.", 1),
            Option("c", "Dat weet ik niet", 0, unsure=True),
        ),
        key="b",
        explanation_html="<p>Bellen mag altijd.</p>",
    )
    assert instrument.scales[0] == Scale(
        "kennis-a", "Kennis, vorm A", "", (right,), "a", ("t0", "t1"), "som", min_answered=1
    )
    assert instrument.scales[2:] == (
        Scale(
            "houding",
            "Houding",
            "Wat vind jij?",
            (Item("h01", "Ik kijk eerst.", points), Item("h02", "Ik oordeel snel.", points, reversed=True)),
            "",
            ("t0", "t1"),
            "gemiddelde",
            min_answered=2,
        ),
        Scale(
            "gedrag", "Gedrag", "", (Item("g01", "Ik liep een ronde.", points),), "", ("t0", "t2"), "som", 1
        ),
    )


@pytest.mark.parametrize(
    ("wave", "form", "codes"),
    [
        ("t0", "a", ["k01a", "h01", "h02", "g01"]),
        ("t0", "b", ["k01b", "h01", "h02", "g01"]),
        ("t1", "a", ["k01a", "h01", "h02"]),
        ("t2", "a", ["g01"]),
        ("t3", "a", []),
    ],
)
def test_an_instrument_asks_per_wave_and_form(wave: str, form: str, codes: list[str]) -> None:
    assert [item.code for item in instrument_in(FILES[INSTRUMENT]).items(wave, form)] == codes


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("## S {#s}\n- (open) e1. Wat?", [Item("e1", "Wat?", open=True)]),
        ("## S {#s minimaal=veel}\n- h1. Wat?", [Item("h1", "Wat?")]),
        (f"## S {{#s minimaal={'9' * 5000}}}\n- h1. Wat?", [Item("h1", "Wat?")]),
        ("## S {#s}\n### V {#v}", [Item("v", "V", key="")]),
        ("### V {#v}", []),
        ("## S {#s}", []),
    ],
)
def test_half_an_instrument_is_read_as_far_as_it_goes(text: str, items: list[Item]) -> None:
    scales = instrument_in(text).scales
    assert [item for scale in scales for item in scale.items] == items
    assert all(scale.min_answered == 1 for scale in scales)


def test_shared_files_are_read() -> None:
    documents = [parse(FILES[name], Path(name)) for name in (BLOCKS, NUMBERS, CONTACTS, AVOID)]
    day = date(2026, 11, 23)
    shared = read_shared(documents)
    assert shared == Shared(
        {
            "spoed": Block("Spoed?", "Bel {nummer.112}."),
            "recht": Block("Over deze regels", "Gecontroleerd op {gecontroleerd}, geldig tot {geldig-tot}."),
        },
        {"112": PhoneNumber("112", "Nu gevaar", day), "politie": PhoneNumber("0900-8844", "Geen spoed", day)},
        {
            "team.contact": "je coördinator",
            "opvolger.wijkagent": "je wijkagent",
            "opvolger.meldpunt": "het meldpunt",
        },
        (
            AvoidedWord("dader", "de man die…"),
            AvoidedWord("verwarde man", "iemand met onbegrepen gedrag"),
        ),
        kinds=(SignalKind("wijkagent", "Overlast op straat", "Vertel wat je zag.", "je wijkagent"),),
    )
    assert shared.number_texts == {"112": "112", "politie": "0900-8844"}
    assert read_shared([]) == Shared()


def test_kinds_of_signals_keep_the_order_of_the_file_and_the_first_of_a_name_counts() -> None:
    lines = [f"- opvolger.{name}. {name}{n} | Soort {n} | Vertel {n}." for n, name in enumerate("cabca")]
    kinds = read_shared([parse("\n".join(lines), Path(CONTACTS))]).kinds
    assert [(kind.id, kind.title, kind.usual) for kind in kinds] == [
        ("c", "Soort 0", "c0"),
        ("a", "Soort 1", "a1"),
        ("b", "Soort 2", "b2"),
    ]


def test_a_date_that_cannot_be_is_no_date() -> None:
    line = "- 112. 112 | Nu | gecontroleerd 2026-02-30 | politie.nl"
    assert read_shared([parse(line, Path(NUMBERS))]).numbers["112"].checked is None
