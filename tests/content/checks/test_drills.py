"""Drills: a pool that lasts, and cases that are short, placed and complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_drill import ANOTHER, DRILL, FIRST, HEAD, TEXT, problems_of_drill
from tests.content.small_library import LESSON, problems, with_change, write


def test_a_good_drill_has_no_problems(tmp_path: Path) -> None:
    assert problems_of_drill(tmp_path) == ""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("titel: Groeten\n", "", "1: bovenaan ontbreekt ‘titel:’; zet die regel erbij"),
        ("vraag: Wat doe je?\n", "", "1: bovenaan ontbreekt ‘vraag:’; zet die regel erbij"),
        ("leerdoel: Je groet eerst.\n", "", "1: bovenaan ontbreekt ‘leerdoel:’; zet die regel erbij"),
        ("versie: 1", "versie: 1\nduur: 2 minuten", "5: ‘duur:’ kennen we hier niet; haal die regel weg"),
        ("vraag: Wat doe je?", "vraag:", "8: achter ‘vraag:’ staat niets; vul dat in"),
        ("versie: 1", "versie: 1\nnakijken: De politie leest mee.", ""),
        (
            "vraag: Wat doe je?",
            "vraag: Wat " + "doe " * 14 + "je?",
            "8: deze zin heeft 16 woorden; maak er twee van: “Wat doe doe doe doe …” (let op)",
        ),
        ("module: straat", "module: wijk", "5: module ‘wijk’ is er niet; kijk naar de mappen in modules/"),
        (
            "Een groet kost niets.\n",
            "",
            "10: vertel boven de eerste situatie in een paar zinnen wat dit rondje oefent",
        ),
        (
            ANOTHER.format(n=10),
            "",
            "10: dit rondje heeft 9 situaties; schrijf er minstens 10",
        ),
    ],
)
def test_a_drill_says_what_it_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_of_drill(tmp_path, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "levensfase=jongere ",
            "",
            "13: zet ‘levensfase=’ achter de id, met een of meer van oudere, volwassene, jongere, kind",
        ),
        (
            "levensfase=jongere",
            "levensfase=jong",
            "13: zet ‘levensfase=’ achter de id, met een of meer van oudere, volwassene, jongere, kind",
        ),
        (" plek=straat", "", "13: zet ‘plek=’ achter de id, met een of meer van straat, stoep, binnen"),
        (
            "plek=straat",
            "plek=tuin",
            "13: zet ‘plek=’ achter de id, met een of meer van straat, stoep, binnen",
        ),
        ("plek=straat", "plek=straat uur=10", "13: ‘uur=’ kennen we hier niet; hier kan levensfase of plek"),
        ("{#nummer-2 ", "{#ladder ", "24: de id ‘ladder’ staat ook op regel 13; geef deze kop een andere"),
        ("## De ladder", "### De ladder", "13: elke situatie staat op zichzelf; begin haar met ‘##’"),
        ("## De ladder {", "## {", "13: deze kop heeft geen woorden; zet ze vóór de id"),
        (
            "Een jongen draagt een ladder.\n",
            "",
            "13: deze situatie heeft geen tekst; vertel in een paar zinnen wat er te zien en te horen is",
        ),
        (
            "Een jongen draagt een ladder.",
            "Hij loopt. " * 31,
            "13: deze situatie heeft 62 woorden; houd het op hoogstens 60",
        ),
        ("Een jongen draagt een ladder.", "Hij loopt. " * 30, ""),
    ],
)
def test_a_case_is_short_and_says_whom_it_is_about(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_of_drill(tmp_path, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            (
                "- [~] b. Ik knik.\n  > Dat mag ook.\n- [ ] c. Ik bel {nummer.politie}.\n"
                "  > Daar is geen reden voor.\n"
            ),
            "",
            "13: deze vraag heeft geen twee antwoorden; schrijf ze als ‘- [x] a. tekst’",
        ),
        (
            "  > Daar is geen reden voor.\n",
            "  > Daar is geen reden voor.\n- [ ] d. Ik wacht.\n  > Waarop?\n",
            "13: 4 antwoorden is veel voor een rondje; houd het op 3",
        ),
        (
            "- [x] a. Ik groet",
            "- [ ] a. Ik groet",
            "13: 0 antwoorden zijn goed; zet bij precies één antwoord [x]",
        ),
        (
            "- [~] b. Ik knik",
            "- [x] b. Ik knik",
            "13: 2 antwoorden zijn goed; zet bij precies één antwoord [x]",
        ),
        ("- [~] b. Ik knik", "- b. Ik knik", "19: antwoord b mist [x], [~] of [ ]"),
        ("- [~] b. Ik knik", "- [~] a. Ik knik", "19: de code ‘a’ staat ook op regel 17; kies een andere"),
        ("  > Dat mag ook.\n", "", "19: antwoord b heeft geen uitleg; zet eronder een regel met ‘> ’"),
        (
            "Ik knik.\n  > Dat mag ook.",
            "Ik knik. → nummer-2\n  > Dat mag ook.\n  punten: CON+1",
            (
                "19: achter antwoord b staat een pijl; die hoort alleen in een oefengesprek\n"
                "21: ‘punten:’ hoort alleen in een oefengesprek; haal die regel weg"
            ),
        ),
        (
            "{nummer.politie}",
            "0900-8844",
            ("21: typ 0900-8844 niet zelf; schrijf {nummer.…}, dan staat het maar op één plek"),
        ),
        (
            "Ik knik.",
            "Ik zie een verwarde man.",
            "19: vermijd ‘verwarde man’; schrijf liever: iemand met onbegrepen gedrag",
        ),
    ],
)
def test_each_case_has_one_good_answer_and_a_why_for_each(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert problems_of_drill(tmp_path, old, new) == expected


@pytest.mark.parametrize(
    ("id", "expected"),
    [("groeten", []), ("groet", [f"{LESSON}:39: oefening ‘groet’ is er niet; bedoel je ‘groeten’?"])],
)
def test_a_lesson_links_to_a_drill_as_to_any_exercise(tmp_path: Path, id: str, expected: list[str]) -> None:
    with_change(tmp_path, LESSON, "(oefening:hek)", f"(oefening:{id})")
    write(tmp_path, {DRILL: TEXT})
    assert problems(tmp_path) == expected


def test_the_parts_of_the_example_are_all_of_it() -> None:
    assert TEXT.startswith(HEAD + FIRST)
