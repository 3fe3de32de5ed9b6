"""Read WebVTT as browsers do, as far as our own tracks go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_TIMING = re.compile(r"(?P<start>[0-9:.]+) --> (?P<end>[0-9:.]+)(?: .*)?")
_TAG = re.compile(r"</?v[^>]*>")


class Cue(NamedTuple):
    """A text with its seconds, and the line of the file where it begins."""

    id: str
    start: float
    end: float
    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def read_cues(text: str) -> list[Cue]:
    """All cues in order.  Raises ``ValueError`` when it is no WebVTT."""
    if not text.startswith("WEBVTT"):
        raise ValueError("no WebVTT")
    return list(_cues(text.split("\n")))


def _cues(lines: list[str]) -> Iterator[Cue]:
    for number, line in enumerate(lines):
        if match := _TIMING.fullmatch(line):
            rest = lines[number + 1 :]
            end = next((i for i, each in enumerate(rest) if not each.strip()), len(rest))
            words = tuple(unescape(_TAG.sub("", each)) for each in rest[:end])
            id = lines[number - 1].strip() if number else ""
            yield Cue(id, _seconds(match["start"]), _seconds(match["end"]), words, number + 1)


def _seconds(stamp: str) -> float:
    whole = 0.0
    for part in stamp.split(":"):
        whole = whole * 60 + float(part)
    return round(whole, 3)
