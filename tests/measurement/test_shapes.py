"""What is recognised by its shape, and what looks like it and is something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.report_coach import PATTERNS
from app.measurement.shapes import SHAPES

SERVICES = frozenset({"112", "144", "09008844", "0880767000"})
CASES: dict[str, list[tuple[str, list[str]]]] = {
    "huisnummer": [
        ("bij Lindelaan 12 lag een fiets", ["Lindelaan 12"]),
        (
            "Lindelaan 12a, Kerkplein 3-5 en Tulpstraat nr. 7",
            ["Lindelaan 12a", "Kerkplein 3-5", "Tulpstraat nr. 7", "nr. 7"],
        ),
        ("in de lindelaan 4.", ["lindelaan 4"]),
        ("op nummer 9, huisnummer 12 b en nr. 7", ["nummer 9", "huisnummer 12 b", "nr. 7"]),
        ("op de Markt 3 en aan de Singel 88", ["Markt 3", "Singel 88"]),
        ("Laan van Meerdervoort 1123", ["Laan van Meerdervoort 1123"]),
        ("om 22.10 uur in de Lindelaan", []),
        ("in de Lindelaan 22.10 uur", []),
        ("in de Lindelaan 3 keer, op het Kerkplein 4 jongens", []),
        ("in de winkelstraat 3 fietsen, op straat 5 mensen", []),
        ("3 fietsen bij de bushalte", []),
        ("bel nummer 112, of 144", []),
        ("bus nummer 5, lantaarnpaal nummer 214", []),
        ("een verandering 3", []),
        ("Markt 3", []),
    ],
    "postcode": [
        ("1234 AB en 5611EM en 1234ab", ["1234 AB", "5611EM", "1234ab"]),
        ("in 2026 is het, om 2200 uur, 1500 eu", []),
        ("0123 AB, 12345 AB, 1234 ABC", []),
    ],
    "kenteken": [
        ("AB-12-CD, 12-abc-3 en X-999-XX", ["AB-12-CD", "12-abc-3", "X-999-XX"]),
        ("AB12CD en 9 XXX 99", ["AB12CD", "9 XXX 99"]),
        ("1-nov-24, 12-05-24, 24-uur, DRS-ABC-X", []),
        ("niet-pluis-app en 0900-8844", []),
        ("123456 en ABCDEF", []),
    ],
    "telefoonnummer": [
        ("06-12345678, 06 12 34 56 78", ["06-12345678", "06 12 34 56 78"]),
        ("+31 6 12345678 of 0031612345678", ["+31 6 12345678", "0031612345678"]),
        ("(0123) 456789", ["(0123) 456789"]),
        ("+49 170 1234567", ["+49 170 1234567"]),
        ("op 24-11-2026 06-12345678", ["06-12345678"]),
        ("112, 0900-8844, 088 0767 000, 0800-1205, 14 010", []),
        ("om 22.10 uur, 24-11-2026, 12345678", []),
    ],
    "mailadres": [
        ("jan@example.org, of wim.de.vries+x@a-b.co.uk.", ["jan@example.org", "wim.de.vries+x@a-b.co.uk"]),
        ("@jan, jan@, jan@example", []),
    ],
    "naam": [
        ("Meneer Jansen en mevrouw de Vries", ["Meneer Jansen", "mevrouw de Vries"]),
        ("buurman Wim, familie Van den Berg", ["buurman Wim", "familie Van den Berg"]),
        ("mevr. El Amrani en dhr. Jansen-Smit", ["mevr. El Amrani", "dhr. Jansen-Smit"]),
        ("Hij heet Kees. Zijn naam is Piet.", ["Hij heet Kees", "Zijn naam is Piet"]),
        ("meneer zei niets. De buurvrouw. Ik liep door.", []),
        ("de buurman Ik zag hem", []),
        ("MEVROUW ZEI NIETS", []),
    ],
    "tijdstip": [
        ("om 22.10 uur, 9:05 of 21u30", ["22.10", "9:05", "21u30"]),
        ("10 uur, 24 november, 24-11-2026", ["10 uur", "24 november", "24-11-2026"]),
        ("woensdagavond om half acht", ["woensdagavond", "om half acht"]),
        ("tien voor half elf, kwart over 9", ["tien voor half elf", "kwart over 9"]),
        ("25.99, half werk, 3 fietsen", []),
    ],
    "straatnaam": [
        ("in de Lindelaan 12 en op het Kerkplein", ["Lindelaan", "Kerkplein"]),
        ("Laan van Meerdervoort", ["Laan van Meerdervoort"]),
        ("op straat, in de lindelaan, in de Winkelstraat, Onderweg", []),
    ],
}


@pytest.mark.parametrize(
    ("name", "text", "expected"), [(name, *case) for name, cases in CASES.items() for case in cases]
)
def test_a_shape_is_told_from_what_looks_like_it(name: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sorted(SHAPES[name](text, SERVICES))] == expected


def test_every_pattern_that_an_author_can_write_has_a_shape() -> None:
    assert SHAPES.keys() == PATTERNS.keys() == CASES.keys()


@given(st.sampled_from(sorted(SHAPES)), st.text(max_size=200) | st.text(alphabet="aA1 -.+@:nr", max_size=80))
def test_places_lie_in_the_text(name: str, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in SHAPES[name](text, SERVICES))
