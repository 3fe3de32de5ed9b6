"""Who picks up what: the last one to fill in a kind stays, no other kind is touched, and gaps are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from threading import Lock
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.db import Database
from app.models.neighbourhood import FollowUp
from app.services import follow_up
from app.services.gaps import MANY, NO_PROMISE, NOBODY, ONE_FOR_MANY, ONE_PERSON, UNREACHABLE, Gap, gaps
from tests.cast import NOW, Cast

GOOD: Mapping[str, Any] = {
    "role": "Fatima van het wijkteam",
    "channel": "0123-456 712",
    "hours": "op werkdagen",
    "deputy": "een collega",
    "feedback_days": 10,
}
KINDS = ("a", "b", "c", "d", "e")


def contact(**changes: Any) -> FollowUp:
    return FollowUp(**{"team_id": 1, "kind": "a", "changed_at": NOW, **GOOD, **changes})


def separate(*kinds: str) -> dict[str, FollowUp]:
    """A map in which nobody stands twice."""
    return {kind: contact(kind=kind, role=f"{kind}-werker", channel=f"{kind}@example.org") for kind in kinds}


def worries(rows: Mapping[str, FollowUp]) -> list[Gap]:
    return [gap for gap in gaps(KINDS, rows) if gap.code == ONE_FOR_MANY]


def stored(db: Session, team_id: int) -> dict[str, tuple[str, int | None]]:
    rows = follow_up.map_of(db, team_id)
    return {kind: (row.role, row.feedback_days) for kind, row in rows.items()}


def test_what_was_filled_in_last_stays_and_other_kinds_and_teams_are_left_alone(
    session: Session, cast: Cast
) -> None:
    noord, zuid = cast.teams["noord"], cast.teams["zuid"]
    follow_up.fill_in(session, noord, "jeugd", **GOOD, now=NOW)
    follow_up.fill_in(session, noord, "wijkagent", **{**GOOD, "role": "Marloes"}, now=NOW)
    follow_up.fill_in(session, zuid, "jeugd", **{**GOOD, "role": "Zoë"}, now=NOW)
    assert stored(session, noord) == {"jeugd": (GOOD["role"], 10), "wijkagent": ("Marloes", 10)}
    later = NOW + timedelta(days=1)
    follow_up.fill_in(session, noord, "jeugd", **{**GOOD, "role": "Ad", "feedback_days": None}, now=later)
    assert stored(session, noord) == {"jeugd": ("Ad", None), "wijkagent": ("Marloes", 10)}
    assert follow_up.map_of(session, noord)["jeugd"].changed_at == later
    follow_up.clear(session, noord, "jeugd")
    follow_up.clear(session, noord, "nothing of the kind")
    assert stored(session, noord) == {"wijkagent": ("Marloes", 10)}
    assert stored(session, zuid) == {"jeugd": ("Zoë", 10)}


def test_eight_coordinators_at_once_lose_nothing_of_one_another(
    database: Database, cast: Cast, at_once: Callable[[Callable[[Session], object]], list[object]]
) -> None:
    numbers, lock = iter(range(8)), Lock()

    def fill(db: Session) -> None:
        with lock:
            number = next(numbers)
        for kind in (f"own-{number}", "shared"):
            follow_up.fill_in(db, cast.teams["noord"], kind, **{**GOOD, "role": str(number)}, now=NOW)

    assert at_once(fill) == [None] * 8
    with database.reading() as db:
        found = stored(db, cast.teams["noord"])
    last = found.pop("shared")
    assert found == {f"own-{number}": (str(number), 10) for number in range(8)}
    assert last in found.values()


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"deputy": ""}, [ONE_PERSON]),
        ({"feedback_days": None}, [NO_PROMISE]),
        ({"channel": ""}, [UNREACHABLE]),
        ({"hours": ""}, []),
        ({"channel": "", "deputy": "", "feedback_days": None}, [UNREACHABLE, ONE_PERSON, NO_PROMISE]),
    ],
)
def test_what_one_kind_lacks(changes: dict[str, Any], codes: list[str]) -> None:
    assert gaps(["a"], {"a": contact(**changes)}) == tuple(Gap(code, ("a",)) for code in codes)


def test_a_kind_without_anybody_lacks_only_somebody_and_a_kind_that_is_gone_lacks_nothing() -> None:
    rows = {**separate("b"), "gone": contact(kind="gone", deputy="")}
    assert gaps(["a", "b"], rows) == (Gap(NOBODY, ("a",)),)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([{"role": "Ad"}, {"role": "Ad"}], []),
        ([{"role": "Ad"}, {"role": " aD "}, {"role": "Ad"}], [(("a", "b", "c"), "Ad")]),
        ([{"role": "Ad van dienst"}, {"role": "Ad  van dienst"}, {"role": "Ad"}], []),
        (
            [{"channel": "0123-456 700"}, {"channel": "(0123) 456700"}, {"channel": "0123 456 700"}],
            [(("a", "b", "c"), "0123-456 700")],
        ),
        ([{"channel": "0123 bij Ad"}, {"channel": "0123 bij Bo"}, {"channel": "0123"}], []),
        ([{"channel": ""}] * 4, []),
        ([{"role": "Ad", "channel": "14 0123"}] * 3, [(("a", "b", "c"), "Ad")]),
        (
            [{"role": "Ad", "channel": "14 0123"}] * 3 + [{"channel": "14 0123"}],
            [(("a", "b", "c", "d"), "14 0123")],
        ),
        (
            [{"role": "Ad"}] * 2
            + [{"role": "Ad", "channel": "0900"}]
            + [{"channel": "0900"}, {"channel": "0900"}],
            [(("a", "b", "c"), "Ad"), (("c", "d", "e"), "0900")],
        ),
    ],
)
def test_one_person_or_channel_for_many_kinds_is_one_worry(
    changes: list[dict[str, str]], expected: list[tuple[tuple[str, ...], str]]
) -> None:
    rows = separate(*KINDS)
    for kind, change in zip(KINDS, changes, strict=False):
        for name, value in change.items():
            setattr(rows[kind], name, value)
    assert worries(rows) == [Gap(ONE_FOR_MANY, kinds, who) for kinds, who in expected]


FEW = st.sampled_from(["", "Ad", "ad", "Bo", "0123-456 700", "0123456700", "bel Bo"])
ROWS = st.dictionaries(
    st.sampled_from([*KINDS, "gone"]),
    st.builds(
        contact,
        role=FEW.filter(bool),
        channel=FEW,
        deputy=FEW,
        feedback_days=st.one_of(st.none(), st.integers(1, 60)),
    ),
)


@given(ROWS, st.lists(st.sampled_from(KINDS), unique=True))
def test_a_gap_is_told_once_in_order_and_only_where_it_is(
    rows: dict[str, FollowUp], kinds: list[str]
) -> None:
    found = gaps(kinds, rows)
    assert len(set(found)) == len(found)
    assert {kind for gap in found for kind in gap.kinds} <= set(kinds)
    single = [gap for gap in found if gap.code != ONE_FOR_MANY]
    assert list(found[: len(single)]) == single
    assert [gap.kinds[0] for gap in single] == sorted((gap.kinds[0] for gap in single), key=kinds.index)
    assert {gap.kinds[0] for gap in single if gap.code == NOBODY} == set(kinds) - rows.keys()
    for gap in found[len(single) :]:
        assert len(gap.kinds) >= MANY
        assert gap.who in {rows[gap.kinds[0]].role, rows[gap.kinds[0]].channel} - {""}


@given(ROWS)
def test_everything_that_many_kinds_depend_on_is_told_once(rows: dict[str, FollowUp]) -> None:
    told = [set(gap.kinds) for gap in worries(rows)]
    assert [(one, other) for one in told for other in told if one is not other and one <= other] == []
    here = [kind for kind in KINDS if kind in rows]
    for look in (lambda row: row.role.casefold(), lambda row: row.channel.casefold().replace("-", "")):
        for same in {look(rows[kind]) for kind in here} - {""}:
            group = {kind for kind in here if look(rows[kind]).replace(" ", "") == same.replace(" ", "")}
            assert len(group) < MANY or any(group <= each for each in told)


@given(ROWS)
def test_filling_a_gap_never_makes_another_of_that_kind(rows: dict[str, FollowUp]) -> None:
    before = {gap for gap in gaps(KINDS, rows) if gap.code != ONE_FOR_MANY}
    rows["a"] = contact(role="somebody new", channel="somewhere new")
    after = {gap for gap in gaps(KINDS, rows) if gap.code != ONE_FOR_MANY}
    assert after == {gap for gap in before if gap.kinds != ("a",)}
