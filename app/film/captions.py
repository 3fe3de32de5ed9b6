"""Captions: what is said in pieces that a slow reader can follow, at most two lines of 38 characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

WIDEST = 38
"""Characters of a line."""

LINES = 2
FASTEST = 15.0
"""Characters a second that nobody needs to hurry for."""

_END_OF_SENTENCE = re.compile(r"[.!?…][”’\"')\]]*$")
_PAUSE = re.compile(r"[,;:–][”’\"')\]]*$")
_CUE_WEIGHT = 12
"""A short caption stays as long as one with so many characters more."""


class Cue(NamedTuple):
    """A caption, as lines, and its seconds in the film."""

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def pieces(text: str) -> tuple[tuple[str, ...], ...]:
    """Cut a text into as few captions as can be, preferably behind a sentence; every word stays."""
    return _best(tuple(text.split()))[1]


@cache
def _best(words: tuple[str, ...]) -> tuple[float, tuple[tuple[str, ...], ...]]:
    """The cheapest way to cut these words, and what it costs."""
    if not words:
        return 0, ()
    options = []
    for end in range(len(words), 0, -1):
        lines = _lines(words[:end])
        if lines is None and end > 1:
            continue
        cost, rest = _best(words[end:])
        piece = lines or (words[0],)
        options.append((cost + _cost(piece, is_last=end == len(words)), (piece, *rest)))
    return min(options)


def _cost(lines: tuple[str, ...], *, is_last: bool) -> float:
    """A caption more costs 20, one that ends inside a sentence up to 12, and uneven lines a little."""
    uneven = abs(len(lines[0]) - len(lines[-1])) / WIDEST
    if is_last or _END_OF_SENTENCE.search(lines[-1]):
        return 20 + uneven
    return 20 + uneven + (5 if _PAUSE.search(lines[-1]) else 12)


def _lines(words: Sequence[str]) -> tuple[str, ...] | None:
    """The words on one line or two, or None if they don't fit."""
    whole = " ".join(words)
    if len(whole) <= WIDEST:
        return (whole,)
    best: tuple[float, tuple[str, ...]] | None = None
    for at in range(1, len(words)):
        first, second = " ".join(words[:at]), " ".join(words[at:])
        longest = max(len(first), len(second))
        if longest > WIDEST:
            continue
        breaks_well = _PAUSE.search(first) or _END_OF_SENTENCE.search(first)
        option = (longest - (8 if breaks_well else 0), (first, second))
        best = min(best, option) if best else option
    return best[1] if best else None


def shown(kind: str, name: str, text: str) -> str:
    """What stands there: sounds in brackets, and who speaks in front."""
    if kind == "sound":
        return f"[{text}]"
    return f"{name}: {text}" if kind == "voice" else text


def cues(text: str, start: float, end: float) -> tuple[Cue, ...]:
    """The captions of one line of the storyboard, sharing its time by their length."""
    parts = pieces(text)
    weights = [sum(map(len, part)) + _CUE_WEIGHT for part in parts]
    whole = sum(weights)
    found, passed = [], 0
    for part, weight in zip(parts, weights, strict=True):
        begin = start + (end - start) * passed / whole
        passed += weight
        found.append(Cue(round(begin, 3), round(start + (end - start) * passed / whole, 3), part))
    return tuple(found)


def seconds_to_read(text: str) -> float:
    """How long a text must stand there at least so that no caption of it goes faster than may be."""
    parts = pieces(text)
    weights = [sum(map(len, part)) + _CUE_WEIGHT for part in parts]
    longest = [sum(map(len, part)) + len(part) - 1 for part in parts]
    return max(
        size / (FASTEST - 0.2) * sum(weights) / weight for size, weight in zip(longest, weights, strict=True)
    )
