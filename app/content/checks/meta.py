"""The lines above a text: which keys each kind of file has, and what may stand behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from typing import NamedTuple

from app.content import card
from app.content.checks.balance import LIFE_PHASES, PLACES
from app.content.checks.names import QUIZZES, place_of
from app.content.document import Document, Problem
from app.content.lesson import minutes_in
from app.content.markup import DRAWINGS
from app.content.observation import STREETS

WARN_BEFORE = timedelta(days=60)
"""How long before its last day a legal lesson should be looked at."""

LONGEST = 15
"""Minutes; a longer piece is hard to finish in one go."""


class Keys(NamedTuple):
    """Keys that must be there and keys that may."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


KEYS = {
    "module": Keys(
        ("titel", "versie", "tekening"),
        ("ondertitel", "meetinstrument", "evaluatie", "nakijken", "leerdoel", "kies"),
    ),
    "les": Keys(
        ("titel", "duur", "versie", "tekening", "kennis", "houding", "gedrag", "levensfase", "plek"),
        ("ondertitel", "nakijken", "recht", "gecontroleerd", "geldig-tot"),
    ),
    "oefening": Keys(
        (
            "titel",
            "soort",
            "duur",
            "versie",
            "module",
            "tekening",
            "leerdoel",
            "levensfase",
            "plek",
            "reflectie",
        ),
        ("nakijken",),
    ),
    "casus": Keys(
        (
            "titel",
            "duur",
            "versie",
            "module",
            "tekening",
            "leerdoel",
            "levensfase",
            "plek",
            "rechten",
        ),
        ("nakijken",),
    ),
    "rondje": Keys(
        ("titel", "soort", "versie", "module", "tekening", "leerdoel", "vraag"),
        ("nakijken",),
    ),
    "meldcoach": Keys(
        ("titel", "soort", "duur", "versie", "module", "tekening", "leerdoel", "levensfase", "plek"),
        ("nakijken",),
    ),
    "proef": Keys(
        (
            "titel",
            "soort",
            "duur",
            "versie",
            "module",
            "tekening",
            "straatbeeld",
            "leerdoel",
            "levensfase",
            "plek",
        ),
        ("nakijken",),
    ),
    "kaart": Keys(
        ("titel", "versie", "tekening", "vel", "waarvoor"),
        ("ondertitel", "volgorde", "nakijken", "recht", "gecontroleerd", "geldig-tot"),
    ),
    "meetinstrument": Keys(("titel", "soort", "module", "versie", "metingen"), ("bron", "nakijken")),
    "evaluatie": Keys(("titel", "soort", "module", "versie"), ("bron", "nakijken", "metingen")),
}


def check_meta(document: Document, today: date) -> Iterator[Problem]:
    """Everything that is wrong with the lines above the text."""
    kind = place_of(document).kind
    if kind == "gedeeld" or (document.problems and not document.text):
        return
    if kind not in KEYS:
        yield from _check_kind(document)
    elif not document.meta:
        keys = ", ".join(KEYS[kind].required)
        yield Problem(document.path, 1, f"begin dit bestand met een regel ‘---’ en de regels {keys}")
    else:
        yield from _check_keys(document, KEYS[kind])
        yield from _check_values(document)
        yield from _check_law(document)
        yield from _check_dates(document, today)


def _check_kind(document: Document) -> Iterator[Problem]:
    path = document.path
    if path.parts[0] == "quizzes" and not re.fullmatch(r"[a-z0-9-]+\.md", path.name):
        message = "noem dit bestand naar zijn id: kleine letters, cijfers en streepjes, en dan .md"
        yield Problem(path, 1, message)
    elif path.parts[0] == "quizzes":
        found = document.meta.get("soort", "")
        message = f"soort ‘{found}’ kennen we niet" if found else "bovenaan ontbreekt ‘soort:’"
        yield Problem(path, document.line_of("soort"), f"{message}; kies uit {', '.join(QUIZZES)}")
    elif path.name == "casus.md":
        yield Problem(path, 1, "noem deze map naar haar id: kleine letters, cijfers en streepjes")
    elif path.parent.as_posix() == card.FOLDER:
        yield Problem(path, 1, "noem deze kaart naar haar id: kleine letters, cijfers en streepjes")
    elif path.name == "module.md":
        yield Problem(path, 1, "noem deze map naar haar nummer en id, zoals ‘1-wijkveiligheid’")
    else:
        yield Problem(path, 1, "noem dit bestand naar zijn nummer en id, zoals ‘03-let-op-gedrag.md’")


def _check_keys(document: Document, keys: Keys) -> Iterator[Problem]:
    for key in keys.required:
        if key not in document.meta:
            yield Problem(document.path, 1, f"bovenaan ontbreekt ‘{key}:’; zet die regel erbij")
    known = [*keys.required, *keys.optional]
    for key, line in document.meta_lines.items():
        if key not in known:
            close = get_close_matches(key, known, 1)
            advice = f"bedoel je ‘{close[0]}’?" if close else "haal die regel weg"
            yield Problem(document.path, line, f"‘{key}:’ kennen we hier niet; {advice}")
        elif not document.meta[key]:
            yield Problem(document.path, line, f"achter ‘{key}:’ staat niets; vul dat in")


