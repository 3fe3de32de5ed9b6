"""Instruments: one right answer to know, answers that exist, and forms that are equally long."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import EVALUATION, FILES, INSTRUMENT, problems, problems_after, write


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## Kennis, vorm A {#kennis-a vorm=a score=som}\n",
            "",
            (
                "6: vorm a en b zijn in meting t0 niet even lang: 3 en 4 vragen\n"
                "6: vorm a en b zijn in meting t1 niet even lang: 2 en 3 vragen\n"
                "10: een vraag staat onder een schaal; zet er een kop met ‘##’ boven"
            ),
        ),
        (
            "- [x] b. Bellen.",
            "- [ ] b. Bellen.",
            "11: 0 antwoorden zijn goed; zet bij precies één antwoord [x]",
        ),
        (
            "- [ ] a. Alles.",
            "- [x] a. Alles.",
            "11: 2 antwoorden zijn goed; zet bij precies één antwoord [x]",
        ),
        ("- [ ] a. Alles.", "- [~] a. Alles.", "13: antwoord a mist [x], [ ] of [?]"),
        ("- [ ] a. Alles.", "- a. Alles.", "13: antwoord a mist [x], [ ] of [?]"),
        (
            "- [ ] a. Alles.",
            "- [ ] a. Alles.\n  > Niet alles.",
            "14: zet de uitleg van een kennisvraag onder alle antwoorden samen, niet onder één",
        ),
        (
            "> Bellen mag altijd.\n",
            "",
            "11: deze vraag heeft geen uitleg voor achteraf; zet die onderaan met ‘> ’",
        ),
        (
            "- [ ] b. Kijken.\n- [?] c. Dat weet ik niet\n",
            "- [ ] b. Kijken.\n",
            "21: wie het niet weet, moet gokken; zet erbij ‘- [?] e. Dat weet ik niet’",
        ),
    ],
)
def test_a_knowledge_item_has_one_key(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, INSTRUMENT, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "{#houding antwoorden=eens",
            "{#houding antwoorden=oneens",
            "29: antwoorden ‘oneens’ staan nergens in dit bestand; maak een kop met {#oneens}",
        ),
        (
            "{#houding antwoorden=eens",
            "{#houding",
            "29: deze stellingen hebben geen antwoorden; zet ‘antwoorden=…’ achter de id",
        ),
        (
            "score=gemiddelde minimaal=2",
            "score=mediaan minimaal=2",
            "29: score ‘mediaan’ kennen we niet; kies uit som, gemiddelde",
        ),
        ("minimaal=2", "minimaal=twee", "29: achter ‘minimaal=’ staat een heel getal, zoals ‘minimaal=2’"),
        (
            "minimaal=2",
            "minimaal=" + "9" * 30,
            "29: achter ‘minimaal=’ staat een heel getal, zoals ‘minimaal=2’",
        ),
        ("meting=t0,t2", "meting=t0,t4", "36: meting ‘t4’ kennen we niet; kies uit t0, t1, t2"),
        (
            "{#kennis-a vorm=a",
            "{#kennis-a vorm=c",
            (
                "6: vorm a en b zijn in meting t0 niet even lang: 3 en 4 vragen\n"
                "6: vorm a en b zijn in meting t1 niet even lang: 2 en 3 vragen\n"
                "9: vorm ‘c’ kennen we niet; kies uit a, b"
            ),
        ),
        ("- 1. Oneens\n- 2. Eens\n", "", "40: hier staan geen twee antwoorden; schrijf ze als ‘- 1. tekst’"),
        ("- 1. Oneens", "- n. Oneens", "42: de code ‘n’ is geen getal; een antwoord telt als zijn code"),
    ],
)
def test_a_scale_has_answers_that_exist(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, INSTRUMENT, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "{#kennis-b vorm=b",
            "{#kennis-b",
            (
                "6: vorm a en b zijn in meting t0 niet even lang: 5 en 4 vragen\n"
                "6: vorm a en b zijn in meting t1 niet even lang: 4 en 3 vragen"
            ),
        ),
        ("metingen: t0, t1", "metingen: t0, t1, t2", ""),
        (
            "- h01. Ik kijk eerst.\n",
            "".join(f"- h{n}. Ik kijk.\n" for n in range(10, 22)),
            (
                "6: meting t0 heeft met vorm a 15 vragen; houd het op 13\n"
                "6: meting t0 heeft met vorm b 15 vragen; houd het op 13\n"
                "6: meting t1 heeft met vorm a 14 vragen; houd het op 13\n"
                "6: meting t1 heeft met vorm b 14 vragen; houd het op 13"
            ),
        ),
        ("- h01. Ik kijk eerst.\n", "".join(f"- h{n}. Ik kijk.\n" for n in range(10, 20)), ""),
        ("metingen: t0, t1", "metingen: t2", ""),
    ],
)
def test_the_forms_are_equally_long_and_not_too_long(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert problems_after(tmp_path, INSTRUMENT, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "- (open) e01. Wat neem je mee?\n",
            "".join(f"- (open) e{n}. Wat neem je mee?\n" for n in range(10, 30)),
            "",
        ),
        (
            "- (open) e01.",
            "- e01.",
            "9: deze stellingen hebben geen antwoorden; zet ‘antwoorden=…’ achter de id",
        ),
    ],
)
def test_an_evaluation_may_be_of_any_length(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, EVALUATION, old, new) == expected


def test_a_wave_has_questions(tmp_path: Path) -> None:
    write(tmp_path)
    text = FILES[INSTRUMENT].replace("meting=t0,t2 ", "").replace(" score=", " meting=t0 score=")
    write(tmp_path, {INSTRUMENT: text})
    assert problems(tmp_path) == [f"{INSTRUMENT}:6: in meting t1 staat geen enkele vraag"]
