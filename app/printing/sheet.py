"""A card as data for the template: two sides of one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from babel.dates import format_date

from app.content.card import Card, Side
from app.printing.nodes import Nodes, drawings_in, nodes_of, titled


def sheet_of(card: Card, team: str) -> dict[str, Any]:
    """What is printed of a card that was filled in already; ``team`` stands in its head."""
    sides = [_side(side, 1 if card.shape == "vouwkaart" else 2) for side in card.sides]
    return {
        "kind": "card",
        "title": titled(card.title),
        "team": team,
        "shape": card.shape,
        "dates": dates_of(card),
        "sides": sides,
        "pictures": sorted({name for side in sides for nodes in _texts(side) for name in drawings_in(nodes)}),
    }


def _side(side: Side, level: int) -> dict[str, Any]:
    """One side; the titles of its blocks are headings of this level."""
    return {
        "title": titled(side.title),
        "layout": side.layout,
        "columns": side.columns,
        "intro": nodes_of(side.intro_html),
        "blocks": [
            {"title": titled(block.title), "body": nodes_of(block.html, below=level)} for block in side.blocks
        ],
        "foot": nodes_of(side.foot_html),
    }


def _texts(side: dict[str, Any]) -> Iterator[Nodes]:
    yield from (side["intro"], side["foot"], *(block["body"] for block in side["blocks"]))


def dates_of(card: Card) -> str:
    """When somebody looked at the law on this card; empty for a card that says nothing of the law."""
    if card.checked is None or card.valid_until is None:
        return ""
    checked, until = (format_date(day, "d MMMM y", locale="nl") for day in (card.checked, card.valid_until))
    return f"Gecontroleerd op {checked}. Geldig tot {until}."
