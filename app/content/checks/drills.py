"""Drills: a pool that lasts, and cases that are short and complete."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.checks.lessons import check_answers
from app.content.document import Document, Problem, Section

FEWEST_CASES = 10
"""Two rounds without meeting anything twice."""

MOST_OPTIONS = 3
MOST_WORDS = 60
"""Words of one case; it is read in ten seconds."""


def check_drill(document: Document) -> Iterator[Problem]:
    """Everything that would make a round dull, unfair or impossible to answer."""
    if not document.intro.strip():
        message = "vertel boven de eerste situatie in een paar zinnen wat dit rondje oefent"
        yield Problem(document.path, document.body_line, message)
    if len(document.sections) < FEWEST_CASES:
        message = f"dit rondje heeft {len(document.sections)} situaties; schrijf er minstens {FEWEST_CASES}"
        yield Problem(document.path, document.body_line, message)
    for section in document.sections:
        for message in _ill_sized(section):
            yield Problem(document.path, section.line, message)
        yield from check_answers(document, section)


def _ill_sized(section: Section) -> Iterator[str]:
    if section.level == 3:
        yield "elke situatie staat op zichzelf; begin haar met ‘##’"
    words = len(section.prose.split())
    if not words:
        yield "deze situatie heeft geen tekst; vertel in een paar zinnen wat er te zien en te horen is"
    if words > MOST_WORDS:
        yield f"deze situatie heeft {words} woorden; houd het op hoogstens {MOST_WORDS}"
    if len(section.choices) > MOST_OPTIONS:
        yield f"{len(section.choices)} antwoorden is veel voor een rondje; houd het op {MOST_OPTIONS}"
