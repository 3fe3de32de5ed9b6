"""How hard a text is: scores that order texts as people do, and rare words but no names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.checks.language import check_language
from app.content.library import load_library
from app.content.reading_level import level_of, rare_words
from tests.content.small_library import LESSON, with_change

EASY = ["Je ziet een man.", "Hij zit op de bank.", "Het regent hard."]
HARD = (
    "De gemeentelijke verantwoordelijkheid voor maatschappelijke ondersteuning omvat tevens de "
    "signalering van problematische huishoudelijke omstandigheden bij alleenstaanden"
)


def test_easy_texts_score_higher_than_hard_ones() -> None:
    easy, hard = level_of(EASY), level_of([HARD])
    assert easy.score > 100
    assert hard.score < 50
    assert (easy.words, easy.sentences) == (12, 3)


@pytest.mark.parametrize("nothing", [[], [""], ["{nummer.112}"], ["…", "–"]])
def test_nothing_to_read_has_no_level(nothing: list[str]) -> None:
    assert level_of(nothing) == (0, 0, 0)


@pytest.mark.parametrize(
    ("sentences", "known", "expected"),
    [
        (["De kat zit op de stoep."], set(), ()),
        (["De zwieberkoorn zit op de stoep."], set(), ("zwieberkoorn",)),
        (["De zwieberkoorn zit op de stoep."], {"zwieberkoorn"}, ()),
        (["Zwieberkoorn is hier.", "Dag Zwieberkoorn!"], set(), ()),
        (["Zwieberkoorn’ jas.", "Zwieberkoorns hond, zei Zwieberkoorn."], set(), ()),
        (["De brievenbusklep en de speeltuinbank."], set(), ()),
        (["Dat is míjn fiets, en dát óók."], set(), ()),
        (["Kijk op zwieberkoorn.nl of bel {nummer.zwieberkoorn}."], set(), ()),
        (["Hij wrikt.", "Zij wrikt."], set(), ("wrikt",)),
    ],
)
def test_rare_words_are_those_that_few_people_meet(
    sentences: list[str], known: set[str], expected: tuple[str, ...]
) -> None:
    assert rare_words(sentences, known) == expected


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_has_a_level(sentences: list[str]) -> None:
    assert level_of(sentences).words >= 0
    found = rare_words(sentences, set())
    assert len(found) == len(set(found))
    assert rare_words(sentences, set(found)) == ()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("Er lagen drie zakken.", []),
        (
            "Er lag een zwieberkoorn.",
            [":12: zeldzaam: ‘zwieberkoorn’; kies een gewoner woord, of zet het in woordenlijst.md"],
        ),
        ((HARD + ".\n") * 40, [":12: leesniveau -38 is laag (onder 70); kies kortere woorden en zinnen"]),
    ],
)
def test_each_file_is_warned_of_once(tmp_path: Path, new: str, expected: list[str]) -> None:
    library = load_library(with_change(tmp_path, LESSON, "Lees elke zin.", new))
    found = [problem for problem in check_language(library) if problem.path.as_posix() == LESSON]
    assert [str(problem).removeprefix(LESSON) for problem in found] == expected
    assert {problem.severity for problem in found} <= {"let op"}
