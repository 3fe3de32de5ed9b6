"""The drills: five small cases in a row, each with its why at once, and at the end how the round went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.content.drill import MINUTES, ROUND, Drill, DrillCase
from app.content.lesson import Option
from app.content.speech import speech_of
from app.errors import Conflict, NotFound
from app.measurement.drilling import Given, next_case, round_of, rounds
from app.measurement.route import shuffled
from app.services import drills
from app.web.database import reading, writing
from app.web.door import LEARNER, me, open_to
from app.web.filling import library
from app.web.throttle import limit

bp = Blueprint("drills", __name__, url_prefix="/rondje")

Page = str | Response | tuple[str, int]


@bp.get("/<drill_id>")
@open_to(LEARNER)
def intro(drill_id: str) -> Page:
    """What is practised, how often the volunteer did it, and where they left it."""
    drill = _drill(drill_id)
    given = _given(drill)
    return render_template(
        "drills/intro.html",
        drill=drill,
        rounds=rounds(len(given)),
        round=round_of(drill, given),
        size=ROUND,
        minutes=MINUTES,
    )


@bp.get("/<drill_id>/nu")
@open_to(LEARNER)
def case(drill_id: str) -> Page:
    """The case that is next for this volunteer; the same one until it is answered."""
    drill = _drill(drill_id)
    given = _given(drill)
    id = next_case(list(drill.by_id), [each.case for each in given], f"{me().id}:{drill.id}")
    return _show_case(drill, drill.by_id[id], given, key=token_urlsafe(12))


@bp.post("/<drill_id>/nu")
@open_to(LEARNER)
def answer(drill_id: str) -> Page:
    """An answer to the case that the form shows, also when another one is next by now."""
    drill = _drill(drill_id)
    limit("answer of a person", me().id)
    chosen = Given(request.form.get("geval", ""), request.form.get("keuze", ""))
    key = request.form.get("key", "")[:64] or token_urlsafe(12)
    if not chosen.code:
        if chosen.case not in drill.by_id:
            raise Conflict(drills.CHANGED)
        case = drill.by_id[chosen.case]
        return _show_case(drill, case, _given(drill), key=key, missing=True), 422
    db = writing()
    number = drills.answer(db, me().id, drill, chosen, key=key, now=datetime.now(UTC))
    db.commit()
    return redirect(url_for(".outcome", drill_id=drill.id, number=number), 303)


@bp.get("/<drill_id>/antwoord/<int:number>")
@open_to(LEARNER)
def outcome(drill_id: str, number: int) -> Page:
    """The why of one answer, the first one given being number 1, and of what else there was to choose."""
    drill = _drill(drill_id)
    given = _given(drill)
    if not 1 <= number <= len(given):
        return redirect(url_for(".intro", drill_id=drill.id))
    id, code = given[number - 1]
    case = drill.by_id.get(id)
    options = _order(drill, case, given[: number - 1]) if case else []
    return render_template(
        "drills/outcome.html",
        drill=drill,
        case=case,
        chosen=[option for option in options if option.code == code],
        others=[option for option in options if option.code != code],
        code=code,
        round=round_of(drill, given[:number]),
        number=number,
        newest=number == len(given),
        size=ROUND,
    )


@bp.get("/<drill_id>/klaar/<int:number>")
@open_to(LEARNER)
def done(drill_id: str, number: int) -> Page:
    """The end of a round: how it went, the rule once more, and the way on."""
    drill = _drill(drill_id)
    given = _given(drill)
    if not 1 <= number <= rounds(len(given)):
        return redirect(url_for(".intro", drill_id=drill.id))
    answers = given[: number * ROUND]
    return render_template(
        "drills/done.html",
        drill=drill,
        round=round_of(drill, answers),
        cases=[drill.by_id.get(each.case) for each in answers[-ROUND:]],
        first=(number - 1) * ROUND + 1,
        size=ROUND,
    )


def _show_case(
    drill: Drill, case: DrillCase, given: Sequence[Given], *, key: str, missing: bool = False
) -> str:
    options = _order(drill, case, given)
    return render_template(
        "drills/case.html",
        drill=drill,
        case=case,
        options=options,
        aloud=speech_of(
            "".join(f"<p>{text}</p>" for text in (drill.question, *(o.text_html for o in options)))
        ),
        position=len(given) % ROUND + 1,
        answered=len(given),
        size=ROUND,
        missing=missing,
        key=key,
    )


def _order(drill: Drill, case: DrillCase, before: Sequence[Given]) -> list[Option]:
    """The options as this volunteer sees them; in another order when the case comes back."""
    times = sum(each.case == case.id for each in before)
    return shuffled(case.options, f"{me().id}:{drill.id}:{case.id}:{times}")


def _given(drill: Drill) -> tuple[Given, ...]:
    return drills.answers_of(reading(), me().id, drill.id)


def _drill(drill_id: str) -> Drill:
    drill = library().drills.get(drill_id)
    if drill is None or not drill.cases:
        raise NotFound
    return drill