def _one_of(*words: str) -> Callable[[str], str]:
    return lambda value: "" if value in words else f"kies uit {', '.join(words)}"


def _matching(pattern: str, advice: str) -> Callable[[str], str]:
    return lambda value: "" if re.fullmatch(pattern, value) else advice


def _some_of(*words: str) -> Callable[[str], str]:
    """One or more of these, with commas in between."""

    def advice(value: str) -> str:
        given = [part.strip() for part in value.split(",")]
        is_right = set(given) <= set(words) and len(set(given)) == len(given)
        return "" if is_right else f"kies uit {', '.join(words)}, met komma’s ertussen"

    return advice


def _waves(value: str) -> str:
    waves = [wave.strip() for wave in value.split(",")]
    is_right = set(waves) <= {"t0", "t1", "t2"} and len(set(waves)) == len(waves)
    return "" if is_right else "schrijf bijvoorbeeld ‘t0, t1’"


def _day(value: str) -> str:
    return "" if _as_date(value) else "schrijf jaar, maand en dag, zoals 2027-11-23"


VALUES: dict[str, Callable[[str], str]] = {
    "versie": _matching(r"[1-9][0-9]{0,3}", "schrijf een heel getal, zoals 1"),
    "duur": _matching(r"[1-9][0-9]? minuten", "schrijf bijvoorbeeld ‘12 minuten’"),
    "tekening": _one_of(*sorted(DRAWINGS)),
    "straatbeeld": _one_of(*sorted(STREETS)),
    "recht": _one_of("ja"),
    "gecontroleerd": _day,
    "geldig-tot": _day,
    "metingen": _waves,
    "levensfase": _some_of(*LIFE_PHASES),
    "plek": _some_of(*PLACES),
    "kies": _matching(r"[1-9][0-9]?", "schrijf een heel getal, zoals 3"),
    "volgorde": _matching(r"[1-9][0-9]?", "schrijf een heel getal, zoals 3"),
    "vel": _one_of(*card.SHAPES),
}
"""By key: a function that gives advice when a value is wrong, else an empty text."""


def _check_values(document: Document) -> Iterator[Problem]:
    for key, line in document.meta_lines.items():
        value = document.meta[key]
        if key in VALUES and value and (advice := VALUES[key](value)):
            yield Problem(document.path, line, f"‘{value[:40]}’ kan niet achter ‘{key}:’; {advice}")
    minutes = minutes_in(document)
    if minutes > LONGEST and not VALUES["duur"](document.meta["duur"]):
        message = f"{minutes} minuten is lang; houd het onder {LONGEST} minuten of maak er twee van"
        yield Problem(document.path, document.line_of("duur"), message, "let op")


def _check_law(document: Document) -> Iterator[Problem]:
    """A lesson or card about the law says when it was checked and until when that holds."""
    is_legal, kind = document.meta.get("recht") == "ja", place_of(document).kind
    for key in ("gecontroleerd", "geldig-tot"):
        if is_legal and key not in document.meta:
            line = document.line_of("recht")
            yield Problem(
                document.path, line, f"een {kind} met ‘recht: ja’ heeft ook ‘{key}:’; zet de datum erbij"
            )
        elif key in document.meta and "recht" not in document.meta and kind in ("les", "kaart"):
            line = document.line_of(key)
            yield Problem(
                document.path, line, f"‘{key}:’ hoort bij een {kind} over recht; zet er ‘recht: ja’ bij"
            )


def _check_dates(document: Document, today: date) -> Iterator[Problem]:
    checked, until = (_as_date(document.meta.get(key, "")) for key in ("gecontroleerd", "geldig-tot"))
    if checked and checked > today:
        line = document.line_of("gecontroleerd")
        yield Problem(document.path, line, f"{checked} is nog niet geweest; vul de dag van de controle in")
    if checked and until and until <= checked:
        line = document.line_of("geldig-tot")
        yield Problem(document.path, line, f"{until} is niet later dan de controle; kies een latere datum")
    elif until:
        yield from _check_expiry(document, until, today)


def _check_expiry(document: Document, until: date, today: date) -> Iterator[Problem]:
    line, kind = document.line_of("geldig-tot"), place_of(document).kind
    if until < today:
        message = f"deze {kind} was geldig tot {until}; laat haar nakijken en vul nieuwe datums in"
        yield Problem(document.path, line, message, "let op")  # no build may break because a day went by
    elif until - today <= WARN_BEFORE:
        days = (until - today).days
        message = f"deze {kind} is nog {days} dagen geldig; laat haar nu nakijken"
        yield Problem(document.path, line, message, "let op")


def _as_date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else None
    except ValueError:
        return None
