"""Observation tests: a street in words, statements of which about half were there, and a why for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.library import load_library
from app.content.observation import STREETS
from tests.content.small_library import FILES, LESSON, problems, write
from tests.content.small_observation import ASKED, HEAD, STATEMENTS, STREET, TEXT, problems_in


def statements(*, asked: int, there: int) -> str:
    return "".join(
        f"- [{'x' if number < there else ' '}] u{number}. Ding.\n  > Uitleg.\n" for number in range(asked)
    )


def test_a_complete_one_has_no_problems(tmp_path: Path) -> None:
    assert problems_in(tmp_path, TEXT) == ""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("straatbeeld: straat-overdag\n", "", "1: bovenaan ontbreekt ‘straatbeeld:’; zet die regel erbij"),
        (
            "straatbeeld: straat-overdag",
            "straatbeeld: de-kade",
            f"8: ‘de-kade’ kan niet achter ‘straatbeeld:’; kies uit {', '.join(sorted(STREETS))}",
        ),
        ("module: straat\n", "module: steeg\n", (
            "6: module ‘steeg’ is er niet; kijk naar de mappen in modules/"
        )),
        ("## De straat {#straat}", "## De straat {#laan}", (
            "13: hier ontbreekt een kop met {#straat}\n"
            "14: deel ‘laan’ hoort hier niet; een proef heeft straat en uitspraken"
        )),
        (ASKED, "## Wat was er? {#vragen}\n\n", (
            "13: hier ontbreekt een kop met {#uitspraken}\n"
            "47: deel ‘vragen’ hoort hier niet; een proef heeft straat en uitspraken"
        )),
        ("- [x] u01. Ding 1.", "- u01. Ding 1.", (
            "49: uitspraak u01 mist [x] (het was er) of [ ] (het was er niet)"
        )),
        ("- [x] u01. Ding 1.", "- [~] u01. Ding 1.", (
            "49: uitspraak u01 mist [x] (het was er) of [ ] (het was er niet)"
        )),
        ("  > Uitleg 1.\n", "", "49: uitspraak u01 heeft geen uitleg; zet eronder een regel met ‘> ’"),
        ("Ding 1.\n", "Ding 1. → ergens\n", (
            "49: uitspraak u01 heeft een pijl; die hoort in een oefening, niet in een proef"
        )),
        ("  > Uitleg 1.\n", "  > Uitleg 1.\n  punten: CON+1\n", (
            "49: uitspraak u01 heeft ‘punten:’; dat hoort in een oefening, niet in een proef"
        )),
        ("- [ ] u02.", "- [ ] u01.", "51: de code ‘u01’ staat ook op regel 49; kies een andere"),
        ("## De straat {#straat}", "## De straat {#straat vorm=a}", (
            "14: ‘vorm=’ kennen we hier niet; laat alleen de id staan"
        )),
        ("Er staat een bank.\n" * 30, "", "14: vertel hier in woorden wat er op de tekening staat"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert TEXT.count(old) == 1
    assert problems_in(tmp_path, TEXT.replace(old, new)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (29, "14: deze straat heeft 116 woorden; houd het op 120 tot 180 (let op)"),
        (30, ""),
        (45, ""),
        (46, "14: deze straat heeft 184 woorden; houd het op 120 tot 180 (let op)"),
    ],
)
def test_the_street_is_as_long_as_one_can_take_in(tmp_path: Path, lines: int, expected: str) -> None:
    street = "## De straat {#straat}\n\n" + "Er staat een bank.\n" * lines + "\n"
    assert problems_in(tmp_path, HEAD + street + ASKED + STATEMENTS) == expected


@pytest.mark.parametrize(
    ("asked", "there", "expected"),
    [
        (15, 7, "hier staan 15 uitspraken; maak er 16 tot 20"),
        (21, 10, "hier staan 21 uitspraken; maak er 16 tot 20"),
        (0, 0, "hier staan 0 uitspraken; maak er 16 tot 20"),
        (18, 5, "van de 18 uitspraken waren er 5 waar; maak dat ongeveer de helft"),
        (18, 6, ""),
        (18, 12, ""),
        (18, 13, "van de 18 uitspraken waren er 13 waar; maak dat ongeveer de helft"),
        (16, 5, "van de 16 uitspraken waren er 5 waar; maak dat ongeveer de helft"),
    ],
)
def test_nobody_does_well_by_ticking_all_or_nothing(
    tmp_path: Path, asked: int, there: int, expected: str
) -> None:
    found = problems_in(tmp_path, HEAD + STREET + ASKED + statements(asked=asked, there=there))
    assert found == (f"47: {expected}" if expected else "")


def test_statements_stand_under_their_own_heading(tmp_path: Path) -> None:
    text = HEAD + STREET + "- [x] s1. Een bank.\n  > Ja.\n\n" + ASKED + STATEMENTS
    assert problems_in(tmp_path, text) == "47: uitspraken horen onder de kop met {#uitspraken}"


def test_a_lesson_may_link_to_it_and_shows_what_it_is(tmp_path: Path) -> None:
    assert problems_in(tmp_path, TEXT) == ""
    lesson = FILES[LESSON].replace("[Oefening: Het hek](oefening:hek)", "[De straat](oefening:wat-was-er)")
    write(tmp_path, {LESSON: lesson})
    assert problems(tmp_path) == []
    library = load_library(tmp_path)
    assert "Waarnemingsproef, ongeveer 5 minuten" in library.lessons["kijken"].parts[-1].html
    assert library.lesson_leading_to("wat-was-er") is library.lessons["kijken"]
    assert library.lesson_leading_to("hek") is None
