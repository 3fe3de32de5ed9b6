"""What an author wants to see of all texts at once: the balance and the reading levels, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.content.checks.balance import LIFE_PHASES, PLACES, Balance, balance_of, situations_in
from app.content.checks.language import measured, rare_words_of, reading_level

if TYPE_CHECKING:
    from app.content.library import Library

COLUMNS = ("ouderen", "volwassenen", "jongeren", "kinderen", *PLACES)
ROWS = {
    "casus": "verhalen in lessen",
    "taak": "taken in lessen",
    "oefening": "oefeningen",
    "proef": "waarnemingsproeven",
    "film": "films",
    "geval": "gevallen in rondjes",
}


def balance_table(library: Library) -> str:
    """How many situations are about whom and where, by kind; for a terminal."""
    situations = tuple(situations_in(library.documents))
    kinds = [kind for kind in ROWS if any(situation.kind == kind for situation in situations)]
    rows = [
        (ROWS[kind], balance_of(situation for situation in situations if situation.kind == kind))
        for kind in kinds
    ]
    whole = balance_of(situations)
    lines = [
        _line("Over wie, en waar", COLUMNS),
        *(_line(name, _counts(balance)) for name, balance in rows),
        _line("samen", _counts(whole)),
        _line("", [f"{share:.0%}" for share in _shares(whole)]),
    ]
    return "\n".join(lines)


def level_table(library: Library) -> str:
    """The reading level of each file, as Markdown.  Needs the libraries of ``reading_level``."""
    rows = [
        (
            document.path.as_posix(),
            document.meta.get("titel", ""),
            reading_level(document),
            rare_words_of(document, library),
        )
        for document in measured(library)
    ]
    return "\n".join(
        [
            "| file | title | Flesch-Douma | words | words per sentence | rare words |",
            "|---|---|---:|---:|---:|---:|",
            *(
                f"| `{path}` | {title} | {level.score:.0f} | {level.words} "
                f"| {level.words / max(level.sentences, 1):.1f} | {len(rare)} |"
                for path, title, level, rare in rows
            ),
        ]
    )


def _counts(balance: Balance) -> list[str]:
    return [str(balance.phases[phase]) for phase in LIFE_PHASES] + [
        str(balance.places[place]) for place in PLACES
    ]


def _shares(balance: Balance) -> list[float]:
    about, where = sum(balance.phases.values()) or 1, sum(balance.places.values()) or 1
    return [balance.phases[phase] / about for phase in LIFE_PHASES] + [
        balance.places[place] / where for place in PLACES
    ]


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<20}" + "".join(
        f"{cell:>{len(column) + 2}}" for cell, column in zip(cells, COLUMNS, strict=True)
    )
