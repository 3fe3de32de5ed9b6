"""What a file is, judged by its place, and everything that texts may refer to by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.content.document import Document

if TYPE_CHECKING:
    from app.content.library import Library

QUIZZES = ("oefening", "rondje", "proef", "meldcoach", "meetinstrument", "evaluatie")
"""What ``soort:`` may say of a file in quizzes/."""

PRACTICE = ("oefening", "rondje", "proef", "meldcoach")
"""Those that somebody practises with: what a link that begins with ``oefening:`` may lead to."""

_PLACES = (
    ("gedeeld", re.compile(r"modules/gedeeld/(?P<id>[^/]+)\.md")),
    ("kaart", re.compile(r"modules/kaarten/(?P<id>[a-z0-9-]+)\.md")),
    ("module", re.compile(r"modules/(?P<number>[0-9]{1,2})-(?P<id>[a-z0-9-]+)/module\.md")),
    ("les", re.compile(r"modules/(?P<folder>[^/]+)/(?P<number>[0-9]{2})-(?P<id>[a-z0-9-]+)\.md")),
    ("quiz", re.compile(r"quizzes/(?P<id>[a-z0-9-]+)\.md")),
    ("casus", re.compile(r"media/(?P<id>[a-z0-9-]+)/casus\.md")),
)


@dataclass(frozen=True)
class Place:
    """What the path of a file says of it."""

    kind: str = ""
    id: str = ""
    number: str = ""
    folder: str = ""


def place_of(document: Document) -> Place:
    """Kind (module, les, kaart, gedeeld, casus, or what ``soort:`` says), id, number; none without place."""
    path = document.path.as_posix()
    for kind, pattern in _PLACES:
        if match := pattern.fullmatch(path):
            said = document.meta.get("soort", "") if kind == "quiz" else kind
            return Place(kind=said, **match.groupdict())
    return Place()


@dataclass(frozen=True)
class Names:
    """The ids that exist, by what they are the id of."""

    modules: frozenset[str] = frozenset()
    lessons: frozenset[str] = frozenset()
    practice: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    evaluations: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    videos: frozenset[str] = frozenset()


def names_in(library: Library) -> Names:
    """Everything that a text of this library may refer to."""
    places = [place_of(document) for document in library.documents]
    return Names(
        _ids(places, "module"),
        _ids(places, "les"),
        _ids(places, *PRACTICE),
        _ids(places, "meetinstrument"),
        _ids(places, "evaluatie"),
        frozenset(library.shared.blocks),
        frozenset(library.shared.contacts),
        frozenset(library.shared.numbers),
        _ids(places, "casus"),
    )


def _ids(places: Iterable[Place], *kinds: str) -> frozenset[str]:
    return frozenset(place.id for place in places if place.kind in kinds)
