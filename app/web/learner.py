"""Home of a volunteer, and what we know of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.db import checkpoint
from app.errors import Invalid, WrongMailCode
from app.services import accounts, enrolment, learning, privacy
from app.services.journey import foremost, journeys_of
from app.web import access, database, door
from app.web.accounts import new_mail_code
from app.web.database import reading, writing
from app.web.door import LEARNER, me, my_subject, open_to
from app.web.filling import library
from app.web.forms import EmailForm, MailCodeForm, NameForm
from app.web.throttle import limit, limit_guessing

bp = Blueprint("learner", __name__)

Page = str | AnyResponse | tuple[str, int]


@bp.get("/thuis")
@open_to(LEARNER)
def home() -> Page:
    """One big *verder waar je was*, and below it everything there is."""
    db = reading()
    if enrolment.consent_of(db, me().id) is None:
        return redirect(url_for("joining.consent"))
    journeys = journeys_of(db, library(), me().id, my_subject())
    return render_template(
        "learner/home.html", journeys=journeys, foremost=foremost(journeys, learning.last_lesson(db, me().id))
    )


@bp.get("/mijn", endpoint="me")
@open_to(LEARNER)
def my_details() -> Page:
    return _show_me(NameForm(data={"name": me().name}), EmailForm())


@bp.post("/mijn/naam")
@open_to(LEARNER)
def rename() -> Page:
    form = NameForm()
    if not form.validate_on_submit():
        return _show_me(form, EmailForm(formdata=None)), 422
    db = writing()
    access.learner(db, me().id).name = form.name.data
    db.commit()
    return redirect(url_for(".me", gelukt="naam"), 303)


@bp.post("/mijn/mail")
@open_to(LEARNER)
def add_email() -> Page:
    """An address to sign in with; it counts once the mailed code was typed."""
    form = EmailForm()
    if not form.validate_on_submit():
        return _show_me(NameForm(formdata=None, data={"name": me().name}), form), 422
    limit("mail of an account", me().id)
    db, id = writing(), token_urlsafe(16)
    try:
        accounts.confirm_address(
            db,
            access.learner(db, me().id),
            form.email.data,
            id=id,
            code=new_mail_code(),
            now=datetime.now(UTC),
        )
    except Invalid as error:
        db.rollback()
        form.fail(form.email, str(error))
        return _show_me(NameForm(formdata=None, data={"name": me().name}), form), 422
    db.commit()
    return redirect(url_for(".confirm_email", id=id), 303)


@bp.route("/mijn/mail/<id>", methods=["GET", "POST"])
@open_to(LEARNER)
def confirm_email(id: str) -> Page:
    """The code that was mailed to a new address; only whoever asked for it has this page."""
    access.mail_code_of(reading(), me(), id)
    form = MailCodeForm()
    if form.validate_on_submit():
        limit_guessing()
        db = writing()
        try:
            learner = accounts.use_code(
                db, id, form.code.data, purpose=accounts.CONFIRM, now=datetime.now(UTC)
            )
        except Invalid as error:
            db.rollback()
            form.fail(form.code, str(error))
            return render_template("learner/confirm_email.html", form=form), 422
        db.commit()
        if learner is not None:
            return redirect(url_for(".me", gelukt="mail"), 303)
        form.fail(form.code, WrongMailCode.sentence)
    return render_template("learner/confirm_email.html", form=form)


@bp.post("/mijn/mail/weg")
@open_to(LEARNER)
def remove_email() -> Page:
    db = writing()
    accounts.remove_address(db, access.learner(db, me().id))
    db.commit()
    return redirect(url_for(".me", gelukt="mail-weg"), 303)


@bp.post("/mijn/kaart-gezien")
@open_to(LEARNER)
def card_noticed() -> Page:
    """The volunteer knows that a coordinator made a new card."""
    db = writing()
    access.learner(db, me().id).card_replaced_at = None
    db.commit()
    return redirect(url_for(".home"), 303)


@bp.get("/mijn/bestand")
@open_to(LEARNER)
def download() -> Response:
    """Everything we keep of this person, as a file."""
    db = reading()
    overview = privacy.overview_of(db, access.learner(db, me().id), my_subject())
    text = json.dumps(overview, ensure_ascii=False, indent=2)
    response = Response(text, mimetype="application/json")
    response.headers["Content-Disposition"] = "attachment; filename=mijn-gegevens-pluis.json"
    return response


@bp.route("/mijn/wissen", methods=["GET", "POST"])
@open_to(LEARNER)
def forget() -> Page:
    """Wipe everything, after saying what that means."""
    if request.method != "POST":
        return render_template("learner/forget.html")
    subject = my_subject()
    db = writing()
    privacy.forget(db, access.learner(db, me().id), subject)
    door.sign_out(db)
    db.commit()
    database.close()
    checkpoint(current_app.extensions["database"].engine)
    return redirect(url_for("public.front", gelukt="gewist"), 303)


def _show_me(name_form: NameForm, email_form: EmailForm) -> str:
    db = reading()
    learner = access.learner(db, me().id)
    return render_template(
        "learner/me.html",
        learner=learner,
        name_form=name_form,
        email_form=email_form,
        consent=enrolment.consent_of(db, learner.id),
    )
