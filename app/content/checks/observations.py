"""Observation tests: a street in words, and statements of which about half were really there."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.document import Choice, Document, Problem, Section
from app.content.observation import STATEMENTS, STREET, THERE

MARKS = (THERE, " ")
FEWEST_WORDS, MOST_WORDS = 120, 180
"""In the street in words: as much as one can take in, and enough to ask about."""

FEWEST, MOST = 16, 20
"""Statements; more is no longer looking back, but homework."""


def check_observation(document: Document) -> Iterator[Problem]:
    """Everything that would leave a volunteer without a street, without a why, or with a way to guess."""
    sections = {section.id: section for section in document.sections if section.id}
    for id in (STREET, STATEMENTS):
        if id not in sections:
            yield Problem(document.path, document.body_line, f"hier ontbreekt een kop met {{#{id}}}")
    for section in document.sections:
        if section.id == STREET:
            yield from _check_street(document, section)
        elif section.id == STATEMENTS:
            yield from _check_statements(document, section)
        elif section.id:
            message = f"deel ‘{section.id}’ hoort hier niet; een proef heeft {STREET} en {STATEMENTS}"
            yield Problem(document.path, section.line, message)


def _check_street(document: Document, section: Section) -> Iterator[Problem]:
    words = len(section.prose.split())
    if not words:
        yield Problem(document.path, section.line, "vertel hier in woorden wat er op de tekening staat")
    elif not FEWEST_WORDS <= words <= MOST_WORDS:
        message = f"deze straat heeft {words} woorden; houd het op {FEWEST_WORDS} tot {MOST_WORDS}"
        yield Problem(document.path, section.line, message, "let op")
    if section.choices:
        message = f"uitspraken horen onder de kop met {{#{STATEMENTS}}}"
        yield Problem(document.path, section.choices[0].line, message)


def _check_statements(document: Document, section: Section) -> Iterator[Problem]:
    for choice in section.choices:
        for message in _wrong_with(choice):
            yield Problem(document.path, choice.line, f"uitspraak {choice.code} {message}")
    asked = len(section.choices)
    there = sum(choice.mark == THERE for choice in section.choices)
    if not FEWEST <= asked <= MOST:
        message = f"hier staan {asked} uitspraken; maak er {FEWEST} tot {MOST}"
        yield Problem(document.path, section.line, message)
    elif not asked <= 3 * there <= 2 * asked:
        message = f"van de {asked} uitspraken waren er {there} waar; maak dat ongeveer de helft"
        yield Problem(document.path, section.line, message)


def _wrong_with(choice: Choice) -> Iterator[str]:
    if choice.mark not in MARKS:
        yield "mist [x] (het was er) of [ ] (het was er niet)"
    if not choice.feedback:
        yield "heeft geen uitleg; zet eronder een regel met ‘> ’"
    if choice.target:
        yield "heeft een pijl; die hoort in een oefening, niet in een proef"
    for note in ("gevolg", "punten", "kritiek"):
        if note in choice.note_lines:
            yield f"heeft ‘{note}:’; dat hoort in een oefening, niet in een proef"
