"""What the coach says of a report: words to rewrite and why, what is missing, facts against fill-ins.

Everything follows from the text and the lists; nothing of it is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.content.lexicon import Hit
from app.content.report_coach import DOUBT, ReportCoach, Step, WordList
from app.measurement.shapes import SHAPES, Span

OBSERVED = "waarnemen"
IDENTIFIES = "herkenbaar"
INTENTION = "wie"
"""To whom is a plan, and no fact."""

MAY_BE_SAID = frozenset({"invulling", "oordeel", "horen-zeggen"})
"""What somebody else said may be passed on in their own words, whatever they are."""

MAY_BE_DOUBTED = frozenset({"invulling"})

_END = re.compile(r"(?<![.!?…])[.!?…]++[”’\"')]*+(?=\s|$)|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:mevr|mw|dhr|fam|dr|nr|huisnr|bijv|bv|ca|blz|tel|[a-z](?:\.[a-z])*)\.$", re.IGNORECASE
)
_LONGEST_ABBREVIATION = 12
_SAYS = r"(?:zei(?:den)?|zegt|zeggen|riep(?:en)?|roept|roepen|vroeg(?:en)?|vraagt|schreeuwde|antwoordde)"
_QUOTE = (
    r"(?:“[^”\n]{1,300}”|„[^”“\n]{1,300}[”“]|\"[^\"\n]{1,300}\"|‘[^’\n]{1,300}’(?!\w)|'[^'\n]{1,300}'(?!\w))"
)
_SAID = re.compile(
    rf"\b{_SAYS}\b[^.:!?\n]{{0,40}}:\s{{1,3}}(?P<rest>[^.!?\n“„\"‘']{{1,200}})"
    rf"|(?::|\b{_SAYS},?)\s{{0,3}}(?P<before>{_QUOTE})"
    rf"|(?P<after>{_QUOTE}),?\s{{1,3}}{_SAYS}\b",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """Words to rewrite: where they stand, which list they are on, and why."""

    start: int
    end: int
    kind: str
    words: str
    reason: str


class Piece(NamedTuple):
    """A stretch of the text, marked or not."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence of a report, in pieces."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Needed:
    """Something that a step asks for, and the first words that say it; none when it is missing."""

    list: WordList
    words: str = ""
    praise: str = ""


@dataclass(frozen=True)
class Reason:
    """One why, with the number under which it stands, and all words that it is about."""

    number: int
    kind: str
    words: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Advice:
    """All that the coach says of one answer."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    needed: tuple[Needed, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The lists that were hit, in the order of the text."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Each why once, in the order of the text."""
        words: dict[tuple[str, str], dict[str, str]] = {}
        for mark in self.marks:
            words.setdefault((mark.kind, mark.reason), {}).setdefault(mark.words.lower(), mark.words)
        return tuple(
            Reason(number, kind, tuple(said.values()), reason)
            for number, ((kind, reason), said) in enumerate(words.items(), 1)
        )

    @property
    def missing(self) -> tuple[Needed, ...]:
        return tuple(needed for needed in self.needed if not needed.words)

    @property
    def there(self) -> tuple[Needed, ...]:
        return tuple(needed for needed in self.needed if needed.words)

    @property
    def is_good(self) -> bool:
        return not self.marks and not self.missing


@dataclass(frozen=True)
class Sorted:
    """The sentences of a report: facts, fill-ins, and what is neither."""

    facts: tuple[Sentence, ...]
    fill_ins: tuple[Sentence, ...]
    others: tuple[Sentence, ...]


def advise(text: str, step: Step, coach: ReportCoach) -> Advice:
    """What the coach says of the answer to one step."""
    found = marks(text, coach)
    return Advice(tuple(pieces(text, found)), found, tuple(_needed(text, step, coach)))


def marks(text: str, coach: ReportCoach) -> tuple[Mark, ...]:
    """Words to rewrite, from left to right; where two overlap the longest that begins first stays."""
    said = _covered(text, (_quote_in(match) for match in _SAID.finditer(text)))
    doubted = _covered(text, _with(_sentences(text), [hit.start for hit in coach.helps[DOUBT].find(text)]))
    hits = [hit for hit in coach.warnings.find(text) if not _is_allowed(hit, said, doubted)]
    hits += _shaped(text, IDENTIFIES, coach)
    return tuple(
        Mark(hit.start, hit.end, hit.entry.list_id, text[hit.start : hit.end], hit.entry.reason)
        for hit in _leftmost_longest(hits)
    )


