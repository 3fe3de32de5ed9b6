"""Content that differs per team is filled in when the page is made; all other HTML was made beforehand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import current_app, g
from markupsafe import Markup, escape

from app.content.library import Library, LibraryKeeper
from app.models.neighbourhood import FollowUp
from app.models.people import Team
from app.services import follow_up
from app.web.contacts import as_said
from app.web.database import reading
from app.web.door import me_or_none

if TYPE_CHECKING:
    from app.db import Session

_HEADING = re.compile(r"(</?)h([34])(?=>)")
_TOKEN = re.compile(r"\{((?:team|opvolger)\.[a-z0-9-]+)\}")
_CONTACT = "opvolger."


def library() -> Library:
    """The content of this request: one and the same from beginning to end."""
    if "library" not in g:
        keeper: LibraryKeeper = current_app.extensions["library"]
        g.library = keeper.current
    current: Library = g.library
    return current


def raised(html: str) -> str:
    """On a page of its own the title of a part is the h1, so the headings in it go up one level."""
    return _HEADING.sub(lambda tag: f"{tag[1]}h{int(tag[2]) - 1}", html)


def fill(html: str) -> Markup:
    """Put the team's own names and numbers in the places that the author left open."""
    if "{" not in html:
        return Markup(html)  # noqa: S704 - made by app.content, which lets no HTML of authors through
    filled = _TOKEN.sub(lambda token: str(escape(_value(token))), html)
    return Markup(filled)  # noqa: S704 - as above, and what is filled in is escaped


def fill_text(text: str) -> str:
    """The same for plain text, which the template escapes."""
    return _TOKEN.sub(_value, text) if "{" in text else text


def values_of(db: Session, library: Library, team: Team) -> Mapping[str, str]:
    """Everything that texts leave open, as this team filled it in; for what is made for one team."""
    own = {f"{_CONTACT}{kind}": as_said(row.role) for kind, row in follow_up.map_of(db, team.id).items()}
    return {**library.shared.contacts, **_of_team(team.name, team.contact_name, team.contact_phone), **own}


def mentioned() -> list[FollowUp]:
    """The volunteer's contacts that this page has named so far, each once, if it is known how to reach them.

    What the page does not show, such as the why of an answer not yet given, names nobody.
    """
    named = [contacts()[kind] for kind in g.get("mentioned", ()) if contacts()[kind].channel]
    return list({(row.role, row.channel, row.hours): row for row in named}.values())


def contacts() -> Mapping[str, FollowUp]:
    """Who picks up what in the team of this volunteer, looked up once a page; nobody for anybody else."""
    if "contacts" not in g:
        person = me_or_none()
        g.contacts = follow_up.map_of(reading(), person.team_id) if person and person.team_id else {}
    rows: Mapping[str, FollowUp] = g.contacts
    return rows


def _value(token: re.Match[str]) -> str:
    """What stands in the place of a token; the token itself when nobody knows it."""
    name = token[1]
    if name.startswith(_CONTACT) and (row := contacts().get(name.removeprefix(_CONTACT))):
        g.setdefault("mentioned", {})[row.kind] = True
        return as_said(row.role)
    return _values().get(name, token[0])


def _values() -> Mapping[str, str]:
    if "filling" not in g:
        person = me_or_none()
        own = _of_team(person.team, person.contact_name, person.contact_phone) if person else {}
        g.filling = {**library().shared.contacts, **own}
    values: Mapping[str, str] = g.filling
    return values


def _of_team(name: str, contact_name: str, contact_phone: str) -> Mapping[str, str]:
    if not name:
        return {}
    return {"team.naam": name, "team.contact": contact_name, "team.telefoon": contact_phone}
