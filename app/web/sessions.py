"""Flask's session, kept on our side once somebody is signed in.

Before signing in, the cookie is Flask's signed one and holds at most a CSRF token.  After signing in it
holds only 256 random bits; who that is stands in the database, so that signing out ends a copied cookie too.
"""

from __future__ import annotations

import hmac
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, cast

from flask import Flask, Request, Response, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from app.db import DatabaseFailed
from app.errors import Unavailable
from app.services import browser_sessions
from app.services.browser_sessions import LEARNER_STAYS, TOUCH_EVERY, SignedIn
from app.web.database import reading, writing

_SIGNED_IN = "t."
"""What a cookie starts with that is a token and not a signed value."""


class Session(SecureCookieSession):
    """A Flask session that knows the token of the signed-in browser, if there is one."""

    token: str | None = None


class SessionInterface(SecureCookieSessionInterface):
    session_class = Session

    def open_session(self, app: Flask, request: Request) -> Session | None:
        cookie = request.cookies.get(self.get_cookie_name(app), "")
        if not cookie.startswith(_SIGNED_IN):
            session = cast("Session | None", super().open_session(app, request))
            return session if session is None or "_user_id" not in session else Session()
        token = cookie.removeprefix(_SIGNED_IN)
        now = datetime.now(UTC)
        try:
            signed_in = browser_sessions.find(reading(), token, now)
        except DatabaseFailed:
            g.session_failed = True  # here there is nothing yet to make a page with; check_session says it
            return Session()
        if signed_in is None:
            return Session()
        g.signed_in = signed_in
        session = Session({"_user_id": user_id(signed_in), "_fresh": True, "csrf_token": _csrf(app, token)})
        session.token = token
        _touch(signed_in, token, now)
        return session

    def save_session(self, app: Flask, session: Any, response: Response) -> None:
        name, path = self.get_cookie_name(app), self.get_cookie_path(app)
        if session.token and "_user_id" in session:
            if session.modified:
                response.set_cookie(
                    name,
                    _SIGNED_IN + session.token,
                    max_age=int(LEARNER_STAYS.total_seconds()),
                    path=path,
                    httponly=True,
                    secure=self.get_cookie_secure(app),
                    samesite="Lax",
                )
        elif session or session.modified:
            super().save_session(app, session, response)
        elif g.get("signed_out"):
            response.delete_cookie(name, path=path, httponly=True, samesite="Lax")


def check_session() -> None:
    """Before each request: who might be signed in is not treated as a stranger.  Raises Unavailable."""
    if g.get("session_failed") and request.endpoint != "static":
        raise Unavailable


def user_id(signed_in: SignedIn) -> str:
    """The id Flask-Login works with."""
    return f"{signed_in.kind}:{signed_in.id}"


def adopt(app: Flask, session: Any, token: str) -> None:
    """Make this the session of a browser that just signed in: nothing of before is left in it."""
    session.clear()
    session.token = token
    session["csrf_token"] = _csrf(app, token)


def _csrf(app: Flask, token: str) -> str:
    """The CSRF secret of a signed-in browser follows from its token, and so needs no storage."""
    return hmac.new(str(app.secret_key).encode(), token.encode(), "sha256").hexdigest()


def _touch(signed_in: SignedIn, token: str, now: datetime) -> None:
    if signed_in.seen_at and now - signed_in.seen_at > TOUCH_EVERY:
        with suppress(DatabaseFailed):  # a full disk keeps nobody from reading
            db = writing()
            browser_sessions.touch(db, token, now)
            db.commit()
