"""Which case of a drill comes next, and how a round goes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.drill import ROUND, Drill, read_drill
from app.content.markup import Renderer
from app.measurement.drilling import Given, next_case, round_of, rounds

IDS = [f"s{n}" for n in range(12)]
POOLS = st.lists(st.sampled_from(IDS), min_size=1, unique=True)
HISTORIES = st.lists(st.sampled_from([*IDS, "weg"]), max_size=40)
SEEDS = st.text(max_size=20)


def walk(cases: list[str], steps: int, seed: str, answered: tuple[str, ...] = ()) -> list[str]:
    """Answer whatever comes, so many times."""
    met = list(answered)
    for _ in range(steps):
        met.append(next_case(cases, met, seed))
    return met[len(answered) :]


@given(POOLS, SEEDS, st.integers(1, 4))
def test_every_case_comes_once_before_any_comes_again(cases: list[str], seed: str, times: int) -> None:
    met = walk(cases, times * len(cases), seed)
    for start in range(0, len(met), len(cases)):
        assert sorted(met[start : start + len(cases)]) == sorted(cases)


@given(POOLS, HISTORIES, SEEDS)
def test_nobody_meets_a_case_twice_in_a_row(cases: list[str], answered: list[str], seed: str) -> None:
    met = answered[-1:] + walk(cases, 15, seed, tuple(answered))
    twice = [case for case, after in pairwise(met) if case == after]
    assert twice == [] or len(cases) == 1


@given(POOLS, HISTORIES, SEEDS)
def test_whatever_was_met_the_next_is_one_of_the_pool_that_was_met_least(
    cases: list[str], answered: list[str], seed: str
) -> None:
    """Also when cases were taken out or added since, or answered out of turn on another device."""
    following, met = next_case(cases, answered, seed), Counter(answered)
    others = [case for case in cases if case not in answered[-1:]] or cases
    assert following in cases
    assert met[following] == min(met[case] for case in others)


@given(POOLS, POOLS, SEEDS, st.integers(0, 30))
def test_what_was_added_to_the_pool_comes_before_what_is_known(
    before: list[str], after: list[str], seed: str, steps: int
) -> None:
    met = walk(before, steps, seed)
    fresh = set(after) - set(met)
    assert set(walk(after, len(fresh), seed, tuple(met))) == fresh


@given(POOLS, HISTORIES, SEEDS, st.randoms(use_true_random=False))
def test_the_next_case_is_always_the_same_and_not_a_matter_of_order_in_the_file(
    cases: list[str], answered: list[str], seed: str, dice: object
) -> None:
    mixed = list(cases)
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    assert next_case(mixed, tuple(answered), seed) == next_case(cases, answered, seed)


def test_people_meet_the_cases_in_another_order_and_another_one_each_time_through() -> None:
    firsts = Counter(next_case(IDS, [], f"person-{n}") for n in range(1200))
    assert set(firsts) == set(IDS)
    assert max(firsts.values()) < 150
    met = walk(IDS, 3 * len(IDS), "person")
    times = [tuple(met[start : start + len(IDS)]) for start in range(0, len(met), len(IDS))]
    assert len(set(times)) == 3


def test_without_a_case_there_is_nothing_to_ask() -> None:
    with pytest.raises(ValueError, match="empty"):
        next_case([], ["weg"], "x")


DRILL = read_drill(
    parse(
        "".join(f"## S {{#s{n}}}\n\n- [x] a. Goed\n- [~] b. Kan\n- [ ] c. Niet\n\n" for n in range(7)),
        Path("quizzes/klein.md"),
    ),
    Renderer(),
)


def answers(text: str) -> list[Given]:
    """``0a 1b``: an answer to case s0, and one to s1."""
    return [Given(f"s{word[:-1]}", word[-1]) for word in text.split()]


@pytest.mark.parametrize(
    ("given_", "number", "marks", "fresh", "is_done"),
    [
        ("", 0, (), 7, False),
        ("0a", 1, ("x",), 6, False),
        ("0a 1b 2c 3c", 1, ("x", "~", "", ""), 3, False),
        ("0a 1b 2c 3c 4a", 1, ("x", "~", "", "", "x"), 2, True),
        ("0a 1b 2c 3c 4a 5c", 2, ("",), 1, False),
        ("0a 1b 2c 3c 4a 5c 6a 0b 1a 2b", 2, ("", "x", "~", "x", "~"), 0, True),
        ("0a 0b 0c", 1, ("x", "~", ""), 6, False),
        ("99a 0z 1a", 1, (None, None, "x"), 5, False),
    ],
)
def test_five_answers_make_a_round(
    given_: str, number: int, marks: tuple[str | None, ...], fresh: int, is_done: bool
) -> None:
    found = round_of(DRILL, answers(given_))
    assert (found.number, found.marks, found.fresh, found.is_done) == (number, marks, fresh, is_done)
    assert (found.position, found.good, found.okay) == (len(marks), marks.count("x"), marks.count("~"))


@given(st.lists(st.builds(Given, st.sampled_from([*DRILL.by_id, "weg"]), st.sampled_from("abcz"))))
def test_a_round_is_made_of_nothing_but_the_answers(given_: list[Given]) -> None:
    done = [round_of(DRILL, given_[: end + 1]) for end in range(len(given_))]
    for index, found in enumerate(done):
        assert found.position == index % ROUND + 1
        assert found.number == index // ROUND + 1
        assert found.is_done == (rounds(index + 1) == found.number)
        assert 0 <= found.good + found.okay <= found.position <= ROUND
    fresh = [len(DRILL.cases), *(found.fresh for found in done)]
    assert all(0 <= before - after <= 1 for before, after in pairwise(fresh))


def drill_without(*gone: str) -> Drill:
    return Drill("d", "", "", "", "", "", "", tuple(c for c in DRILL.cases if c.id not in gone), DRILL.path)


@pytest.mark.parametrize(("gone", "fresh"), [((), 5), (("s0",), 5), (("s6",), 4), (("s0", "s1"), 5)])
def test_a_case_that_is_gone_is_neither_fresh_nor_good(gone: tuple[str, ...], fresh: int) -> None:
    found = round_of(drill_without(*gone), answers("0a 1a"))
    assert (found.fresh, found.good) == (fresh, 2 - len({"s0", "s1"} & set(gone)))
