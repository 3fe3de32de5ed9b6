"""Words of lists are found as whole words, in any case, with Dutch endings, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.lexicon import Entry, Lexicon, fold, forms, is_findable, tokens

ENTRIES = [
    Entry("een", "raar", ""),
    Entry("een", "vast wel", ""),
    Entry("twee", "vast", ""),
    Entry("twee", "raar", ""),
]
WORDS = st.text(alphabet="aeiourtsfgkn ’'-.\n", max_size=60)


def found(words: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Lexicon([Entry("lijst", words, "waarom")]).find(text)]


@pytest.mark.parametrize(
    ("word", "inflected"),
    [
        ("raar", "rare"),
        ("onguur", "ongure"),
        ("brutaal", "brutale"),
        ("gek", "gekke"),
        ("vies", "vieze"),
        ("boos", "boze"),
        ("agressief", "agressieve"),
        ("respectloos", "respectloze"),
        ("dief", "dieven"),
        ("inbreker", "inbrekers"),
        ("type", "typen"),
        ("dag", "dagen"),
        ("week", "weken"),
        ("uur", "uren"),
        ("trok", "trokken"),
        ("zag", "zagen"),
        ("psychotisch", "psychotische"),
    ],
)
def test_a_word_is_found_with_its_endings(word: str, inflected: str) -> None:
    assert inflected in forms(word)
    assert found(word, f"Een {inflected} en {word.upper()}!") == [inflected, word.upper()]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("eng", "Engeland is een eng woord", ["eng"]),
        ("eng", "streng, lengte, zingend", []),
        ("raar", "raarder, onraar", []),
        ("vast wel", "vast  wel en vast\twel", ["vast  wel", "vast\twel"]),
        ("vast wel", "vast, wel; vast\nwel; vastwel", []),
        ("weer zo’n", "Weer zo'n en WEER ZO’N", ["Weer zo'n", "WEER ZO’N"]),
        ("coördinator", "de coordinator en de COÖRDINATOREN", ["coordinator", "COÖRDINATOREN"]),
        ("burn-out", "een burn-out, geen burn out", ["burn-out"]),
        ("0900-8844", "bel 0900-8844.", ["0900-8844"]),
        ("112", "bel 112, niet 1123", ["112"]),
        ("'s nachts", "’s nachts", ["s nachts"]),
        ("", "niets", []),
    ],
)
def test_only_whole_words_count(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


def test_of_two_lists_the_first_wins_and_what_overlaps_is_found_twice() -> None:
    hits = [(hit.start, hit.end, hit.entry.list_id) for hit in Lexicon(ENTRIES).find("raar, vast wel")]
    assert hits == [(0, 4, "een"), (6, 10, "twee"), (6, 14, "een")]


def test_a_word_as_it_is_listed_wins_from_another_word_with_an_ending() -> None:
    lexicon = Lexicon([Entry("een", "dag", ""), Entry("twee", "dagen", "")])
    assert [hit.entry.list_id for hit in lexicon.find("dagen")] == ["twee"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vast wel", True),
        ("’s nachts", True),
        ("weer zo’n", True),
        ("a.u.b.", False),
        ("(open)", False),
        ("…", False),
    ],
)
def test_what_can_never_be_found_is_known(words: str, expected: bool) -> None:
    assert is_findable(words) is expected
    if expected:
        assert found(words, f"Ja, {words}, echt.")


@given(st.text(max_size=200))
def test_tokens_are_where_they_say(text: str) -> None:
    found, end = tokens(text), 0
    for token in found:
        assert end <= token.start < token.end
        assert token.word == fold(text[token.start : token.end])
        end = token.end


@given(st.lists(WORDS, max_size=5), st.text(max_size=200) | WORDS)
def test_any_list_and_any_text_will_do(words: list[str], text: str) -> None:
    lexicon = Lexicon([Entry("lijst", each, "") for each in words])
    for hit in lexicon.find(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.entry.words in words


@given(WORDS)
def test_what_is_listed_is_found_in_itself(words: str) -> None:
    if is_findable(words):
        assert found(words, words)
