"""How far somebody is in a lesson, from what was seen and answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.lesson import Lesson, read_lesson
from app.content.markup import Renderer
from app.measurement.progress import GROWN, YOUNG, asked, lesson_progress, open_choice

TEXT = """\
## Kijk {#kijk}

Alleen lezen.

## Vraag {#vraag}

### Wat zie je? {#q1}

- [x] a. Een bal.

### En nu? {#q2}

- [x] a. Niets.

## Sorteer {#sorteer taak=sorteren bakken=feit,oordeel}

- [feit] k01. Een bal.
- [oordeel] k02. Wat een bal.
"""
LESSON = read_lesson(parse(TEXT, Path("modules/1-a/01-les.md")), "a", Renderer())
EMPTY = read_lesson(parse("", Path("modules/1-a/02-leeg.md")), "a", Renderer())
PARTS = ["kijk", "vraag", "sorteer"]
ASKED = ["q1", "q2", "k01", "k02"]


def test_a_part_asks_for_its_questions_and_cards() -> None:
    assert [asked(part) for part in LESSON.parts] == [set(), {"q1", "q2"}, {"k01", "k02"}]


@pytest.mark.parametrize(
    ("seen", "answered", "state", "open_parts"),
    [
        ("", "", "new", "kijk vraag sorteer"),
        ("kijk", "", "busy", "vraag sorteer"),
        ("", "q1", "busy", "kijk vraag sorteer"),
        ("sorteer", "", "busy", "kijk vraag sorteer"),
        ("kijk vraag", "q1", "busy", "vraag sorteer"),
        ("kijk vraag", "q1 q2", "busy", "sorteer"),
        ("kijk sorteer", "k01 k02 q1 q2", "busy", "vraag"),
        ("kijk vraag sorteer", "q1 q2 k01", "busy", "sorteer"),
        ("kijk vraag sorteer", "q1 q2 k01 k02", "done", ""),
        ("kijk vraag sorteer weg", "q1 q2 k01 k02 q9", "done", ""),
        ("weg", "", "busy", "kijk vraag sorteer"),
    ],
)
def test_progress_follows_from_what_was_seen_and_answered(
    seen: str, answered: str, state: str, open_parts: str
) -> None:
    progress = lesson_progress(LESSON, set(seen.split()), set(answered.split()))
    assert [part.id for part in progress.open_parts] == open_parts.split()
    assert (progress.state, progress.next_part) == (state, next(iter(open_parts.split()), None))


def test_a_lesson_without_parts_is_done() -> None:
    assert (lesson_progress(EMPTY, set(), set()).state, lesson_progress(EMPTY, set(), set()).next_part) == (
        "done",
        None,
    )


@given(
    st.sets(st.sampled_from(PARTS)),
    st.sets(st.sampled_from(ASKED)),
    st.sampled_from(PARTS),
    st.sampled_from(ASKED),
)
def test_more_work_never_opens_a_part_again(
    seen: set[str], answered: set[str], part: str, question: str
) -> None:
    before = lesson_progress(LESSON, seen, answered).open_parts
    after = lesson_progress(LESSON, seen | {part}, answered | {question}).open_parts
    assert {part.id for part in after} <= {part.id for part in before}


ABOUT = [
    replace(LESSON, life_phases=phases) for phases in (("kind",), ("jongere", "oudere"), ("oudere",), ())
]


@pytest.mark.parametrize(
    ("done", "lessons", "about"),
    [
        ([], 3, (YOUNG, GROWN)),
        ([0], 2, (GROWN,)),
        ([1], 2, ()),
        ([0, 0, 0], 1, (GROWN,)),
        ([3, 3, 3], 2, (YOUNG, GROWN)),
        ([0, 2], 1, ()),
        ([0, 2, 3], 0, ()),
        ([1, 3, 3, 3], 0, ()),
    ],
)
def test_what_is_still_to_be_chosen(done: list[int], lessons: int, about: tuple[frozenset[str], ...]) -> None:
    choice = open_choice([ABOUT[number] for number in done], 3)
    assert (choice.lessons, choice.about) == (lessons, about)


@given(st.lists(st.sampled_from(ABOUT)), st.sampled_from(ABOUT), st.integers(1, 5))
def test_one_lesson_more_never_makes_the_choice_longer(
    done: list[Lesson], another: Lesson, wanted: int
) -> None:
    before, after = open_choice(done, wanted), open_choice([*done, another], wanted)
    assert 0 <= after.lessons <= before.lessons
    assert set(after.about) <= set(before.about)
