"""What can't be read in any file: the front matter, headings, coded lines and the notes below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import EVALUATION, LESSON, MODULE, SCENARIO, problems, problems_after, write


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "plek: straat\n---\n",
            "plek: straat\n",
            "1: onder de regels met ‘sleutel: waarde’ ontbreekt de afsluitende ‘---’",
        ),
        (
            "versie: 1",
            "versie 1",
            (
                "1: bovenaan ontbreekt ‘versie:’; zet die regel erbij\n"
                "4: ‘versie 1’ is geen ‘sleutel: waarde’; zet er een dubbele punt in"
            ),
        ),
        ("versie: 1", "versie: 1\nduur: 9 minuten", "5: ‘duur’ staat ook op regel 3; haal er één weg"),
        (
            "## Een busje {#busje}",
            "##Een busje {#busje}",
            (
                "12: zet een spatie achter de hekjes van deze kop\n"
                "19: een vraag staat onder een deel; zet er een kop met ‘##’ boven"
            ),
        ),
        (
            "## Een busje {#busje}",
            "## Een busje {#Busje}",
            "12: ‘Busje’ kan geen id zijn; gebruik kleine letters, cijfers en streepjes",
        ),
        (
            "## Een busje {#busje}",
            "## Een busje {#}",
            (
                "12: deze kop heeft geen id; zet er bijvoorbeeld {#spoed} achter\n"
                "12: ‘’ kan geen id zijn; gebruik kleine letters, cijfers en streepjes"
            ),
        ),
        (
            "taak=sorteren bakken=feit,oordeel levensfase=kind plek=stoep}",
            "taak=sorteren bakken=feit, oordeel levensfase=kind plek=stoep}",
            (
                "26: een taak heeft twee of meer bakken, zoals ‘bakken=feit,aanname’\n"
                "26: ‘oordeel=’ kennen we hier niet; hier kan bakken of levensfase of plek of taak\n"
                "26: ‘oordeel’ achter de id is niet te lezen; schrijf ‘sleutel=waarde’ zonder spaties"
            ),
        ),
        (
            "taak=sorteren bakken",
            "taak=sorteren taak=sorteren bakken",
            "26: ‘taak’ staat twee keer achter de id; haal er één weg",
        ),
        (
            "- [ ] b. Hij zocht iets.",
            "- [] b. Hij zocht iets.",
            (
                "19: deze vraag heeft geen twee antwoorden; schrijf ze als ‘- [x] a. tekst’\n"
                "23: deze regel lijkt een antwoord maar is niet te lezen; schrijf ‘- [x] a. tekst’"
            ),
        ),
        (
            "- [ ] b. Hij zocht iets.",
            "- [ ] B. Hij zocht iets.",
            (
                "19: deze vraag heeft geen twee antwoorden; schrijf ze als ‘- [x] a. tekst’\n"
                "23: deze regel lijkt een antwoord maar is niet te lezen; schrijf ‘- [x] a. tekst’"
            ),
        ),
        (
            "- [feit] k01. Er",
            "- k01 Er",
            (
                "26: in bak ‘feit’ hoort geen enkele kaart; haal hem weg of maak een kaart\n"
                "30: deze regel lijkt een antwoord maar is niet te lezen; schrijf ‘- [x] a. tekst’"
            ),
        ),
        (
            "  > Dat kun je filmen.",
            "  Dat kun je filmen.",
            (
                "21: antwoord a heeft geen uitleg; zet eronder een regel met ‘> ’\n"
                "22: deze regel onder een antwoord is niet te lezen; begin met ‘>’, gevolg:, punten: of "
                "kritiek:"
            ),
        ),
        (
            "  > Dat kun je filmen.",
            "  > Dat kun je filmen.\n  uitleg: Dat is een feit.",
            (
                "23: deze regel onder een antwoord is niet te lezen; begin met ‘>’, gevolg:, punten: of "
                "kritiek:"
            ),
        ),
    ],
)
def test_a_lesson_that_cant_be_read_says_where(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  gevolg: Hij lacht.",
            "  gevolg: Hij lacht.\n  gevolg: Hij zwaait.",
            "20: ‘gevolg’ staat al op regel 19; haal er één weg",
        ),
        (
            "punten: CON+2",
            "punten: CON +2",
            (
                "18: keuze a geeft geen punten; zet eronder bijvoorbeeld ‘punten: CON+1’\n"
                "21: ‘+2’ zijn geen punten; schrijf bijvoorbeeld ‘CON+2 WZO-1’\n"
                "21: ‘CON’ zijn geen punten; schrijf bijvoorbeeld ‘CON+2 WZO-1’"
            ),
        ),
        ("punten: CON+2", "punten: CON+2 CON+1", "21: CON staat twee keer bij de punten; haal er één weg"),
        (
            "  kritiek: Je",
            "    en nog wat\n  kritiek: Je",
            (
                "26: deze regel onder een antwoord is niet te lezen; begin met ‘>’, gevolg:, punten: of "
                "kritiek:"
            ),
        ),
    ],
)
def test_a_scenario_that_cant_be_read_says_where(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


def test_a_file_that_cant_be_read_says_so(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / LESSON).write_bytes(b"x" * 200_001)
    (tmp_path / EVALUATION).unlink()
    (tmp_path / EVALUATION).mkdir()
    assert problems(tmp_path) == [
        f"{LESSON}:1: dit bestand is groter dan 200 kB; maak er meer van",
        f"{MODULE}:7: evaluatie ‘terugblik’ is er niet in quizzes/; maak het of verander de naam",
        f"{EVALUATION}:1: dit bestand is niet te lezen; kijk of het een gewoon tekstbestand is",
    ]
