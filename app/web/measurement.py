"""The start and closing questions, one a screen, and the evaluation that is tied to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.content.instrument import Instrument, Item, Option
from app.content.module import Module
from app.errors import AlreadyFinished, NotFound, NotYet
from app.measurement.route import shuffled
from app.services import administrations, evaluations
from app.services.administrations import Sitting
from app.services.journey import journey_of
from app.web.database import reading, writing
from app.web.door import LEARNER, me, my_subject, open_to
from app.web.filling import library
from app.web.throttle import limit

bp = Blueprint("measurement", __name__)

Page = str | Response | tuple[str, int]

WAVES = {"start": "t0", "slot": "t1"}
LONGEST_TEXT = 1000


@bp.get("/vragen/<module_id>/<moment>")
@open_to(LEARNER)
def intro(module_id: str, moment: str) -> Page:
    """Why we ask, how long it takes, and that skipping is fine."""
    module, instrument, wave = _asked(module_id, moment)
    sitting = administrations.find(reading(), my_subject(), instrument, wave)
    if sitting and sitting.is_finished:
        return _show_finished(module, sitting, moment)
    _refuse_too_early(module, moment)
    count = len(sitting.items) if sitting else len(instrument.items(wave, "a"))
    return render_template(
        "measurement/intro.html", module=module, moment=moment, sitting=sitting, count=count
    )


@bp.post("/vragen/<module_id>/<moment>")
@open_to(LEARNER)
def start(module_id: str, moment: str) -> Page:
    """Begin, or with ``liever-niet`` close at once without a single question."""
    module, instrument, wave = _asked(module_id, moment)
    _refuse_too_early(module, moment)
    now = datetime.now(UTC)
    db = writing()
    sitting = administrations.start(db, my_subject(), instrument, wave, team_id=me().team_id, now=now)
    position = sitting.next_position + 1
    declined = request.form.get("keuze") == "liever-niet"
    if declined:
        administrations.finish(sitting, now)
    db.commit()
    if declined:
        return redirect(url_for("learner.home"), 303)
    return redirect(url_for(".question", module_id=module.id, moment=moment, position=position), 303)


@bp.get("/vragen/<module_id>/<moment>/<int:position>")
@open_to(LEARNER)
def question(module_id: str, moment: str, position: int) -> Page:
    module, instrument, wave = _asked(module_id, moment)
    sitting = administrations.find(reading(), my_subject(), instrument, wave)
    if sitting is None or sitting.is_finished:
        return redirect(url_for(".intro", module_id=module.id, moment=moment))
    if position > len(sitting.items):
        return render_template("measurement/ready.html", module=module, moment=moment, sitting=sitting)
    return _show_question(module, moment, sitting, position)


@bp.post("/vragen/<module_id>/<moment>/<int:position>")
@open_to(LEARNER)
def respond(module_id: str, moment: str, position: int) -> Page:
    """Save an answer, or that the question was skipped, and go to the next one."""
    module, instrument, wave = _asked(module_id, moment)
    limit("answer of a person", me().id)
    skipped = "sla-over" in request.form
    code = None if skipped else request.form.get("keuze")
    db = writing()
    sitting = administrations.find(db, my_subject(), instrument, wave)
    if sitting is None or not 1 <= position <= len(sitting.items):
        raise NotFound
    if sitting.is_finished:
        raise AlreadyFinished
    item = sitting.items[position - 1]
    if not skipped and code not in {option.code for option in item.options}:
        page = _show_question(module, moment, sitting, position, missing=True)
        return page, 422
    key = request.form.get("key", "")[:64] or token_urlsafe(12)
    administrations.respond(db, sitting, item, code, key=key, now=datetime.now(UTC))
    db.commit()
    return redirect(url_for(".question", module_id=module.id, moment=moment, position=position + 1), 303)


@bp.post("/vragen/<module_id>/<moment>/klaar")
@open_to(LEARNER)
def finish(module_id: str, moment: str) -> Page:
    """Hand in.  After the closing questions the volunteer sees what was right, and why."""
    module, instrument, wave = _asked(module_id, moment)
    db = writing()
    sitting = administrations.find(db, my_subject(), instrument, wave)
    if sitting is None:
        raise NotFound
    administrations.finish(sitting, datetime.now(UTC))
    db.commit()
    if moment == "slot":
        return redirect(url_for(".intro", module_id=module.id, moment=moment), 303)
    return redirect(url_for("learner.home", gelukt="bedankt"), 303)


@bp.route("/evaluatie/<module_id>", methods=["GET", "POST"])
@open_to(LEARNER)
def evaluation(module_id: str) -> Page:
    """What the volunteer thought of the module; stored without name, pseudonym or moment."""
    module = _module(module_id)
    instrument = library().instruments.get(module.evaluation)
    if instrument is None:
        raise NotFound
    _refuse_too_early(module, "slot")
    if request.method != "POST":
        done = evaluations.is_done(reading(), me().id, module.id)
        return render_template(
            "measurement/evaluation.html",
            module=module,
            instrument=instrument,
            done=done,
            key=token_urlsafe(16),
        )
    db = writing()
    if "liever-niet" not in request.form and not evaluations.is_done(db, me().id, module.id):
        evaluations.submit(
            db,
            instrument,
            _evaluated(instrument),
            municipality_id=me().municipality_id,
            key=request.form.get("key", "")[:64] or token_urlsafe(16),
            today=datetime.now(UTC).date(),
        )
    evaluations.mark_done(db, me().id, module.id)
    db.commit()
    return redirect(url_for("certificates.mine", module_id=module.id), 303)


def _evaluated(instrument: Instrument) -> dict[str, str]:
    """What was filled in; a choice that does not exist counts as not filled in."""
    values = {}
    for item in (item for scale in instrument.scales for item in scale.items):
        value = request.form.get(item.code, "").strip()[:LONGEST_TEXT]
        if item.open or value in {option.code for option in item.options}:
            values[item.code] = value
    return values


def _show_question(
    module: Module, moment: str, sitting: Sitting, position: int, *, missing: bool = False
) -> str:
    if position < 1:
        raise NotFound
    item = sitting.items[position - 1]
    return render_template(
        "measurement/question.html",
        module=module,
        moment=moment,
        item=item,
        options=_options(sitting, item),
        intro=_intro_of(sitting, item.code),
        answered=sitting.answers.get(item.code),
        position=position,
        count=len(sitting.items),
        missing=missing,
        key=request.form.get("key") or token_urlsafe(12),
    )


def _options(sitting: Sitting, item: Item) -> Sequence[Option]:
    """The answers to a knowledge question in an order of this sitting's own, “dat weet ik niet” last."""
    if item.key is None:
        return item.options
    return sorted(shuffled(item.options, f"{sitting.row.id}:{item.code}"), key=lambda option: option.unsure)


def _intro_of(sitting: Sitting, code: str) -> str:
    """What a scale says above each of its questions, like “de afgelopen vier weken”."""
    instrument = library().instruments[sitting.row.instrument]
    scales = (scale for scale in instrument.scales if any(item.code == code for item in scale.items))
    return next((scale.intro for scale in scales), "")


def _show_finished(module: Module, sitting: Sitting, moment: str) -> str:
    known = [item for item in sitting.items if item.key is not None] if moment == "slot" else []
    return render_template(
        "measurement/finished.html", module=module, moment=moment, known=known, answers=sitting.answers
    )


def _refuse_too_early(module: Module, moment: str) -> None:
    """Closing questions come after the lessons."""
    if moment == "slot":
        journey = journey_of(reading(), library(), me().id, my_subject(), module.id)
        if not journey.is_studied:
            raise NotYet


def _asked(module_id: str, moment: str) -> tuple[Module, Instrument, str]:
    module = _module(module_id)
    instrument = library().instruments.get(module.instrument)
    if instrument is None or moment not in WAVES:
        raise NotFound
    return module, instrument, WAVES[moment]


def _module(module_id: str) -> Module:
    module = next((module for module in library().modules if module.id == module_id), None)
    if module is None:
        raise NotFound
    return module
