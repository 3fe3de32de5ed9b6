"""The shared files: every line of a list can be read, and stands there once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import AVOID, BLOCKS, CONTACTS, NUMBERS, problems, problems_after, write

UNREAD_CONTACT = (
    "6: deze regel is niet te lezen; schrijf hem als "
    "‘- opvolger.wijkagent. je wijkagent | Overlast | Vertel wat je zag.’"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## Spoed? {#spoed}",
            "## Spoed? {#spoed}\n\nBel.\n\n## Nog een",
            "11: dit blok heeft geen id; zet er bijvoorbeeld {#spoed} achter",
        ),
    ],
)
def test_a_block_has_an_id(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, BLOCKS, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "- politie. 0900-8844 |",
            "- politie 0900-8844 |",
            (
                "6: deze regel is niet te lezen; schrijf hem als ‘- politie. 0900-8844 | waarvoor | "
                "gecontroleerd 2026-11-23 | politie.nl’"
            ),
        ),
        (
            "Geen spoed | gecontroleerd 2026-11-23",
            "Geen spoed | gecontroleerd gisteren",
            (
                "6: deze regel is niet te lezen; schrijf hem als ‘- politie. 0900-8844 | waarvoor | "
                "gecontroleerd 2026-11-23 | politie.nl’"
            ),
        ),
        (
            "- politie. 0900-8844",
            "- politie. negen",
            (
                "6: deze regel is niet te lezen; schrijf hem als ‘- politie. 0900-8844 | waarvoor | "
                "gecontroleerd 2026-11-23 | politie.nl’"
            ),
        ),
        (
            "- politie.",
            "- 112. 113 | Meer | gecontroleerd 2026-11-23 | 113.nl\n- politie.",
            "6: ‘112’ staat ook op regel 5; haal er één weg",
        ),
    ],
)
def test_a_number_can_be_read(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, NUMBERS, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- opvolger.wijkagent.", "- wijkagent.", UNREAD_CONTACT),
        (" | Vertel wat je zag.", "", UNREAD_CONTACT),
        (" | Overlast op straat |", " |  |", UNREAD_CONTACT),
        ("je wijkagent | ", "je wijkagent| ", UNREAD_CONTACT),
        ("zag.", "zag. | En meer.", UNREAD_CONTACT),
        (
            "- opvolger.wijkagent.",
            "- team.naam. je team | Het team | Vertel alles.\n- opvolger.wijkagent.",
            UNREAD_CONTACT,
        ),
        (" | Overlast op straat | Vertel wat je zag.", "", ""),
        (
            "- opvolger.wijkagent.",
            "- opvolger.meldpunt.",
            "7: ‘opvolger.meldpunt’ staat ook op regel 6; haal er één weg",
        ),
        (
            "het meldpunt",
            "het meldpunt | overlast OP straat | Vertel het.",
            "7: ‘overlast OP straat’ is ook de titel op regel 6; kies een andere",
        ),
    ],
)
def test_a_contact_can_be_read(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, CONTACTS, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "- dader → de man die…",
            "- dader = de man die…",
            "5: deze regel is niet te lezen; schrijf hem als ‘- woord → wat je beter schrijft’",
        ),
        (
            "- dader → de man die…",
            "- dader →",
            "5: deze regel is niet te lezen; schrijf hem als ‘- woord → wat je beter schrijft’",
        ),
        ("- verwarde man →", "- dader →", "6: ‘dader’ staat ook op regel 5; haal er één weg"),
    ],
)
def test_a_word_to_avoid_can_be_read(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, AVOID, old, new) == expected


def test_a_shared_file_that_nobody_reads_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, {"modules/gedeeld/woorden.md": "- dader"})
    names = "blokken.md, nummers.md, opvolgers.md, vermijden.md, woordenlijst.md"
    assert problems(tmp_path) == [
        f"modules/gedeeld/woorden.md:1: dit bestand kennen we niet; in deze map staan {names}"
    ]
