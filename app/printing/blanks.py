"""What a team knows is filled in on paper; what it left open becomes a line to write on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape

from app.content.card import BOX, FIELDS, LINE, Card, Side

RULE = '<span class="blank"><span class="visually-hidden">zelf invullen</span></span>'
TICK = '<span class="tick"></span>'

_TOKEN = re.compile(rf"\{{(?P<name>(?P<kind>team|opvolger|{'|'.join(FIELDS)})\.[a-z0-9-]+)\}}")


def fill_in(html: str, values: Mapping[str, str]) -> str:
    """HTML of ours with the values of a team, escaped, in the places that the author left open."""
    if "{" not in html:
        return html
    filled = _TOKEN.sub(lambda token: _value(token, values), html)
    return filled.replace(LINE, RULE).replace(BOX, TICK)


def _value(token: re.Match[str], values: Mapping[str, str]) -> str:
    value = values.get(token["name"], "").strip()
    if value:
        return escape(value)
    return RULE if token["kind"] in FIELDS else token[0]


def card_for(card: Card, values: Mapping[str, str]) -> Card:
    """The card as one team gets it."""
    return replace(card, sides=tuple(_side_for(side, values) for side in card.sides))


def _side_for(side: Side, values: Mapping[str, str]) -> Side:
    return replace(
        side,
        intro_html=fill_in(side.intro_html, values),
        blocks=tuple(replace(block, html=fill_in(block.html, values)) for block in side.blocks),
        foot_html=fill_in(side.foot_html, values),
    )
