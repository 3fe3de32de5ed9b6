"""A volunteer's first minutes: the invitation, a name, the login card, and the choice about research."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.errors import Invalid
from app.services import codes, enrolment
from app.web import access, door
from app.web.database import reading, stop_reading, writing
from app.web.door import ANYONE, LEARNER, me, open_to
from app.web.forms import InvitationForm, JoinForm
from app.web.pages import full_address
from app.web.throttle import here, limit, limit_guessing

bp = Blueprint("joining", __name__)

Page = str | Response | tuple[str, int]

CONSENT_TEXT = (
    "Mijn antwoorden op de vragen over kennis, houding en gedrag mogen meetellen "
    "in de resultaten van teams en van onderzoek."
)
"""What a volunteer agrees to; its fingerprint is stored with the choice."""


@bp.post("/meedoen")
@open_to(ANYONE)
def enter_code() -> Page:
    """The typed code of a team leads to its invitation."""
    form = InvitationForm()
    if form.validate_on_submit():
        limit_guessing()
        try:
            invitation = enrolment.open_invitation(reading(), form.code.data, datetime.now(UTC))
        except Invalid as error:
            form.fail(form.code, str(error))
        else:
            return redirect(url_for(".join", code=invitation.code), 303)
    return render_template("public/front.html", form=form)


@bp.route("/meedoen/<code>", methods=["GET", "POST"])
@open_to(ANYONE)
def join(code: str) -> Page:
    """The invitation itself: a first name is all that is asked."""
    now = datetime.now(UTC)
    limit("join of an address", here()) if request.method == "POST" else limit_guessing()
    try:
        invitation = enrolment.open_invitation(reading(), code, now)
    except Invalid as error:
        return render_template("joining/closed.html", sentence=str(error)), 410
    form = JoinForm()
    if form.validate_on_submit():
        stop_reading()
        db = writing()
        learner = enrolment.join(
            db,
            enrolment.open_invitation(db, code, now),
            form.name.data,
            key=request.form.get("key") or token_urlsafe(16),
            secret=card_secret(),
            now=now,
        )
        door.sign_in(db, learner)
        db.commit()
        return redirect(url_for(".card", nieuw=1), 303)
    key = request.form.get("key") or token_urlsafe(16)
    return render_template("joining/join.html", form=form, team=invitation.team, key=key)


@bp.get("/inlogkaart")
@open_to(LEARNER)
def card() -> Page:
    """The volunteer's own login card, to print or to photograph."""
    learner = access.learner(reading(), me().id)
    code = enrolment.card_of(learner, card_secret())
    return render_template(
        "joining/card.html",
        name=learner.name,
        team=learner.team,
        code=code,
        address=full_address("accounts.card", code=code),
        new="nieuw" in request.args,
    )


@bp.post("/inlogkaart")
@open_to(LEARNER)
def new_card() -> Page:
    """The card was lost: a new one, and the old one stops working."""
    db = writing()
    enrolment.replace_card(db, access.learner(db, me().id), card_secret(), but=door.my_token())
    db.commit()
    return redirect(url_for(".card", gelukt="kaart"), 303)


@bp.route("/toestemming", methods=["GET", "POST"])
@open_to(LEARNER)
def consent() -> Page:
    """Two equal buttons.  Whatever is chosen, the training stays the same."""
    if request.method == "POST" and request.form.get("keuze") in {"ja", "nee"}:
        db = writing()
        enrolment.choose_consent(
            db, me().id, request.form["keuze"] == "ja", codes.hashed(CONSENT_TEXT), datetime.now(UTC)
        )
        db.commit()
        later = request.form.get("daarna") == "gegevens"
        return redirect(url_for("learner.me" if later else "learner.home", gelukt="toestemming"), 303)
    return render_template(
        "joining/consent.html",
        text=CONSENT_TEXT,
        chosen=enrolment.consent_of(reading(), me().id),
        later=request.args.get("daarna", ""),
    )


def card_secret() -> bytes:
    """The server's own key: with it, and only with it, a card's code can be shown again."""
    key: bytes = current_app.extensions["config"].secret_key
    return key
