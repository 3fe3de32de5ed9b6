"""Everything that knows about HTTP."""

from __future__ import annotations

from flask import Flask
from flask_wtf import CSRFProtect

from app.web import (
    accounts,
    admin,
    assets,
    certificates,
    database,
    door,
    drills,
    failures,
    film_counts,
    films,
    joining,
    learner,
    lessons,
    measurement,
    neighbourhood,
    observations,
    pages,
    printing,
    public,
    report_practice,
    scenarios,
    security,
    sessions,
    staff,
)
from app.web.throttle import Throttle

GROUPS = (
    public,
    accounts,
    joining,
    learner,
    lessons,
    scenarios,
    drills,
    report_practice,
    observations,
    films,
    film_counts,
    measurement,
    certificates,
    printing,
    neighbourhood,
    staff,
    admin,
)


def register(app: Flask) -> None:
    """Everything a request meets, in the order in which it meets it."""
    app.extensions["throttle"] = Throttle()
    app.session_interface = sessions.SessionInterface()
    app.before_request(sessions.check_session)
    security.register(app)
    door.login_manager().init_app(app)
    CSRFProtect(app)
    app.before_request(door.check_access)
    app.teardown_appcontext(database.close)
    app.view_functions["static"] = door.open_to(door.ANYONE)(app.view_functions["static"])
    assets.register(app)
    pages.register(app)
    failures.register(app)
    for group in GROUPS:
        app.register_blueprint(group.bp)
