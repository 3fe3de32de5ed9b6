"""The report exercise: every list is there, every line of it can be read, and every word has its why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from app.content.checks.names import place_of
from app.content.document import Document, Problem, Section
from app.content.lexicon import fold, is_findable, tokens
from app.content.report_coach import (
    CLOSING,
    HELPS,
    KIND,
    LISTS,
    NOTES,
    PATTERN,
    PATTERNS,
    SITUATION,
    STEP,
    WARNS,
    WORD_LINE,
    asked_by,
    notes_of,
)

EXAMPLE = "- woord → waarom"
MOST_WORDS = 100
"""Of a situation, which has to be read and kept in mind."""


def check_report_coach(document: Document) -> Iterator[Problem]:
    """Everything that would leave the coach without words, or a volunteer without something to report."""
    yield from _check_missing(document)
    seen: dict[str, int] = {}
    for section in document.sections:
        yield from _check_section(document, section)
        if section.id in LISTS:
            yield from _check_list(document, section, seen if section.id in WARNS else {})


def check_coaches(documents: Iterable[Document]) -> Iterator[Problem]:
    """A second file of this kind: nobody would ever see it."""
    first: Document | None = None
    for document in documents:
        if place_of(document).kind == KIND:
            if first:
                message = f"er is al een meldcoach, {first.path.as_posix()}; maak er één bestand van"
                yield Problem(document.path, document.line_of("soort"), message)
            first = first or document


def _check_missing(document: Document) -> Iterator[Problem]:
    ids = {section.id for section in document.sections}
    for id in LISTS:
        if id not in ids:
            message = f"de lijst ‘{id}’ ontbreekt; maak een kop met {{#{id}}} en regels als ‘{EXAMPLE}’"
            yield Problem(document.path, document.body_line, message)
    for start, what in ((SITUATION, "situatie"), (STEP, "stap")):
        if not any(id.startswith(start) for id in ids):
            message = f"er is nog geen {what}; maak een kop met een id als {{#{start}fiets}}"
            yield Problem(document.path, document.body_line, message)
    if CLOSING not in ids:
        message = f"het slot ontbreekt; maak een kop met {{#{CLOSING}}} en de vraag om mee af te sluiten"
        yield Problem(document.path, document.body_line, message)


def _check_section(document: Document, section: Section) -> Iterator[Problem]:
    messages = []
    if section.id.startswith(SITUATION):
        words = len(section.prose.split())
        if not words:
            messages.append("deze situatie heeft geen tekst; vertel wat er te zien en te horen is")
        elif words > MOST_WORDS:
            messages.append(f"deze situatie heeft {words} woorden; houd het onder {MOST_WORDS}")
    elif section.id.startswith(STEP):
        messages += _step_messages(section)
    elif section.id not in (*LISTS, CLOSING) and section.id:
        close = get_close_matches(section.id, [*LISTS, CLOSING], 1)
        advice = f"bedoel je ‘{close[0]}’?" if close else f"begin de id met ‘{SITUATION}’ of ‘{STEP}’"
        messages.append(f"‘{section.id}’ is geen lijst, situatie of stap; {advice}")
    for message in messages:
        yield Problem(document.path, section.line, message)


def _step_messages(section: Section) -> Iterator[str]:
    notes = notes_of(section)
    for note in NOTES:
        if not notes.get(note):
            yield f"deze stap heeft geen ‘{note}:’; zet die regel erbij"
    asked = asked_by(section)
    if unknown := [id for id in asked if id not in HELPS]:
        yield f"vraagt ‘{', '.join(unknown)}’ kennen we niet; kies uit {', '.join(HELPS)}"
    elif not asked:
        yield f"deze stap vraagt nergens om; zet achter de id ‘vraagt=’ met een van {', '.join(HELPS)}"


def _check_list(document: Document, section: Section, seen: dict[str, int]) -> Iterator[Problem]:
    numbered = list(enumerate(section.prose.split("\n"), section.prose_line))
    items = [(number, line.rstrip()) for number, line in numbered if line.startswith("-")]
    for number, line in items:
        for message in _line_messages(line, section, number, seen):
            yield Problem(document.path, number, message)
    for choice in section.choices:
        yield Problem(document.path, choice.line, f"deze regel is niet te lezen; schrijf hem als ‘{EXAMPLE}’")
    if not items and not section.choices:
        yield Problem(
            document.path, section.line, f"in deze lijst staat niets; schrijf regels als ‘{EXAMPLE}’"
        )
    if not any(line.strip() and not line.startswith("-") for _, line in numbered):
        message = "zeg boven de woorden in één of twee zinnen wat de vrijwilliger moet weten"
        yield Problem(document.path, section.line, message)
    listed = {match["name"] for _, line in items if (match := PATTERN.match(line.removeprefix("- ")))}
    for name, list_id in PATTERNS.items():
        if list_id == section.id and name not in listed:
            message = f"hier ontbreekt ‘- {{{name}}} → waarom’; zonder die regel let de coach er niet op"
            yield Problem(document.path, section.line, message)


def _line_messages(line: str, section: Section, number: int, seen: dict[str, int]) -> Iterator[str]:
    match = WORD_LINE.fullmatch(line)
    if not match:
        words, _, reason = line.removeprefix("-").partition("→")
        is_bare = bool(words.strip()) and not reason.strip() and "->" not in line
        what = f"‘{words.strip()[:40]}’ heeft geen uitleg" if is_bare else "deze regel is niet te lezen"
        yield f"{what}; schrijf hem als ‘{EXAMPLE}’"
        return
    words = match["words"]
    pattern = PATTERN.fullmatch(words)
    if pattern and PATTERNS.get(pattern["name"]) != section.id:
        known = ", ".join(f"{{{name}}}" for name, list_id in PATTERNS.items() if list_id == section.id)
        yield f"‘{words}’ kennen we hier niet; {f'kies uit {known}' if known else 'haal die regel weg'}"
        return
    if not pattern and not words.startswith("{") and not is_findable(words):
        yield f"‘{words[:40]}’ wordt zo nooit gevonden; zet er alleen woorden, met spaties ertussen"
    key = words if pattern else " ".join(token.word for token in tokens(words)) or fold(words)
    if (earlier := seen.setdefault(key, number)) != number:
        yield f"‘{words[:40]}’ staat ook op regel {earlier}; haal er één weg"
