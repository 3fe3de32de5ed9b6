"""The coach of the report exercise: made-up situations, the steps of a report, and lists of words with a why.

A list that warns names words that a report is better without; a list that helps names what a report needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from app.content.document import Document, Section
from app.content.lesson import minutes_in
from app.content.lexicon import Entry, Lexicon
from app.content.markup import Renderer
from app.content.speech import speech_of

KIND = "meldcoach"

WARNS = ("invulling", "oordeel", "diagnose", "horen-zeggen", "herkenbaar")
"""Lists of words to rewrite.  A word that stands in two counts in the first."""

HELPS = ("waarnemen", "tijd", "plek", "gedaan", "wie")
"""Lists of words that a step can ask for."""

DOUBT = "twijfel"
"""The list of words that say openly that something is not known."""

LISTS = (*WARNS, *HELPS, DOUBT)

PATTERNS: Mapping[str, str] = {
    "huisnummer": "herkenbaar",
    "postcode": "herkenbaar",
    "kenteken": "herkenbaar",
    "telefoonnummer": "herkenbaar",
    "mailadres": "herkenbaar",
    "naam": "herkenbaar",
    "tijdstip": "tijd",
    "straatnaam": "plek",
}
"""What is found by its shape, written as ``{postcode}`` in a list; and the list that it belongs to."""

SITUATION, STEP, CLOSING = "situatie-", "stap-", "slot"
WORD_LINE = re.compile(r"- (?P<words>[^→]*[^→\s]) +→ +(?P<reason>\S.*)")
PATTERN = re.compile(r"\{(?P<name>[a-z]+)\}")
NOTE = re.compile(r"(?P<key>vraag|tip|voorbeeld):(?: +(?P<text>\S.*))?")
NOTES = ("vraag", "tip", "voorbeeld")


@dataclass(frozen=True)
class Situation:
    """Something made up to report, so that nobody types what really happened."""

    id: str
    title: str
    html: str
    speech: str


@dataclass(frozen=True)
class Step:
    """One of the questions that make a report."""

    id: str
    title: str
    question: str
    hint: str
    example: str
    asks: tuple[str, ...]
    """The lists of which a good answer has a word."""


@dataclass(frozen=True)
class WordList:
    id: str
    title: str
    text: str
    """What a hit means, or for a list that helps: what to say when there is none."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ReportCoach:
    id: str
    module: str
    title: str
    minutes: int
    drawing: str
    goal: str
    intro_html: str
    closing_title: str
    closing_html: str
    situations: tuple[Situation, ...]
    steps: tuple[Step, ...]
    lists: Mapping[str, WordList]
    service_numbers: frozenset[str]
    """Digits of numbers that anybody may call, and that identify nobody."""
    path: Path
    patterns: Mapping[str, Entry] = field(default_factory=dict)
    """By name: the entry whose words are that pattern."""

    @cached_property
    def situation(self) -> Mapping[str, Situation]:
        return {situation.id: situation for situation in self.situations}

    @cached_property
    def warnings(self) -> Lexicon:
        return self._lexicon(WARNS)

    @cached_property
    def helps(self) -> Mapping[str, Lexicon]:
        """Apart for each list, because a word may help in two ways."""
        return {id: self._lexicon([id]) for id in (*HELPS, DOUBT)}

    def _lexicon(self, ids: Iterable[str]) -> Lexicon:
        lists = [self.lists[id] for id in ids if id in self.lists]
        return Lexicon([e for each in lists for e in each.entries if not PATTERN.fullmatch(e.words)])


def read_report_coach(document: Document, render: Renderer) -> ReportCoach:
    """Understand a document as the coach; what is missing is empty."""
    meta = document.meta
    sections = {section.id: section for section in document.sections if section.id}
    closing = sections.get(CLOSING, Section(0, 2, ""))
    lists = {id: _read_list(sections[id], render) for id in LISTS if id in sections}
    return ReportCoach(
        id=document.path.stem,
        module=meta.get("module", ""),
        title=meta.get("titel", document.path.stem),
        minutes=minutes_in(document),
        drawing=meta.get("tekening", ""),
        goal=meta.get("leerdoel", ""),
        intro_html=render.html(document.intro),
        closing_title=render.plain(closing.title),
        closing_html=render.html(closing.prose),
        situations=tuple(_situations(sections.values(), render)),
        steps=tuple(_read_step(s, render) for s in sections.values() if s.id.startswith(STEP)),
        lists=lists,
        service_numbers=frozenset(
            "".join(filter(str.isdigit, number)) for number in render.around.numbers.values()
        ),
        path=document.path,
        patterns=dict(_patterns(lists.values())),
    )


def _situations(sections: Iterable[Section], render: Renderer) -> Iterator[Situation]:
    for section in sections:
        if section.id.startswith(SITUATION):
            html = render.html(section.prose)
            id = section.id.removeprefix(SITUATION)
            yield Situation(id, render.plain(section.title), html, speech_of(html))


def _read_step(section: Section, render: Renderer) -> Step:
    notes = notes_of(section)
    return Step(
        id=section.id.removeprefix(STEP),
        title=render.plain(section.title),
        question=render.plain(notes.get("vraag", "")),
        hint=render.plain(notes.get("tip", "")),
        example=render.plain(notes.get("voorbeeld", "")),
        asks=asked_by(section),
    )


def asked_by(section: Section) -> tuple[str, ...]:
    return tuple(filter(None, section.attrs.get("vraagt", "").split(",")))


def notes_of(section: Section) -> dict[str, str]:
    """The lines of a step that begin with a key, each with the lines that run on below it."""
    notes: dict[str, list[str]] = {}
    key = ""
    for line in section.prose.split("\n"):
        match = NOTE.fullmatch(line.strip())
        key = match["key"] if match else key if line.strip() else ""
        if key:
            notes.setdefault(key, []).append((match["text"] or "") if match else line.strip())
    return {key: " ".join(filter(None, texts)) for key, texts in notes.items()}


def _read_list(section: Section, render: Renderer) -> WordList:
    lines = section.prose.split("\n")
    text = " ".join(line.strip() for line in lines if line.strip() and not line.startswith("-"))
    matches = filter(None, (WORD_LINE.fullmatch(line.rstrip()) for line in lines))
    entries = (
        Entry(section.id, _words(match["words"], render), render.plain(match["reason"])) for match in matches
    )
    return WordList(section.id, render.plain(section.title), render.plain(text), tuple(entries))


def _words(words: str, render: Renderer) -> str:
    return words if PATTERN.fullmatch(words) else render.plain(words)


def _patterns(lists: Iterable[WordList]) -> Iterator[tuple[str, Entry]]:
    for each in lists:
        for entry in each.entries:
            match = PATTERN.fullmatch(entry.words)
            if match and PATTERNS.get(match["name"]) == each.id:
                yield match["name"], entry
