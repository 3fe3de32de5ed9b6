"""The lines above a text: keys that miss, keys that nobody knows, and values that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.markup import DRAWINGS
from tests.content.small_library import EVALUATION, INSTRUMENT, LAW, LESSON, MODULE, SCENARIO, problems_after


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("titel: Op straat\n", "", "1: bovenaan ontbreekt ‘titel:’; zet die regel erbij"),
        ("versie: 1\n", "", "1: bovenaan ontbreekt ‘versie:’; zet die regel erbij"),
        ("tekening: straat\n", "", "1: bovenaan ontbreekt ‘tekening:’; zet die regel erbij"),
        ("ondertitel:", "onderttitel:", "3: ‘onderttitel:’ kennen we hier niet; bedoel je ‘ondertitel’?"),
        ("versie: 1", "versie: 1.0", "4: ‘1.0’ kan niet achter ‘versie:’; schrijf een heel getal, zoals 1"),
        ("versie: 1", "versie:", "4: achter ‘versie:’ staat niets; vul dat in"),
    ],
)
def test_a_module_says_what_it_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, MODULE, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "---\ntitel: Goed kijken\n",
            "titel: Goed kijken\n",
            (
                "1: begin dit bestand met een regel ‘---’ en de regels titel, duur, versie, tekening, "
                "kennis, houding, gedrag, levensfase, plek\n"
                "1: deze zin heeft 29 woorden; maak er twee van: “titel: Goed kijken duur: 8 …”"
            ),
        ),
        ("titel: Goed kijken\n", "", "1: bovenaan ontbreekt ‘titel:’; zet die regel erbij"),
        ("duur: 8 minuten\n", "", "1: bovenaan ontbreekt ‘duur:’; zet die regel erbij"),
        ("versie: 1\n", "", "1: bovenaan ontbreekt ‘versie:’; zet die regel erbij"),
        ("tekening: ogen\n", "", "1: bovenaan ontbreekt ‘tekening:’; zet die regel erbij"),
        ("kennis: Je kent een feit.\n", "", "1: bovenaan ontbreekt ‘kennis:’; zet die regel erbij"),
        ("houding: Je twijfelt gerust.\n", "", "1: bovenaan ontbreekt ‘houding:’; zet die regel erbij"),
        ("gedrag: Je zegt wat je zag.\n", "", "1: bovenaan ontbreekt ‘gedrag:’; zet die regel erbij"),
        (
            "versie: 1",
            "versie: 1\nleerdoel: Je kijkt.",
            "5: ‘leerdoel:’ kennen we hier niet; haal die regel weg",
        ),
        (
            "duur: 8 minuten",
            "duur: acht minuten",
            "3: ‘acht minuten’ kan niet achter ‘duur:’; schrijf bijvoorbeeld ‘12 minuten’",
        ),
        (
            "duur: 8 minuten",
            "duur: 16 minuten",
            "3: 16 minuten is lang; houd het onder 15 minuten of maak er twee van (let op)",
        ),
        (
            "duur: 8 minuten",
            "duur: 120 minuten",
            "3: ‘120 minuten’ kan niet achter ‘duur:’; schrijf bijvoorbeeld ‘12 minuten’",
        ),
        (
            "duur: 8 minuten",
            "duur: " + "9" * 30 + " minuten",
            (
                "3: ‘999999999999999999999999999999 minuten’ kan niet achter ‘duur:’; schrijf "
                "bijvoorbeeld ‘12 minuten’"
            ),
        ),
        (
            "tekening: ogen",
            "tekening: oog",
            f"5: ‘oog’ kan niet achter ‘tekening:’; kies uit {', '.join(sorted(DRAWINGS))}",
        ),
    ],
)
def test_a_lesson_says_what_it_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "gecontroleerd: 2026-11-01\n",
            "",
            "9: een les met ‘recht: ja’ heeft ook ‘gecontroleerd:’; zet de datum erbij",
        ),
        (
            "geldig-tot: 2027-11-01\n",
            "",
            "9: een les met ‘recht: ja’ heeft ook ‘geldig-tot:’; zet de datum erbij",
        ),
        (
            "recht: ja\n",
            "",
            (
                "9: ‘gecontroleerd:’ hoort bij een les over recht; zet er ‘recht: ja’ bij\n"
                "10: ‘geldig-tot:’ hoort bij een les over recht; zet er ‘recht: ja’ bij"
            ),
        ),
        ("recht: ja", "recht: nee", "9: ‘nee’ kan niet achter ‘recht:’; kies uit ja"),
        (
            "2026-11-01",
            "1-11-2026",
            (
                "10: ‘1-11-2026’ kan niet achter ‘gecontroleerd:’; schrijf jaar, maand en dag, zoals "
                "2027-11-23"
            ),
        ),
        (
            "2026-11-01",
            "2026-11-31",
            (
                "10: ‘2026-11-31’ kan niet achter ‘gecontroleerd:’; schrijf jaar, maand en dag, zoals "
                "2027-11-23"
            ),
        ),
        ("2026-11-01", "2026-11-25", "10: 2026-11-25 is nog niet geweest; vul de dag van de controle in"),
        ("2027-11-01", "2026-11-01", "11: 2026-11-01 is niet later dan de controle; kies een latere datum"),
        (
            "2027-11-01",
            "2026-11-23",
            ("11: deze les was geldig tot 2026-11-23; laat haar nakijken en vul nieuwe datums in (let op)"),
        ),
        ("2027-11-01", "2026-12-24", "11: deze les is nog 30 dagen geldig; laat haar nu nakijken (let op)"),
        ("2027-11-01", "2027-01-24", ""),
    ],
)
def test_a_lesson_about_the_law_says_when_it_was_checked(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert problems_after(tmp_path, LAW, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("titel: Het hek\n", "", "1: bovenaan ontbreekt ‘titel:’; zet die regel erbij"),
        ("duur: 4 minuten\n", "", "1: bovenaan ontbreekt ‘duur:’; zet die regel erbij"),
        ("versie: 1\n", "", "1: bovenaan ontbreekt ‘versie:’; zet die regel erbij"),
        ("module: straat\n", "", "1: bovenaan ontbreekt ‘module:’; zet die regel erbij"),
        ("tekening: deur\n", "", "1: bovenaan ontbreekt ‘tekening:’; zet die regel erbij"),
        ("leerdoel: Je vraagt eerst.\n", "", "1: bovenaan ontbreekt ‘leerdoel:’; zet die regel erbij"),
        ("levensfase: jongere\n", "", "1: bovenaan ontbreekt ‘levensfase:’; zet die regel erbij"),
        ("plek: straat\n", "", "1: bovenaan ontbreekt ‘plek:’; zet die regel erbij"),
        ("reflectie: Wat doe jij?\n", "", "1: bovenaan ontbreekt ‘reflectie:’; zet die regel erbij"),
        (
            "levensfase: jongere",
            "levensfase: baby",
            (
                "9: ‘baby’ kan niet achter ‘levensfase:’; "
                "kies uit oudere, volwassene, jongere, kind, met komma’s ertussen"
            ),
        ),
        (
            "plek: straat",
            "plek: keuken",
            "10: ‘keuken’ kan niet achter ‘plek:’; kies uit straat, stoep, binnen, met komma’s ertussen",
        ),
        (
            "plek: straat",
            "plek: straat\nmetingen: t0",
            "11: ‘metingen:’ kennen we hier niet; haal die regel weg",
        ),
    ],
)
def test_an_exercise_says_what_it_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("titel: Vragen\n", "", "1: bovenaan ontbreekt ‘titel:’; zet die regel erbij"),
        ("versie: 1\n", "", "1: bovenaan ontbreekt ‘versie:’; zet die regel erbij"),
        ("metingen: t0, t1\n", "", "1: bovenaan ontbreekt ‘metingen:’; zet die regel erbij"),
        (
            "metingen: t0, t1",
            "metingen: t0, t3",
            "6: ‘t0, t3’ kan niet achter ‘metingen:’; schrijf bijvoorbeeld ‘t0, t1’",
        ),
        (
            "metingen: t0, t1",
            "metingen: t0, t0",
            "6: ‘t0, t0’ kan niet achter ‘metingen:’; schrijf bijvoorbeeld ‘t0, t1’",
        ),
    ],
)
def test_an_instrument_says_what_it_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, INSTRUMENT, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("titel: Terugblik\n", "", "1: bovenaan ontbreekt ‘titel:’; zet die regel erbij"),
        ("versie: 1\n", "", "1: bovenaan ontbreekt ‘versie:’; zet die regel erbij"),
        ("metingen: t1", "vorm: a", "6: ‘vorm:’ kennen we hier niet; haal die regel weg"),
    ],
)
def test_an_evaluation_says_what_it_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, EVALUATION, old, new) == expected
