"""What answers are worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.content.lesson import Part

RISK = "risico"


@dataclass(frozen=True)
class CardScore:
    """How many cards went to the right bin, and for risk how often danger was judged too low or too high."""

    right: int
    total: int
    underestimated: int = 0
    overestimated: int = 0


def score_cards(part: Part, answers: Mapping[str, str]) -> CardScore:
    """Score the cards of one part.  ``answers`` holds the bin per card code; without one it is not right.

    Bins of a risk task are in order of danger, so that a difference has a direction.
    """
    given = [(card, answers[card.code]) for card in part.cards if answers.get(card.code) in part.bins]
    right = sum(bin == card.bin for card, bin in given)
    if part.task != RISK:
        return CardScore(right, len(part.cards))
    danger = {bin: rank for rank, bin in enumerate(part.bins)}
    too_far = [danger[bin] - danger[card.bin] for card, bin in given if card.bin in danger]
    return CardScore(
        right,
        len(part.cards),
        underestimated=sum(difference < 0 for difference in too_far),
        overestimated=sum(difference > 0 for difference in too_far),
    )
