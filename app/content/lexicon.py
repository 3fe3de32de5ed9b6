"""Words of lists, found back in what somebody typed: whole words, in any case, with Dutch endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_GAP = re.compile(r"[^\S\n]+")
_VOICED = {"f": "v", "s": "z"}
_LONG = re.compile(r"(.*)(aa|ee|oo|uu)([bcdfgklmnprstvz])")
_SHORT = re.compile(r".*(?:[^aeiou]|^)[aeiou]([bdfgklmnprst])")


class Token(NamedTuple):
    """A word as it stands in a text, and as it is looked up."""

    start: int
    end: int
    word: str


@dataclass(frozen=True)
class Entry:
    """A line of a list: words to find, and what to tell who used them."""

    list_id: str
    words: str
    reason: str


class Hit(NamedTuple):
    """Where an entry was found."""

    start: int
    end: int
    entry: Entry


def fold(word: str) -> str:
    """Without capitals and accents, and with straight apostrophes."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def tokens(text: str) -> list[Token]:
    return [Token(match.start(), match.end(), fold(match[0])) for match in _TOKEN.finditer(text)]


def forms(word: str) -> set[str]:
    """A folded word as it is listed and with the usual endings: raar, rare; gek, gekke; vies, vieze."""
    stems = {word}
    if match := _LONG.fullmatch(word):
        stems.add(match[1] + match[2][0] + match[3])
    elif match := _SHORT.fullmatch(word):
        stems.add(word + match[1])
    stems |= {stem[:-1] + _VOICED[stem[-1]] for stem in list(stems) if stem[-1:] in _VOICED}
    return {word, f"{word}n", f"{word}s", *(f"{stem}{end}" for stem in stems for end in ("e", "en"))}


def is_findable(words: str) -> bool:
    """Whether these words, typed just so, would be found."""
    found = tokens(words)
    return bool(found) and _are_joined(words, found) and not words[: found[0].start].strip("'’")


@dataclass(frozen=True)
class Lexicon:
    """Entries to look up; of two with the same words the first counts."""

    entries: Sequence[Entry]

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, ...], Entry]:
        listed = [(tuple(token.word for token in tokens(entry.words)), entry) for entry in self.entries]
        exact: dict[tuple[str, ...], Entry] = {}
        for words, entry in listed:
            if words:
                exact.setdefault(words, entry)
        inflected = dict(exact)
        for words, entry in exact.items():
            for form in forms(words[-1]):
                inflected.setdefault((*words[:-1], form), entry)
        return inflected

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """By the first word of entries: how many words the longest of them has."""
        longest: dict[str, int] = {}
        for words in self._by_words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest

    def find(self, text: str) -> Iterator[Hit]:
        """Every entry at every place; they may overlap."""
        found = tokens(text)
        for at, first in enumerate(found):
            for count in range(1, self._longest.get(first.word, 0) + 1):
                run = found[at : at + count]
                entry = self._by_words.get(tuple(token.word for token in run))
                if entry and len(run) == count and _are_joined(text, run):
                    yield Hit(first.start, run[-1].end, entry)


def _are_joined(text: str, run: Iterable[Token]) -> bool:
    """Whether nothing but spaces stands between these words."""
    return all(_GAP.fullmatch(text, one.end, other.start) for one, other in pairwise(run))
