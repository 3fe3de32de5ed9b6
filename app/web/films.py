"""A video case: the film that stops for questions, and the same case to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from math import isfinite
from secrets import token_urlsafe

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.content.lesson import Lesson, Option, Part
from app.content.video import Stop, Stretch, Video
from app.errors import Invalid, NotFound
from app.measurement.route import shuffled
from app.services import videos
from app.web import film_files
from app.web.database import reading, writing
from app.web.door import LEARNER, SIGNED_IN, me, open_to
from app.web.filling import library
from app.web.throttle import limit

bp = Blueprint("films", __name__, url_prefix="/film")

Page = str | AnyResponse | tuple[str, int]
BARELY_BEGUN = 3.0
"""Seconds; who left before simply begins again."""

LONGEST_AGO = 24 * 3600.0


@bp.get("/<video_id>")
@open_to(LEARNER)
def film(video_id: str) -> Page:
    """What it is about, and the film."""
    return _show_film(_video(video_id))


@bp.post("/<video_id>/antwoord")
@open_to(LEARNER)
def answer(video_id: str) -> Page:
    """One answer; the page it was given on comes back, with the why of each."""
    video = _video(video_id)
    stop = video.stop(request.form.get("vraag", ""))
    if stop is None:
        raise NotFound
    number = video.stretch_at(stop.at).number if request.form.get("waar") == "lezen" else 0
    code = request.form.get("keuze", "")
    if code not in {option.code for option in stop.question.options}:
        page = _show_stretch(video, number, stop.id) if number else _show_film(video, stop.id)
        return page, 422
    limit("answer of a person", me().id)
    key = request.form.get("key", "")[:64] or token_urlsafe(12)
    db = writing()
    videos.answer(db, me().id, video, stop, code=code, key=key, now=datetime.now(UTC))
    db.commit()
    if number:
        return redirect(url_for(".read", video_id=video.id, number=number, _anchor=stop.id), 303)
    return redirect(url_for(".film", video_id=video.id, _anchor=stop.id), 303)


@bp.post("/<video_id>/plek")
@open_to(LEARNER)
def remember(video_id: str) -> AnyResponse:
    """Where the film is on this device, and how many seconds ago it was there."""
    video = _video(video_id)
    limit("answer of a person", me().id)
    seconds, ago = _number("seconde"), min(_number("geleden"), LONGEST_AGO)
    db = writing()
    videos.remember(db, me().id, video, seconds, datetime.now(UTC) - timedelta(seconds=ago))
    db.commit()
    return Response(status=204)


@bp.get("/<video_id>/lezen")
@open_to(LEARNER)
def resume(video_id: str) -> Page:
    """The case to read, from where the volunteer was."""
    video = _video(video_id)
    position = videos.position_of(reading(), me().id, video.id)
    at = position.seconds if position and not video.is_over(position.seconds) else 0.0
    return redirect(url_for(".read", video_id=video.id, number=video.stretch_at(at).number))


@bp.get("/<video_id>/lezen/<int:number>")
@open_to(LEARNER)
def read(video_id: str, number: int) -> Page:
    """One stretch in pictures and words, with the question that comes after it."""
    return _show_stretch(_video(video_id), number)


@bp.post("/<video_id>/lezen/<int:number>")
@open_to(LEARNER)
def go_on(video_id: str, number: int) -> Page:
    """The volunteer has read this stretch."""
    video = _video(video_id)
    stretch = _stretch(video, number)
    following = video.stretches[stretch.number :]
    limit("answer of a person", me().id)
    db = writing()
    reached = following[0].start if following else video.duration
    videos.remember(db, me().id, video, reached, datetime.now(UTC))
    db.commit()
    if following:
        return redirect(url_for(".read", video_id=video.id, number=following[0].number), 303)
    return redirect(url_for(".after", video_id=video.id), 303)


@bp.get("/<video_id>/na-afloop")
@open_to(LEARNER)
def after(video_id: str) -> Page:
    """How it went on, what is still open, and the way back to the lesson."""
    video = _video(video_id)
    given = videos.answers_in(reading(), me().id, video.id)
    return render_template(
        "films/after.html",
        video=video,
        still_open=[stop for stop in video.stops if stop.id not in given],
        lesson=_lesson_with(video),
    )


@bp.get("/<video_id>/bestand/<path:name>")
@open_to(SIGNED_IN)
def file(video_id: str, name: str) -> Response:
    return film_files.send(_video(video_id), name)


def _show_film(video: Video, missing: str = "") -> str:
    position = videos.position_of(reading(), me().id, video.id)
    at = position.seconds if position else 0.0
    return render_template(
        "films/film.html",
        **_asked(video, missing),
        resume_at=at if at > BARELY_BEGUN and not video.is_over(at) else None,
        lesson=_lesson_with(video),
    )


def _show_stretch(video: Video, number: int, missing: str = "") -> str:
    stretch = _stretch(video, number)
    return render_template("films/read.html", **_asked(video, missing), stretch=stretch)


def _asked(video: Video, missing: str) -> dict[str, object]:
    """What a page with questions needs to know."""
    again = request.args.get("opnieuw", "")
    given: Mapping[str, str] = videos.answers_in(reading(), me().id, video.id)
    return {
        "video": video,
        "answers": {stop: code for stop, code in given.items() if stop != again},
        "missing": missing,
        "order": _order_in(video),
        "key": request.form.get("key") or token_urlsafe(12),
    }


def _order_in(video: Video) -> Callable[[Stop], Sequence[Option]]:
    """The answers in the order that this volunteer always sees."""
    return lambda stop: shuffled(stop.question.options, f"{me().id}:{video.id}:{stop.id}")


def _number(name: str) -> float:
    """A number of seconds from a form.  Raises Invalid."""
    try:
        value = float(request.form.get(name, ""))
    except ValueError:
        value = -1.0
    if not (isfinite(value) and value >= 0):
        raise Invalid("Dit is geen plek in de film.")
    return value


def _video(video_id: str) -> Video:
    video = library().videos.get(video_id)
    if video is None or not video.film:
        raise NotFound
    return video


def _stretch(video: Video, number: int) -> Stretch:
    if not 1 <= number <= len(video.stretches):
        raise NotFound
    return video.stretches[number - 1]


def _lesson_with(video: Video) -> tuple[Lesson, Part] | None:
    """The part of a lesson that leads to this film, first of all in its own module."""
    address = f'href="/film/{video.id}"'
    modules = sorted(library().modules, key=lambda module: module.id != video.module)
    return next(
        (
            (lesson, part)
            for module in modules
            for lesson in module.lessons
            for part in lesson.parts
            if address in part.html
        ),
        None,
    )
