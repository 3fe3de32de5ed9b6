"""A card to take along: two sides of one sheet, each with blocks in columns or as stops on a route."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.content.document import Document, Section
from app.content.markup import Renderer

FOLDER = "modules/kaarten"
SHAPES = ("staand", "liggend", "vouwkaart")
"""A sheet upright, on its side, or in four panels that fold to the size of a pocket."""

SIDES = ("voorkant", "achterkant")
LAYOUTS = ("kolommen", "route")
COLUMNS = ("1", "2", "3", "4")

FIELDS = ("wie", "bereik", "tijden", "vervanger")
"""What a card tells of who follows up: ``{wie.jeugd}`` and so on; who, how to reach them, when, and who else.

What the team left open is a line to write on.
"""

LINE, BOX = "{lijn}", "{vakje}"
"""A line to write on, and a box to tick."""

SENSES = ("zien", "horen", "ruiken", "contact")
"""A heading of one of these words carries a pictogram, so that it is found at a glance."""

_SENSE = re.compile(rf"<h4>({'|'.join(SENSES)})</h4>", re.IGNORECASE)
_BLOCK = re.compile(r"^###[ \t]+(\S.*)$", re.MULTILINE)
_FOOT = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """What belongs together below one heading."""

    title: str
    html: str


@dataclass(frozen=True)
class Side:
    id: str
    title: str
    layout: str
    columns: int
    intro_html: str
    blocks: tuple[Block, ...]
    foot_html: str
    """What stands below a line of ``---``, over the whole width."""


@dataclass(frozen=True)
class Card:
    id: str
    title: str
    subtitle: str
    purpose: str
    """What it is for, as volunteers read it before they print."""
    drawing: str
    shape: str
    order: int
    checked: date | None
    valid_until: date | None
    """The last day on which what it says of the law counts as checked."""
    sides: tuple[Side, ...]
    path: Path


def read_card(document: Document, render: Renderer) -> Card:
    """Understand a document as a card; what is missing is empty."""
    meta = document.meta
    shape = meta.get("vel", "")
    return Card(
        id=document.path.stem,
        title=meta.get("titel", document.path.stem),
        subtitle=meta.get("ondertitel", ""),
        purpose=meta.get("waarvoor", ""),
        drawing=meta.get("tekening", ""),
        shape=shape if shape in SHAPES else SHAPES[0],
        order=int(order) if (order := meta.get("volgorde", "")).isdecimal() and len(order) < 4 else 0,
        checked=_day(meta, "gecontroleerd"),
        valid_until=_day(meta, "geldig-tot"),
        sides=tuple(_read_side(section, render) for section in document.sections),
        path=document.path,
    )


def divided(prose: str) -> tuple[str, list[tuple[str, str]], str]:
    """What stands above the blocks of a side, the blocks with their titles, and what stands below them."""
    foot = _FOOT.search(prose)
    body, rest = (prose[: foot.start()], prose[foot.end() :]) if foot else (prose, "")
    intro, *parts = _BLOCK.split(body)
    blocks = [(title.strip(), text.strip()) for title, text in zip(parts[::2], parts[1::2], strict=True)]
    return intro.strip(), blocks, rest.strip()


def _read_side(section: Section, render: Renderer) -> Side:
    intro, blocks, foot = divided(section.prose)
    layout, columns = section.attrs.get("opmaak", ""), section.attrs.get("kolommen", "")
    return Side(
        id=section.id,
        title=render.plain(section.title),
        layout=layout if layout in LAYOUTS else LAYOUTS[0],
        columns=int(columns) if columns in COLUMNS else 1,
        intro_html=render.html(intro),
        blocks=tuple(Block(render.plain(title), _sensed(render.html(text))) for title, text in blocks),
        foot_html=render.html(foot),
    )


def _sensed(html: str) -> str:
    return _SENSE.sub(lambda head: f'<h4 class="sense sense-{head[1].lower()}">{head[1]}</h4>', html)


def _day(meta: Mapping[str, str], key: str) -> date | None:
    try:
        return date.fromisoformat(meta.get(key, ""))
    except ValueError:
        return None
