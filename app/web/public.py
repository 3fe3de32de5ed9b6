"""Pages for everybody: the front door, help, privacy, and what machines ask."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.errors import NotFound
from app.web.door import ANYONE, me_or_none, open_to
from app.web.forms import InvitationForm

bp = Blueprint("public", __name__)


@bp.get("/")
@open_to(ANYONE)
def front() -> str | AnyResponse:
    person = me_or_none()
    if person is not None:
        return redirect(url_for("learner.home" if person.kind == "learner" else "staff.overview"))
    return render_template("public/front.html", form=InvitationForm())


@bp.get("/hulp")
@open_to(ANYONE)
def help() -> str:
    return render_template("public/help.html")


@bp.get("/privacy")
@open_to(ANYONE)
def privacy() -> str:
    return render_template("public/privacy.html")


@bp.get("/toegankelijkheid")
@open_to(ANYONE)
def accessibility() -> str:
    return render_template("public/accessibility.html")


@bp.get("/gezond")
@open_to(ANYONE)
def health() -> Response:
    """For whoever keeps the server running."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/.well-known/security.txt")
@open_to(ANYONE)
def security_txt() -> Response:
    """How to report a leak (RFC 9116); valid for half a year from now."""
    config = current_app.extensions["config"]
    if not config.mail_from:
        raise NotFound
    expires = (datetime.now(UTC) + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: mailto:{config.mail_from}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {config.public_url.rstrip('/')}/.well-known/security.txt",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
