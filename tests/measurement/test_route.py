"""Where a volunteer is in a scenario, and how it went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.markup import Renderer
from app.content.scenario import DIMENSIONS, Choice, Scenario, read_scenario
from app.measurement.route import bounds, dimensions, follow, shuffled

TEXT = """\
## Hek {#hek}

- [x] a. Groet → praat
  punten: CON+2
- [~] b. Kijk → weg
  punten: CON+0 WZO+1
- [ ] c. Pak → boos
  punten: CON-2 BEV-1
  kritiek: Gevaar.

## Praat {#praat}

- [x] a. Wacht → weg
  punten: CON+1
- [ ] b. Nergens → weggehaald
  punten: CON+1

## Boos {#boos}

- [x] a. Stap terug → weg
  punten: CON+1
- [ ] b. Roep → weg
  punten: CON-1

## Einde: weg {#weg}
"""


def scenario_in(text: str) -> Scenario:
    return read_scenario(parse(text, Path("quizzes/hek.md")), Renderer())


SCENARIO = scenario_in(TEXT)
Made = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("made", "visited", "is_finished", "critical"),
    [
        ([], "hek", False, 0),
        ([("hek", "a")], "hek praat", False, 0),
        ([("hek", "a"), ("praat", "a")], "hek praat weg", True, 0),
        ([("hek", "c"), ("boos", "b")], "hek boos weg", True, 1),
        ([("hek", "z"), ("hek", "a")], "hek praat", False, 0),
        ([("praat", "a"), ("hek", "a")], "hek praat", False, 0),
        ([("hek", "a"), ("hek", "c")], "hek praat", False, 0),
        ([("hek", "a"), ("praat", "b")], "hek praat", False, 0),
        ([("hek", "b"), ("weg", "a")], "hek weg", True, 0),
    ],
)
def test_a_route_follows_the_choices_that_still_exist(
    made: Made, visited: str, is_finished: bool, critical: int
) -> None:
    route = follow(SCENARIO, made)
    assert [scene.id for scene in route.visited] == visited.split()
    assert (route.current.id, route.is_finished) == (visited.rsplit(maxsplit=1)[-1], is_finished)
    assert (len(route.chosen), len(route.critical)) == (len(route.visited) - 1, critical)


@pytest.mark.parametrize(
    ("code", "expected"), [("CON", (-3, 3)), ("WZO", (0, 1)), ("BEV", (-1, 0)), ("VEI", (0, 0))]
)
def test_bounds_are_the_worst_and_the_best_route(code: str, expected: tuple[int, int]) -> None:
    assert bounds(SCENARIO, code) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([("hek", "a"), ("praat", "a")], "WZO 0 Oefen nog eens, BEV 100 Sterk, CON 100 Sterk"),
        ([("hek", "c"), ("boos", "b")], "WZO 0 Oefen nog eens, BEV 0 Oefen nog eens, CON 0 Oefen nog eens"),
        ([("hek", "b")], "WZO 100 Sterk, BEV 100 Sterk, CON 50 Goed op weg"),
        ([("hek", "c"), ("boos", "a")], "WZO 0 Oefen nog eens, BEV 0 Oefen nog eens, CON 33 Goed op weg"),
        ([], "WZO 0 Oefen nog eens, BEV 100 Sterk, CON 50 Goed op weg"),
    ],
)
def test_a_dimension_says_how_it_went(made: Made, expected: str) -> None:
    found = dimensions(SCENARIO, follow(SCENARIO, made))
    assert ", ".join(f"{each.code} {each.value} {each.word}" for each in found) == expected
    assert [each.name for each in found] == [DIMENSIONS[each.code] for each in found]


def test_a_scenario_in_a_circle_still_has_bounds() -> None:
    points = "  punten: CON+1\n"
    circle = scenario_in(f"## A {{#a}}\n- [x] a. Om → b\n{points}## B {{#b}}\n- [x] a. Om → a\n{points}")
    assert bounds(circle, "CON") == (2, 2)
    route = follow(circle, [("a", "a"), ("b", "a"), ("a", "a")])
    assert [scene.id for scene in route.visited] == ["a", "b", "a", "b"]


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A small scenario in which every choice leads forward, so that each way ends in the last scene."""
    size = draw(st.integers(2, 6))
    lines = []
    for n in range(size - 1):
        lines.append(f"## Stap {{#s{n}}}")
        for code in "abc"[: draw(st.integers(1, 3))]:
            points = " ".join(f"{name}{draw(st.integers(-2, 2)):+d}" for name in ("CON", "WZO", "VEI"))
            lines += [f"- [x] {code}. Verder → s{draw(st.integers(n + 1, size - 1))}", f"  punten: {points}"]
    return scenario_in("\n".join([*lines, f"## Einde: klaar {{#s{size - 1}}}"]))


def ways(scenario: Scenario, made: Made) -> Iterator[Made]:
    """Every way from here to an end."""
    scene = follow(scenario, made).current
    if scene.is_end:
        yield made
    for choice in scene.choices:
        yield from ways(scenario, [*made, (scene.id, choice.code)])


def total(scenario: Scenario, made: Made, code: str) -> int:
    return sum(choice.points.get(code, 0) for choice in follow(scenario, made).chosen)


@given(scenarios())
def test_bounds_are_what_one_finds_by_walking_every_way(scenario: Scenario) -> None:
    for code in DIMENSIONS:
        sums = [total(scenario, made, code) for made in ways(scenario, [])]
        assert bounds(scenario, code) == (min(sums), max(sums))


@given(scenarios())
def test_the_best_way_gives_100_and_the_worst_0(scenario: Scenario) -> None:
    values: dict[str, list[int]] = {}
    for made in ways(scenario, []):
        for each in dimensions(scenario, follow(scenario, made)):
            values.setdefault(each.code, []).append(each.value)
    assert list(values) == [code for code in DIMENSIONS if len(set(bounds(scenario, code))) == 2]
    assert all((min(found), max(found)) == (0, 100) for found in values.values())


SCENES = st.sampled_from(["s0", "s1", "s2", "s3", "weg"])
MADE = st.lists(st.tuples(SCENES, st.sampled_from("abcd")), max_size=12)


@given(scenarios(), MADE)
def test_any_choices_give_a_route_with_values_from_0_to_100(scenario: Scenario, made: Made) -> None:
    route = follow(scenario, made)
    assert route.visited[0].id == scenario.start
    assert [choice.target for choice in route.chosen] == [scene.id for scene in route.visited[1:]]
    assert all(0 <= each.value <= 100 for each in dimensions(scenario, route))
    again = [(scene.id, choice.code) for scene, choice in zip(route.visited, route.chosen, strict=False)]
    assert follow(scenario, again) == route


@given(scenarios(), st.text(max_size=20))
def test_shuffled_options_are_the_same_options_in_an_order_that_stays(scenario: Scenario, seed: str) -> None:
    choices = scenario.scenes[0].choices
    order = shuffled(choices, seed)
    assert order == shuffled(list(reversed(choices)), seed)
    assert sorted(choice.code for choice in order) == sorted(choice.code for choice in choices)


def test_people_see_options_in_every_order() -> None:
    options = SCENARIO.scenes[0].choices
    firsts = [shuffled(options, f"attempt-{n}")[0].code for n in range(600)]
    assert all(150 <= firsts.count(code) <= 250 for code in "abc")


def test_shuffling_nothing_gives_nothing() -> None:
    nothing: list[Choice] = []
    assert shuffled(nothing, "x") == []
