"""Captions: nothing lost, nothing too large, nothing too fast."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.captions import FASTEST, LINES, WIDEST, cues, pieces, seconds_to_read, shown

WORDS = st.text(alphabet="abcdefghij", min_size=1, max_size=14)
SENTENCES = st.lists(
    st.builds(lambda word, end: word + end, WORDS, st.sampled_from(["", "", "", ",", ".", "?"])),
    min_size=1,
    max_size=28,
).map(" ".join)


@given(SENTENCES)
def test_every_word_is_there_in_order_and_fits(text: str) -> None:
    found = pieces(text)
    assert " ".join(" ".join(lines) for lines in found).split() == text.split()
    assert all(len(lines) <= LINES and max(map(len, lines)) <= WIDEST for lines in found)


@given(SENTENCES, st.floats(0, 200), st.floats(1, 2))
def test_no_caption_goes_too_fast_or_overlaps(text: str, start: float, slower: float) -> None:
    found = cues(text, start, start + seconds_to_read(text) * slower)
    assert all(len(cue.text) / (cue.end - cue.start) <= FASTEST for cue in found)
    assert all(first.end == second.start for first, second in pairwise(found))
    assert found[0].start == round(start, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag Wim.", [("Dag Wim.",)]),
        ("Noor: Ik zag uw kliko staan. Gaat het wel?", [("Noor: Ik zag uw kliko staan.", "Gaat het wel?")]),
        (
            "Henk en Samira lopen hun vaste ronde. Bij nummer 14 groeten ze altijd mevrouw Van der Wal.",
            [
                ("Henk en Samira lopen hun vaste ronde.",),
                ("Bij nummer 14 groeten ze", "altijd mevrouw Van der Wal."),
            ],
        ),
        ("a" * 50, [("a" * 50,)]),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_somebody_would_breathe(text: str, expected: list[tuple[str, ...]]) -> None:
    assert list(pieces(text)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("voice", "Noor: Dag"), ("sound", "[Dag]"), ("narrator", "Dag")]
)
def test_who_speaks_stands_in_front_and_sounds_in_brackets(kind: str, expected: str) -> None:
    assert shown(kind, "Noor", "Dag") == expected
