"""Cards: two sides in order, layouts that there are, and places to fill in that somebody can fill."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_cards import CARD, CARDS, LEGAL_CARD, problems_with_cards
from tests.content.small_library import LESSON, problems, problems_after, write


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("vel: liggend\n", "", "1: bovenaan ontbreekt ‘vel:’; zet die regel erbij"),
        ("waarvoor: Voor in je zak.\n", "", "1: bovenaan ontbreekt ‘waarvoor:’; zet die regel erbij"),
        ("versie: 1", "versie: 1\nduur: 4 minuten", "4: ‘duur:’ kennen we hier niet; haal die regel weg"),
        (
            "vel: liggend",
            "vel: dwars",
            "6: ‘dwars’ kan niet achter ‘vel:’; kies uit staand, liggend, vouwkaart",
        ),
        (
            "vel: liggend",
            "vel: vouwkaart",
            (
                "10: een kant van een vouwkaart heeft 4 blokken met ‘###’, en geen tekst daarbuiten\n"
                "28: een kant van een vouwkaart heeft 4 blokken met ‘###’, en geen tekst daarbuiten"
            ),
        ),
        (
            "volgorde: 2",
            "volgorde: nul",
            "4: ‘nul’ kan niet achter ‘volgorde:’; schrijf een heel getal, zoals 3",
        ),
        (
            "{#achterkant opmaak=route}",
            "{#rugkant opmaak=route}",
            "9: een kaart heeft twee kanten, met de id’s voorkant en achterkant, in die volgorde",
        ),
        (
            "{#achterkant opmaak=route}",
            "{#achterkant opmaak=doolhof}",
            "28: opmaak ‘doolhof’ kennen we niet; kies uit kolommen, route",
        ),
        ("kolommen=2", "kolommen=9", "10: kolommen ‘9’ kennen we niet; kies uit 1, 2, 3, 4"),
        (
            "kolommen=2",
            "rijen=2",
            "10: ‘rijen=’ kennen we hier niet; hier kan kolommen of opmaak",
        ),
        (
            "### Buiten",
            "### Buiten {#buiten}",
            "14: een blok op een kaart heeft geen id; laat alleen de kop staan",
        ),
        (
            "- De post puilt uit",
            "- [x] a. De post puilt uit",
            "18: op een kaart staan geen antwoorden; begin deze regel zonder code",
        ),
        (
            "{wie.wijkagent}",
            "{wie.wijkagnet}",
            (
                "22: ‘opvolger.wijkagnet’ staat niet in modules/gedeeld/opvolgers.md; "
                "bedoel je ‘opvolger.wijkagent’?"
            ),
        ),
        (
            "{vakje}",
            "{vinkje}",
            "36: ‘{vinkje}’ kennen we niet; schrijf bijvoorbeeld {nummer.112} of {team.contact}",
        ),
        (
            "Bel {nummer.112}.",
            "Bel 0900-8844.",
            "26: typ 0900-8844 niet zelf; schrijf {nummer.…}, dan staat het maar op één plek",
        ),
        (
            "Kijk goed.",
            "Pas op voor de dader.",
            "12: vermijd ‘dader’; schrijf liever: de man die…",
        ),
    ],
)
def test_a_card_is_complete(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_with_cards(tmp_path, CARD, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "recht: ja\n",
            "",
            (
                "8: ‘gecontroleerd:’ hoort bij een kaart over recht; zet er ‘recht: ja’ bij\n"
                "9: ‘geldig-tot:’ hoort bij een kaart over recht; zet er ‘recht: ja’ bij"
            ),
        ),
        (
            "geldig-tot: 2027-11-01\n",
            "",
            "8: een kaart met ‘recht: ja’ heeft ook ‘geldig-tot:’; zet de datum erbij",
        ),
        (
            "2027-11-01",
            "2026-11-23",
            "10: deze kaart was geldig tot 2026-11-23; laat haar nakijken en vul nieuwe datums in (let op)",
        ),
        ("Slaan mag niet.\n", "", "17: deze kant is leeg; zet er tekst onder"),
        (
            "## Dit niet {#achterkant}\n\nSlaan mag niet.\n",
            "",
            "12: een kaart heeft twee kanten, met de id’s voorkant en achterkant, in die volgorde",
        ),
    ],
)
def test_a_card_about_the_law_says_when_it_was_checked(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert problems_with_cards(tmp_path, LEGAL_CARD, old, new) == expected


def test_the_cards_have_no_problems(tmp_path: Path) -> None:
    assert problems_with_cards(tmp_path) == ""


def test_a_lesson_has_no_places_of_a_card(tmp_path: Path) -> None:
    """What a volunteer reads on a screen is words; a line to write on is for paper."""
    after = problems_after(tmp_path, LESSON, "Het is kwart over tien.", "Bel {wie.wijkagent}. {lijn}")
    assert "‘wie.wijkagent’ staat niet in" in after
    assert "‘{lijn}’ kennen we niet" in after


def test_a_card_is_named_after_its_id(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, {"modules/kaarten/Mijn Kaart.md": CARDS[LEGAL_CARD]})
    name = "noem deze kaart naar haar id: kleine letters, cijfers en streepjes"
    assert problems(tmp_path) == [f"modules/kaarten/Mijn Kaart.md:1: {name}"]
