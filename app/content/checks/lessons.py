"""Lessons: questions with one good answer and a why for each, and cards that fit their bins."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.document import Choice, Document, Problem, Section
from app.content.lesson import TASKS

MARKS = ("x", "~", " ")
FEWEST_OPTIONS = 2
MOST_WORDS = 240
"""Words on one screen; more is hard to read on a phone."""


def check_lesson(document: Document) -> Iterator[Problem]:
    """Everything that would leave a volunteer with half a question or half a task."""
    stored: dict[str, int] = {}
    has_part = False
    for section in document.sections:
        has_part = has_part or section.level == 2
        if section.level == 3:
            yield from _check_question(document, section, belongs=has_part)
        elif "taak" in section.attrs or "bakken" in section.attrs:
            yield from _check_task(document, section)
        elif section.choices:
            message = "antwoorden horen onder een vraag; zet er een kop ‘### Vraag? {#id}’ boven"
            yield Problem(document.path, section.choices[0].line, message)
        yield from _check_length(document, section)
        yield from _check_stored(document, section, stored)


def _check_question(document: Document, section: Section, *, belongs: bool) -> Iterator[Problem]:
    if not belongs:
        yield Problem(
            document.path, section.line, "een vraag staat onder een deel; zet er een kop met ‘##’ boven"
        )
    yield from check_answers(document, section)


def check_answers(document: Document, section: Section) -> Iterator[Problem]:
    """At least two answers, one of them good, and a why for each."""
    if len(section.choices) < FEWEST_OPTIONS:
        yield Problem(
            document.path,
            section.line,
            "deze vraag heeft geen twee antwoorden; schrijf ze als ‘- [x] a. tekst’",
        )
        return
    good = [choice for choice in section.choices if choice.mark == "x"]
    if len(good) != 1:
        message = f"{len(good)} antwoorden zijn goed; zet bij precies één antwoord [x]"
        yield Problem(document.path, section.line, message)
    for choice in section.choices:
        if choice.mark not in MARKS:
            yield Problem(document.path, choice.line, f"antwoord {choice.code} mist [x], [~] of [ ]")
        yield from _check_why(document, choice, "antwoord")


def _check_task(document: Document, section: Section) -> Iterator[Problem]:
    task, bins = section.attrs.get("taak", ""), section.attrs.get("bakken", "").split(",")
    if task not in TASKS:
        yield Problem(
            document.path, section.line, f"taak ‘{task}’ kennen we niet; kies uit {', '.join(TASKS)}"
        )
    if len(set(bins) - {""}) < FEWEST_OPTIONS or len(set(bins)) != len(bins):
        yield Problem(
            document.path, section.line, "een taak heeft twee of meer bakken, zoals ‘bakken=feit,aanname’"
        )
        return
    for card in section.choices:
        if card.mark not in bins:
            message = f"kaart {card.code} hoort in geen bak; begin haar met een van [{'], ['.join(bins)}]"
            yield Problem(document.path, card.line, message)
        yield from _check_why(document, card, "kaart")
    for bin in set(bins) - {card.mark for card in section.choices}:
        yield Problem(
            document.path,
            section.line,
            f"in bak ‘{bin}’ hoort geen enkele kaart; haal hem weg of maak een kaart",
        )


def _check_why(document: Document, choice: Choice, what: str) -> Iterator[Problem]:
    if not choice.feedback:
        message = f"{what} {choice.code} heeft geen uitleg; zet eronder een regel met ‘> ’"
        yield Problem(document.path, choice.line, message)
    if choice.target:
        message = f"achter {what} {choice.code} staat een pijl; die hoort alleen in een oefengesprek"
        yield Problem(document.path, choice.line, message)
    for note in ("gevolg", "punten", "kritiek"):
        if note in choice.note_lines:
            message = f"‘{note}:’ hoort alleen in een oefengesprek; haal die regel weg"
            yield Problem(document.path, choice.note_lines[note], message)


def _check_length(document: Document, section: Section) -> Iterator[Problem]:
    words = len(section.prose.split())
    if words > MOST_WORDS:
        message = f"dit deel heeft {words} woorden; verdeel het over twee schermen"
        yield Problem(document.path, section.line, message, "let op")


def _check_stored(document: Document, section: Section, stored: dict[str, int]) -> Iterator[Problem]:
    """Answers are kept per lesson under the id of a question or the code of a card."""
    names = [(section.id, section.line)] if section.level == 3 and section.id else []
    if section.level == 2:
        names = [(card.code, card.line) for card in section.choices]
    for name, line in names:
        earlier = stored.setdefault(name, line)
        if earlier != line and earlier < section.line:
            yield Problem(document.path, line, f"‘{name}’ staat ook op regel {earlier}; kies een andere code")
