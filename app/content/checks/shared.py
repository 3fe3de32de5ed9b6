"""The shared files: every line of a list can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.document import Document, Problem
from app.content.shared import (
    AVOID,
    AVOID_LINE,
    BLOCKS,
    CONTACT_LINE,
    CONTACTS,
    NUMBER_LINE,
    NUMBERS,
    WORD_LINE,
    WORDS,
)

LISTS: dict[str, tuple[re.Pattern[str], str]] = {
    NUMBERS: (NUMBER_LINE, "- politie. 0900-8844 | waarvoor | gecontroleerd 2026-11-23 | politie.nl"),
    CONTACTS: (CONTACT_LINE, "- opvolger.wijkagent. je wijkagent | Overlast | Vertel wat je zag."),
    AVOID: (AVOID_LINE, "- woord → wat je beter schrijft"),
    WORDS: (WORD_LINE, "- woord, meervoud → wat het betekent"),
}


def check_shared(document: Document) -> Iterator[Problem]:
    """Lines of a list that can't be read, names that stand there twice, and blocks without an id."""
    name = document.path.name
    if name == BLOCKS:
        for section in document.sections:
            if not section.id:
                yield Problem(
                    document.path, section.line, "dit blok heeft geen id; zet er bijvoorbeeld {#spoed} achter"
                )
    elif name in LISTS:
        yield from _check_list(document, *LISTS[name])
        if name == CONTACTS:
            yield from _check_titles(document)
    else:
        message = f"dit bestand kennen we niet; in deze map staan {', '.join([BLOCKS, *LISTS])}"
        yield Problem(document.path, 1, message)


def _check_list(document: Document, pattern: re.Pattern[str], example: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, line in enumerate(document.lines, 1):
        if not line.startswith("- ") or number < document.body_line:
            continue
        match = pattern.fullmatch(line.rstrip())
        if not match:
            yield Problem(document.path, number, f"deze regel is niet te lezen; schrijf hem als ‘{example}’")
        elif (earlier := seen.setdefault(match[1], number)) != number:
            yield Problem(
                document.path, number, f"‘{match[1]}’ staat ook op regel {earlier}; haal er één weg"
            )


def _check_titles(document: Document) -> Iterator[Problem]:
    """Two kinds of signal with one title: nobody would know which of the two to call about."""
    seen: dict[str, int] = {}
    for number, line in enumerate(document.lines, 1):
        match = CONTACT_LINE.fullmatch(line.rstrip())
        title = match["title"] if match else None
        if title and (earlier := seen.setdefault(title.casefold(), number)) != number:
            yield Problem(
                document.path, number, f"‘{title}’ is ook de titel op regel {earlier}; kies een andere"
            )
