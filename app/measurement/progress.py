"""How far somebody is in a lesson: derived from what was read and answered, never stored."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.content.lesson import Lesson, Part


@dataclass(frozen=True)
class LessonProgress:
    """A lesson and what is open in it, in the order of the lesson."""

    lesson: Lesson
    open_parts: tuple[Part, ...]
    is_begun: bool

    @property
    def state(self) -> str:
        """``new``, ``busy`` or ``done``."""
        if not self.open_parts:
            return "done"
        return "busy" if self.is_begun else "new"

    @property
    def next_part(self) -> str | None:
        """The id of the first part that is open, None when the lesson is done."""
        return self.open_parts[0].id if self.open_parts else None


def lesson_progress(lesson: Lesson, seen: AbstractSet[str], answered: AbstractSet[str]) -> LessonProgress:
    """Progress from the ids of the parts that were left behind and of the questions and cards answered.

    A part is done when it was seen and everything in it that asks for an answer has one.
    """
    open_parts = tuple(part for part in lesson.parts if part.id not in seen or asked(part) - answered)
    return LessonProgress(lesson, open_parts, bool(seen or answered))


YOUNG, GROWN = frozenset({"kind", "jongere"}), frozenset({"volwassene", "oudere"})


@dataclass(frozen=True)
class OpenChoice:
    """What is still to be chosen in a module of which some lessons are enough."""

    lessons: int
    """How many lessons more."""
    about: tuple[frozenset[str], ...]
    """The life phases of which at least one should be among them: ``YOUNG``, ``GROWN``."""


def open_choice(done: Collection[Lesson], wanted: int) -> OpenChoice:
    """What ``done`` lacks of ``wanted`` lessons with one about young and one about grown-up people."""
    phases = {phase for lesson in done for phase in lesson.life_phases}
    about = tuple(group for group in (YOUNG, GROWN) if not group & phases)
    return OpenChoice(max(wanted - len(done), len(about)), about)


def asked(part: Part) -> set[str]:
    """The ids of the questions and the codes of the cards in a part."""
    return {question.id for question in part.questions} | {card.code for card in part.cards}
