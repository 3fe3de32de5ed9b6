"""The observation test: look as long as you like, tell what was there, see what you filled in."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.content.observation import ObservationTest
from app.errors import NotFound
from app.measurement.observing import recall
from app.measurement.route import shuffled
from app.services import observations
from app.services.observations import PICTURE, TEXT
from app.web import access
from app.web.database import reading, writing
from app.web.door import LEARNER, me, open_to
from app.web.filling import library
from app.web.throttle import limit

bp = Blueprint("observations", __name__, url_prefix="/waarnemen")

Page = str | Response | tuple[str, int]

MODES = {"tekening": PICTURE, "tekst": TEXT}
"""What ``vorm`` says in an address."""


@bp.get("/<test_id>")
@open_to(LEARNER)
def intro(test_id: str) -> Page:
    """What is going to happen, and the choice between looking and reading."""
    test = _test(test_id)
    latest = observations.latest(reading(), me().id, test.id)
    return render_template("observations/intro.html", test=test, latest=latest)


@bp.get("/<test_id>/kijken")
@open_to(LEARNER)
def look(test_id: str) -> Page:
    """The street, for as long as somebody wants."""
    return render_template("observations/look.html", test=_test(test_id), form=_form())


@bp.get("/<test_id>/vertellen")
@open_to(LEARNER)
def tell(test_id: str) -> Page:
    """First in your own words, before any statement puts something in your head."""
    return render_template("observations/tell.html", test=_test(test_id), form=_form())


@bp.get("/<test_id>/aankruisen")
@open_to(LEARNER)
def tick(test_id: str) -> Page:
    return _show_statements(_test(test_id))


@bp.post("/<test_id>/aankruisen")
@open_to(LEARNER)
def answer(test_id: str) -> Page:
    """What was ticked.  Nothing at all is fine too, once it was asked whether that is meant."""
    test = _test(test_id)
    limit("answer of a person", me().id)
    ticked = frozenset(request.form.getlist("gezien")) & {statement.code for statement in test.statements}
    if not ticked and not request.form.get("niets"):
        return _show_statements(test, nothing=True), 422
    db = writing()
    observation_id = observations.tell(
        db, me().id, test, mode=MODES[_form()], ticked=ticked, key=_key(), now=datetime.now(UTC)
    ).id
    db.commit()
    return redirect(url_for(".result", test_id=test.id, observation_id=observation_id), 303)


@bp.get("/<test_id>/uitslag/<observation_id>")
@open_to(LEARNER)
def result(test_id: str, observation_id: str) -> Page:
    """What was seen, missed and filled in, with the street beside it."""
    test = _test(test_id)
    db = reading()
    observation = access.observation_of(db, me(), observation_id, test.id)
    return render_template(
        "observations/result.html",
        test=test,
        mode=observation.mode,
        recall=recall(test, observation.codes),
        another=_another(test, observations.done(db, me().id)),
        lesson=library().lesson_leading_to(test.id),
    )


def _another(test: ObservationTest, done: frozenset[str]) -> ObservationTest | None:
    """Another street of the same module, rather one that is new; None when this is the only one."""
    others = [
        each for each in library().observations.values() if each.module == test.module and each.id != test.id
    ]
    return min(others, key=lambda each: each.id in done, default=None)


def _show_statements(test: ObservationTest, *, nothing: bool = False) -> str:
    return render_template(
        "observations/tick.html",
        test=test,
        form=_form(),
        statements=shuffled(test.statements, f"{me().id}:{test.id}"),
        nothing=nothing,
        key=_key(),
    )


def _form() -> str:
    """Drawing or text: as the address or the form says; the drawing when neither does."""
    form = request.form.get("vorm") or request.args.get("vorm", "")
    return form if form in MODES else "tekening"


def _key() -> str:
    return request.form.get("key", "")[:64] or token_urlsafe(12)


def _test(test_id: str) -> ObservationTest:
    test = library().observations.get(test_id)
    if test is None or not test.can_be_done:
        raise NotFound
    return test
