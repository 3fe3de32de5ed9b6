"""Teams that told nothing, the usual, much, and all that a form lets them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.content.card import FIELDS
from app.content.library import Library

Values = dict[str, str]

LONGEST = (60, 120, 80, 80)
"""Characters that a form lets somebody type: who, how to reach them, when, and who else."""


def team(library: Library, told: Mapping[str, str], name: str = "Buurtteam Lindekwartier") -> Values:
    """The values of a team that tells the same of everybody who follows up, by field."""
    kinds = [name.partition(".")[2] for name in library.shared.contacts if name.startswith("opvolger.")]
    names = {"team.naam": name, "team.contact": "Samira Bouzid", "team.telefoon": "0123-456 701"}
    fields = {f"{field}.{kind}": text for kind in kinds for field, text in told.items()}
    return {**library.shared.contacts, **names, **fields}


@pytest.fixture(scope="session")
def teams(library: Library) -> Mapping[str, Values]:
    usual = ("Hanneke van het wijkteam", "0123-456 789", "werkdagen, 9 tot 17 uur", "Peter")
    much = (
        "een collega van het wijkondersteuningsteam",
        "0123-456 729 of wijkondersteuningsteam@lindehoven.example",
        "op werkdagen, van half negen tot half zes",
        "de collega die dienst heeft, 0123-456 739",
    )
    words = "van den Heuvel-Oosterhout " * 9
    long = tuple(words[:size] for size in LONGEST)
    return {
        "empty": team(library, {}),
        "filled": team(library, dict(zip(FIELDS, usual, strict=True))),
        "much": team(library, dict(zip(FIELDS, much, strict=True)), "Buurtpreventieteam Lindekwartier-Oost"),
        "longest": team(library, dict(zip(FIELDS, long, strict=True)), words[:60]),
    }
