"""The profile of a team: where it walks and what it wants to practise.  Every question may stay open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app.models.base import upsert
from app.models.neighbourhood import TeamProfile

Answers = Mapping[str, str | int | list[str]]
"""By the code of a question; what was left open is not in it."""

TEXT, NUMBER, ONE, SEVERAL = "text", "number", "one", "several"


@dataclass(frozen=True)
class Question:
    """A question of the profile.  Its code and those of its answers are stored, so they never change."""

    code: str
    kind: str
    answers: tuple[str, ...] = ()


QUESTIONS = (
    Question("neighbourhoods", TEXT),
    Question("homes", NUMBER),
    Question("tenure", ONE, ("rent", "mixed", "own")),
    Question("residents", SEVERAL, ("older", "families", "youth", "mixed")),
    Question("ageing", ONE, ("none", "some", "strong")),
    Question("area", ONE, ("fixed", "changing")),
    Question("rounds", ONE, ("daily", "weekly-more", "weekly", "monthly-more", "seldom")),
    Question(
        "partners",
        SEVERAL,
        ("police", "warden", "youth-work", "social-team", "housing", "school", "doctor", "business"),
    ),
    Question("reports", TEXT),
    Question(
        "bottlenecks",
        SEVERAL,
        (
            "where-to", "no-feedback", "unreachable", "one-person", "professionals", "telling-tales",
            "unfamiliar", "alike", "recruiting", "youth", "too-much",
        ),
    ),
    Question("worry", TEXT),
    Question(
        "exercises",
        SEVERAL,
        (
            "prevention-talk", "recruiting", "addressing-youth", "tension", "observing", "raising", "denial",
            "reporting", "connecting",
        ),
    ),
)  # fmt: skip
"""The intake of the programme, in the order in which it is asked."""


def profile_of(db: Session, team_id: int) -> TeamProfile | None:
    """What was filled in, None when nothing ever was."""
    return db.get(TeamProfile, team_id, populate_existing=True)


def fill_in(db: Session, team_id: int, answers: Mapping[str, Any], now: datetime) -> None:
    """Keep these answers in the place of the earlier ones; what no question asks or knows is left out."""
    upsert(db, TeamProfile, team_id=team_id, answers=known(answers), changed_at=now)


def known(answers: Mapping[str, Any]) -> dict[str, str | int | list[str]]:
    """The answers that fit their question, in the order of the questions."""
    fitting = ((question.code, _fitting(question, answers.get(question.code))) for question in QUESTIONS)
    return {code: answer for code, answer in fitting if answer}


def _fitting(question: Question, answer: Any) -> str | int | list[str] | None:
    if question.kind == SEVERAL:
        return [code for code in question.answers if isinstance(answer, list | tuple) and code in answer]
    if question.kind == NUMBER:
        return answer if isinstance(answer, int) and answer > 0 else None
    if not isinstance(answer, str) or (question.kind == ONE and answer not in question.answers):
        return None
    return answer.strip()
