"""Ids and codes: there where something is stored, and never twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import (
    FILES,
    INSTRUMENT,
    LAW,
    LESSON,
    SCENARIO,
    problems,
    problems_after,
    write,
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## Een busje {#busje}",
            "## Een busje",
            "12: deze kop heeft geen id; zet er bijvoorbeeld {#spoed} achter",
        ),
        (
            "## Een busje {#busje}",
            "# Een busje {#busje}",
            (
                "12: gebruik hier ‘##’, of ‘###’ voor een vraag; de titel van het geheel staat bovenaan\n"
                "19: een vraag staat onder een deel; zet er een kop met ‘##’ boven"
            ),
        ),
        ("## Een busje {#busje}", "## {#busje}", "12: deze kop heeft geen woorden; zet ze vóór de id"),
        (
            "### Wat schrijf je op? {#opschrijven}",
            "#### Wat schrijf je op? {#opschrijven}",
            (
                "19: gebruik hier ‘##’, of ‘###’ voor een vraag; de titel van het geheel staat bovenaan\n"
                "21: antwoorden horen onder een vraag; zet er een kop ‘### Vraag? {#id}’ boven"
            ),
        ),
        ("{#doen}", "{#busje}", "35: de id ‘busje’ staat ook op regel 12; geef deze kop een andere"),
        (
            "{#sorteren",
            "{#opschrijven",
            "26: de id ‘opschrijven’ staat ook op regel 19; geef deze kop een andere",
        ),
        (
            "{#doen}",
            "{#doen vorm=a}",
            "35: ‘vorm=’ kennen we hier niet; hier kan bakken of levensfase of plek of taak",
        ),
        ("- [ ] b. Hij", "- [ ] a. Hij", "23: de code ‘a’ staat ook op regel 21; kies een andere"),
        ("k02", "k01", "32: de code ‘k01’ staat ook op regel 30; kies een andere"),
    ],
)
def test_a_lesson_has_an_id_for_everything_once(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## De regels {#regels}\n",
            "",
            "15: hier staat nog geen tekst; begin met een kop, zoals ‘## Kop {#id}’",
        ),
    ],
)
def test_a_lesson_has_text(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LAW, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## Hij is boos {#boos}",
            "## Hij is boos {#boos taak=sorteren}",
            "41: ‘taak=’ kennen we hier niet; laat alleen de id staan",
        ),
        (
            "## Hij is boos {#boos}",
            "## Hij is boos {#praten}",
            (
                "22: keuze b wijst naar scène ‘boos’, maar die is er niet\n"
                "41: de id ‘praten’ staat ook op regel 28; geef deze kop een andere\n"
                "54: scène ‘einde-goed’ is vanaf het begin niet te bereiken"
            ),
        ),
        ("- [ ] b. Ik pak", "- [ ] a. Ik pak", "22: de code ‘a’ staat ook op regel 18; kies een andere"),
    ],
)
def test_a_scenario_has_an_id_for_everything_once(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "{#k01b thema=recht}",
            "{#k01a thema=recht}",
            "21: de id ‘k01a’ staat ook op regel 11; geef deze kop een andere",
        ),
        (
            "{#k01b thema=recht}",
            "{#h01 thema=recht}",
            "33: de code ‘h01’ staat ook op regel 21; kies een andere",
        ),
        ("- g01. Ik", "- h01. Ik", "38: de code ‘h01’ staat ook op regel 33; kies een andere"),
        (
            "- (omgekeerd) h02. Ik",
            "- (omgekeerd) h01. Ik",
            "34: de code ‘h01’ staat ook op regel 33; kies een andere",
        ),
        ("- 2. Eens", "- 1. Eens", "43: de code ‘1’ staat ook op regel 42; kies een andere"),
        ("- h01. Ik", "- 1. Ik", ""),
        (
            "score=som}\n\n### Wat mag je? {#k01a",
            "score=som bakken=a,b}\n\n### Wat mag je? {#k01a",
            (
                "9: ‘bakken=’ kennen we hier niet; hier kan antwoorden of meting of minimaal of score of "
                "thema of vorm"
            ),
        ),
    ],
)
def test_an_instrument_has_a_code_for_everything_once(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert problems_after(tmp_path, INSTRUMENT, old, new) == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (
            "03-kijken.md",
            "de id ‘kijken’ heeft modules/1-straat/01-kijken.md ook; geef dit bestand een andere",
        ),
        ("01-zien.md", "nummer 01 heeft modules/1-straat/01-kijken.md ook; geef dit een ander"),
        ("10-zien.md", ""),
    ],
)
def test_no_two_lessons_have_the_same_id_or_number(tmp_path: Path, copy: str, expected: str) -> None:
    write(tmp_path)
    write(tmp_path, {f"modules/1-straat/{copy}": FILES[LESSON]})
    assert problems(tmp_path) == ([f"modules/1-straat/{copy}:1: {expected}"] if expected else [])
