"""What a text refers to: lessons, exercises, blocks, numbers, names of the team; and what it may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from app.content.card import BOX, FIELDS, LINE
from app.content.checks.names import PRACTICE, Names, place_of
from app.content.document import Document, Problem
from app.content.markup import DRAWINGS, WEB_LINK
from app.content.report_coach import KIND as COACH
from app.content.report_coach import PATTERN
from app.content.shared import CONTACTS, FOLDER, NUMBERS

LINK = re.compile(r"(?P<image>!?)\[(?P<words>[^\[\]]*)\]\((?P<address>[^()\s]*)(?:\s+\"[^\"]*\")?\)")
OWN = re.compile(r"(?P<scheme>[a-z]+):(?P<id>[a-z0-9-]+)")
PLACEHOLDER = re.compile(r"\{(?P<kind>[a-z]+)\.(?P<id>[a-z0-9-]+)\}")
SCHEMES = ("https:", "mailto:", "tel:", "les:", "oefening:", "video:", "blok:")
DATES = ("{gecontroleerd}", "{geldig-tot}")
BRACES = re.compile(r"\{[^{}#]*\}")
RAW_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|<![A-Za-z]")
PHONE = re.compile(r"\b0[89]00[- ]?[0-9]{3,4}\b")


def check_links(document: Document, names: Names) -> Iterator[Problem]:
    """Links and placeholders to nothing, images without words, raw HTML, and numbers that were typed."""
    kind = place_of(document).kind
    for number, line in enumerate(document.lines[document.body_line - 1 :], document.body_line):
        if not (kind == "gedeeld" and "`" in line):  # there it explains how to write one
            yield from _check_line(document, number, line, names, kind)


def _check_line(document: Document, number: int, line: str, names: Names, kind: str) -> Iterator[Problem]:
    messages = [
        *_links(line, names),
        *_placeholders(line, names, kind),
        *_html(line),
        *(_typed_numbers(line) if kind in ("les", *PRACTICE, "casus", "kaart", "module") else ()),
    ]
    for message in messages:
        yield Problem(document.path, number, message)


def _links(line: str, names: Names) -> Iterator[str]:
    for match in LINK.finditer(line):
        if match["image"]:
            yield from _image(match["words"], match["address"])
        elif (own := OWN.fullmatch(match["address"])) and own["scheme"] not in ("mailto", "tel"):
            yield from _own_link(own["scheme"], own["id"], names)
        elif not WEB_LINK.fullmatch(match["address"]):
            yield f"de link naar ‘{match['address'][:40]}’ kan niet; begin hem met {', '.join(SCHEMES)}"
        if not match["image"] and not match["words"].strip():
            yield "deze link heeft geen woorden om op te tikken; zet ze tussen de vierkante haken"


def _image(words: str, address: str) -> Iterator[str]:
    if not words.strip():
        yield "deze afbeelding heeft geen beschrijving; zet tussen de vierkante haken wat er te zien is"
    scheme, _, name = address.partition(":")
    if scheme != "tekening" or name not in DRAWINGS:
        yield f"afbeelding ‘{address[:40]}’ is er niet; kies een tekening, zoals ‘tekening:deur’"


def _own_link(scheme: str, id: str, names: Names) -> Iterator[str]:
    known = {
        "les": names.lessons,
        "oefening": names.practice,
        "video": names.videos,
        "blok": names.blocks,
    }.get(scheme)
    if known is None:
        yield f"‘{scheme}:’ kennen we niet; begin de link met {', '.join(SCHEMES)}"
    elif id not in known:
        yield f"{scheme} ‘{id}’ is er niet{_close_to(id, known)}"


def _placeholders(line: str, names: Names, kind: str) -> Iterator[str]:
    for match in BRACES.finditer(line):
        if _is_known_by(kind, match[0]):
            continue
        if found := PLACEHOLDER.fullmatch(match[0]):
            yield from _placeholder(found, names, kind)
        else:
            yield f"‘{match[0][:40]}’ kennen we niet; schrijf bijvoorbeeld {{nummer.112}} of {{team.contact}}"


def _is_known_by(kind: str, text: str) -> bool:
    """Whether these braces mean something in this kind of file alone."""
    if kind == COACH:
        return bool(PATTERN.fullmatch(text))
    return text in {"gedeeld": DATES, "kaart": (LINE, BOX)}.get(kind, ())


def _placeholder(found: re.Match[str], names: Names, kind: str) -> Iterator[str]:
    is_number, is_field = found["kind"] == "nummer", kind == "kaart" and found["kind"] in FIELDS
    name = found["id"] if is_number else f"opvolger.{found['id']}" if is_field else found[0][1:-1]
    known, file = (names.numbers, NUMBERS) if is_number else (names.contacts, CONTACTS)
    if name not in known:
        yield f"‘{name}’ staat niet in {FOLDER}/{file}{_close_to(name, known)}"


def _close_to(id: str, known: frozenset[str]) -> str:
    close = get_close_matches(id, sorted(known), 1)
    return f"; bedoel je ‘{close[0]}’?" if close else ""


def _html(line: str) -> Iterator[str]:
    if match := RAW_HTML.search(line):
        yield f"‘{match[0][:40]}’ is HTML, en dat laten we niet door; schrijf gewone tekst of Markdown"


def _typed_numbers(line: str) -> Iterator[str]:
    if match := PHONE.search(line):
        yield f"typ {match[0]} niet zelf; schrijf {{nummer.…}}, dan staat het maar op één plek"
