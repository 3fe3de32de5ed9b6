"""Sentences, words and words to avoid."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.language import count_words, find_avoided, sentences


class Avoid(NamedTuple):
    word: str
    replacement: str


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (
            "Je loopt. Je kijkt! Zie je iets? Ja…",
            [(1, "Je loopt."), (1, "Je kijkt!"), (1, "Zie je iets?"), (1, "Ja…")],
        ),
        ("Je loopt\nnaar huis. Je\nkijkt om.", [(1, "Je loopt naar huis."), (2, "Je kijkt om.")]),
        ("Je loopt.\n\nJe kijkt.", [(1, "Je loopt."), (3, "Je kijkt.")]),
        ("“Wie ben jij?” Hij wacht.", [(1, "“Wie ben jij?”"), (1, "Hij wacht.")]),
        ("“Wie ben jij?” vraagt hij.", [(1, "“Wie ben jij?” vraagt hij.")]),
        ("Nou… ik weet het niet.", [(1, "Nou… ik weet het niet.")]),
        (
            "Om 22.10 uur stopt een auto. 3 mannen stappen uit.",
            [(1, "Om 22.10 uur stopt een auto."), (1, "3 mannen stappen uit.")],
        ),
        (
            "Zie art. 53 van de wet. Bel dhr. Jansen.",
            [(1, "Zie art. 53 van de wet."), (1, "Bel dhr. Jansen.")],
        ),
        ("Vraag het J. de Wit, bijv. om 8 uur.", [(1, "Vraag het J. de Wit, bijv. om 8 uur.")]),
        ("Ik help u. Dan gaan we.", [(1, "Ik help u."), (1, "Dan gaan we.")]),
        (
            "Neem mee:\n- een lamp\n- een pen\n1. je vest\n",
            [(1, "Neem mee:"), (2, "een lamp"), (3, "een pen"), (4, "je vest")],
        ),
        ("### Let op gedrag\nNiet op kleding.", [(1, "Let op gedrag"), (2, "Niet op kleding.")]),
        (
            "| feit | eng |\n|---|:--|\n| om 3 uur | Raar. Vreemd |",
            [(1, "feit"), (1, "eng"), (3, "om 3 uur"), (3, "Raar."), (3, "Vreemd")],
        ),
        ("Je kijkt\n> Onthoud dit\n> goed.\nDan", [(1, "Je kijkt"), (2, "Onthoud dit goed."), (4, "Dan")]),
        ("**Jongen:** “Avond.”", [(1, "“Avond.”")]),
        ("Een **dik** en _schuin_ `woord`.", [(1, "Een dik en schuin woord.")]),
        (
            "Lees [de les](les:melden) nu.\n[Blok](blok:spoed)\nKlaar.",
            [(1, "Lees de les nu."), (3, "Klaar.")],
        ),
        ("![Een deur](tekening:deur)\n---\nKlaar.", [(1, "Een deur"), (3, "Klaar.")]),
        (
            "Waar staat dat? Artikel 53 van het wetboek.",
            [(1, "Waar staat dat?"), (1, "Artikel 53 van het wetboek.")],
        ),
    ],
)
def test_text_is_split_into_sentences(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(sentences(text)) == expected


def test_lines_count_from_the_first_line() -> None:
    assert [sentence.line for sentence in sentences("Een.\n\nTwee. Drie.", 40)] == [40, 42, 42]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("", 0),
        ("Je loopt.", 2),
        ("Om 22.10 uur – in de Fazantstraat – stopt een auto.", 9),
        ("Bel {nummer.politie} of 088 0767 000.", 4),
        ("Het niet-pluisgevoel van oma’s buurvrouw", 5),
        ("Zet ’s avonds en/of ’s nachts je naam@team.nl aan", 9),
    ],
)
def test_words_are_counted_as_a_reader_would(sentence: str, words: int) -> None:
    assert count_words(sentence) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een verwarde man belt aan.", [(7, "verwarde man")]),
        ("Verwarde\nmannen bellen aan.", [(7, "Verwarde mannen")]),
        ("Kijk.\n\nDe dader en andere DADERS.", [(9, "dader"), (9, "DADERS")]),
        ("De daderkennis en de mededader.", []),
        ("De demente man heeft dementie.", [(7, "demente")]),
        ("“Die dader,” zegt hij, “is dement.” De dader.", [(7, "dader")]),
        ("Zeg niet ‘dader’.", []),
    ],
)
def test_words_to_avoid_are_found(text: str, found: list[tuple[int, str]]) -> None:
    avoid = [
        Avoid("man", "mens"),
        Avoid("verwarde man", "iemand"),
        Avoid("dader", "de man"),
        Avoid("dement", "vergeetachtig"),
    ]
    wrong = [(hit.line, hit.word) for hit in find_avoided(text, avoid, 7) if hit.replacement != "mens"]
    assert wrong == found


def test_the_longest_word_to_avoid_wins() -> None:
    avoid = [Avoid("man", "mens"), Avoid("verwarde man", "iemand"), Avoid(" ", "niets")]
    assert [hit.replacement for hit in find_avoided("Een verwarde man en een man.", avoid)] == [
        "iemand",
        "mens",
    ]


def test_nothing_to_avoid_finds_nothing() -> None:
    assert list(find_avoided("Een verwarde man.", [])) == []


MARKUP = st.text(st.sampled_from("ab. !?…\n|-*_[](){}>#“”‘’:1\\`"), max_size=80)


@given(MARKUP)
def test_any_text_splits_into_sentences_on_its_own_lines(text: str) -> None:
    found = list(sentences(text, 5))
    assert [sentence.line for sentence in found] == sorted(sentence.line for sentence in found)
    assert all(5 <= sentence.line <= 5 + text.count("\n") and sentence.text.strip() for sentence in found)


@pytest.mark.parametrize("piece", ["[", "[[](", "|-", "art. ", "A.\n", "“", "*_", "a\n", "- \n", "--"])
def test_a_long_strange_text_takes_no_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert sum(count_words(sentence.text) for sentence in sentences(text)) >= 0
    assert list(find_avoided(text, [Avoid("dader", "de man")])) == []
