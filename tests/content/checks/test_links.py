"""What a text refers to, and what it may not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import BLOCKS, LESSON, MODULE, problems_after


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("(blok:spoed)", "(blok:spoet)", "17: blok ‘spoet’ is er niet; bedoel je ‘spoed’?"),
        ("(oefening:hek)", "(oefening:vragen)", "39: oefening ‘vragen’ is er niet"),
        ("(les:mag-dat)", "(les:mag-wat)", "41: les ‘mag-wat’ is er niet; bedoel je ‘mag-dat’?"),
        (
            "(les:mag-dat)",
            "(film:mag-dat)",
            (
                "41: ‘film:’ kennen we niet; begin de link met https:, mailto:, tel:, les:, "
                "oefening:, video:, blok:"
            ),
        ),
        (
            "(les:mag-dat)",
            "(mag-dat.md)",
            (
                "41: de link naar ‘mag-dat.md’ kan niet; begin hem met https:, mailto:, tel:, les:, "
                "oefening:, video:, blok:"
            ),
        ),
        (
            "(https://politie.nl)",
            "(www.politie.nl)",
            (
                "41: de link naar ‘www.politie.nl’ kan niet; begin hem met https:, mailto:, tel:, les:, "
                "oefening:, video:, blok:"
            ),
        ),
        (
            "(https://politie.nl)",
            "(javascript:alert)",
            (
                "41: ‘javascript:’ kennen we niet; begin de link met https:, mailto:, tel:, les:, "
                "oefening:, video:, blok:"
            ),
        ),
        (
            "(https://politie.nl)",
            "(tel:politie)",
            (
                "41: de link naar ‘tel:politie’ kan niet; begin hem met https:, mailto:, tel:, les:, "
                "oefening:, video:, blok:"
            ),
        ),
        ("(les:mag-dat)", "(video:mag-dat)", "41: video ‘mag-dat’ is er niet"),
        ("(https://politie.nl)", "(tel:112)", ""),
        ("(https://politie.nl)", "(mailto:a@b.nl)", ""),
        (
            "(https://politie.nl)",
            "()",
            (
                "41: de link naar ‘’ kan niet; begin hem met https:, mailto:, tel:, les:, "
                "oefening:, video:, blok:"
            ),
        ),
        (
            "[hier](https",
            "[](https",
            "41: deze link heeft geen woorden om op te tikken; zet ze tussen de vierkante haken",
        ),
    ],
)
def test_a_link_leads_somewhere(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "![Een straat]",
            "![]",
            ("43: deze afbeelding heeft geen beschrijving; zet tussen de vierkante haken wat er te zien is"),
        ),
        (
            "(tekening:straat)",
            "(tekening:plein)",
            "43: afbeelding ‘tekening:plein’ is er niet; kies een tekening, zoals ‘tekening:deur’",
        ),
        (
            "(tekening:straat)",
            "(straat.png)",
            "43: afbeelding ‘straat.png’ is er niet; kies een tekening, zoals ‘tekening:deur’",
        ),
    ],
)
def test_an_image_is_a_drawing_with_words(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "{nummer.112}",
            "{nummer.911}",
            "37: ‘911’ staat niet in modules/gedeeld/nummers.md; bedoel je ‘112’?",
        ),
        (
            "{nummer.112}",
            "{nummer.polite}",
            "37: ‘polite’ staat niet in modules/gedeeld/nummers.md; bedoel je ‘politie’?",
        ),
        (
            "{team.contact}",
            "{team.kontact}",
            "37: ‘team.kontact’ staat niet in modules/gedeeld/opvolgers.md; bedoel je ‘team.contact’?",
        ),
        (
            "{team.contact}",
            "{gecontroleerd}",
            ("37: ‘{gecontroleerd}’ kennen we niet; schrijf bijvoorbeeld {nummer.112} of {team.contact}"),
        ),
        (
            "{team.contact}",
            "{iets}",
            "37: ‘{iets}’ kennen we niet; schrijf bijvoorbeeld {nummer.112} of {team.contact}",
        ),
        (
            "{nummer.112}",
            "0900-8844",
            "37: typ 0900-8844 niet zelf; schrijf {nummer.…}, dan staat het maar op één plek",
        ),
        (
            "{nummer.112}",
            "0800 2000",
            "37: typ 0800 2000 niet zelf; schrijf {nummer.…}, dan staat het maar op één plek",
        ),
    ],
)
def test_a_placeholder_stands_in_its_list(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Lees elke zin.",
            "Lees <b>elke</b> zin.",
            "28: ‘<b>’ is HTML, en dat laten we niet door; schrijf gewone tekst of Markdown",
        ),
        (
            "Lees elke zin.",
            "Lees elke zin. <!-- later -->",
            "28: ‘<!--’ is HTML, en dat laten we niet door; schrijf gewone tekst of Markdown",
        ),
        (
            "Lees elke zin.",
            "<script>alert(1)</script>",
            "28: ‘<script>’ is HTML, en dat laten we niet door; schrijf gewone tekst of Markdown",
        ),
        ("Lees elke zin.", "Het is 3 < 4 en 5 > 4.", ""),
        (
            "- [ ] b. Hij zocht iets.",
            "- [ ] b. Hij zocht <i>iets</i>.",
            "23: ‘<i>’ is HTML, en dat laten we niet door; schrijf gewone tekst of Markdown",
        ),
    ],
)
def test_a_text_holds_no_html(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, LESSON, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Bel {nummer.112}.",
            "Bel {nummer.911}.",
            "9: ‘911’ staat niet in modules/gedeeld/nummers.md; bedoel je ‘112’?",
        ),
        (
            "Bel {nummer.112}.",
            "Bel {nummer.112}. <br>",
            "9: ‘<br>’ is HTML, en dat laten we niet door; schrijf gewone tekst of Markdown",
        ),
    ],
)
def test_a_block_refers_to_what_there_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, BLOCKS, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Je loopt een ronde.", "[Begin](les:kijk)", "10: les ‘kijk’ is er niet; bedoel je ‘kijken’?"),
    ],
)
def test_a_welcome_refers_to_what_there_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, MODULE, old, new) == expected
