"""A measurement instrument: scales of items, the answers that each item allows, and what those are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from app.content.document import Document, Section
from app.content.fingerprint import fingerprint
from app.content.markup import Renderer

EVALUATION = "evaluatie"
UNSCORED = " (geen score)"
"""Behind an answer that is valid but not a point on the scale, such as “Liever geen antwoord”."""

SCORES = ("som", "gemiddelde")
MINIMUM = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True)
class Option:
    """An answer; ``points`` is None when it does not count in a score."""

    code: str
    text: str
    points: int | None
    unsure: bool = False
    """“Dat weet ik niet”, which stays the last one."""


@dataclass(frozen=True)
class Item:
    code: str
    text: str
    options: tuple[Option, ...] = ()
    key: str | None = None
    """The code of the right answer, for a knowledge item."""
    reversed: bool = False
    """A high answer means a low score.  ``points`` are as answered; scoring turns them round."""
    open: bool = False
    """Answered in somebody's own words."""
    context: str = ""
    """What stands between the question and its answers, as it was written."""
    context_html: str = ""
    explanation_html: str = ""

    @cached_property
    def fingerprint(self) -> str:
        return fingerprint(
            code=self.code,
            text=self.text,
            context=self.context,
            options=[[option.code, option.text, option.points] for option in self.options],
            key=self.key,
            reversed=self.reversed,
            open=self.open,
        )


@dataclass(frozen=True)
class Scale:
    """Items that make one score.  Without a form they are in every form."""

    id: str
    title: str
    intro: str
    items: tuple[Item, ...]
    form: str
    waves: tuple[str, ...]
    score: str
    """``som`` or ``gemiddelde``; empty when there is nothing to score."""
    min_answered: int
    """With fewer answers than this the score is missing."""


@dataclass(frozen=True)
class Instrument:
    id: str
    kind: str
    module: str
    title: str
    scales: tuple[Scale, ...]
    path: Path

    @cached_property
    def fingerprint(self) -> str:
        return fingerprint(
            scales=[
                [scale.id, scale.form, scale.waves, scale.score, [item.fingerprint for item in scale.items]]
                for scale in self.scales
            ]
        )

    def items(self, wave: str, form: str) -> tuple[Item, ...]:
        """What is asked in one wave (``t0``, ``t1``, ``t2``) with one form (``a`` or ``b``), in order."""
        asked = (scale for scale in self.scales if wave in scale.waves and scale.form in ("", form))
        return tuple(item for scale in asked for item in scale.items)


def read_instrument(document: Document, render: Renderer) -> Instrument:
    """Understand a document as an instrument; what is missing is empty."""
    meta = document.meta
    return Instrument(
        id=document.path.stem,
        kind=meta.get("soort", ""),
        module=meta.get("module", ""),
        title=meta.get("titel", document.path.stem),
        scales=tuple(_scales(document, waves_in(meta.get("metingen", "")), render)),
        path=document.path,
    )


def waves_in(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (wave.strip() for wave in text.split(","))))


def answer_sets(sections: Iterable[Section]) -> dict[str, Section]:
    """The sections that hold answers for the items of other sections, by id."""
    sections = list(sections)
    wanted = {section.attrs.get("antwoorden") for section in sections}
    return {section.id: section for section in sections if section.level == 2 and section.id in wanted}


def _scales(document: Document, waves: tuple[str, ...], render: Renderer) -> list[Scale]:
    answers = {id: _read_answers(section) for id, section in answer_sets(document.sections).items()}
    scales: list[Scale] = []
    for section in document.sections:
        if section.level == 2 and section.id not in answers:
            scales.append(_read_scale(section, answers, waves))
        elif section.level == 3 and scales:
            item = _read_keyed_item(section, render)
            scales[-1] = replace(scales[-1], items=(*scales[-1].items, item))
    return [scale for scale in scales if scale.items]


def _read_answers(section: Section) -> tuple[Option, ...]:
    return tuple(
        Option(
            choice.code,
            choice.text.removesuffix(UNSCORED),
            None if choice.text.endswith(UNSCORED) or not choice.code.isdecimal() else int(choice.code),
        )
        for choice in section.choices
    )


def _read_scale(section: Section, answers: Mapping[str, tuple[Option, ...]], waves: tuple[str, ...]) -> Scale:
    attrs = section.attrs
    options = answers.get(attrs.get("antwoorden", ""), ())
    least = attrs.get("minimaal", "1")
    return Scale(
        id=section.id,
        title=section.title,
        intro=" ".join(section.prose.split()),
        items=tuple(
            Item(
                choice.code,
                choice.text,
                () if "open" in choice.flags else options,
                reversed="omgekeerd" in choice.flags,
                open="open" in choice.flags,
            )
            for choice in section.choices
        ),
        form=attrs.get("vorm", ""),
        waves=waves_in(attrs["meting"]) if "meting" in attrs else waves,
        score=attrs.get("score", ""),
        min_answered=int(least) if MINIMUM.fullmatch(least) else 1,
    )


def _read_keyed_item(section: Section, render: Renderer) -> Item:
    """A question with its own answers.  What stands behind ``>`` explains the right one afterwards."""
    lines = section.prose.split("\n")
    explanation = "\n".join(line[1:].removeprefix(" ") for line in lines if line.startswith(">"))
    context = "\n".join(line for line in lines if not line.startswith(">"))
    right = [choice.code for choice in section.choices if choice.mark == "x"]
    return Item(
        section.id,
        section.title,
        tuple(Option(c.code, c.text, int(c.mark == "x"), unsure=c.mark == "?") for c in section.choices),
        key=right[0] if right else "",
        context=context.strip("\n"),
        context_html=render.html(context),
        explanation_html=render.html(explanation),
    )
