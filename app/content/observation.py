"""An observation test: a drawn street to look at, the same street in words, and what may have been there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.content.document import Choice, Document, Section
from app.content.fingerprint import fingerprint
from app.content.lesson import minutes_in
from app.content.markup import Renderer
from app.content.speech import speech_of

STREET, STATEMENTS = "straat", "uitspraken"
"""The ids of its two sections."""

STREETS = frozenset({"plein-in-de-avond", "straat-overdag"})
"""The big drawings that there are to look at."""

THERE = "x"


@dataclass(frozen=True)
class Statement:
    """Something that somebody may say of the street afterwards."""

    code: str
    text_html: str
    was_there: bool
    feedback_html: str
    """Where it was; or what was there that makes one think so."""


@dataclass(frozen=True)
class ObservationTest:
    id: str
    module: str
    title: str
    minutes: int
    drawing: str
    street: str
    """The name of the big drawing."""
    goal: str
    html: str
    """The street in words, for who reads instead of looks."""
    speech: str
    statements: tuple[Statement, ...]
    fingerprint: str
    path: Path

    @property
    def can_be_done(self) -> bool:
        """Whether there is something to look at and something to ask."""
        return self.street in STREETS and bool(self.statements)


def read_observation(document: Document, render: Renderer) -> ObservationTest:
    """Understand a document as an observation test; what is missing is empty."""
    meta = document.meta
    street, asked = (_section(document, id) for id in (STREET, STATEMENTS))
    html = render.html(street.prose)
    return ObservationTest(
        id=document.path.stem,
        module=meta.get("module", ""),
        title=meta.get("titel", document.path.stem),
        minutes=minutes_in(document),
        drawing=meta.get("tekening", ""),
        street=meta.get("straatbeeld", ""),
        goal=meta.get("leerdoel", ""),
        html=html,
        speech=speech_of(html),
        statements=tuple(_read_statement(choice, render) for choice in asked.choices),
        fingerprint=fingerprint(
            drawing=meta.get("straatbeeld", ""),
            street=street.prose,
            statements=[[choice.code, choice.text, choice.mark.strip()] for choice in asked.choices],
        ),
        path=document.path,
    )


def _section(document: Document, id: str) -> Section:
    return next((section for section in document.sections if section.id == id), Section(0, 2, ""))


def _read_statement(choice: Choice, render: Renderer) -> Statement:
    return Statement(
        code=choice.code,
        text_html=render.label_html(choice.text),
        was_there=choice.mark == THERE,
        feedback_html=render.inline_html(choice.feedback),
    )
