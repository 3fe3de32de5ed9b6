"""Whether a text reads easily: long sentences, and words to avoid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import BLOCKS, CONTACTS, LESSON, SCENARIO, problems_after


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Lees elke zin.", "Je " + "loopt " * 13 + "verder.", ""),
        (
            "Lees elke zin.",
            "Je " + "loopt " * 14 + "verder.",
            "28: deze zin heeft 16 woorden; maak er twee van: “Je loopt loopt loopt loopt …” (let op)",
        ),
        (
            "Lees elke zin.",
            "Je " + "loopt " * 18 + "verder.",
            "28: deze zin heeft 20 woorden; maak er twee van: “Je loopt loopt loopt loopt …” (let op)",
        ),
        (
            "Lees elke zin.",
            "Je " + "loopt " * 19 + "verder.",
            "28: deze zin heeft 21 woorden; maak er twee van: “Je loopt loopt loopt loopt …”",
        ),
        (
            "Lees elke zin.",
            "Je loopt\nen kijkt.\nJe " + "loopt\n" * 14 + "verder.",
            "30: deze zin heeft 16 woorden; maak er twee van: “Je loopt loopt loopt loopt …” (let op)",
        ),
        (
            "Hij zocht iets.",
            "Hij " + "zocht " * 14 + "iets.",
            ("23: deze zin heeft 16 woorden; maak er twee van: “Hij zocht zocht zocht zocht …” (let op)"),
        ),
        (
            "> Dat vul je in.",
            "> Dat " + "vul " * 14 + "in.",
            "24: deze zin heeft 16 woorden; maak er twee van: “Dat vul vul vul vul …” (let op)",
        ),
        (
            "kennis: Je kent een feit.",
            "kennis: Je " + "kent " * 14 + "feiten.",
            "6: deze zin heeft 16 woorden; maak er twee van: “Je kent kent kent kent …” (let op)",
        ),
        (
            "Een busje {#busje}",
            "Een " + "bus " * 14 + "busje {#busje}",
            "12: deze zin heeft 16 woorden; maak er twee van: “Een bus bus bus bus …” (let op)",
        ),
    ],
)
def test_a_sentence_is_not_too_long(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ik groet hem. → praten", "Ik " + "groet " * 13 + "hem. → praten", ""),
        ("Ik groet hem. → praten", "Ik " + "groet " * 13 + "hem. -> praten", ""),
        (
            "gevolg: Hij lacht.",
            "gevolg: Hij " + "lacht " * 14 + "nu.",
            ("19: deze zin heeft 16 woorden; maak er twee van: “Hij lacht lacht lacht lacht …” (let op)"),
        ),
        (
            "reflectie: Wat doe jij?",
            "reflectie: Wat " + "doe " * 14 + "jij?",
            "11: deze zin heeft 16 woorden; maak er twee van: “Wat doe doe doe doe …” (let op)",
        ),
    ],
)
def test_a_sentence_in_a_scenario_is_not_too_long(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Lees elke zin.", "De daders zijn weg.", "28: vermijd ‘daders’; schrijf liever: de man die…"),
        (
            "Hij zocht iets.",
            "De verwarde man zocht iets.",
            "23: vermijd ‘verwarde man’; schrijf liever: iemand met onbegrepen gedrag",
        ),
        ("> Dat vul je in.", "> Was hij de dader?", "24: vermijd ‘dader’; schrijf liever: de man die…"),
        ("Lees elke zin.", "Iemand zegt: “Daar gaat de dader.”", ""),
        ("titel: Goed kijken", "titel: De dader", "2: vermijd ‘dader’; schrijf liever: de man die…"),
    ],
)
def test_a_word_to_avoid_has_a_better_one(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Bel {nummer.112}.", "Is de dader er nog?", "9: vermijd ‘dader’; schrijf liever: de man die…"),
    ],
)
def test_a_block_reads_easily(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, BLOCKS, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("wat je zag.", "wie de dader is.", "6: vermijd ‘dader’; schrijf liever: de man die…"),
        ("Overlast op", "De dader op", "6: vermijd ‘dader’; schrijf liever: de man die…"),
        (
            "Vertel wat",
            "Vertel " + "nog " * 13 + "wat",
            "6: deze zin heeft 17 woorden; maak er twee van: “Vertel nog nog nog nog …” (let op)",
        ),
    ],
)
def test_what_stands_on_the_map_reads_easily(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, CONTACTS, old, new) == expected
