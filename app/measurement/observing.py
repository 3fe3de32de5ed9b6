"""What somebody saw, missed and filled in, after having looked at a street."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.content.observation import ObservationTest, Statement

NUMBERS = (
    "geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig",
)  # fmt: skip


@dataclass(frozen=True)
class Recall:
    """Every statement of a test, in one of four groups."""

    hits: tuple[Statement, ...]
    """Was there, and ticked."""
    misses: tuple[Statement, ...]
    """Was there, and not ticked."""
    fill_ins: tuple[Statement, ...]
    """Was not there, and ticked all the same."""
    left: tuple[Statement, ...]
    """Was not there, and not ticked."""

    @property
    def in_words(self) -> str:
        """How it went, as a friendly colleague would say it: counts, and never a mark."""
        there = len(self.hits) + len(self.misses)
        if not self.hits and not self.fill_ins:
            return "Je kruiste niets aan. Dan vul je ook niets in."
        seen = f"Je noemde {_number(len(self.hits))} van de {_number(there)} dingen die er waren."
        if not self.misses:
            seen = f"Je noemde alle {_number(there)} dingen die er waren."
        count = len(self.fill_ins)
        if not count:
            return f"{seen} Je vulde niets in."
        things = "ding" if count == 1 else "dingen"
        return f"{seen} En je vulde {_number(count)} {things} in."


def recall(test: ObservationTest, ticked: Iterable[str]) -> Recall:
    """Sort the statements by what was ticked.  Order, doubles and unknown codes make no difference."""
    codes = frozenset(ticked)
    return Recall(
        hits=_those(test, codes, there=True, ticked=True),
        misses=_those(test, codes, there=True, ticked=False),
        fill_ins=_those(test, codes, there=False, ticked=True),
        left=_those(test, codes, there=False, ticked=False),
    )


def _those(
    test: ObservationTest, codes: frozenset[str], *, there: bool, ticked: bool
) -> tuple[Statement, ...]:
    return tuple(
        statement
        for statement in test.statements
        if statement.was_there is there and (statement.code in codes) is ticked
    )


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
