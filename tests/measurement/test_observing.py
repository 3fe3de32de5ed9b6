"""What somebody saw, missed and filled in: four groups that hold every statement once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.markup import Renderer
from app.content.observation import ObservationTest, Statement, read_observation
from app.measurement.observing import recall


def test_with(marks: str) -> ObservationTest:
    """A test with statements a, b, c … of which those with an x were there."""
    lines = "".join(f"- [{mark}] {chr(97 + number)}. Ding.\n" for number, mark in enumerate(marks))
    text = f"## Wat was er? {{#uitspraken}}\n\n{lines}"
    return read_observation(parse(text, Path("quizzes/straat.md")), Renderer())


test_with.__test__ = False  # type: ignore[attr-defined]
STREET = test_with("xx x  ")


def codes(statements: tuple[Statement, ...]) -> str:
    return "".join(statement.code for statement in statements)


@pytest.mark.parametrize(
    ("ticked", "hits", "misses", "fill_ins", "left"),
    [
        ("", "", "abd", "", "cef"),
        ("abd", "abd", "", "", "cef"),
        ("cef", "", "abd", "cef", ""),
        ("abcdef", "abd", "", "cef", ""),
        ("ac", "a", "bd", "c", "ef"),
        ("ca", "a", "bd", "c", "ef"),
        ("aacc", "a", "bd", "c", "ef"),
        ("azq", "a", "bd", "", "cef"),
    ],
)
def test_statements_are_sorted_by_what_was_ticked(
    ticked: str, hits: str, misses: str, fill_ins: str, left: str
) -> None:
    found = recall(STREET, ticked)
    assert tuple(map(codes, (found.hits, found.misses, found.fill_ins, found.left))) == (
        hits,
        misses,
        fill_ins,
        left,
    )


@pytest.mark.parametrize(
    ("ticked", "words"),
    [
        ("", "Je kruiste niets aan. Dan vul je ook niets in."),
        ("z", "Je kruiste niets aan. Dan vul je ook niets in."),
        ("abd", "Je noemde alle drie dingen die er waren. Je vulde niets in."),
        ("abdc", "Je noemde alle drie dingen die er waren. En je vulde één ding in."),
        ("a", "Je noemde één van de drie dingen die er waren. Je vulde niets in."),
        ("ce", "Je noemde geen van de drie dingen die er waren. En je vulde twee dingen in."),
    ],
)
def test_it_is_told_in_words_and_never_as_a_mark(ticked: str, words: str) -> None:
    assert recall(STREET, ticked).in_words == words


def test_a_street_without_statements_gives_words_too() -> None:
    assert recall(test_with(""), "abc").in_words == "Je kruiste niets aan. Dan vul je ook niets in."


TICKED = st.lists(st.sampled_from([*"abcdefghz", "", "u01"]))


@given(st.text("x ", max_size=8), TICKED)
def test_every_statement_is_in_exactly_one_group(marks: str, ticked: list[str]) -> None:
    test = test_with(marks)
    found = recall(test, ticked)
    groups = (*found.hits, *found.misses, *found.fill_ins, *found.left)
    assert sorted(groups, key=lambda statement: statement.code) == list(test.statements)
    assert len(found.hits) + len(found.misses) == marks.count("x")
    assert set(codes(found.hits + found.fill_ins)) == set(ticked) & set(codes(test.statements))


@given(TICKED, st.randoms())
def test_order_doubles_and_unknown_codes_make_no_difference(ticked: list[str], dice: object) -> None:
    again = [*ticked, *ticked, "onbekend"]
    dice.shuffle(again)  # type: ignore[attr-defined]
    assert recall(STREET, again) == recall(STREET, ticked)
