"""Whether a text reads easily: sentences that are not too long, and words that volunteers know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content.checks.names import place_of
from app.content.document import CODED, Document, Problem, split_target
from app.content.language import Sentence, count_words, find_avoided, sentences
from app.content.report_coach import NOTES, WORD_LINE
from app.content.shared import BLOCKS, CONTACT_LINE, CONTACTS, AvoidedWord

LONG, TOO_LONG = 16, 21
"""Words in a sentence: from here a warning, from there an error."""

SPOKEN_KEYS = (
    "titel", "ondertitel", "waarvoor", "leerdoel", "kennis", "houding", "gedrag", "reflectie", "vraag",
)  # fmt: skip
"""Lines above the text that volunteers read too."""

READ = (
    "les", "oefening", "rondje", "proef", "meldcoach", "casus", "kaart", "module", "meetinstrument",
    "evaluatie",
)  # fmt: skip
HEADER_OF_NOTES = ("punten:",)


def check_reading(document: Document, avoid: Iterable[AvoidedWord]) -> Iterator[Problem]:
    """Sentences from 16 words on, and words to avoid with what to write instead."""
    is_shown = document.path.name in (BLOCKS, CONTACTS) and place_of(document).kind == "gedeeld"
    if place_of(document).kind not in READ and not is_shown:
        return
    for sentence in readable_sentences(document):
        yield from _check_sentence(document, sentence.line, sentence.text)
    for found in find_avoided(_readable(document), avoid):
        message = f"vermijd ‘{found.word}’; schrijf liever: {found.replacement}"
        yield Problem(document.path, found.line, message)


def readable_sentences(document: Document) -> Iterator[Sentence]:
    """The sentences that volunteers read, without codes, marks and settings."""
    return sentences(_readable(document))


def _check_sentence(document: Document, line: int, sentence: str) -> Iterator[Problem]:
    words = count_words(sentence)
    if words >= LONG:
        severity = "fout" if words >= TOO_LONG else "let op"
        message = f"deze zin heeft {words} woorden; maak er twee van: “{_beginning(sentence)}”"
        yield Problem(document.path, line, message, severity)


def _beginning(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")


def _readable(document: Document) -> str:
    """The lines that people read, each at its own number; all other lines are empty."""
    lines = document.lines
    head = [_value(document, line) for line in lines[: document.body_line - 1]]
    return "\n".join([*head, *(_words_of(line) for line in lines[document.body_line - 1 :])])


def _value(document: Document, line: str) -> str:
    """The value of a line above the text, as a paragraph of its own."""
    key, _, value = line.partition(":")
    return f"- {value.strip()}" if key.strip() in SPOKEN_KEYS and key.strip() in document.meta else ""


def _words_of(line: str) -> str:
    """A line of the body as it is read: without codes, marks, targets and settings."""
    stripped = line.strip()
    if stripped.startswith(HEADER_OF_NOTES):
        return ""
    for note in ("gevolg:", "kritiek:", *(f"{note}:" for note in NOTES)):
        if stripped.startswith(note):
            return f"- {stripped.removeprefix(note).strip()}"
    if (words := _of_a_list(line.rstrip())) is not None:
        return words
    if stripped.startswith("#") and stripped.endswith("}"):
        return stripped.rpartition("{#")[0]
    return stripped if line.startswith(("  ", "\t")) else line


def _of_a_list(line: str) -> str | None:
    """What is read of a line of a list that we know; None for any other line."""
    if match := WORD_LINE.fullmatch(line):
        return f"- {match['reason']}"
    if match := CODED.fullmatch(line):
        return f"- {split_target(match['text'])[0]}"
    if match := CONTACT_LINE.fullmatch(line):
        return f"- {match['title']}. {match['explanation']}" if match["title"] else ""
    return None
