"""A lesson, one part a screen, with questions and cards that answer with a why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.content.lesson import Lesson, Part
from app.errors import NotFound
from app.measurement.route import shuffled
from app.measurement.scoring import score_cards
from app.services import learning
from app.services.journey import journey_of
from app.web.database import reading, writing
from app.web.door import LEARNER, me, my_subject, open_to
from app.web.filling import library
from app.web.throttle import limit

bp = Blueprint("lessons", __name__, url_prefix="/les")

Page = str | Response | tuple[str, int]


@bp.get("/<lesson_id>")
@open_to(LEARNER)
def resume(lesson_id: str) -> Page:
    """Where the volunteer was in this lesson; before the first lesson come the start questions."""
    lesson = _lesson(lesson_id)
    journey = journey_of(reading(), library(), me().id, my_subject(), lesson.module)
    if not journey.start_questions_done:
        return redirect(url_for("measurement.intro", module_id=lesson.module, moment="start"))
    part = journey.lesson(lesson.id).next_part or lesson.parts[0].id
    return redirect(url_for(".part", lesson_id=lesson.id, part_id=part))


@bp.get("/<lesson_id>/<part_id>")
@open_to(LEARNER)
def part(lesson_id: str, part_id: str) -> Page:
    lesson = _lesson(lesson_id)
    part = _part(lesson, part_id)
    return _show(lesson, part, learning.answers_in(reading(), me().id, lesson.id))


@bp.post("/<lesson_id>/<part_id>/antwoord")
@open_to(LEARNER)
def answer(lesson_id: str, part_id: str) -> Page:
    """One answer to one question; the page comes back with the why of every option."""
    lesson = _lesson(lesson_id)
    part = _part(lesson, part_id)
    question = next((q for q in part.questions if q.id == request.form.get("vraag")), None)
    if question is None:
        raise NotFound
    code = request.form.get("keuze", "")
    if code not in {option.code for option in question.options}:
        given = learning.answers_in(reading(), me().id, lesson.id)
        return _show(lesson, part, given, missing=frozenset({question.id})), 422
    _write(lesson, {question.id: (code, question.fingerprint)})
    return redirect(url_for(".part", lesson_id=lesson.id, part_id=part.id, _anchor=question.id), 303)


@bp.post("/<lesson_id>/<part_id>/kaarten")
@open_to(LEARNER)
def sort(lesson_id: str, part_id: str) -> Page:
    """All cards of a task at once; what is missing is pointed out, and what was chosen stays."""
    lesson = _lesson(lesson_id)
    part = _part(lesson, part_id)
    chosen = {card.code: request.form.get(f"kaart-{card.code}", "") for card in part.cards}
    missing = frozenset(code for code, bin in chosen.items() if bin not in part.bins)
    if missing or not part.cards:
        given = learning.answers_in(reading(), me().id, lesson.id)
        return _show(lesson, part, given, missing=missing, chosen=chosen), 422
    _write(lesson, {card.code: (chosen[card.code], card.fingerprint) for card in part.cards})
    return redirect(url_for(".part", lesson_id=lesson.id, part_id=part.id, _anchor="uitslag"), 303)


@bp.post("/<lesson_id>/<part_id>/verder")
@open_to(LEARNER)
def go_on(lesson_id: str, part_id: str) -> Page:
    """The volunteer leaves this part: that is what counts as having seen it."""
    lesson = _lesson(lesson_id)
    part = _part(lesson, part_id)
    db = writing()
    learning.mark_seen(db, me().id, lesson.id, part.id, datetime.now(UTC))
    db.commit()
    following = lesson.parts[lesson.index(part.id) + 1 :]
    if following:
        return redirect(url_for(".part", lesson_id=lesson.id, part_id=following[0].id), 303)
    return redirect(url_for(".done", lesson_id=lesson.id), 303)


@bp.get("/<lesson_id>/klaar")
@open_to(LEARNER)
def done(lesson_id: str) -> Page:
    """The end of a lesson: what is next, and what was left open on the way."""
    lesson = _lesson(lesson_id)
    journey = journey_of(reading(), library(), me().id, my_subject(), lesson.module)
    return render_template("lessons/done.html", lesson=lesson, journey=journey)


def _show(
    lesson: Lesson,
    part: Part,
    given: Mapping[str, str],
    *,
    missing: frozenset[str] = frozenset(),
    chosen: Mapping[str, str] | None = None,
) -> str:
    again = request.args.get("opnieuw", "")
    answers = {question: code for question, code in given.items() if question != again}
    sorted_out = bool(part.cards) and all(card.code in given for card in part.cards)
    show_cards = sorted_out and again != "kaarten" and not chosen
    return render_template(
        "lessons/part.html",
        lesson=lesson,
        part=part,
        outdated=lesson.valid_until is not None and lesson.valid_until < datetime.now(UTC).date(),
        position=lesson.index(part.id) + 1,
        questions=_until_first_open(part, answers),
        answers=answers,
        missing=missing,
        chosen=chosen or {},
        sorted_out=show_cards,
        score=score_cards(part, given) if show_cards else None,
        complete=_is_complete(part, answers) and (show_cards or not part.cards),
        order=lambda question: shuffled(question.options, f"{me().id}:{lesson.id}:{question.id}"),
        key=request.form.get("key") or token_urlsafe(12),
    )


def _until_first_open(part: Part, answers: Mapping[str, str]) -> list[object]:
    """One question at a time: those that were answered, and the first that was not."""
    shown: list[object] = []
    for question in part.questions:
        shown.append(question)
        if question.id not in answers:
            break
    return shown


def _is_complete(part: Part, answers: Mapping[str, str]) -> bool:
    return all(question.id in answers for question in part.questions)


def _write(lesson: Lesson, given: Mapping[str, tuple[str, str]]) -> None:
    limit("answer of a person", me().id)
    key = request.form.get("key", "")[:64] or token_urlsafe(12)
    db = writing()
    for question, (code, fingerprint) in given.items():
        learning.answer(
            db,
            me().id,
            lesson.id,
            question,
            code=code,
            fingerprint=fingerprint,
            key=key,
            now=datetime.now(UTC),
        )
    db.commit()


def _lesson(lesson_id: str) -> Lesson:
    lesson = library().lessons.get(lesson_id)
    if lesson is None or not lesson.parts:
        raise NotFound
    return lesson


def _part(lesson: Lesson, part_id: str) -> Part:
    part = lesson.part(part_id)
    if part is None:
        raise NotFound
    return part
