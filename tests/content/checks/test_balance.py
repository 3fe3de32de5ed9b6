"""Whom and where the material is about: missing words, too many older people, anything indoors."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.checks.balance import (
    LIFE_PHASES,
    PLACES,
    Situation,
    balance_of,
    check_balance,
    situations_in,
)
from app.content.library import load_library
from tests.content.small_library import FILES, LESSON, SCENARIO, problems_after, write

TASK = "taak=sorteren bakken=feit,oordeel levensfase=kind plek=stoep"


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            LESSON,
            TASK,
            "taak=sorteren bakken=feit,oordeel plek=stoep",
            "26: zet ‘levensfase=’ achter de id, met een of meer van oudere, volwassene, jongere, kind",
        ),
        (
            LESSON,
            TASK,
            "taak=sorteren bakken=feit,oordeel levensfase=kind,baby plek=stoep",
            "26: zet ‘levensfase=’ achter de id, met een of meer van oudere, volwassene, jongere, kind",
        ),
        (
            LESSON,
            TASK,
            "taak=sorteren bakken=feit,oordeel levensfase=kind plek=keuken",
            "26: zet ‘plek=’ achter de id, met een of meer van straat, stoep, binnen",
        ),
        (
            LESSON,
            "plek=stoep",
            "plek=stoep,binnen",
            (
                "26: wij komen niet achter de voordeur, en 1 van de 4 situaties spelen binnen; "
                "laat zien wat je vanaf straat of stoep merkt"
            ),
        ),
        (
            SCENARIO,
            "plek: straat",
            "plek: binnen",
            (
                "9: wij komen niet achter de voordeur, en 1 van de 4 situaties spelen binnen; "
                "laat zien wat je vanaf straat of stoep merkt"
            ),
        ),
        (LESSON, "levensfase: volwassene", "levensfase: oudere", ""),
        (LESSON, "levensfase: volwassene", "levensfase: oudere, volwassene", ""),
    ],
)
def test_every_situation_says_whom_and_where_it_is_about(
    tmp_path: Path, path: str, old: str, new: str, expected: str
) -> None:
    assert problems_after(tmp_path, path, old, new) == expected


def test_more_than_a_third_about_older_people_is_too_much(tmp_path: Path) -> None:
    write(tmp_path)
    for file, phase in ((LESSON, "volwassene"), (SCENARIO, "jongere")):
        text = FILES[file].replace(f"levensfase: {phase}", "levensfase: oudere")
        write(tmp_path, {file: text})
    found = list(check_balance(load_library(tmp_path).documents))
    assert [str(problem) for problem in found] == [
        (
            f"{LESSON}:9: meer dan een derde gaat over ouderen (oudere 2, volwassene 1, jongere 0, kind 1); "
            "maak situaties over anderen"
        )
    ]


situations = st.builds(
    Situation,
    path=st.just(Path("x.md")),
    line=st.just(1),
    kind=st.just("taak"),
    phases=st.lists(st.sampled_from(LIFE_PHASES), unique=True).map(tuple),
    places=st.lists(st.sampled_from(PLACES), unique=True).map(tuple),
)


@given(st.lists(situations))
def test_the_balance_counts_every_mention_once(given_situations: list[Situation]) -> None:
    balance = balance_of(given_situations)
    assert balance.situations == len(given_situations)
    assert sum(balance.phases.values()) == sum(len(situation.phases) for situation in given_situations)
    assert 0 <= balance.share_of_older <= 1
    without = [situation for situation in given_situations if "oudere" not in situation.phases]
    assert balance_of(without).share_of_older == Fraction(0)


def test_a_lesson_a_task_and_an_exercise_are_situations(tmp_path: Path) -> None:
    write(tmp_path)
    found = [(s.kind, s.line) for s in situations_in(load_library(tmp_path).documents)]
    assert found == [("casus", 9), ("taak", 26), ("casus", 12), ("oefening", 9)]
