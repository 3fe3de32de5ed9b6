"""Coming in and going out: login card, mailed code, password; and the link to choose one."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import randbelow, token_urlsafe

from flask import Blueprint, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from app.errors import Invalid, UsedLink, WeakPassword, WrongMailCode
from app.services import accounts, enrolment
from app.web import access, door
from app.web.database import reading, stop_reading, writing
from app.web.door import ANYONE, open_to
from app.web.forms import CardForm, EmailForm, MailCodeForm, PasswordForm, StaffSignInForm
from app.web.throttle import here, limit, limit_guessing

bp = Blueprint("accounts", __name__)

Page = str | Response | tuple[str, int]


@bp.route("/inloggen", methods=["GET", "POST"])
@open_to(ANYONE)
def sign_in() -> Page:
    """A volunteer comes back with the code on the login card."""
    form = CardForm()
    if form.validate_on_submit():
        limit_guessing()
        try:
            return _in_with_card(form.code.data)
        except Invalid as error:
            form.fail(form.code, str(error))
    return render_template("accounts/sign_in.html", form=form)


@bp.get("/k/<code>")
@open_to(ANYONE)
def card(code: str) -> Page:
    """What the QR code on a login card opens.  Looking signs nobody in: phones and scanners look ahead."""
    return render_template("accounts/card.html", form=CardForm(data={"code": code}))


@bp.route("/inloggen/mail", methods=["GET", "POST"])
@open_to(ANYONE)
def mail() -> Page:
    """Ask for a code by mail.  The answer is the same whether the address is known or not."""
    form = EmailForm()
    if form.validate_on_submit():
        limit("mail of an address", here())
        limit("mail of an account", accounts.address(form.email.data))
        db, id = writing(), token_urlsafe(16)
        accounts.mail_code(
            db, form.email.data, purpose=accounts.SIGN_IN, id=id, code=new_mail_code(), now=datetime.now(UTC)
        )
        db.commit()
        session["mail"] = id
        return redirect(url_for(".mail_code"), 303)
    return render_template("accounts/mail.html", form=form)


@bp.route("/inloggen/mail/code", methods=["GET", "POST"])
@open_to(ANYONE)
def mail_code() -> Page:
    """Type the mailed code, in the browser that asked for it."""
    form = MailCodeForm()
    if form.validate_on_submit():
        limit_guessing()
        db = writing()
        learner = accounts.use_code(
            db,
            session.get("mail", ""),
            form.code.data,
            purpose=accounts.SIGN_IN,
            now=datetime.now(UTC),
        )
        if learner is not None:
            door.sign_in(db, learner)
        db.commit()
        if learner is not None:
            return door.go_on(url_for("learner.home"))
        form.fail(form.code, WrongMailCode.sentence)
    return render_template("accounts/mail_code.html", form=form)


@bp.route("/medewerker/inloggen", methods=["GET", "POST"])
@open_to(ANYONE)
def staff_sign_in() -> Page:
    form = StaffSignInForm()
    if form.validate_on_submit():
        limit("password of an address", here())
        limit("password of an account", accounts.address(form.email.data))
        try:
            staff = accounts.staff_with_password(reading(), form.email.data, form.password.data)
        except Invalid as error:
            form.fail(form.email, str(error))
        else:
            id = staff.id
            stop_reading()
            db = writing()
            door.sign_in(db, access.staff_member(db, id))
            db.commit()
            return door.go_on(url_for("staff.overview"))
    return render_template("accounts/staff_sign_in.html", form=form)


@bp.route("/medewerker/wachtwoord/<token>", methods=["GET", "POST"])
@open_to(ANYONE)
def choose_password(token: str) -> Page:
    """A member of staff chooses a password, with a link that works once."""
    form = PasswordForm()
    now = datetime.now(UTC)
    try:
        staff = accounts.staff_with_link(reading(), token, now)
    except UsedLink as error:
        return render_template("accounts/used_link.html", sentence=str(error)), 410
    name = staff.name
    if form.validate_on_submit():
        stop_reading()
        db = writing()
        try:
            accounts.choose_password(db, accounts.staff_with_link(db, token, now), form.password.data, now)
        except WeakPassword as error:
            db.rollback()
            form.fail(form.password, str(error))
        else:
            db.commit()
            return redirect(url_for(".staff_sign_in", gelukt="wachtwoord"), 303)
    return render_template("accounts/choose_password.html", form=form, name=name)


@bp.post("/uitloggen")
@open_to(ANYONE)
def sign_out() -> Page:
    db = writing()
    door.sign_out(db)
    db.commit()
    response = redirect(url_for("public.front", gelukt="uitgelogd"), 303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def new_mail_code() -> str:
    """Six digits: short enough to type, and five tries is all there are."""
    return f"{randbelow(10**6):06d}"


def _in_with_card(typed: str) -> Response:
    learner = enrolment.learner_with_card(reading(), typed)
    id = learner.id
    stop_reading()
    db = writing()
    door.sign_in(db, access.learner(db, id))
    db.commit()
    return door.go_on(url_for("learner.home"))
