"""What every page can use: who is here, whom to call, dates in Dutch, and content with the team filled in."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import segno
from babel.dates import format_date
from flask import Flask, current_app, request, url_for
from markupsafe import Markup

from app.content.speech import spoken
from app.services import codes
from app.web.contacts import as_said, promise, reachable
from app.web.door import Person, me_or_none
from app.web.filling import fill, fill_text, library, mentioned, raised

NETHERLANDS = ZoneInfo("Europe/Amsterdam")

NOTICES = {
    "kaart": "Er is een nieuwe inlogkaart. De oude werkt niet meer.",
    "naam": "Je naam is veranderd.",
    "mail": "Je e-mailadres is toegevoegd. Je kunt er voortaan mee inloggen.",
    "mail-weg": "Je e-mailadres is weggehaald.",
    "toestemming": "Je keuze is opgeslagen.",
    "contact": "De contactpersoon is veranderd.",
    "uitnodiging": "Er is een nieuwe uitnodiging.",
    "ingetrokken": "De uitnodiging is ingetrokken.",
    "gemeente": "De gemeente is toegevoegd.",
    "team": "Het team is toegevoegd.",
    "collega": "De collega is toegevoegd.",
    "opvolger": "De opvolgkaart is bijgewerkt.",
    "profiel": "Het teamprofiel is opgeslagen.",
    "uitgezet": "Deze collega kan niet meer inloggen.",
    "wachtwoord": "Je wachtwoord is opgeslagen. Je kunt nu inloggen.",
    "uitgelogd": "Je bent uitgelogd.",
    "gewist": "Al je gegevens zijn gewist.",
    "bedankt": "Dank je wel. Je antwoorden zijn opgeslagen.",
}


class Contact(NamedTuple):
    """The human being of flesh and blood that a volunteer can call."""

    name: str
    phone: str


def register(app: Flask) -> None:
    app.context_processor(everywhere)
    app.add_template_filter(fill, "fill")
    app.add_template_filter(fill_text, "fill_text")
    app.add_template_filter(raised, "raised")
    app.add_template_filter(day, "day")
    app.add_template_filter(clock, "clock")
    app.add_template_filter(spoken, "spoken")
    app.add_template_filter(codes.grouped, "grouped")
    app.add_template_filter(tel, "tel")
    app.add_template_filter(reachable, "reachable")
    app.add_template_filter(promise, "promise")
    app.add_template_filter(as_said, "as_said")
    app.add_template_global(mentioned)
    app.add_template_global(qr)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def everywhere() -> dict[str, Any]:
    person = me_or_none()
    return {
        "demo": current_app.extensions["config"].demo,
        "person": Person(person) if person else None,
        "help_contact": contact(),
        "notice": NOTICES.get(request.args.get("gelukt", "")),
        "library": library(),
    }


def contact() -> Contact | None:
    person = me_or_none()
    return Contact(person.contact_name, person.contact_phone) if person and person.contact_name else None


def day(moment: datetime | date) -> str:
    """As the Dutch write it: 24 november 2026."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(NETHERLANDS)
    return format_date(moment, "d MMMM y", locale="nl")


def clock(seconds: float) -> str:
    """A moment in a film, as a player shows it: 0:42."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def tel(number: str) -> str:
    """The number as a telephone dials it."""
    return "".join(c for c in number if c.isdigit() or c == "+")


def qr(address: str, title: str) -> Markup:
    """A QR code as drawing in the page, with a description for who can't see it."""
    drawing = segno.make(address, error="m").svg_inline(
        scale=4, border=2, omitsize=True, svgclass="qr", title=title, dark="#14213d", light="#ffffff"
    )
    return Markup(drawing)  # noqa: S704 - segno escapes the title and draws the rest


def full_address(endpoint: str, **values: Any) -> str:
    """The address as it stands on paper: always the configured one, whatever the request says."""
    public_url: str = current_app.extensions["config"].public_url
    return public_url.rstrip("/") + url_for(endpoint, **values)
