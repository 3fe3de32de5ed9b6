"""The admin sets up municipalities, teams and colleagues."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.errors import Invalid
from app.models.people import Role
from app.services import accounts, browser_sessions, teams
from app.web import access
from app.web.database import reading, writing
from app.web.door import ADMIN, me, open_to
from app.web.forms import ROLES, MunicipalityForm, StaffForm, TeamForm
from app.web.pages import full_address

bp = Blueprint("admin", __name__, url_prefix="/beheer")

Page = str | Response | tuple[str, int]


@bp.get("/")
@open_to(ADMIN)
def overview() -> Page:
    return _show(MunicipalityForm(formdata=None))


@bp.post("/gemeente")
@open_to(ADMIN)
def add_municipality() -> Page:
    form = MunicipalityForm()
    if not form.validate_on_submit():
        return _show(form), 422
    db = writing()
    try:
        teams.add_municipality(db, form.name.data)
    except Invalid as error:
        db.rollback()
        form.fail(form.name, str(error))
        return _show(form), 422
    db.commit()
    return redirect(url_for(".overview", gelukt="gemeente"), 303)


@bp.route("/gemeente/<int:municipality_id>/team", methods=["GET", "POST"])
@open_to(ADMIN)
def add_team(municipality_id: int) -> Page:
    municipality = access.municipality(reading(), municipality_id)
    form = TeamForm()
    if form.validate_on_submit():
        db = writing()
        team = teams.add_team(
            db,
            access.municipality(db, municipality_id),
            form.name.data,
            form.contact_name.data,
            form.contact_phone.data,
        )
        team_id = team.id
        db.commit()
        return redirect(url_for("staff.team", team_id=team_id, gelukt="team"), 303)
    return render_template("admin/team.html", form=form, municipality=municipality)


@bp.route("/collega", methods=["GET", "POST"])
@open_to(ADMIN)
def add_colleague() -> Page:
    """A colleague gets a link to choose a password; it is shown once, to hand over."""
    form = StaffForm()
    form.teams.choices = {
        str(team.id): f"{team.municipality.name} · {team.name}" for team in teams.all_teams(reading())
    }
    if not form.validate_on_submit():
        return render_template("admin/colleague.html", form=form)
    now, token = datetime.now(UTC), token_urlsafe(24)
    db = writing()
    chosen = [access.team_of(db, me(), int(team_id)) for team_id in form.teams.data or []]
    try:
        staff = teams.add_staff(
            db, form.name.data, form.email.data, role=Role(form.role.data), teams=chosen, now=now
        )
    except Invalid as error:
        db.rollback()
        form.fail(form.email, str(error))
        return render_template("admin/colleague.html", form=form), 422
    accounts.link_for(db, staff, token, now)
    db.commit()
    return _show_link(form.name.data, token)


@bp.post("/collega/<int:staff_id>/link")
@open_to(ADMIN)
def new_link(staff_id: int) -> Page:
    now, token = datetime.now(UTC), token_urlsafe(24)
    db = writing()
    staff = access.staff_member(db, staff_id)
    name = staff.name
    accounts.link_for(db, staff, token, now)
    db.commit()
    return _show_link(name, token)


@bp.post("/collega/<int:staff_id>/uitzetten")
@open_to(ADMIN)
def disable(staff_id: int) -> Page:
    """Somebody left: signed out everywhere, and no way back in.  An admin can't shut out themselves."""
    db = writing()
    staff = access.staff_member(db, staff_id)
    if str(staff.id) == me().id:
        raise Invalid("Je kunt jezelf niet uitzetten. Vraag een andere beheerder.")
    staff.disabled_at = datetime.now(UTC)
    browser_sessions.close_all(db, staff)
    db.commit()
    return redirect(url_for(".overview", gelukt="uitgezet"), 303)


def _show(form: MunicipalityForm) -> str:
    db = reading()
    return render_template(
        "admin/overview.html",
        form=form,
        municipalities=teams.municipalities(db),
        colleagues=teams.colleagues(db),
        roles=ROLES,
    )


def _show_link(name: str, token: str) -> str:
    return render_template(
        "admin/link.html", name=name, address=full_address("accounts.choose_password", token=token)
    )
