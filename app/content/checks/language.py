"""Reading level and rare words of each file: advice for authors, and apart, as it needs more libraries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.content.checks.names import place_of
from app.content.checks.reading import readable_sentences
from app.content.document import Document, Problem
from app.content.reading_level import ReadingLevel, level_of, rare_words
from app.content.shared import WORDS

if TYPE_CHECKING:
    from app.content.library import Library

MEASURED = ("les", "oefening", "rondje", "proef", "casus", "kaart", "module")
"""Kinds of running text.  A form is mostly labels, of which no formula can say anything."""

EASY = 70
"""Flesch-Douma below this is a text to look at again: harder than a page of a local newspaper."""

MOST_NAMED = 8


def check_language(library: Library) -> Iterator[Problem]:
    """One warning per file that reads hard, one for its rare words.  Needs the libraries for authors."""
    for document in measured(library):
        score = reading_level(document).score
        if score < EASY:
            message = f"leesniveau {score:.0f} is laag (onder {EASY}); kies kortere woorden en zinnen"
            yield Problem(document.path, document.body_line, message, "let op")
        yield from _check_words(document, library)


def measured(library: Library) -> Iterator[Document]:
    """The files whose level says something."""
    return (document for document in library.documents if place_of(document).kind in MEASURED)


def reading_level(document: Document) -> ReadingLevel:
    return level_of(sentence.text for sentence in readable_sentences(document))


def rare_words_of(document: Document, library: Library) -> tuple[str, ...]:
    return rare_words([sentence.text for sentence in readable_sentences(document)], library.shared.words)


def _check_words(document: Document, library: Library) -> Iterator[Problem]:
    if found := rare_words_of(document, library):
        named = ", ".join(f"‘{word}’" for word in found[:MOST_NAMED]) + (", …" if found[MOST_NAMED:] else "")
        message = f"zeldzaam: {named}; kies een gewoner woord, of zet het in {WORDS}"
        yield Problem(document.path, document.body_line, message, "let op")
