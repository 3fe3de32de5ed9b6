"""Lessons: questions with one good answer and a why for each, and cards that fit their bins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import LAW, LESSON, problems_after


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("## Een busje {#busje}\n", "", "18: een vraag staat onder een deel; zet er een kop met ‘##’ boven"),
        (
            "- [ ] b. Hij zocht iets.\n  > Dat vul je in.\n",
            "",
            "19: deze vraag heeft geen twee antwoorden; schrijf ze als ‘- [x] a. tekst’",
        ),
        ("- [x] a. Om", "- [~] a. Om", "19: 0 antwoorden zijn goed; zet bij precies één antwoord [x]"),
        ("- [ ] b. Hij", "- [x] b. Hij", "19: 2 antwoorden zijn goed; zet bij precies één antwoord [x]"),
        ("- [ ] b. Hij", "- b. Hij", "23: antwoord b mist [x], [~] of [ ]"),
        ("- [ ] b. Hij", "- [?] b. Hij", "23: antwoord b mist [x], [~] of [ ]"),
        ("  > Dat vul je in.\n", "", "23: antwoord b heeft geen uitleg; zet eronder een regel met ‘> ’"),
        (
            "  > Dat vul je in.",
            "  > Dat vul je in.\n  gevolg: Niets.\n  punten: CON+1\n  kritiek: Gevaar.",
            (
                "25: ‘gevolg:’ hoort alleen in een oefengesprek; haal die regel weg\n"
                "26: ‘punten:’ hoort alleen in een oefengesprek; haal die regel weg\n"
                "27: ‘kritiek:’ hoort alleen in een oefengesprek; haal die regel weg"
            ),
        ),
        (
            "Hij zocht iets.",
            "Hij zocht iets. → busje",
            "23: achter antwoord b staat een pijl; die hoort alleen in een oefengesprek",
        ),
        (
            "### Wat schrijf je op? {#opschrijven}\n",
            "",
            "20: antwoorden horen onder een vraag; zet er een kop ‘### Vraag? {#id}’ boven",
        ),
    ],
)
def test_a_question_has_one_good_answer_and_a_why_for_each(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("taak=sorteren", "taak=raden", "26: taak ‘raden’ kennen we niet; kies uit sorteren, risico"),
        ("taak=sorteren ", "", "26: taak ‘’ kennen we niet; kies uit sorteren, risico"),
        (" bakken=feit,oordeel", "", "26: een taak heeft twee of meer bakken, zoals ‘bakken=feit,aanname’"),
        (
            "bakken=feit,oordeel",
            "bakken=feit",
            "26: een taak heeft twee of meer bakken, zoals ‘bakken=feit,aanname’",
        ),
        (
            "bakken=feit,oordeel",
            "bakken=feit,oordeel,feit",
            "26: een taak heeft twee of meer bakken, zoals ‘bakken=feit,aanname’",
        ),
        (
            "bakken=feit,oordeel",
            "bakken=feit,oordeel,aanname",
            "26: in bak ‘aanname’ hoort geen enkele kaart; haal hem weg of maak een kaart",
        ),
        (
            "[oordeel] k02",
            "[mening] k02",
            (
                "26: in bak ‘oordeel’ hoort geen enkele kaart; haal hem weg of maak een kaart\n"
                "32: kaart k02 hoort in geen bak; begin haar met een van [feit], [oordeel]"
            ),
        ),
        (
            "- [oordeel] k02",
            "- k02",
            (
                "26: in bak ‘oordeel’ hoort geen enkele kaart; haal hem weg of maak een kaart\n"
                "32: kaart k02 hoort in geen bak; begin haar met een van [feit], [oordeel]"
            ),
        ),
        ("  > Dat kun je tellen.\n", "", "30: kaart k01 heeft geen uitleg; zet eronder een regel met ‘> ’"),
        (
            "  > Dat kun je tellen.\n",
            "  > Dat kun je tellen.\n  punten: CON+1\n",
            "32: ‘punten:’ hoort alleen in een oefengesprek; haal die regel weg",
        ),
    ],
)
def test_a_task_has_bins_and_a_card_for_each(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## Doen {#doen}",
            "### Nog een? {#k01}\n\n- [x] a. Ja.\n  > Goed.\n- [ ] b. Nee.\n  > Fout.\n\n## Doen {#doen}",
            "35: ‘k01’ staat ook op regel 30; kies een andere code",
        ),
        (
            "## Doen {#doen}",
            (
                "## Nog eens {#nog taak=risico bakken=groen,rood levensfase=kind plek=straat}\n\n"
                "- [groen] k01. Een bal.\n  > Rustig.\n"
                "- [rood] k03. Brand.\n  > Bel.\n\n"
                "## Doen {#doen}"
            ),
            "37: ‘k01’ staat ook op regel 30; kies een andere code",
        ),
    ],
)
def test_a_card_has_a_code_of_its_own(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Vasthouden mag soms.",
            "Dat mag.\n" * 119 + "Ja.",
            "15: dit deel heeft 242 woorden; verdeel het over twee schermen (let op)",
        ),
        (
            "Vasthouden mag soms.",
            "Dat mag.\n" * 120,
            "15: dit deel heeft 243 woorden; verdeel het over twee schermen (let op)",
        ),
    ],
)
def test_a_screen_is_not_too_long(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LAW, old, new) == expected
