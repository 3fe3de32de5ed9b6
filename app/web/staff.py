"""A coordinator's desk: invitations, cards, the contact person, and counts; never a person's results."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.content.library import LibraryKeeper
from app.models.people import Team
from app.services import codes, enrolment, follow_up, team_profile, teams
from app.services.teams import Counts
from app.web import access
from app.web.contacts import summary
from app.web.database import reading, writing
from app.web.door import COORDINATOR, STAFF, TEAM_STAFF, me, open_to
from app.web.filling import library
from app.web.forms import ContactForm
from app.web.joining import card_secret
from app.web.pages import full_address

bp = Blueprint("staff", __name__, url_prefix="/medewerker")

Page = str | Response | tuple[str, int]


@bp.get("/")
@open_to(STAFF)
def overview() -> Page:
    """The teams somebody works with, and what is wrong with the content on disk, if anything."""
    db = reading()
    return render_template("staff/overview.html", teams=access.teams_of(db, me()), library_keeper=_keeper())


@bp.get("/team/<int:team_id>")
@open_to(TEAM_STAFF)
def team(team_id: int) -> Page:
    db = reading()
    return _show_team(access.team_of(db, me(), team_id))


@bp.post("/team/<int:team_id>/contact")
@open_to(COORDINATOR)
def contact(team_id: int) -> Page:
    """Whom the volunteers can call."""
    form = ContactForm()
    if not form.validate_on_submit():
        return _show_team(access.team_of(reading(), me(), team_id), form), 422
    db = writing()
    teams.change_contact(access.team_of(db, me(), team_id), form.contact_name.data, form.contact_phone.data)
    db.commit()
    return redirect(url_for(".team", team_id=team_id, gelukt="contact"), 303)


@bp.post("/team/<int:team_id>/uitnodiging")
@open_to(COORDINATOR)
def invite(team_id: int) -> Page:
    db = writing()
    team = access.team_of(db, me(), team_id)
    enrolment.invite(db, team.id, codes.new(codes.INVITATION_LENGTH), datetime.now(UTC))
    db.commit()
    return redirect(url_for(".team", team_id=team_id, gelukt="uitnodiging"), 303)


@bp.post("/team/<int:team_id>/uitnodiging/<code>/intrekken")
@open_to(COORDINATOR)
def revoke(team_id: int, code: str) -> Page:
    db = writing()
    invitation = access.invitation_of_team(db, access.team_of(db, me(), team_id), code)
    enrolment.revoke(invitation, datetime.now(UTC))
    db.commit()
    return redirect(url_for(".team", team_id=team_id, gelukt="ingetrokken"), 303)


@bp.get("/team/<int:team_id>/uitnodiging/<code>")
@open_to(COORDINATOR)
def invitation(team_id: int, code: str) -> Page:
    """The invitation as a poster: a QR code, the address and the typed code."""
    db = reading()
    team = access.team_of(db, me(), team_id)
    invitation = access.invitation_of_team(db, team, code)
    return render_template(
        "staff/invitation.html",
        team=team,
        invitation=invitation,
        address=full_address("joining.join", code=invitation.code),
        front=full_address("public.front"),
    )


@bp.post("/team/<int:team_id>/kaart/<learner_id>")
@open_to(COORDINATOR)
def replace_card(team_id: int, learner_id: str) -> Page:
    """Somebody lost the card.  The volunteer sees at the next visit that a new one was made."""
    db = writing()
    team = access.team_of(db, me(), team_id)
    learner = access.learner_of_team(db, team, learner_id)
    enrolment.replace_card(db, learner, card_secret(), by_staff_at=datetime.now(UTC))
    db.commit()
    return redirect(url_for(".card", team_id=team_id, learner_id=learner_id), 303)


@bp.get("/team/<int:team_id>/kaart/<learner_id>")
@open_to(COORDINATOR)
def card(team_id: int, learner_id: str) -> Page:
    """The card that staff just made, to print and hand over; a volunteer's own card is never shown here."""
    db = reading()
    team = access.team_of(db, me(), team_id)
    learner = access.learner_of_team(db, team, learner_id)
    if learner.card_replaced_at is None:
        return redirect(url_for(".team", team_id=team_id))
    code = enrolment.card_of(learner, card_secret())
    return render_template(
        "staff/card.html",
        team=team,
        name=learner.name,
        code=code,
        address=full_address("accounts.card", code=code),
    )


def _show_team(team: Team, form: ContactForm | None = None) -> str:
    db = reading()
    return render_template(
        "staff/team.html",
        team=team,
        invitations=enrolment.open_invitations(db, team.id, datetime.now(UTC)),
        counts=_counts(team),
        follow_up=summary(library().shared.kinds, follow_up.map_of(db, team.id)),
        profile=team_profile.profile_of(db, team.id),
        form=form
        or ContactForm(
            formdata=None, data={"contact_name": team.contact_name, "contact_phone": team.contact_phone}
        ),
    )


def _counts(team: Team) -> list[tuple[str, Counts]]:
    return [
        (module.title, teams.counts(reading(), team, module.id, [lesson.id for lesson in module.lessons]))
        for module in library().modules
    ]


def _keeper() -> LibraryKeeper:
    keeper: LibraryKeeper = current_app.extensions["library"]
    return keeper
