"""What the cards of a task are worth: right, and for danger too low or too high."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.lesson import Part, read_lesson
from app.content.markup import Renderer
from app.measurement.scoring import CardScore, score_cards

CARDS = "- [groen] k1. Bal.\n- [oranje] k2. Ruzie.\n- [rood] k3. Brand.\n- [rood] k4. Mes.\n"


def part_in(settings: str, cards: str = CARDS) -> Part:
    text = f"## Taak {{#taak {settings}}}\n\n{cards}"
    return read_lesson(parse(text, Path("modules/1-a/01-les.md")), "a", Renderer()).parts[0]


RISK = part_in("taak=risico bakken=groen,oranje,rood")
SORT = part_in("taak=sorteren bakken=groen,oranje,rood")
ODD = part_in("taak=risico bakken=groen,rood")


@pytest.mark.parametrize(
    ("part", "answers", "score"),
    [
        (RISK, "", CardScore(0, 4)),
        (RISK, "groen oranje rood rood", CardScore(4, 4)),
        (RISK, "oranje rood rood rood", CardScore(2, 4, overestimated=2)),
        (RISK, "groen groen groen oranje", CardScore(1, 4, underestimated=3)),
        (RISK, "rood groen rood groen", CardScore(1, 4, underestimated=2, overestimated=1)),
        (RISK, "groen - rood", CardScore(2, 4)),
        (RISK, "paars paars paars paars", CardScore(0, 4)),
        (SORT, "groen groen groen rood", CardScore(2, 4)),
        (SORT, "groen oranje rood rood", CardScore(4, 4)),
        (ODD, "groen groen rood groen", CardScore(2, 4, underestimated=1)),
        (part_in("taak=risico bakken=groen,rood", ""), "groen", CardScore(0, 0)),
    ],
)
def test_cards_are_scored(part: Part, answers: str, score: CardScore) -> None:
    given = dict(zip(["k1", "k2", "k3", "k4"], answers.split(), strict=False))
    assert score_cards(part, given) == score


def test_a_card_that_is_gone_does_not_count() -> None:
    assert score_cards(RISK, {"k9": "rood"}) == CardScore(0, 4)


BINS = st.sampled_from(["groen", "oranje", "rood", "paars", ""])


@given(st.dictionaries(st.sampled_from(["k1", "k2", "k3", "k4", "k9"]), BINS))
def test_every_card_is_right_too_low_too_high_or_open(answers: dict[str, str]) -> None:
    score = score_cards(RISK, answers)
    unanswered = sum(answers.get(card.code) not in RISK.bins for card in RISK.cards)
    assert score.right + score.underestimated + score.overestimated + unanswered == score.total
    assert score_cards(SORT, answers) == CardScore(score.right, score.total)