def pieces(text: str, found: Iterable[Mark], start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The text between ``start`` and ``end``, cut at its marks; put together it is the same text."""
    end = len(text) if end is None else end
    for mark in found:
        if start <= mark.start and mark.end <= end:
            if start < mark.start:
                yield Piece(text[start : mark.start])
            yield Piece(text[mark.start : mark.end], mark)
            start = mark.end
    if start < end:
        yield Piece(text[start:end])


def sort(answers: Iterable[tuple[Step, str]], coach: ReportCoach) -> Sorted:
    """Facts against fill-ins over all answers of a report.

    A sentence with a word to rewrite is a fill-in, unless that word only makes somebody recognisable.
    """
    facts: list[Sentence] = []
    fill_ins: list[Sentence] = []
    others: list[Sentence] = []
    for step, text in answers:
        found = marks(text, coach)
        all_spans = list(_sentences(text, found))
        guessed = set(_with(all_spans, [mark.start for mark in found if mark.kind != IDENTIFIES]))
        observed = set(_with(all_spans, _facts_at(text, step, coach)))
        cuts = _cut(text, found, all_spans)
        for span, sentence in zip(all_spans, cuts, strict=True):
            bin = fill_ins if span in guessed else facts if span in observed else others
            bin.append(sentence)
    return Sorted(tuple(facts), tuple(fill_ins), tuple(others))


def _cut(text: str, found: Sequence[Mark], spans: Iterable[Span]) -> Iterator[Sentence]:
    starts = [mark.start for mark in found]
    for start, end in spans:
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Sentence(tuple(pieces(text, inside, start, end)))


def _quote_in(match: re.Match[str]) -> Span:
    return next(match.span(name) for name in ("rest", "before", "after") if match[name])


def _covered(text: str, spans: Iterable[Span]) -> bytearray:
    """For each place in the text whether one of these spans holds it."""
    cover = bytearray(len(text))
    for start, end in spans:
        cover[start:end] = b"\1" * (end - start)
    return cover


def _is_allowed(hit: Hit, said: bytearray, doubted: bytearray) -> bool:
    kind = hit.entry.list_id
    return bool((kind in MAY_BE_SAID and said[hit.start]) or (kind in MAY_BE_DOUBTED and doubted[hit.start]))


def _with(spans: Iterable[Span], places: Iterable[int]) -> Iterator[Span]:
    """The spans that hold one of these places."""
    ordered = sorted(places)
    for start, end in spans:
        at = bisect_left(ordered, start)
        if at < len(ordered) and ordered[at] < end:
            yield start, end


def _shaped(text: str, list_id: str, coach: ReportCoach) -> Iterator[Hit]:
    for name, entry in coach.patterns.items():
        if entry.list_id == list_id and name in SHAPES:
            yield from (Hit(start, end, entry) for start, end in SHAPES[name](text, coach.service_numbers))


def _leftmost_longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    free = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= free:
            yield hit
            free = hit.end


def _sentences(text: str, found: Sequence[Mark] = ()) -> Iterator[Span]:
    """Where sentences begin and end, without the spaces around them; none ends within a mark."""
    inside = _covered(text, ((mark.start + 1, mark.end) for mark in found))
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        before = text[max(start, end - _LONGEST_ABBREVIATION) : end]
        if end == len(text) or not (inside[end] or _ABBREVIATION.search(before)):
            yield from _stripped(text, start, end)
            start = end
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    bare = text[start:end].strip()
    if bare:
        start += text[start:end].index(bare)
        yield start, start + len(bare)


def _needed(text: str, step: Step, coach: ReportCoach) -> Iterator[Needed]:
    for id in step.asks:
        if id in coach.lists:
            first = min(_helpful(text, id, coach), key=lambda hit: (hit.start, -hit.end), default=None)
            if first:
                yield Needed(coach.lists[id], text[first.start : first.end], first.entry.reason)
            else:
                yield Needed(coach.lists[id])


def _facts_at(text: str, step: Step, coach: ReportCoach) -> Iterator[int]:
    """Where it says what was seen, heard or smelt; or what the step asks for, such as a time."""
    for id in {OBSERVED, *step.asks} - {INTENTION}:
        yield from (hit.start for hit in _helpful(text, id, coach))


def _helpful(text: str, list_id: str, coach: ReportCoach) -> Iterator[Hit]:
    if list_id in coach.helps:
        yield from coach.helps[list_id].find(text)
        yield from _shaped(text, list_id, coach)
