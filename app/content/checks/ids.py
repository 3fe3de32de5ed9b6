"""Ids and codes: there where something is stored, and never twice where they should tell things apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.content.checks.names import QUIZZES, place_of
from app.content.document import Document, Problem

STORED = (
    "les", "oefening", "rondje", "proef", "meldcoach", "casus", "kaart", "meetinstrument", "evaluatie",
)  # fmt: skip
"""Kinds of file of which every heading needs an id."""

ATTRS = {
    "les": {"taak", "bakken", "levensfase", "plek"},
    "oefening": set[str](),
    "rondje": {"levensfase", "plek"},
    "meldcoach": {"vraagt", "levensfase", "plek"},
    "proef": set[str](),
    "casus": set[str](),
    "kaart": {"kolommen", "opmaak"},
    "meetinstrument": {"vorm", "score", "minimaal", "meting", "antwoorden", "thema"},
    "evaluatie": {"vorm", "score", "minimaal", "meting", "antwoorden", "thema"},
}
"""What may stand behind an id, by kind of file."""


def check_ids(document: Document) -> Iterator[Problem]:
    """Headings without an id or with one that was used before, and codes that were used before."""
    kind = place_of(document).kind
    if kind in STORED:
        yield from _check_headings(document)
        yield from _check_attrs(document, ATTRS[kind])
    yield from _check_doubles(document)
    yield from _check_codes(document)
    if kind in ("meetinstrument", "evaluatie"):
        yield from _check_items(document)


def _check_headings(document: Document) -> Iterator[Problem]:
    for section in document.sections:
        if section.level not in (2, 3):
            message = "gebruik hier ‘##’, of ‘###’ voor een vraag; de titel van het geheel staat bovenaan"
            yield Problem(document.path, section.line, message)
        elif not section.id:
            yield Problem(
                document.path, section.line, "deze kop heeft geen id; zet er bijvoorbeeld {#spoed} achter"
            )
        elif not section.title:
            yield Problem(document.path, section.line, "deze kop heeft geen woorden; zet ze vóór de id")
    if not document.sections and document.text.strip():
        yield Problem(
            document.path,
            document.body_line,
            "hier staat nog geen tekst; begin met een kop, zoals ‘## Kop {#id}’",
        )


def _check_attrs(document: Document, known: set[str]) -> Iterator[Problem]:
    for section in document.sections:
        for key in section.attrs.keys() - known:
            advice = f"hier kan {' of '.join(sorted(known))}" if known else "laat alleen de id staan"
            yield Problem(document.path, section.line, f"‘{key}=’ kennen we hier niet; {advice}")


def _check_doubles(document: Document) -> Iterator[Problem]:
    ids = ((section.id, section.line) for section in document.sections if section.id)
    for id, line, earlier in _doubles(ids):
        yield Problem(
            document.path, line, f"de id ‘{id}’ staat ook op regel {earlier}; geef deze kop een andere"
        )


def _check_codes(document: Document) -> Iterator[Problem]:
    for section in document.sections:
        for code, line, earlier in _doubles((choice.code, choice.line) for choice in section.choices):
            yield Problem(
                document.path, line, f"de code ‘{code}’ staat ook op regel {earlier}; kies een andere"
            )


def _check_items(document: Document) -> Iterator[Problem]:
    """An answer is stored under the code of its item, so the whole file shares one set of codes."""
    scales = [section for section in document.sections if section.level == 2]
    items = sorted(
        [(section.id, section.line, 0) for section in document.sections if section.level == 3 and section.id]
        + [(choice.code, choice.line, section.line) for section in scales for choice in section.choices],
        key=lambda item: item[1],
    )
    used = {section.attrs.get("antwoorden") for section in scales}
    answers = {section.line for section in scales if section.id in used}
    seen: dict[str, tuple[int, int]] = {}
    for code, line, scale in items:
        if scale in answers:
            continue
        earlier, other = seen.setdefault(code, (line, scale))
        if earlier != line and (scale != other or not scale) and not (scale == other == 0):
            yield Problem(
                document.path, line, f"de code ‘{code}’ staat ook op regel {earlier}; kies een andere"
            )


def check_files(documents: Sequence[Document]) -> Iterator[Problem]:
    """Files that have the same id, and lessons or modules that have the same number."""
    places = [(document, place_of(document)) for document in documents]
    for kinds in (("les",), ("module",), QUIZZES):
        ids = [(place.id, document) for document, place in places if place.kind in kinds]
        for id, document, earlier in _doubled_files(ids):
            message = f"de id ‘{id}’ heeft {earlier.path.as_posix()} ook; geef dit bestand een andere"
            yield Problem(document.path, 1, message)
    numbers = [(f"{place.folder} {place.number}", document) for document, place in places if place.number]
    for number, document, earlier in _doubled_files(numbers):
        message = f"nummer {number.split()[-1]} heeft {earlier.path.as_posix()} ook; geef dit een ander"
        yield Problem(document.path, 1, message)


def _doubles(things: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    """Each name that was there before, with its line and the line where it stood first."""
    seen: dict[str, int] = {}
    for name, line in things:
        if (earlier := seen.setdefault(name, line)) != line:
            yield name, line, earlier


def _doubled_files(things: Iterable[tuple[str, Document]]) -> Iterator[tuple[str, Document, Document]]:
    seen: dict[str, Document] = {}
    for name, document in things:
        if (earlier := seen.setdefault(name, document)) is not document:
            yield name, document, earlier
