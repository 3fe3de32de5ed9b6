"""A drill: a pool of small cases that ask one question, a few at a time and other ones each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.content.document import Document, Section
from app.content.fingerprint import fingerprint
from app.content.lesson import Option, read_options
from app.content.markup import Renderer
from app.content.speech import speech_of

ROUND, MINUTES = 5, 2
"""How many cases somebody does at a time, and how long that takes."""


@dataclass(frozen=True)
class DrillCase:
    """Something that happens on the street, read in ten seconds, and what one can do."""

    id: str
    title: str
    html: str
    speech: str
    options: tuple[Option, ...]
    fingerprint: str

    def option(self, code: str) -> Option | None:
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True)
class Drill:
    id: str
    module: str
    title: str
    drawing: str
    goal: str
    """The rule that is practised, in one sentence."""
    question: str
    """What every case asks."""
    intro_html: str
    cases: tuple[DrillCase, ...]
    path: Path

    @cached_property
    def by_id(self) -> Mapping[str, DrillCase]:
        return {case.id: case for case in self.cases}


def read_drill(document: Document, render: Renderer) -> Drill:
    """Understand a document as a drill; what is missing is empty, and a case without answers is left out."""
    meta = document.meta
    question = meta.get("vraag", "")
    sections = [section for section in document.sections if section.id and section.choices]
    return Drill(
        id=document.path.stem,
        module=meta.get("module", ""),
        title=meta.get("titel", document.path.stem),
        drawing=meta.get("tekening", ""),
        goal=meta.get("leerdoel", ""),
        question=question,
        intro_html=render.html(document.intro),
        cases=tuple(_read_case(section, question, render) for section in sections),
        path=document.path,
    )


def _read_case(section: Section, question: str, render: Renderer) -> DrillCase:
    html = render.html(section.prose)
    return DrillCase(
        id=section.id,
        title=render.plain(section.title),
        html=html,
        speech=speech_of(f"<p>{render.inline_html(section.title)}</p>{html}"),
        options=read_options(section.choices, render),
        fingerprint=fingerprint(
            kind="case",
            question=question,
            title=section.title,
            prose=section.prose,
            options=[[choice.code, choice.text, choice.mark.strip()] for choice in section.choices],
        ),
    )
