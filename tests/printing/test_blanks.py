"""What a team knows is filled in, escaped; what it left open is a line to write on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.library import Library
from app.printing.blanks import RULE, TICK, card_for, fill_in
from tests.printing.conftest import team

VALUES = {"team.naam": "Team <Noord> & co", "opvolger.jeugd": "Mo", "wie.jeugd": "Mo", "tijden.jeugd": "  "}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Niets open.</p>", "<p>Niets open.</p>"),
        ("Dag {team.naam}.", "Dag Team &lt;Noord&gt; &amp; co."),
        ("Bel {opvolger.jeugd}: {wie.jeugd}", "Bel Mo: Mo"),
        ("{bereik.jeugd}", RULE),
        ("{tijden.jeugd}", RULE),
        ("{opvolger.onbekend}", "{opvolger.onbekend}"),
        ("{iets.anders} {lijn} {vakje}", f"{{iets.anders}} {RULE} {TICK}"),
    ],
)
def test_places_are_filled_in(html: str, expected: str) -> None:
    assert fill_in(html, VALUES) == expected


@given(st.text(max_size=60))
def test_nothing_that_a_team_types_becomes_html(text: str) -> None:
    filled = fill_in("<p>{wie.jeugd}</p>", {"wie.jeugd": text})
    inside = filled.removeprefix("<p>").removesuffix("</p>")
    assert inside == RULE or ("<" not in inside.replace(RULE, "").replace(TICK, ""))


def test_what_a_team_types_is_filled_in_only_once() -> None:
    assert fill_in("{wie.jeugd}", {"wie.jeugd": "{team.naam}", "team.naam": "kanarie"}) == "{team.naam}"


def test_everybody_who_follows_up_is_on_the_card_in_the_pocket(library: Library) -> None:
    blocks = [block.html for side in library.cards["loopkaart"].sides for block in side.blocks]
    for kind in library.shared.kinds:
        assert sum(f"<h4>{kind.title}</h4>" in html and f"{{wie.{kind.id}}}" in html for html in blocks) == 1


def test_no_card_of_ours_keeps_a_place_open(library: Library) -> None:
    for values in (team(library, {}), team(library, {"wie": "Mo", "bereik": "0123"})):
        for card in library.cards.values():
            for side in card_for(card, values).sides:
                text = side.intro_html + "".join(block.html for block in side.blocks) + side.foot_html
                assert "{" not in text, card.id
