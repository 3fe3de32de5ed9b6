"""Everything that an author should mend, in every file, each with its line and a sentence that says how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from app.content.checks.balance import check_balance
from app.content.checks.cards import check_card
from app.content.checks.drills import check_drill
from app.content.checks.ids import check_files, check_ids
from app.content.checks.instruments import check_instrument
from app.content.checks.lessons import check_lesson
from app.content.checks.links import check_links
from app.content.checks.meta import check_meta
from app.content.checks.names import Names, names_in, place_of
from app.content.checks.observations import check_observation
from app.content.checks.reading import check_reading
from app.content.checks.report_coach import check_coaches, check_report_coach
from app.content.checks.scenarios import check_scenario
from app.content.checks.shared import check_shared
from app.content.checks.together import check_modules, check_quizzes
from app.content.checks.videos import check_case, check_films
from app.content.document import Document, Problem

if TYPE_CHECKING:
    from app.content.library import Library

OF_A_KIND = {
    "les": check_lesson,
    "oefening": check_scenario,
    "rondje": check_drill,
    "meldcoach": check_report_coach,
    "proef": check_observation,
    "casus": check_case,
    "kaart": check_card,
    "meetinstrument": check_instrument,
    "evaluatie": check_instrument,
    "gedeeld": check_shared,
}
"""What is checked in one kind of file only."""


def check_library(library: Library, today: date) -> Iterator[Problem]:
    """Yield the problems of all files; ``today`` decides which dates are past."""
    names = names_in(library)
    for document in library.documents:
        yield from _check_document(document, library, names, today)
    yield from check_files(library.documents)
    yield from check_balance(library.documents)
    yield from check_coaches(library.documents)
    yield from check_modules(library)
    yield from check_quizzes(library, names)
    yield from check_films(library)


def _check_document(document: Document, library: Library, names: Names, today: date) -> Iterator[Problem]:
    yield from document.problems
    yield from check_meta(document, today)
    yield from check_ids(document)
    yield from check_links(document, names)
    yield from check_reading(document, library.shared.avoid)
    if check := OF_A_KIND.get(place_of(document).kind):
        yield from check(document)
