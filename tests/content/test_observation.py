"""What a file of an observation test means, and when it asks something else than before."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.document import parse
from app.content.markup import Renderer
from app.content.observation import ObservationTest, Statement, read_observation
from tests.content.small_observation import ASKED, HEAD, OBSERVATION, TEXT

RENDER = Renderer()
SAME, CHANGED = False, True


def test_in(text: str) -> ObservationTest:
    return read_observation(parse(text, Path(OBSERVATION)), RENDER)


test_in.__test__ = False  # type: ignore[attr-defined]


def test_an_observation_test_is_read() -> None:
    test = test_in(f"{HEAD}## De straat {{#straat}}\n\nEen *bank*.\n\n{ASKED}- [x] u01. Een bank.\n  > Ja.\n")
    assert test == ObservationTest(
        id="wat-was-er",
        module="straat",
        title="De straat",
        minutes=5,
        drawing="ogen",
        street="straat-overdag",
        goal="Je merkt wat je invult.",
        html="<p>Een <em>bank</em>.</p>",
        speech="Een bank.",
        statements=(Statement("u01", "Een bank.", True, "Ja."),),
        fingerprint=test.fingerprint,
        path=Path(OBSERVATION),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, True),
        (TEXT.replace("straatbeeld: straat-overdag\n", ""), False),
        (TEXT.replace("straatbeeld: straat-overdag", "straatbeeld: ../../style"), False),
        (TEXT.replace("{#uitspraken}", "{#vragen}"), False),
        (HEAD, False),
        ("", False),
    ],
)
def test_half_a_test_is_read_and_can_not_be_done(text: str, *, expected: bool) -> None:
    test = test_in(text)
    assert test.id == "wat-was-er"
    assert test.can_be_done is expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Er staat een bank.", "Er staat een hek.", CHANGED),
        ("- [x] u01. Ding 1.", "- [ ] u01. Ding 1.", CHANGED),
        ("- [x] u01. Ding 1.", "- [x] u01. Iets 1.", CHANGED),
        ("- [x] u01.", "- [x] u21.", CHANGED),
        ("straatbeeld: straat-overdag", "straatbeeld: plein-in-de-avond", CHANGED),
        ("> Uitleg 1.", "> Een betere uitleg.", SAME),
        ("titel: De straat", "titel: Een straat", SAME),
        ("Er staat een bank.\n", "Er  staat een bank. \n", SAME),
    ],
)
def test_the_fingerprint_follows_what_is_asked(old: str, new: str, *, expected: bool) -> None:
    assert old in TEXT
    assert (test_in(TEXT.replace(old, new)).fingerprint != test_in(TEXT).fingerprint) is expected
