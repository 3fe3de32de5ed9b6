"""What all texts share: fixed blocks, phone numbers, words for what a team left open, words to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.content.document import Document
from app.content.markup import Block

FOLDER = "modules/gedeeld"
BLOCKS, NUMBERS, CONTACTS, AVOID = "blokken.md", "nummers.md", "opvolgers.md", "vermijden.md"
WORDS = "woordenlijst.md"

NUMBER_LINE = re.compile(
    r"- (?P<id>[a-z0-9-]+)\. (?P<number>[0-9][0-9 -]*[0-9]) \| (?P<purpose>[^|]+) \| "
    r"gecontroleerd (?P<checked>[0-9]{4}-[0-9]{2}-[0-9]{2}) \| (?P<source>[^|]+)"
)
WORD_LINE = re.compile(r"- (?P<words>[^→|]+?)(?: → (?P<meaning>\S.*))?")
_SAID = r"[^|\s](?:[^|]*[^|\s])?"
CONTACT_LINE = re.compile(
    rf"- (?P<name>(?:team|(?P<has_title>opvolger))\.(?P<id>[a-z0-9-]+))\. (?P<text>{_SAID})"
    rf"(?(has_title)(?: \| (?P<title>{_SAID}) \| (?P<explanation>{_SAID}))?)"
)
AVOID_LINE = re.compile(r"- (?P<word>[^→|]+?) → (?P<replacement>\S.*)")


@dataclass(frozen=True)
class PhoneNumber:
    """A number to call, what it is for, and when somebody last looked it up."""

    number: str
    purpose: str
    checked: date | None


@dataclass(frozen=True)
class AvoidedWord:
    """A word that authors should not use, and what to write in its place."""

    word: str
    replacement: str


@dataclass(frozen=True)
class SignalKind:
    """A kind of signal that one follow-up contact of a team picks up."""

    id: str
    """The name behind ``opvolger.`` in the texts."""
    title: str
    explanation: str
    """What a volunteer tells that contact."""
    usual: str
    """Who it mostly is, for a team that filled nothing in: “je wijkagent”."""


@dataclass(frozen=True)
class Shared:
    blocks: Mapping[str, Block] = field(default_factory=dict)
    numbers: Mapping[str, PhoneNumber] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict)
    """What stands there when a team filled nothing in: ``opvolger.wijkagent`` → “je wijkagent”."""
    avoid: tuple[AvoidedWord, ...] = ()
    words: frozenset[str] = frozenset()
    """Words that may be used although few people meet them: explained, or known to everybody here."""
    kinds: tuple[SignalKind, ...] = ()
    """The kinds of the follow-up map, in the order of the file."""

    @property
    def number_texts(self) -> dict[str, str]:
        return {id: number.number for id, number in self.numbers.items()}


def read_shared(documents: Iterable[Document]) -> Shared:
    """Read the files of modules/gedeeld; a line that can't be read is left out (``checks`` names it)."""
    by_name = {document.path.name: document for document in documents}
    return Shared(
        blocks={
            section.id: Block(section.title, section.prose)
            for document in _named(by_name, BLOCKS)
            for section in document.sections
            if section.id
        },
        numbers={
            match["id"]: PhoneNumber(match["number"], match["purpose"], _as_date(match["checked"]))
            for match in _lines(by_name, NUMBERS, NUMBER_LINE)
        },
        contacts={match["name"]: match["text"] for match in _lines(by_name, CONTACTS, CONTACT_LINE)},
        avoid=tuple(
            AvoidedWord(match["word"], match["replacement"]) for match in _lines(by_name, AVOID, AVOID_LINE)
        ),
        words=frozenset(
            word.strip().lower()
            for match in _lines(by_name, WORDS, WORD_LINE)
            for word in match["words"].split(",")
        ),
        kinds=tuple(_kinds(by_name)),
    )


def _kinds(by_name: Mapping[str, Document]) -> Iterator[SignalKind]:
    """The contacts with a title; of two with one name the first counts."""
    seen: set[str] = set()
    for match in _lines(by_name, CONTACTS, CONTACT_LINE):
        if match["title"] and match["id"] not in seen:
            seen.add(match["id"])
            yield SignalKind(match["id"], match["title"], match["explanation"], match["text"])


def _named(by_name: Mapping[str, Document], name: str) -> Iterator[Document]:
    if name in by_name:
        yield by_name[name]


def _lines(by_name: Mapping[str, Document], name: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for document in _named(by_name, name):
        yield from (match for line in document.lines if (match := pattern.fullmatch(line.rstrip())))


def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
