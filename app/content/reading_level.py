"""How hard a text is to read.  Needs two libraries that only authors install (the extra ``authors``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple
from unicodedata import combining, normalize

RARE = 2.0
"""On Zipf's scale: once in ten million words.  Of what is met more often nearly all are household words."""

COMMON = 3.3
"""What both parts of a compound must reach for the whole to be understood: twice in a million words."""

SHORTEST = 4
"""Letters; shorter words are hardly ever the hard ones."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT_READ = re.compile(r"\{[^{}]*\}|\b[\w-]+(?:\.[\w-]+)*\.nl\b")
"""Placeholders and web addresses."""
_BETWEEN_PARTS = ("", "s", "en", "e", "n", "-")


class ReadingLevel(NamedTuple):
    """Flesch-Douma: 100 and higher is very easy, 80 fairly easy, 60 normal, below 50 hard."""

    score: float
    words: int
    sentences: int


def is_available() -> bool:
    """Whether the libraries are there."""
    return bool(find_spec("textstat") and find_spec("wordfreq"))


def level_of(sentences: Iterable[str]) -> ReadingLevel:
    """206.8 - 77 syllables per word - 0.93 words per sentence (Douma 1960), as textstat counts them."""
    import textstat

    textstat.set_lang("nl")
    text = " ".join(_closed(_NOT_READ.sub("", sentence).strip()) for sentence in sentences)
    if not _WORD.search(text):
        return ReadingLevel(0, 0, 0)
    score = textstat.flesch_reading_ease(text)
    return ReadingLevel(score, textstat.lexicon_count(text), textstat.sentence_count(text))


def rare_words(sentences: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The words that few people meet, in the order in which they come; names and ``known`` ones are left out.

    A word is rare by the Dutch list of wordfreq, unless it is made of two common words.
    """
    spoken = [_NOT_READ.sub("", sentence) for sentence in sentences]
    names = {word for sentence in spoken for word in _words(sentence)[1:] if word[0].isupper()}
    lowered = {
        word.lower(): None
        for sentence in spoken
        for word in _words(sentence)
        if word not in names and word.removesuffix("s") not in names
    }
    return tuple(word for word in lowered if word not in known and _is_rare(word))


def _words(sentence: str) -> list[str]:
    return _WORD.findall(sentence)


def _closed(sentence: str) -> str:
    return sentence if sentence[-1:] in ".?!" else f"{sentence}."


@cache
def _is_rare(word: str) -> bool:
    plain = _without_accents(word)
    is_met = len(word) < SHORTEST or max(_frequency(word), _frequency(plain)) >= RARE
    return not is_met and not any(_is_common(*parts) for parts in _splits(plain))


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for at in range(3, len(word) - 2):
        for between in _BETWEEN_PARTS:
            if word[:at].endswith(between):
                yield word[: at - len(between)], word[at:]


def _is_common(first: str, second: str) -> bool:
    return len(first) > 2 and _frequency(first) >= COMMON and _frequency(second) >= COMMON


def _frequency(word: str) -> float:
    from wordfreq import zipf_frequency

    return zipf_frequency(word, "nl")


def _without_accents(word: str) -> str:
    """‘Míjn’ is only ‘mijn’ said with stress."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))
