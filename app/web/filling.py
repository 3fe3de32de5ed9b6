"""Content that differs per team is filled in when the page is made; all other HTML was made beforehand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flask import current_app, g
from markupsafe import Markup, escape

from app.content.library import Library, LibraryKeeper
from app.web.door import me_or_none

_HEADING = re.compile(r"(</?)h([34])(?=>)")
_TOKEN = re.compile(r"\{((?:team|opvolger)\.[a-z0-9-]+)\}")


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
    values = _values()
    filled = _TOKEN.sub(lambda token: str(escape(values.get(token[1], token[0]))), html)
    return Markup(filled)  # noqa: S704 - as above, and what is filled in is escaped


def fill_text(text: str) -> str:
    """The same for plain text, which the template escapes."""
    values = _values() if "{" in text else {}
    return _TOKEN.sub(lambda token: values.get(token[1], token[0]), text)


def _values() -> Mapping[str, str]:
    if "filling" not in g:
        g.filling = {**library().shared.contacts, **_team()}
    values: Mapping[str, str] = g.filling
    return values


def _team() -> Mapping[str, str]:
    person = me_or_none()
    if person is None or not person.team:
        return {}
    return {
        "team.naam": person.team,
        "team.contact": person.contact_name,
        "team.telefoon": person.contact_phone,
    }
