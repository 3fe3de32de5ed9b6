"""A lesson or a module as data for the template: the paper twin, with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.content.lesson import AIMS, Lesson, Part, Question
from app.content.module import Module
from app.printing.blanks import fill_in
from app.printing.nodes import Nodes, drawings_in, nodes_of, titled

VERDICTS = {"x": "Goed", "~": "Kan ook"}
"""What the answer page says of an answer, the best first; of any other it says *liever niet*."""

Data = dict[str, Any]


def lesson_booklet(
    lesson: Lesson, module: Module, values: Mapping[str, str], *, today: date, answers: bool
) -> Data:
    """A booklet of one lesson; without ``answers`` nothing in it tells what is right."""
    return _booklet(
        {"title": titled(lesson.title), "subtitle": lesson.subtitle, "module": titled(module.title)},
        [_Writer(lesson, values, today)],
        values,
        drawing=lesson.drawing,
        answers=answers,
    )


def module_booklet(module: Module, values: Mapping[str, str], *, today: date, answers: bool) -> Data:
    """A booklet of all lessons of a module, with a table of contents."""
    return _booklet(
        {
            "title": titled(module.title),
            "subtitle": module.subtitle,
            "module": "",
            "welcome": nodes_of(fill_in(module.welcome_html, values)),
        },
        [_Writer(lesson, values, today) for lesson in module.lessons],
        values,
        drawing=module.drawing,
        answers=answers,
    )


def _booklet(
    head: Data, writers: Sequence[_Writer], values: Mapping[str, str], *, drawing: str, answers: bool
) -> Data:
    lessons = [writer.lesson_data() for writer in writers]
    pictured = {drawing, *(lesson["drawing"] for lesson in lessons)}
    return {
        "kind": "booklet",
        "team": values.get("team.naam", ""),
        "drawing": drawing,
        **head,
        "lessons": lessons,
        "answers": [writer.answer_data() for writer in writers] if answers else [],
        "pictures": sorted(filter(None, pictured.union(*(writer.pictures for writer in writers)))),
    }


class _Writer:
    """One lesson, with the team filled in and its questions counted."""

    def __init__(self, lesson: Lesson, values: Mapping[str, str], today: date) -> None:
        self.lesson, self.values = lesson, values
        self.outdated = lesson.valid_until is not None and lesson.valid_until < today
        self.numbers = {question.id: number for number, question in enumerate(_questions(lesson), 1)}
        self.pictures: set[str] = set()

    def lesson_data(self) -> Data:
        lesson = self.lesson
        return {
            "id": lesson.id,
            "number": lesson.number,
            "title": titled(lesson.title),
            "subtitle": lesson.subtitle,
            "minutes": lesson.minutes,
            "drawing": lesson.drawing,
            "outdated": self.outdated,
            "aims": [
                {"name": aim.capitalize(), "text": lesson.aims[aim]} for aim in AIMS if lesson.aims[aim]
            ],
            "parts": [self._part(part) for part in lesson.parts],
        }

    def answer_data(self) -> Data:
        return {
            "number": self.lesson.number,
            "title": titled(self.lesson.title),
            "parts": [self._answers(part) for part in self.lesson.parts if part.questions or part.cards],
        }

    def _part(self, part: Part) -> Data:
        return {
            "title": titled(part.title),
            "body": self._nodes(part.html, below=2),
            "bins": [_bin(bin) for bin in part.bins],
            "cards": [self._nodes(card.text_html) for card in part.cards],
            "questions": [self._question(question) for question in part.questions],
        }

    def _question(self, question: Question) -> Data:
        return {
            "number": self.numbers[question.id],
            "title": titled(question.title),
            "body": self._nodes(question.prose_html, below=3),
            "options": [
                {"code": option.code, "text": self._nodes(option.text_html)} for option in question.options
            ],
        }

    def _answers(self, part: Part) -> Data:
        return {
            "title": titled(part.title),
            "cards": [{"bin": _bin(card.bin), "why": self._nodes(card.feedback_html)} for card in part.cards],
            "questions": [self._answer(question) for question in part.questions if question.options],
        }

    def _answer(self, question: Question) -> Data:
        best = {mark: place for place, mark in enumerate(VERDICTS)}
        options = sorted(question.options, key=lambda option: best.get(option.mark, len(best)))
        return {
            "number": self.numbers[question.id],
            "title": titled(question.title),
            "options": [
                {
                    "code": option.code,
                    "verdict": VERDICTS.get(option.mark, "Liever niet"),
                    "good": option.mark == "x",
                    "text": self._nodes(option.text_html),
                    "why": self._nodes(option.feedback_html),
                }
                for option in options
            ],
        }

    def _nodes(self, html: str, below: int = 3) -> Nodes:
        nodes = nodes_of(fill_in(html, self.values), below=below)
        self.pictures.update(drawings_in(nodes))
        return nodes


def _questions(lesson: Lesson) -> Iterator[Question]:
    return (question for part in lesson.parts for question in part.questions)


def _bin(name: str) -> str:
    return name.replace("-", " ")
