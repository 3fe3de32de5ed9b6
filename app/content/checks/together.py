"""How files belong together: a module with its lessons and instruments, a quiz with its module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.content.checks.names import QUIZZES, Names, place_of
from app.content.document import Document, Problem

if TYPE_CHECKING:
    from app.content.library import Library


def check_modules(library: Library) -> Iterator[Problem]:
    """Modules without lessons, lessons without a module, and instruments that are not there or not theirs."""
    folders = {document.path.parent for document in library.documents if place_of(document).kind == "module"}
    for document in library.documents:
        if place_of(document).kind == "module":
            yield from _check_module(document, library)
        elif place_of(document).kind == "les" and document.path.parent not in folders:
            yield Problem(document.path, 1, "in deze map ontbreekt module.md; maak dat bestand erbij")


def _check_module(document: Document, library: Library) -> Iterator[Problem]:
    id = place_of(document).id
    if not any(document.path.parent == lesson.path.parent for lesson in library.lessons.values()):
        yield Problem(
            document.path, 1, "deze module heeft nog geen les; maak een bestand als ‘01-eerste-les.md’"
        )
    for key, kind in (("meetinstrument", "meetinstrument"), ("evaluatie", "evaluatie")):
        wanted = document.meta.get(key)
        instrument = library.instruments.get(wanted or "")
        line = document.line_of(key)
        if wanted and (instrument is None or instrument.kind != kind):
            yield Problem(
                document.path, line, f"{kind} ‘{wanted}’ is er niet in quizzes/; maak het of verander de naam"
            )
        elif instrument and instrument.module != id:
            message = f"‘{wanted}’ zegt dat het bij module ‘{instrument.module}’ hoort; maak die twee gelijk"
            yield Problem(document.path, line, message)


def check_quizzes(library: Library, names: Names) -> Iterator[Problem]:
    """Quizzes and films of a module that does not exist.  Instruments may be there before it is."""
    for document in library.documents:
        kind, module = place_of(document).kind, document.meta.get("module", "")
        if kind in (*QUIZZES, "casus") and module and module not in names.modules:
            is_early = kind in ("meetinstrument", "evaluatie")
            end = "; deze vragen worden nog niet gesteld" if is_early else "; kijk naar de mappen in modules/"
            severity = "let op" if is_early else "fout"
            line = document.line_of("module")
            yield Problem(document.path, line, f"module ‘{module}’ is er niet{end}", severity)
