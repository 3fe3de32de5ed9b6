"""A card becomes two sides, with blocks that are laid out on a sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.card import Block, Card, Side, read_card
from app.content.document import parse
from app.content.library import Library, load_library
from app.content.markup import Renderer, Surroundings
from tests.content.small_cards import CARD, CARDS, LEGAL_CARD
from tests.content.small_library import FILES, write

RENDER = Renderer(Surroundings(numbers={"112": "112"}))


def card_in(text: str) -> Card:
    return read_card(parse(text, Path(CARD)), RENDER)


def test_a_card_is_read() -> None:
    card = card_in(CARDS[CARD])
    assert (card.id, card.title, card.subtitle) == ("looplijst", "Looplijst", "")
    assert (card.purpose, card.drawing, card.shape, card.order) == ("Voor in je zak.", "vest", "liggend", 2)
    assert (card.checked, card.valid_until, card.path) == (None, None, Path(CARD))
    front, back = card.sides
    assert front == Side(
        "voorkant",
        "Wat zie je?",
        "kolommen",
        2,
        "<p>Kijk goed.</p>",
        (
            Block(
                "Buiten", '<h4 class="sense sense-zien">Zien</h4>\n<ul>\n<li>De post puilt uit</li>\n</ul>'
            ),
            Block("Wie volgt op?", "<ul>\n<li><strong>Wie:</strong> {wie.wijkagent}</li>\n</ul>"),
        ),
        '<p>Bel <a href="tel:112">112</a>.</p>',
    )
    assert (back.id, back.layout, back.columns) == ("achterkant", "route", 1)
    assert [block.title for block in back.blocks] == ["Wat zag je?", "Wat nu?"]
    assert (back.intro_html, back.foot_html) == ("", "")


def test_a_card_about_the_law_has_dates() -> None:
    card = card_in(CARDS[LEGAL_CARD])
    assert (card.checked, card.valid_until) == (date(2026, 11, 1), date(2027, 11, 1))
    assert [side.blocks for side in card.sides] == [(), ()]


@pytest.mark.parametrize(
    ("line", "shape", "order"),
    [
        ("vel: vouwkaart", "vouwkaart", 0),
        ("vel: dwars", "staand", 0),
        ("volgorde: 12", "staand", 12),
        ("volgorde: ²", "staand", 0),
        ("volgorde: 99999", "staand", 0),
    ],
)
def test_what_can_not_be_is_what_is_usual(line: str, shape: str, order: int) -> None:
    card = card_in(f"---\n{line}\n---\n")
    assert (card.title, card.shape, card.order, card.sides) == ("looplijst", shape, order, ())


def test_cards_come_in_the_order_that_they_ask_for(tmp_path: Path, library: Library) -> None:
    write(tmp_path, {**FILES, **CARDS})
    assert list(load_library(tmp_path).cards) == ["rechten", "looplijst"]
    assert list(library.cards) == ["signaalkaart", "meldroute", "bevoegdhedenkaart", "loopkaart"]


def test_a_card_is_no_lesson(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, **CARDS})
    library = load_library(tmp_path)
    assert list(library.lessons) == ["kijken", "mag-dat"]
    assert len(library.modules) == 1


@given(st.text(alphabet=st.sampled_from("#-|{}`*> \nab:[x]1."), max_size=120))
def test_whatever_stands_there_can_be_read(text: str) -> None:
    card = card_in(text)
    assert card_in(text) == card
    for side in card.sides:
        assert side.layout == "kolommen"
        assert "<script" not in side.intro_html + side.foot_html
