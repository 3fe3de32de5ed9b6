"""The profile of a team: only answers to questions that are asked, by permanent codes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.services import team_profile
from app.services.team_profile import NUMBER, ONE, QUESTIONS, SEVERAL, TEXT, known
from tests.cast import NOW, Cast

CODES = {
    "neighbourhoods": (),
    "homes": (),
    "tenure": ("rent", "mixed", "own"),
    "residents": ("older", "families", "youth", "mixed"),
    "ageing": ("none", "some", "strong"),
    "area": ("fixed", "changing"),
    "rounds": ("daily", "weekly-more", "weekly", "monthly-more", "seldom"),
    "partners": (
        "police", "warden", "youth-work", "social-team", "housing", "school", "doctor", "business",
    ),
    "reports": (),
    "bottlenecks": (
        "where-to", "no-feedback", "unreachable", "one-person", "professionals", "telling-tales",
        "unfamiliar", "alike", "recruiting", "youth", "too-much",
    ),
    "worry": (),
    "exercises": (
        "prevention-talk", "recruiting", "addressing-youth", "tension", "observing", "raising", "denial",
        "reporting", "connecting",
    ),
}  # fmt: skip
"""Stored in the rows of teams: one may be added, none may change or go."""


def test_the_codes_stay_what_they_were() -> None:
    asked = {question.code: question.answers for question in QUESTIONS}
    assert CODES.keys() <= asked.keys()
    assert {code: asked[code][: len(CODES[code])] for code in CODES} == CODES


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({}, {}),
        ({"homes": 850, "tenure": "rent"}, {"homes": 850, "tenure": "rent"}),
        ({"tenure": "rent", "homes": 1}, {"homes": 1, "tenure": "rent"}),
        ({"homes": 0}, {}),
        ({"homes": "850"}, {}),
        ({"tenure": "castle"}, {}),
        ({"tenure": ["rent"]}, {}),
        ({"residents": ["youth", "older"]}, {"residents": ["older", "youth"]}),
        ({"residents": ["youth", "youth", "aliens"]}, {"residents": ["youth"]}),
        ({"residents": "youth"}, {}),
        ({"residents": []}, {}),
        ({"neighbourhoods": "  Lindekwartier "}, {"neighbourhoods": "Lindekwartier"}),
        ({"neighbourhoods": "  ", "reports": None, "unknown": "x"}, {}),
    ],
)
def test_only_fitting_answers_are_kept(sent: dict[str, Any], kept: dict[str, Any]) -> None:
    assert known(sent) == kept
    assert list(known(sent)) == list(kept)


CODE = st.sampled_from([answer for question in QUESTIONS for answer in question.answers])
VALUE = st.one_of(st.none(), st.integers(), st.text(max_size=5), CODE, st.lists(st.one_of(CODE, st.text())))


@given(st.dictionaries(st.sampled_from([question.code for question in QUESTIONS]), VALUE))
def test_whatever_is_sent_only_answers_of_the_right_kind_come_out(sent: dict[str, Any]) -> None:
    kept = known(sent)
    assert known(kept) == kept
    for question in QUESTIONS:
        if (answer := kept.get(question.code)) is None:
            continue
        assert answer
        assert isinstance(answer, {TEXT: str, NUMBER: int, ONE: str, SEVERAL: list}[question.kind])
        if question.answers:
            assert {*([answer] if isinstance(answer, str) else answer)} <= set(question.answers)  # type: ignore[misc]


def test_filling_in_again_replaces_everything(session: Session, cast: Cast) -> None:
    noord, zuid = cast.teams["noord"], cast.teams["zuid"]
    assert team_profile.profile_of(session, noord) is None
    team_profile.fill_in(session, noord, {"homes": 850, "tenure": "rent"}, NOW)
    team_profile.fill_in(session, noord, {"tenure": "own", "residents": ["older"]}, NOW)
    profile = team_profile.profile_of(session, noord)
    assert profile
    assert (profile.answers, profile.changed_at) == ({"tenure": "own", "residents": ["older"]}, NOW)
    assert team_profile.profile_of(session, zuid) is None
