"""What is recognised in a text by its shape: house numbers, number plates, telephone numbers, names, times.

Every pattern is bounded, so that no text, however long or hostile, takes more than a moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

Span = tuple[int, int]
Find = Callable[[str, frozenset[str]], Iterator[Span]]
"""Gives the places in a text; the second argument holds the digits of numbers that anybody may call."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STREETS = tuple(_words("straat laan weg plein gracht kade dijk dreef steeg singel plantsoen park hof"))
"""How names of streets end."""

WITH_A_CAPITAL = tuple(_words("pad wal erf ring markt veld akker brink poort baan oord hoeve"))
"""How they end too, but many other words do."""

KINDS_OF_PLACE = _words(
    "winkelstraat zijstraat woonstraat hoofdstraat schoolplein speelplein winkelplein snelweg rondweg "
    "onderweg voorrangsweg kerkhof hondenpark skatepark"
)
"""Such words that are no name, so that a number behind them counts something."""

_BEFORE_A_NAME = (" de ", " het ", " aan ", " op ", "bij ")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LANE_OF = re.compile(
    r"\b(?:Laan|Plein|Weg|Straat|Hof|Kade|Dijk|Park)(?: (?:van|de|den|der|het|['’]t)){1,3}"
    r"(?: [A-Z]\w{1,30}){1,2}"
)
_HOUSE = re.compile(
    r" {1,3}(?:(?:huis)?nummer |nr\.? ?)?[1-9][0-9]{0,3}(?: ?[a-hA-H](?![\w'’])|-[0-9]{1,4}|-[a-hA-H])?"
    r"(?!\w|[.:,-]\d)"
)
_COUNTED = re.compile(
    r"\s{0,3}(?:uur|keer|x|minu\w{1,5}|kwartier\w?|dag\w{0,2}|week|weken|maand\w{0,2}|jaar|meter|km|euro|graden|"
    r"man|vrouw\w{0,2}|mensen|personen|mannen|jongens?|meisjes?|meiden|jongeren|kinderen|auto.?s|fiets\w{0,2}|"
    r"scooters?|honden|zakken|lampen|lantaarns|tegels|stuks)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:(?P<before>\w{1,20}) )?(?P<word>huisnummer|huisnr\.?|nummer|nr\.?) ?"
    r"(?P<number>[1-9][0-9]{0,3})(?: ?[a-hA-H](?!\w))?(?!\w|[.:,-]\d)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"(?:bus|lijn|tram|spoor|perron|bel|belde?n?|gebeld|mijn|\w{0,12}paal|\w{0,9}lantaarn)$", re.IGNORECASE
)
_POSTCODE = re.compile(r"\b[1-9][0-9]{3}(?: ?[A-Z]{2}| ?[a-z]{2})\b")
_SHORT_WORDS = _words(
    "af al cc de di do en er et eu ga ha hm ik in is ja je kg km me mm na nu of om op pk re te "
    "um uu uw vr we wo za ze zn zo"
)
_PLATE = re.compile(r"(?<![\w-])(?:[0-9A-Za-z]{1,3}-[0-9A-Za-z]{1,3}-[0-9A-Za-z]{1,3}|[0-9A-Z]{6})(?![\w-])")
_SPACED_PLATE = re.compile(r"\b(?=([0-9A-Z]{1,3} [0-9A-Z]{1,3} [0-9A-Z]{1,3})\b)")
_MONTHS = _words("JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC")
_PHONE = re.compile(r"(?<![\w.,:+(-])(?=((?:\+|\(\+?)?[0-9](?:[ ().\-/]{0,2}[0-9]){8,14})(?!\w|[.,:]\d))")
_FOR_ALL = ("0800", "0900", "0906", "0909", "088")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){1,4}")
_TITLE = re.compile(
    r"\b(?:(?:de )?heer|meneer|mijnheer|mevrouw|mevr\.?|mw\.?|dhr\.?|fam\.?|familie|buurman|buurvrouw|"
    r"buurjongen|buurmeisje|tante|oom|opa|oma|juf|meester|dokter|(?:hij|zij|ze|die) heet|genaamd|"
    r"(?:(?:zijn|haar|de) )?naam is):? ",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?i:van|de|den|der|het|ten|ter|te|in|op|el|al|bin|ben|da|dos|la|le|von|['’]t) ){0,3}"
    r"(?P<name>(?:[dl]['’])?[^\W\d_a-z][^\W\d_]{0,30}(?:[-'’ ][^\W\d_a-z][^\W\d_]{1,30}){0,2})"
)
_NO_NAMES = _words(
    "ik jij je hij zij ze wij we jullie het dit dat deze die de een er en of maar want dus toen daarna nu "
    "ook om op in na bij met van voor niet hoe wat waar wanneer wie gisteren vandaag "
    "vanavond vanmiddag vannacht"
)
_HOUR = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[1-9]|1[0-2])"
_TIME = re.compile(
    r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|morgen|middag|avond|nacht)\b|"
    r"\b(?:(?:om |rond )?(?:(?:tien|vijf|kwart) (?:voor|over) (?:half )?|half )|om |rond )"
    rf"{_HOUR}(?: uur)?\b|"
    r"\b(?:[01]?[0-9]|2[0-4])[.:u][0-5][0-9]\b|\b(?:[01]?[0-9]|2[0-4]) ?uur\b|"
    r"\b[0-3]?[0-9] (?:januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december)\b|"
    r"\b[0-3]?[0-9][-/](?:0?[1-9]|1[0-2])(?:[-/](?:20)?[0-9]{2})?\b",
    re.IGNORECASE,
)


