"""The paper twin: everything of a lesson is in it, and what is right only where it may be."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from app.content.lesson import Lesson
from app.content.library import Library
from app.content.module import Module
from app.printing.booklet import lesson_booklet, module_booklet
from app.printing.nodes import words_in
from tests.printing.test_nodes import squeezed
from tests.web.test_answer_keys import other_lesson

TODAY = date(2026, 11, 24)


def module_of(library: Library, lesson: Lesson) -> Module:
    return next(module for module in library.modules if module.id == lesson.module)


def booklet(library: Library, lesson: Lesson, *, answers: bool, today: date = TODAY) -> dict[str, object]:
    values = dict(library.shared.contacts)
    return lesson_booklet(lesson, module_of(library, lesson), values, today=today, answers=answers)


def words(data: object) -> str:
    """All words in a piece of data, without spaces."""
    if isinstance(data, dict):
        return "".join(
            words(value) for key, value in data.items() if key not in ("tag", "class", "href", "src")
        )
    if isinstance(data, list):
        return (
            words_in(data)
            if data and all(isinstance(k, str) or "tag" in k for k in data)
            else "".join(map(words, data))
        )
    return str(data)


def test_a_lesson_without_answers_holds_nothing_of_what_is_right(library: Library) -> None:
    for lesson in library.lessons.values():
        text = squeezed(words(booklet(library, lesson, answers=False)))
        marks = {"good", "verdict", "why", "bin"}
        assert not marks & set(json.dumps(booklet(library, lesson, answers=False)).split('"'))
        for part in lesson.parts:
            for question in part.questions:
                for option in question.options:
                    assert squeezed(plain(option.feedback_html, library)) not in text
            for card in part.cards:
                assert squeezed(plain(card.feedback_html, library)) not in text


def test_a_lesson_without_answers_is_the_same_whatever_is_right(library: Library) -> None:
    for lesson in library.lessons.values():
        real = booklet(library, lesson, answers=False)
        assert booklet(library, other_lesson(lesson), answers=False) == real
        assert booklet(library, other_lesson(lesson), answers=True) != booklet(library, lesson, answers=True)


def test_a_lesson_with_answers_says_why_of_every_answer(library: Library) -> None:
    for lesson in library.lessons.values():
        data = booklet(library, lesson, answers=True)
        text = squeezed(words(data["answers"]))
        for part in lesson.parts:
            for question in part.questions:
                for option in question.options:
                    assert squeezed(plain(option.feedback_html, library)) in text
            for card in part.cards:
                assert squeezed(plain(card.feedback_html, library)) in text


def plain(html: str, library: Library) -> str:
    from app.printing.blanks import fill_in
    from app.printing.nodes import nodes_of

    return words_in(nodes_of(fill_in(html, dict(library.shared.contacts))))


def test_everything_that_a_lesson_asks_is_in_it_once(library: Library) -> None:
    for lesson in library.lessons.values():
        parts = booklet(library, lesson, answers=False)["lessons"][0]["parts"]  # type: ignore[index]
        assert [part["title"] for part in parts] == [part.title for part in lesson.parts]
        numbers = [question["number"] for part in parts for question in part["questions"]]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) == sum(len(part.questions) for part in lesson.parts)
        for made, part in zip(parts, lesson.parts, strict=True):
            assert len(made["cards"]) == len(part.cards)
            assert made["bins"] == [bin.replace("-", " ") for bin in part.bins]


def test_the_good_answer_comes_first_and_the_letters_stay(library: Library) -> None:
    lesson = next(lesson for lesson in library.lessons.values() if lesson.parts[1].questions)
    question = lesson.parts[1].questions[0]
    answer = booklet(library, lesson, answers=True)["answers"][0]["parts"][0]["questions"][0]  # type: ignore[index]
    assert [option["good"] for option in answer["options"]] == [True] + [False] * (len(question.options) - 1)
    assert sorted(option["code"] for option in answer["options"]) == sorted(o.code for o in question.options)
    good = next(option for option in question.options if option.mark == "x")
    assert answer["options"][0]["code"] == good.code


@pytest.mark.parametrize(("days", "expected"), [(0, False), (1, True)])
def test_a_lesson_about_the_law_that_is_past_its_date_says_so(
    library: Library, days: int, expected: bool
) -> None:
    lesson = next(lesson for lesson in library.lessons.values() if lesson.valid_until)
    assert lesson.valid_until
    data = booklet(library, lesson, answers=False, today=lesson.valid_until + timedelta(days=days))
    assert data["lessons"][0]["outdated"] is expected  # type: ignore[index]


def test_a_module_holds_all_its_lessons_and_the_answers_of_all(library: Library) -> None:
    for module in library.modules:
        data = module_booklet(module, {"team.naam": "Team Noord"}, today=TODAY, answers=True)
        assert [lesson["id"] for lesson in data["lessons"]] == [lesson.id for lesson in module.lessons]
        assert [lesson["number"] for lesson in data["answers"]] == [
            lesson.number for lesson in module.lessons
        ]
        assert data["team"] == "Team Noord"
        assert module_booklet(module, {}, today=TODAY, answers=False)["answers"] == []
