"""Which case of a drill comes next, and how a round goes: derived from the answers, never stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from app.content.drill import ROUND, Drill


class Given(NamedTuple):
    """An answer that somebody gave: the id of the case, and the code of what was chosen."""

    case: str
    code: str


def next_case(cases: Sequence[str], answered: Sequence[str], seed: str) -> str:
    """The case to ask now: one of those that were met least often.

    ``answered`` are the ids of the cases that were met, in order.  The seed gives each person an
    order of their own, another one each time through.  With more than one case nobody meets the
    same one twice in a row.  Raises ValueError without any case.
    """
    met = Counter(answered)
    others = [case for case in cases if case not in answered[-1:]] or cases
    return min(others, key=lambda case: (met[case], _place(seed, met[case], case)))


def _place(seed: str, times: int, case: str) -> bytes:
    return sha256(f"{seed}:{times}:{case}".encode()).digest()


@dataclass(frozen=True)
class Round:
    """Five answers that belong together, or as many of them as there are."""

    number: int
    """Which round it is of this person, from 1; 0 before the first answer."""
    marks: tuple[str | None, ...]
    """What each answer was worth: ``x``, ``~`` or empty; None when the case has changed since."""
    fresh: int
    """How many cases of the pool were not met yet after this round."""

    @property
    def position(self) -> int:
        """How many answers were given in it."""
        return len(self.marks)

    @property
    def is_done(self) -> bool:
        return self.position == ROUND

    @property
    def good(self) -> int:
        return self.marks.count("x")

    @property
    def okay(self) -> int:
        return self.marks.count("~")


def round_of(drill: Drill, answers: Sequence[Given]) -> Round:
    """The round to which the last of these answers belongs."""
    start = (len(answers) - 1) // ROUND * ROUND if answers else 0
    return Round(
        number=rounds(len(answers) + ROUND - 1),
        marks=tuple(_mark(drill, given) for given in answers[start:]),
        fresh=len(drill.by_id.keys() - {given.case for given in answers}),
    )


def rounds(answers: int) -> int:
    """How many rounds were finished with so many answers."""
    return answers // ROUND


def _mark(drill: Drill, given: Given) -> str | None:
    case = drill.by_id.get(given.case)
    option = case.option(given.code) if case else None
    return option.mark if option else None
