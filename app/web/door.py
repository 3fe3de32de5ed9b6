"""Who may come in where.  Every route declares a rule; what was not declared stays shut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Response, current_app, g, redirect, request, session, url_for
from flask_login import LoginManager, current_user, login_user, logout_user

from app.errors import Forbidden
from app.models.people import Learner, Role, Staff
from app.services import browser_sessions
from app.services.administrations import subject_of
from app.services.browser_sessions import SignedIn
from app.web import sessions

if TYPE_CHECKING:
    from app.db import Session

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Rule:
    """Who may use a route: everybody, whoever is signed in, volunteers, or staff with one of these roles."""

    kind: str
    roles: frozenset[Role] = frozenset()

    def allows(self, person: SignedIn | None) -> bool:
        if self.kind == "anyone":
            return True
        if person is None:
            return False
        if self.kind == "signed in":
            return True
        return person.kind == self.kind and (self.kind == "learner" or person.role in self.roles)

    def __str__(self) -> str:
        return "+".join(sorted(self.roles)) if self.roles else self.kind


ANYONE = Rule("anyone")
SIGNED_IN = Rule("signed in")
"""For files that a page of theirs holds; nobody goes on to one after signing in."""

LEARNER = Rule("learner")


def staff_rule(*roles: Role) -> Rule:
    return Rule("staff", frozenset(roles))


STAFF = staff_rule(*Role)
ADMIN = staff_rule(Role.ADMIN)
TEAM_STAFF = staff_rule(Role.ADMIN, Role.COORDINATOR, Role.TRAINER)
COORDINATOR = staff_rule(Role.ADMIN, Role.COORDINATOR)


def open_to(rule: Rule) -> Callable[[View], View]:
    """Declare who may use a view."""

    def declare(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]
        return view

    return declare


def rule_of(endpoint: str) -> Rule | None:
    return getattr(current_app.view_functions.get(endpoint), "access_rule", None)


def check_access() -> Any:
    """Before each request: refuse what was not declared, and whoever the rule does not allow."""
    if request.endpoint is None:
        return None
    rule = rule_of(request.endpoint)
    if rule is None:
        raise Forbidden
    person = me_or_none()
    if rule.allows(person):
        return None
    if person is not None:
        raise Forbidden
    if request.method == "GET" and rule != SIGNED_IN:
        session["go_on"] = [rule.kind, request.path]
    where = "accounts.staff_sign_in" if rule.kind == "staff" else "accounts.sign_in"
    return redirect(url_for(where), 303)


@dataclass(frozen=True)
class Person:
    """What Flask-Login needs to know of whoever is signed in."""

    signed_in: SignedIn
    is_authenticated: bool = field(default=True, init=False)
    is_active: bool = field(default=True, init=False)
    is_anonymous: bool = field(default=False, init=False)

    @property
    def name(self) -> str:
        return self.signed_in.name

    @property
    def kind(self) -> str:
        return self.signed_in.kind

    @property
    def role(self) -> str:
        return self.signed_in.role

    @cached_property
    def subject(self) -> str:
        """The pseudonym under which this volunteer is measured."""
        return subject_of(current_app.extensions["config"].study_key, self.signed_in.id)

    def get_id(self) -> str:
        return sessions.user_id(self.signed_in)


def login_manager() -> LoginManager:
    manager = LoginManager()
    manager.session_protection = None
    """Phones change address all the time; a session is protected by living on our side."""

    manager.user_loader(_load)
    return manager


def _load(user_id: str) -> Person | None:
    signed_in = g.get("signed_in")
    return Person(signed_in) if signed_in and sessions.user_id(signed_in) == user_id else None


def me_or_none() -> SignedIn | None:
    return current_user.signed_in if current_user.is_authenticated else None


def me() -> SignedIn:
    """Whoever is signed in; only for views whose rule asks for somebody."""
    person = me_or_none()
    if person is None:
        raise Forbidden
    return person


def my_subject() -> str:
    subject: str = current_user.subject
    return subject


def my_token() -> str:
    """What this browser is known by; empty when nobody is signed in."""
    return getattr(session, "token", None) or ""


def sign_in(db: Session, person: Learner | Staff) -> None:
    """Sign this browser in, with a new token, so that nothing known before it is worth anything."""
    token, now = token_urlsafe(32), datetime.now(UTC)
    browser_sessions.close(db, my_token())
    browser_sessions.purge(db, now)
    if isinstance(person, Learner):
        browser_sessions.open_session(db, token, now, learner_id=person.id)
    else:
        browser_sessions.open_session(db, token, now, staff_id=person.id)
    signed_in = browser_sessions.find(db, token, now)
    if signed_in is None:
        raise Forbidden
    kind, path = session.get("go_on") or ("", "")
    g.signed_in, g.go_on = signed_in, path if kind == signed_in.kind else ""
    sessions.adopt(current_app, session, token)
    login_user(Person(signed_in))


def sign_out(db: Session) -> None:
    """Sign this browser out, on our side too."""
    if token := my_token():
        browser_sessions.close(db, token)
    logout_user()
    session.clear()
    g.signed_out = True


def go_on(default: str) -> Response:
    """To where somebody was going when asked to sign in.  Only a path of ours, remembered by us.

    Who meant to come in as staff and has a volunteer's card goes home instead.
    """
    return redirect(g.get("go_on") or default, 303)  # type: ignore[return-value]
