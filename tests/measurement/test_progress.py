"""How far somebody is in a lesson, from what was seen and answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.lesson import read_lesson
from app.content.markup import Renderer
from app.measurement.progress import asked, lesson_progress

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
