"""Cards: two sides, each with blocks of text in a layout that there is."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.card import COLUMNS, LAYOUTS, SIDES, divided
from app.content.document import Document, Problem, Section

VALUES = {"kolommen": COLUMNS, "opmaak": LAYOUTS}
PANELS = 4
"""On each side of a sheet that is folded twice."""


def check_card(document: Document) -> Iterator[Problem]:
    """Everything that would leave a side of the sheet empty or out of order."""
    sides = tuple(section.id for section in document.sections if section.level == 2)
    if document.sections and sides != SIDES:
        message = f"een kaart heeft twee kanten, met de id’s {' en '.join(SIDES)}, in die volgorde"
        yield Problem(document.path, document.body_line, message)
    for section in document.sections:
        yield from _check_side(document, section)


def _check_side(document: Document, section: Section) -> Iterator[Problem]:
    if section.level == 3:
        message = "een blok op een kaart heeft geen id; laat alleen de kop staan"
        yield Problem(document.path, section.line, message)
    if not section.prose.strip():
        yield Problem(document.path, section.line, "deze kant is leeg; zet er tekst onder")
    if section.choices:
        message = "op een kaart staan geen antwoorden; begin deze regel zonder code"
        yield Problem(document.path, section.choices[0].line, message)
    intro, blocks, foot = divided(section.prose)
    if document.meta.get("vel") == "vouwkaart" and (len(blocks) != PANELS or intro or foot):
        message = f"een kant van een vouwkaart heeft {PANELS} blokken met ‘###’, en geen tekst daarbuiten"
        yield Problem(document.path, section.line, message)
    for key, values in VALUES.items():
        if (value := section.attrs.get(key, values[0])) not in values:
            message = f"{key} ‘{value[:40]}’ kennen we niet; kies uit {', '.join(values)}"
            yield Problem(document.path, section.line, message)
