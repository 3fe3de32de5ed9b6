"""A module: lessons in their order, and the instruments that go with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.content.document import Document
from app.content.lesson import Lesson
from app.content.markup import Renderer


@dataclass(frozen=True)
class Module:
    id: str
    number: int
    title: str
    subtitle: str
    drawing: str
    welcome_html: str
    instrument: str
    """The id of its start and closing questions; empty when it has none."""
    evaluation: str
    """The id of its evaluation; empty when it has none."""
    choose: int
    """How many lessons are enough; 0 when all of them belong to it."""
    lessons: tuple[Lesson, ...]
    path: Path


def read_module(document: Document, lessons: tuple[Lesson, ...], render: Renderer) -> Module:
    """Understand ``modules/<n>-<id>/module.md`` and take its lessons in."""
    number, _, id = document.path.parent.name.partition("-")
    meta = document.meta
    return Module(
        id=id,
        number=int(number) if number.isdecimal() else 0,
        title=meta.get("titel", id),
        subtitle=meta.get("ondertitel", ""),
        drawing=meta.get("tekening", ""),
        welcome_html=render.html(document.intro),
        instrument=meta.get("meetinstrument", ""),
        evaluation=meta.get("evaluatie", ""),
        choose=int(number) if (number := meta.get("kies", "")).isdecimal() else 0,
        lessons=lessons,
        path=document.path,
    )
