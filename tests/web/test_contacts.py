"""How follow-up contacts read: numbers that can be tapped, roles in a sentence, and gaps with what to do."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.shared import SignalKind
from app.models.neighbourhood import FollowUp
from app.services.gaps import gaps
from app.web.contacts import ADVICE, as_said, promise, reachable, summary, worries
from tests.services.test_follow_up import ROWS

KINDS = tuple(SignalKind(id, f"Soort {id}", "Vertel wat je zag.", "je wijkagent") for id in "abcde")
HREF = re.compile(r'<a href="([^"]*)">')


@pytest.mark.parametrize(
    ("channel", "hrefs"),
    [
        ("0123-456 701", ["tel:0123456701"]),
        ("bel 0800-1205, of app", ["tel:08001205"]),
        ("(0123) 456701", ["tel:0123456701"]),
        ("06 12 34 56 78", ["tel:0612345678"]),
        ("+31 (0)6 12345678", ["tel:+31612345678"]),
        ("14 0123", ["tel:140123"]),
        ("14010", ["tel:14010"]),
        ("0123-456 701 of 0123-456 702", ["tel:0123456701", "tel:0123456702"]),
        ("0123-456 701 0123-456 702", ["tel:0123456701", "tel:0123456702"]),
        (
            "0123-456 701 of wijkteam@lindehoven.example",
            ["tel:0123456701", "mailto:wijkteam@lindehoven.example"],
        ),
        ("Vraag naar Ad.", []),
        ("kamer 112", []),
        ("de app, nummer 7", []),
        ("NL00 0123456701234567", []),
        ("tussen 09.00 en 17.00", []),
        ("javascript:alert(1)", []),
        ('<a href="tel:1">0123-456 701', ["tel:0123456701"]),
        ("x@y", []),
        ("", []),
    ],
)
def test_numbers_and_addresses_can_be_tapped(channel: str, hrefs: list[str]) -> None:
    assert HREF.findall(reachable(channel)) == hrefs


@given(st.one_of(st.text(), st.from_regex(r"[0-9 ()+@a.<&\"'-]{0,40}", fullmatch=True)))
def test_nothing_of_a_channel_is_lost_and_nothing_in_it_is_markup(channel: str) -> None:
    html = str(reachable(channel))
    assert unescape(re.sub(r"</?a(?: href=\"[^\"<>]*\")?>|<wbr>", "", html)) == channel
    for href in HREF.findall(html):
        assert re.fullmatch(r"tel:\+?[0-9]{5,}|mailto:[^\s\"<>:]+", href)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Fatima van het wijkteam", "Fatima van het wijkteam"),
        ("Het wijkteam van Lindehoven.", "het wijkteam van Lindehoven"),
        ("De wijkagent", "de wijkagent"),
        ("Onze wijkagent", "onze wijkagent"),
        ("Denise van het wijkteam", "Denise van het wijkteam"),
        ("Hetty", "Hetty"),
        ("de Wijkagent", "de Wijkagent"),
        ("…", "…"),
        (".", "."),
        ("", ""),
    ],
)
def test_a_role_reads_well_in_the_middle_of_a_sentence(role: str, said: str) -> None:
    assert as_said(role) == said


@given(st.text())
def test_saying_a_role_again_changes_nothing_and_never_makes_it_empty(role: str) -> None:
    assert as_said(as_said(role)) == as_said(role)
    assert bool(as_said(role)) == bool(role)


@pytest.mark.parametrize(
    ("days", "words"), [(None, ""), (1, "binnen 1 werkdag"), (10, "binnen 10 werkdagen")]
)
def test_a_promise_is_told_in_words(days: int | None, words: str) -> None:
    assert promise(days) == words


def test_a_map_is_summed_up_in_half_a_sentence() -> None:
    assert summary(KINDS, {}) == "0 van de 5 ingevuld, 5 gaten"
    good = {
        kind.id: FollowUp(kind=kind.id, role=kind.id, channel=kind.id, deputy="ja", feedback_days=5)
        for kind in KINDS
    }
    assert summary(KINDS, good) == "5 van de 5 ingevuld, geen gaten"
    good["a"].deputy = ""
    assert summary(KINDS, good) == "5 van de 5 ingevuld, 1 gat"
    assert summary(KINDS, {**good, "elsewhere": good["a"]}) == "5 van de 5 ingevuld, 1 gat"


@given(ROWS)
def test_every_gap_is_told_with_what_to_do_and_one_worry_only_once(rows: dict[str, FollowUp]) -> None:
    told = worries(KINDS, rows)
    found = gaps([kind.id for kind in KINDS], rows)
    assert sum(len(worry.kinds) for worry in told) == sum(len(gap.kinds) for gap in found)
    assert {worry.title for worry in told} == {ADVICE[gap.code][0] for gap in found}
    assert len({(worry.title, worry.who) for worry in told}) == len(told)
    assert [worry.title for worry in told] == sorted(
        (worry.title for worry in told), key=[title for title, _ in ADVICE.values()].index
    )
