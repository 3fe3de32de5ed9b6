"""Whether the material is about everybody, and about what one sees from the pavement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from app.content.checks.names import place_of
from app.content.document import Document, Problem, Section

LIFE_PHASES = ("oudere", "volwassene", "jongere", "kind")
PLACES = ("straat", "stoep", "binnen")
"""*Binnen* can be said, so that a check can refuse it and name how many there are."""

MOST_ABOUT_OLDER = Fraction(1, 3)
"""The pilot's teams found Niet Pluis too much about older people and about homes that they never enter."""

AS_A_WHOLE = {
    "les": "casus",
    "oefening": "oefening",
    "proef": "proef",
    "meldcoach": "oefening",
    "casus": "film",
}
"""Kinds of file whose first lines say whom it is about, and what such a situation is called."""


IN_HEADINGS = ("taak", "geval")


@dataclass(frozen=True)
class Situation:
    """Something that people practise with: the case of a lesson, a task, an exercise, a case of a drill."""

    path: Path
    line: int
    kind: str
    phases: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True)
class Balance:
    """How many situations are about whom, and where.  One that is about two counts for both."""

    situations: int
    phases: Counter[str]
    places: Counter[str]

    @property
    def share_of_older(self) -> Fraction:
        return Fraction(self.phases["oudere"], max(sum(self.phases.values()), 1))


def situations_in(documents: Iterable[Document]) -> Iterator[Situation]:
    """Every situation, also those that do not say whom or where they are about."""
    for document in documents:
        kind = place_of(document).kind
        if name := AS_A_WHOLE.get(kind):
            yield Situation(document.path, document.line_of("levensfase"), name, *_said(document.meta))
        for section in document.sections:
            if name := _name_of(kind, section):
                yield Situation(document.path, section.line, name, *_said(section.attrs))


def balance_of(situations: Iterable[Situation]) -> Balance:
    """The counts over these situations."""
    all_of_them = tuple(situations)
    return Balance(
        len(all_of_them),
        Counter(phase for situation in all_of_them for phase in situation.phases),
        Counter(place for situation in all_of_them for place in situation.places),
    )


def check_balance(documents: Sequence[Document]) -> Iterator[Problem]:
    """Situations that don't say whom or where they are about; too many about older people; any at home."""
    situations = tuple(situations_in(documents))
    for situation in situations:
        if situation.kind in IN_HEADINGS:
            yield from _check_heading(situation)
    yield from _check_share(situations)
    yield from _check_places(situations)


def _check_heading(situation: Situation) -> Iterator[Problem]:
    """What stands above a text is checked with its other lines; this is about what stands behind an id."""
    for key, values, known in (
        ("levensfase", situation.phases, LIFE_PHASES),
        ("plek", situation.places, PLACES),
    ):
        wrong = [value for value in values if value not in known]
        if wrong or not values:
            message = f"zet ‘{key}=’ achter de id, met een of meer van {', '.join(known)}"
            yield Problem(situation.path, situation.line, message)


def _check_share(situations: Sequence[Situation]) -> Iterator[Problem]:
    balance = balance_of(situations)
    if balance.share_of_older > MOST_ABOUT_OLDER:
        counts = ", ".join(f"{phase} {balance.phases[phase]}" for phase in LIFE_PHASES)
        message = f"meer dan een derde gaat over ouderen ({counts}); maak situaties over anderen"
        first = next(situation for situation in situations if "oudere" in situation.phases)
        yield Problem(first.path, first.line, message)


def _check_places(situations: Sequence[Situation]) -> Iterator[Problem]:
    inside = [situation for situation in situations if "binnen" in situation.places]
    for situation in inside:
        message = (
            f"wij komen niet achter de voordeur, en {len(inside)} van de {len(situations)} situaties "
            "spelen binnen; laat zien wat je vanaf straat of stoep merkt"
        )
        yield Problem(situation.path, situation.line, message)


def _name_of(kind: str, section: Section) -> str:
    if kind == "les" and "taak" in section.attrs:
        return "taak"
    return "geval" if kind == "rondje" else ""


def _said(values: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _split(values.get("levensfase", "")), _split(values.get("plek", ""))


def _split(value: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in value.split(","))))
