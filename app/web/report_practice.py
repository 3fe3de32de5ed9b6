"""Practise a report: a situation, four short texts, and a coach who says what to rewrite and why.

What is typed travels in the form itself, from page to page, and is kept nowhere: not in the database, not in
the session, not in an address, not in a log.  So these pages answer a form with a page, and never redirect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request

from app.content.report_coach import ReportCoach, Situation, Step
from app.errors import NotFound
from app.measurement.coaching import advise, sort
from app.web.door import LEARNER, me, open_to
from app.web.filling import library
from app.web.throttle import limit

bp = Blueprint("report_practice", __name__, url_prefix="/melden-oefenen")

LONGEST = 1000
"""Characters of one answer."""

EMPTY = "Schrijf eerst iets op. Eén zin is genoeg."
TOO_LONG = "Je tekst is {count} tekens lang, en hier passen er 1.000. Een korte melding komt beter aan."

Page = str | tuple[str, int]


@dataclass(frozen=True)
class Draft:
    """A report while it is being written: one text for each step, in this request alone."""

    coach: ReportCoach
    situation: Situation
    texts: tuple[str, ...]

    @property
    def answers(self) -> Sequence[tuple[Step, str]]:
        return list(zip(self.coach.steps, self.texts, strict=True))

    def problem(self, index: int) -> str:
        """Why the coach can't look at the text of a step; empty when it can."""
        text = self.texts[index]
        if len(text) > LONGEST:
            return TOO_LONG.format(count=f"{len(text):,}".replace(",", "."))
        return "" if text.strip() else EMPTY


@bp.get("")
@open_to(LEARNER)
def choose() -> Page:
    """What the exercise is about, and the situations to choose from."""
    return render_template("report_practice/choose.html", coach=_coach())


@bp.get("/<situation_id>")
@open_to(LEARNER)
def begin(situation_id: str) -> Page:
    """The first step, with nothing written yet."""
    return _question(_draft(situation_id), 0)


@bp.post("/<situation_id>")
@open_to(LEARNER)
def go_on(situation_id: str) -> Page:
    """Look at what was written, go on, or go back: whatever button was pressed, with all that was typed."""
    limit("answer of a person", me().id)
    draft = _draft(situation_id)
    here, wanted = _index("stap", draft), request.form.get("doe", "")
    if wanted.startswith("stap-"):
        index = _index("doe", draft)
        return _question(draft, index) if draft.problem(index) else _advice(draft, index)
    if problem := draft.problem(here):
        return _question(draft, here, problem), 422
    if wanted != "verder":
        return _advice(draft, here)
    if here + 1 < len(draft.coach.steps):
        return _question(draft, here + 1)
    return _end(draft)


def _end(draft: Draft) -> Page:
    for index in range(len(draft.texts)):
        if problem := draft.problem(index):
            return _question(draft, index, problem), 422
    return render_template(
        "report_practice/end.html",
        draft=draft,
        coach=draft.coach,
        sorted=sort(draft.answers, draft.coach),
        missing=[
            needed for step, text in draft.answers for needed in advise(text, step, draft.coach).missing
        ],
    )


def _question(draft: Draft, index: int, problem: str = "") -> str:
    return render_template(
        "report_practice/question.html",
        draft=draft,
        coach=draft.coach,
        index=index,
        step=draft.coach.steps[index],
        problem=problem,
    )


def _advice(draft: Draft, index: int) -> str:
    step = draft.coach.steps[index]
    return render_template(
        "report_practice/advice.html",
        draft=draft,
        coach=draft.coach,
        index=index,
        step=step,
        advice=advise(draft.texts[index], step, draft.coach),
    )


def _draft(situation_id: str) -> Draft:
    coach = _coach()
    situation = coach.situation.get(situation_id)
    if situation is None:
        raise NotFound
    texts = (_cleaned(request.form.get(f"tekst-{number}", "")) for number, _ in enumerate(coach.steps, 1))
    return Draft(coach, situation, tuple(texts))


def _cleaned(text: str) -> str:
    """As it was typed, with one kind of line break and without control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c >= " " or c in "\n\t")


def _index(field: str, draft: Draft) -> int:
    """The step that a field names, from 0; the first one for anything else."""
    number = request.form.get(field, "").removeprefix("stap-")
    numbers = [str(number) for number in range(1, len(draft.coach.steps) + 1)]
    return numbers.index(number) if number in numbers else 0


def _coach() -> ReportCoach:
    coach = library().coach
    if coach is None or not coach.steps or not coach.situations:
        raise NotFound
    return coach
