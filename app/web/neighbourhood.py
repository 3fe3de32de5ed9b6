"""What a team knows of its own neighbourhood: the follow-up map, and the profile that the evening reads."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.content.shared import SignalKind
from app.errors import NotFound
from app.models.neighbourhood import FollowUp
from app.models.people import Team
from app.services import follow_up, team_profile
from app.web import access
from app.web.contacts import summary, worries
from app.web.database import reading, writing
from app.web.door import COORDINATOR, LEARNER, TEAM_STAFF, me, open_to
from app.web.filling import contacts, library
from app.web.forms import FollowUpForm, typed
from app.web.profile_form import ProfileForm
from app.web.profile_words import NO_RESIDENTS, PARTS, WORDS, told
from app.web.throttle import limit

bp = Blueprint("neighbourhood", __name__)

Page = str | Response | tuple[str, int]


@bp.get("/opvolgers")
@open_to(LEARNER)
def who() -> Page:
    """The map of the volunteer's own team: whom to call about what."""
    return render_template("neighbourhood/who.html", kinds=library().shared.kinds, rows=contacts())


@bp.get("/medewerker/team/<int:team_id>/opvolgkaart", endpoint="map")
@open_to(TEAM_STAFF)
def show_map(team_id: int) -> Page:
    """All kinds, who picks them up, and what is still missing."""
    db = reading()
    team = access.team_of(db, me(), team_id)
    kinds, rows = library().shared.kinds, follow_up.map_of(db, team.id)
    return render_template(
        "neighbourhood/map.html",
        team=team,
        kinds=kinds,
        rows=rows,
        summary=summary(kinds, rows),
        worries=worries(kinds, rows),
        changed_at=max((row.changed_at for row in rows.values()), default=None),
    )


@bp.get("/medewerker/team/<int:team_id>/opvolgkaart/<kind>", endpoint="kind")
@open_to(COORDINATOR)
def show_kind(team_id: int, kind: str) -> Page:
    """One kind of the map, to be filled in."""
    db, asked = reading(), _kind(kind)
    team = access.team_of(db, me(), team_id)
    row = follow_up.map_of(db, team.id).get(asked.id)
    return _show_kind(team, asked, FollowUpForm(formdata=None, data=typed(vars(row) if row else {})), row)


@bp.post("/medewerker/team/<int:team_id>/opvolgkaart/<kind>")
@open_to(COORDINATOR)
def change_kind(team_id: int, kind: str) -> Page:
    """Who picks this kind up from now on; a form without anything in it means that nobody does."""
    form, asked = FollowUpForm(), _kind(kind)
    is_nobody = "niemand" in request.form
    if not is_nobody and not form.validate_on_submit():
        db = reading()
        team = access.team_of(db, me(), team_id)
        return _show_kind(team, asked, form, follow_up.map_of(db, team.id).get(asked.id)), 422
    limit("answer of a person", me().id)
    db = writing()
    team = access.team_of(db, me(), team_id)
    if is_nobody or form.is_empty:
        follow_up.clear(db, team.id, asked.id)
    else:
        follow_up.fill_in(db, team.id, asked.id, **form.answers, now=datetime.now(UTC))
    db.commit()
    return redirect(url_for(".map", team_id=team_id, gelukt="opvolger"), 303)


@bp.get("/medewerker/team/<int:team_id>/teamprofiel")
@open_to(TEAM_STAFF)
def profile(team_id: int) -> Page:
    """What the team filled in, as a list to read."""
    db = reading()
    team = access.team_of(db, me(), team_id)
    row = team_profile.profile_of(db, team.id)
    answers = row.answers if row else {}
    parts = {title: list(told(answers, title)) for title in PARTS}
    return render_template("neighbourhood/profile.html", team=team, row=row, parts=parts)


@bp.get("/medewerker/team/<int:team_id>/teamprofiel/wijzigen")
@open_to(TEAM_STAFF)
def profile_form(team_id: int) -> Page:
    db = reading()
    team = access.team_of(db, me(), team_id)
    row = team_profile.profile_of(db, team.id)
    return _show_form(team, ProfileForm(formdata=None, data=typed(row.answers if row else {})))


@bp.post("/medewerker/team/<int:team_id>/teamprofiel/wijzigen")
@open_to(TEAM_STAFF)
def change_profile(team_id: int) -> Page:
    form = ProfileForm()
    if not form.validate_on_submit():
        return _show_form(access.team_of(reading(), me(), team_id), form), 422
    limit("answer of a person", me().id)
    db = writing()
    team_profile.fill_in(db, access.team_of(db, me(), team_id).id, form.answers, datetime.now(UTC))
    db.commit()
    return redirect(url_for(".profile", team_id=team_id, gelukt="profiel"), 303)


def _show_kind(team: Team, kind: SignalKind, form: FollowUpForm, row: FollowUp | None) -> str:
    return render_template("neighbourhood/kind.html", team=team, kind=kind, form=form, row=row)


def _show_form(team: Team, form: ProfileForm) -> str:
    return render_template(
        "neighbourhood/profile_form.html",
        team=team,
        form=form,
        parts=PARTS,
        words=WORDS,
        no_residents=NO_RESIDENTS,
    )


def _kind(id: str) -> SignalKind:
    kind = next((kind for kind in library().shared.kinds if kind.id == id), None)
    if kind is None:
        raise NotFound
    return kind
