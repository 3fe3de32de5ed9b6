"""How follow-up contacts read on a page: numbers to tap, promises in words, and gaps with what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from app.content.shared import SignalKind
from app.models.neighbourhood import FollowUp
from app.services.gaps import NO_PROMISE, NOBODY, ONE_FOR_MANY, ONE_PERSON, UNREACHABLE, gaps

_NUMBER = r"(?:\+[1-9](?:[ ()-]{0,2}[0-9]){7,13}|\(?0(?:[ ()-]{0,2}[0-9]){6,10}|14 ?0[0-9]{2,3})"
_ADDRESS = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_TO_TAP = re.compile(rf"(?<![\w@.+-])(?:(?P<address>{_ADDRESS})|(?P<number>{_NUMBER}))(?![\w@])")
_IN_A_SENTENCE = re.compile(r"(?:De|Het|Een|Je|Jullie|Ons|Onze)\b")

ADVICE: Mapping[str, tuple[str, str]] = {
    NOBODY: (
        "Nog niemand",
        "Vraag de gemeente wie dit oppakt. Het maakt minder uit wie het is, als er maar iemand is.",
    ),
    UNREACHABLE: (
        "Niet te bereiken",
        "Zet er een nummer, een mailadres of een app bij. Bel één keer om te kijken of het klopt.",
    ),
    ONE_PERSON: (
        "Hangt aan één mens",
        "Vraag: wie neemt het over bij ziekte of vakantie?",
    ),
    NO_PROMISE: (
        "Geen afspraak over terughoren",
        "Vraag: binnen hoeveel werkdagen horen wij iets? Zonder antwoord zakt de moed om te melden.",
    ),
    ONE_FOR_MANY: (
        "Veel bij één",
        "Valt dat ene punt weg, dan stokt er veel. Zoek voor een van deze iemand anders.",
    ),
}
"""Of each kind of gap what it is called, and what a coordinator can do."""


class Worry(NamedTuple):
    """Gaps of one sort together: one thing to do something about."""

    title: str
    who: str
    """The person or channel that all these kinds depend on, if that is the worry."""
    kinds: tuple[SignalKind, ...]
    advice: str


def reachable(text: str) -> Markup:
    """A channel as it was typed, in which phone numbers and mail addresses can be tapped."""
    pieces, end = [], 0
    for match in _TO_TAP.finditer(text):
        pieces += [escape(text[end : match.start()]), _link(match)]
        end = match.end()
    return Markup("").join([*pieces, escape(text[end:])])


def _link(match: re.Match[str]) -> Markup:
    if address := match["address"]:
        name, _, host = address.partition("@")
        return Markup('<a href="mailto:{}">{}@<wbr>{}</a>').format(address, name, host)
    dialled = "".join(c for c in match["number"].replace("(0)", "") if c.isdigit() or c == "+")
    return Markup('<a href="tel:{}">{}</a>').format(dialled, match["number"])


def as_said(role: str) -> str:
    """A role as it stands in the middle of a sentence: “het wijkteam”, whatever it was typed like."""
    role = role.rstrip(" .,;:") or role
    return role[:1].lower() + role[1:] if _IN_A_SENTENCE.match(role) else role


def promise(days: int | None) -> str:
    """Within how long the team hears something; empty without a promise."""
    if days is None:
        return ""
    return "binnen 1 werkdag" if days == 1 else f"binnen {days} werkdagen"


def summary(kinds: Sequence[SignalKind], rows: Mapping[str, FollowUp]) -> str:
    """The state of a map in half a sentence: “5 van de 7 ingevuld, 2 gaten”."""
    ids = [kind.id for kind in kinds]
    filled, count = sum(id in rows for id in ids), len(gaps(ids, rows))
    left = {0: "geen gaten", 1: "1 gat"}.get(count, f"{count} gaten")
    return f"{filled} van de {len(ids)} ingevuld, {left}"


def worries(kinds: Sequence[SignalKind], rows: Mapping[str, FollowUp]) -> list[Worry]:
    """The gaps of a map, those of one sort together, with the kinds that they are about."""
    by_id = {kind.id: kind for kind in kinds}
    sorts: dict[tuple[str, str], list[SignalKind]] = {}
    for gap in gaps(list(by_id), rows):
        sorts.setdefault((gap.code, gap.who), []).extend(by_id[id] for id in gap.kinds)
    return [
        Worry(title, who, tuple(about), advice)
        for code, (title, advice) in ADVICE.items()
        for (sort, who), about in sorts.items()
        if sort == code
    ]
