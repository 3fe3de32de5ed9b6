"""Paper: cards to take along and booklets of lessons, as pages to print and as PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.content.card import FIELDS, Card
from app.content.lesson import Lesson
from app.content.module import Module
from app.errors import NotFound
from app.models.people import Team
from app.printing.blanks import card_for
from app.printing.booklet import lesson_booklet, module_booklet
from app.printing.press import print_pdf
from app.printing.sheet import dates_of, sheet_of
from app.services import follow_up
from app.services.journey import journey_of, journeys_of
from app.web import access
from app.web.database import reading
from app.web.door import LEARNER, TEAM_STAFF, me, my_subject, open_to
from app.web.filling import library, values_of
from app.web.throttle import limit

if TYPE_CHECKING:
    from app.db import Session

bp = Blueprint("printing", __name__)

Page = str | AnyResponse

POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""What a browser needs to show a PDF; there is nothing in it that could run."""


@bp.get("/kaarten")
@open_to(LEARNER)
def cards() -> Page:
    """All cards, what each is for, and the lessons on paper."""
    journeys = journeys_of(reading(), library(), me().id, my_subject())
    return render_template("printing/cards.html", journeys=journeys)


@bp.get("/kaarten/<card_id>")
@open_to(LEARNER)
def card(card_id: str) -> Page:
    """A card as a page, filled in for the volunteer's own team."""
    db = reading()
    team = access.own_team(db, me())
    card = card_for(_card(card_id), _values(db, team))
    return render_template(
        "printing/card.html",
        card=card,
        team=team,
        dates=dates_of(card),
        outdated=card.valid_until is not None and card.valid_until < _today(),
    )


@bp.get("/kaarten/<card_id>.pdf")
@open_to(LEARNER)
def card_pdf(card_id: str) -> Page:
    db = reading()
    return _card_pdf(_card(card_id), access.own_team(db, me()), db)


@bp.get("/les/<lesson_id>/boekje.pdf")
@open_to(LEARNER)
def booklet_pdf(lesson_id: str) -> Page:
    """The lesson on paper.  Its answers are in it once the volunteer did the lesson, never before.

    Before the first lesson come the start questions, on paper too.
    """
    lesson, db = _lesson(lesson_id), reading()
    journey = journey_of(db, library(), me().id, my_subject(), lesson.module)
    if not journey.start_questions_done:
        return redirect(url_for("measurement.intro", module_id=lesson.module, moment="start"))
    is_done = journey.lesson(lesson.id).state == "done"
    team = access.own_team(db, me())
    data = lesson_booklet(lesson, journey.module, _values(db, team), today=_today(), answers=is_done)
    return _paper(data, lesson.id)


@bp.get("/medewerker/team/<int:team_id>/drukwerk")
@open_to(TEAM_STAFF)
def team_papers(team_id: int) -> Page:
    """Everything to print and hand out, filled in for one team."""
    team = access.team_of(reading(), me(), team_id)
    return render_template("printing/team.html", team=team)


@bp.get("/medewerker/team/<int:team_id>/drukwerk/kaart/<card_id>.pdf")
@open_to(TEAM_STAFF)
def team_card_pdf(team_id: int, card_id: str) -> Page:
    db = reading()
    return _card_pdf(_card(card_id), access.team_of(db, me(), team_id), db)


@bp.get("/medewerker/team/<int:team_id>/drukwerk/les/<lesson_id>.pdf")
@open_to(TEAM_STAFF)
def team_lesson_pdf(team_id: int, lesson_id: str) -> Page:
    """The paper twin of a lesson, with the answers at the end."""
    db = reading()
    team, lesson = access.team_of(db, me(), team_id), _lesson(lesson_id)
    module = _module(lesson.module)
    data = lesson_booklet(lesson, module, _values(db, team), today=_today(), answers=True)
    return _paper(data, lesson.id, team)


@bp.get("/medewerker/team/<int:team_id>/drukwerk/module/<module_id>.pdf")
@open_to(TEAM_STAFF)
def team_module_pdf(team_id: int, module_id: str) -> Page:
    """The paper twin of a whole module, with the answers at the end."""
    db = reading()
    team, module = access.team_of(db, me(), team_id), _module(module_id)
    return _paper(
        module_booklet(module, _values(db, team), today=_today(), answers=True), f"module-{module.id}", team
    )


def _card_pdf(card: Card, team: Team, db: Session) -> Response:
    return _paper(sheet_of(card_for(card, _values(db, team)), team.name), card.id, team)


def _paper(data: Mapping[str, Any], name: str, team: Team | None = None) -> Response:
    """A PDF to look at and print.  The browser may keep it, and asks each time whether it still holds."""
    limit("print of a person", me().id)
    response = Response(print_pdf(data), mimetype="application/pdf")
    file = _slug(f"{name} {team.name}" if team else name)
    response.headers["Content-Disposition"] = f"inline; filename={file}.pdf"
    response.headers["Content-Security-Policy"] = POLICY
    response.cache_control.private = True
    response.cache_control.no_cache = True
    response.add_etag()
    response.make_conditional(request)
    return response


def _values(db: Session, team: Team) -> dict[str, str]:
    """What stands in the open places of a text that is printed for this team."""
    values = dict(values_of(db, library(), team))
    for kind, row in follow_up.map_of(db, team.id).items():
        told = (row.role, row.channel, row.hours, row.deputy)
        values |= {f"{field}.{kind}": text for field, text in zip(FIELDS, told, strict=True)}
    return values


def _slug(text: str) -> str:
    """Text as the name of a file: letters that every system knows, digits and dashes."""
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "pluis"


def _today() -> date:
    return datetime.now(UTC).date()


def _card(card_id: str) -> Card:
    card = library().cards.get(card_id)
    if card is None:
        raise NotFound
    return card


def _lesson(lesson_id: str) -> Lesson:
    lesson = library().lessons.get(lesson_id)
    if lesson is None or not lesson.parts:
        raise NotFound
    return lesson


def _module(module_id: str) -> Module:
    module = next((module for module in library().modules if module.id == module_id), None)
    if module is None or not module.lessons:
        raise NotFound
    return module
