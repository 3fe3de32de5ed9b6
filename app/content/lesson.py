"""A lesson: parts of one screen each, with questions and cards that answer with a why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from babel.dates import format_date

from app.content import document as documents
from app.content.document import Document, Section
from app.content.fingerprint import fingerprint
from app.content.markup import Renderer
from app.content.speech import speech_of

TASKS = ("sorteren", "risico")
"""Sort sentences into bins; or judge danger, where the bins have an order."""

AIMS = ("kennis", "houding", "gedrag")


@dataclass(frozen=True)
class Option:
    """An answer to a question: ``x`` good, ``~`` can do too, empty for rather not."""

    code: str
    text_html: str
    mark: str
    feedback_html: str


@dataclass(frozen=True)
class Question:
    id: str
    title: str
    prose_html: str
    options: tuple[Option, ...]
    fingerprint: str


@dataclass(frozen=True)
class Card:
    """Something to put in one of the bins of a task."""

    code: str
    text_html: str
    bin: str
    feedback_html: str
    fingerprint: str


@dataclass(frozen=True)
class Part:
    """One screen of a lesson."""

    id: str
    title: str
    html: str
    speech: str
    """What the browser reads aloud."""
    questions: tuple[Question, ...] = ()
    task: str = ""
    bins: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True)
class Lesson:
    id: str
    module: str
    number: int
    title: str
    subtitle: str
    minutes: int
    drawing: str
    aims: Mapping[str, str]
    """By ``kennis``, ``houding`` and ``gedrag``."""
    life_phases: tuple[str, ...]
    """Whom its case is about: ``kind``, ``jongere``, ``volwassene``, ``oudere``."""
    note: str
    """What somebody else should look at before the lesson is used."""
    valid_until: date | None
    """The last day on which what it says of the law counts as checked."""
    parts: tuple[Part, ...]
    path: Path

    @cached_property
    def _index(self) -> Mapping[str, int]:
        return {part.id: index for index, part in enumerate(self.parts)}

    def index(self, part_id: str) -> int:
        """The place of a part, from 0.  Raises KeyError."""
        return self._index[part_id]

    def part(self, part_id: str) -> Part | None:
        return self.parts[self._index[part_id]] if part_id in self._index else None


def minutes_in(document: Document) -> int:
    """The length in the front matter; 0 when it does not say."""
    match = re.match(r"[0-9]{1,3}", document.meta.get("duur", ""))
    return int(match[0]) if match else 0


def read_lesson(document: Document, module: str, render: Renderer) -> Lesson:
    """Understand a document as a lesson; what is missing is empty."""
    meta = document.meta
    number, _, id = document.path.stem.partition("-")
    valid_until = _date(meta.get("geldig-tot", ""))
    return Lesson(
        id=id,
        module=module,
        number=int(number) if number.isdecimal() else 0,
        title=meta.get("titel", id),
        subtitle=meta.get("ondertitel", ""),
        minutes=minutes_in(document),
        drawing=meta.get("tekening", ""),
        aims={aim: meta.get(aim, "") for aim in AIMS},
        life_phases=tuple(filter(None, re.split(r"[, ]+", meta.get("levensfase", "")))),
        note=meta.get("nakijken", ""),
        valid_until=valid_until,
        parts=tuple(
            _with_dates(part, _date(meta.get("gecontroleerd", "")), valid_until)
            for part in _parts(document, render)
        ),
        path=document.path,
    )


def _parts(document: Document, render: Renderer) -> Iterator[Part]:
    part: Part | None = None
    for section in document.sections:
        if section.level <= 2:
            if part:
                yield part
            part = _read_part(section, render)
        elif part:
            part = replace(part, questions=(*part.questions, read_question(section, render)))
    if part:
        yield part


def _read_part(section: Section, render: Renderer) -> Part:
    html = render.html(section.prose)
    bins = tuple(filter(None, section.attrs.get("bakken", "").split(",")))
    return Part(
        id=section.id or f"deel-{section.line}",
        title=render.plain(section.title),
        html=html,
        speech=speech_of(f"<p>{render.inline_html(section.title)}</p>{html}"),
        task=section.attrs.get("taak", ""),
        bins=bins,
        cards=tuple(_read_card(choice, bins, render) for choice in section.choices) if bins else (),
    )


def _read_card(choice: documents.Choice, bins: tuple[str, ...], render: Renderer) -> Card:
    return Card(
        code=choice.code,
        text_html=render.label_html(choice.text),
        bin=choice.mark,
        feedback_html=render.inline_html(choice.feedback),
        fingerprint=fingerprint(kind="card", text=choice.text, bin=choice.mark, bins=bins),
    )


def read_question(section: Section, render: Renderer) -> Question:
    """A heading with coded answers below it."""
    return Question(
        id=section.id,
        title=render.plain(section.title),
        prose_html=render.html(section.prose),
        options=read_options(section.choices, render),
        fingerprint=fingerprint(
            kind="question",
            title=section.title,
            prose=section.prose,
            options=[[choice.code, choice.text, choice.mark.strip()] for choice in section.choices],
        ),
    )


def read_options(choices: Iterable[documents.Choice], render: Renderer) -> tuple[Option, ...]:
    """Answers to choose from, each with its why."""
    return tuple(
        Option(
            choice.code,
            render.label_html(choice.text),
            choice.mark.strip(),
            render.inline_html(choice.feedback),
        )
        for choice in choices
    )


def _with_dates(part: Part, checked: date | None, valid_until: date | None) -> Part:
    """Fill in what the block about the law says of its own date."""
    days = {"{gecontroleerd}": checked, "{geldig-tot}": valid_until}
    html, speech = part.html, part.speech
    for name, day in days.items():
        text = format_date(day, "d MMMM y", locale="nl") if day else "…"
        html, speech = html.replace(name, text), speech.replace(name, text)
    return replace(part, html=html, speech=speech)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