def _house_numbers(text: str, services: frozenset[str]) -> Iterator[Span]:
    for match in _NUMBERED.finditer(text):
        if match["number"] not in services and not _NUMBER_OF.fullmatch(match["before"] or ""):
            yield match.start("word"), match.end()
    for start, end in [*_street_words(text), *(match.span() for match in _LANE_OF.finditer(text))]:
        house = _HOUSE.match(text, end)
        if house and not _COUNTED.match(text, house.end()):
            yield start, house.end()


def _street_words(text: str) -> Iterator[Span]:
    """Words that are the name of a street by how they end; not a mere “straat” or “winkelstraat”."""
    for match in _WORD.finditer(text):
        word = match[0].lower()
        ends = STREETS + WITH_A_CAPITAL if match[0][0].isupper() else STREETS
        if word.endswith(ends) and word not in KINDS_OF_PLACE and not _is_bare(match, ends):
            yield match.span()


def _is_bare(match: re.Match[str], ends: tuple[str, ...]) -> bool:
    """Whether it is no more than “straat”, and not the Markt or the Singel in the middle of a sentence."""
    is_named = match[0][0].isupper() and match.string[max(0, match.start() - 5) : match.start()].endswith(
        _BEFORE_A_NAME
    )
    return match[0].lower() in ends and not is_named


def _street_names(text: str, _services: frozenset[str]) -> Iterator[Span]:
    yield from (
        (s, e) for s, e in _street_words(text) if text[s].isupper() and text[s:e].lower().endswith(STREETS)
    )
    yield from (match.span() for match in _LANE_OF.finditer(text))


def _postcodes(text: str, _services: frozenset[str]) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        if match[0][-2:] not in _SHORT_WORDS:
            yield match.span()


def _plates(text: str, _services: frozenset[str]) -> Iterator[Span]:
    for match in _PLATE.finditer(text):
        if _is_plate(match[0]):
            yield match.span()
    for match in _SPACED_PLATE.finditer(text):
        if _is_plate(match[1]):
            yield match.span(1)


def _is_plate(text: str) -> bool:
    """Six letters and digits in groups of one kind; a date with the name of a month is none."""
    bare = text.replace("-", "").replace(" ", "").upper()
    groups = ["".join(group) for _, group in groupby(bare, str.isdigit)]
    parts = re.split("[- ]", text)
    return (
        len(bare) == 6
        and bare.isascii()
        and 2 <= len(groups) <= 4
        and all(part.isdigit() or part.isalpha() for part in parts if len(parts) > 1)
        and all(len(group) <= (4 if group.isdigit() else 3 if len(groups) > 2 else 4) for group in groups)
        and not _MONTHS & set(groups)
    )


def _phone_numbers(text: str, services: frozenset[str]) -> Iterator[Span]:
    for match in _PHONE.finditer(text):
        digits = "".join(filter(str.isdigit, match[1]))
        is_foreign = "+" in match[1] or digits.startswith("00")
        home = "0" + digits.removeprefix("00").removeprefix("31").removeprefix("0") if is_foreign else digits
        is_one = len(home) == 10 and home.startswith("0") and not home.startswith("00")
        if (is_one or is_foreign) and home not in services and not home.startswith(_FOR_ALL):
            yield match.span(1)


def _addresses(text: str, _services: frozenset[str]) -> Iterator[Span]:
    yield from (match.span() for match in _MAIL.finditer(text))


def _names(text: str, _services: frozenset[str]) -> Iterator[Span]:
    for title in _TITLE.finditer(text):
        name = _NAME.match(text, title.end())
        if name and _is_name(name["name"]):
            yield title.start(), name.end()


def _is_name(word: str) -> bool:
    """Not the start of a sentence whose full stop was forgotten, nor somebody who types in capitals."""
    is_shouted = word.isupper() and len(word) > 2
    return word[0].isupper() and not is_shouted and word.lower() not in _NO_NAMES


def _times(text: str, _services: frozenset[str]) -> Iterator[Span]:
    yield from (match.span() for match in _TIME.finditer(text))


SHAPES: Mapping[str, Find] = {
    "huisnummer": _house_numbers,
    "postcode": _postcodes,
    "kenteken": _plates,
    "telefoonnummer": _phone_numbers,
    "mailadres": _addresses,
    "naam": _names,
    "tijdstip": _times,
    "straatnaam": _street_names,
}
"""By the name that stands between braces in a list."""
