"""The gap detector: what the follow-up map of a team lacks, and what too much of it depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.models.neighbourhood import FollowUp

NOBODY, UNREACHABLE, ONE_PERSON, NO_PROMISE = "nobody", "unreachable", "one person", "no promise"
"""Nobody picks it up; it does not say how to reach them; nobody takes over; no answer was promised."""

ONE_FOR_MANY = "one for many"
"""The same person or the same channel for so many kinds that much stops with one illness."""

MANY = 3


@dataclass(frozen=True)
class Gap:
    """Something that a map lacks, for one kind or over several."""

    code: str
    kinds: tuple[str, ...]
    who: str = ""
    """The person or channel that too much depends on."""


def gaps(kinds: Sequence[str], rows: Mapping[str, FollowUp]) -> tuple[Gap, ...]:
    """What the map lacks: first kind by kind, in their order, then what too many kinds depend on."""
    filled = [(kind, rows[kind]) for kind in kinds if kind in rows]
    single = (Gap(code, (kind,)) for kind in kinds for code in _missing(rows.get(kind)))
    return (*single, *_widest([*_shared(filled, _person), *_shared(filled, _channel)]))


def _missing(row: FollowUp | None) -> Iterator[str]:
    if row is None:
        yield NOBODY
        return
    if not row.channel:
        yield UNREACHABLE
    if not row.deputy:
        yield ONE_PERSON
    if row.feedback_days is None:
        yield NO_PROMISE


def _shared(
    filled: Sequence[tuple[str, FollowUp]], depends_on: Callable[[FollowUp], tuple[str, str]]
) -> Iterator[Gap]:
    """The same answer at many kinds; ``depends_on`` gives it as compared and as written."""
    groups: dict[str, list[str]] = {}
    written: dict[str, str] = {}
    for kind, row in filled:
        same, text = depends_on(row)
        groups.setdefault(same, []).append(kind)
        written.setdefault(same, text)
    for same, kinds in groups.items():
        if same and len(kinds) >= MANY:
            yield Gap(ONE_FOR_MANY, tuple(kinds), written[same])


def _person(row: FollowUp) -> tuple[str, str]:
    return " ".join(row.role.casefold().split()), row.role


def _channel(row: FollowUp) -> tuple[str, str]:
    """Of a phone number only the digits count, however it was spaced."""
    digits = "".join(c for c in row.channel if c.isdigit())
    is_number = all(c.isdigit() or c in " +()-" for c in row.channel)
    return (digits if is_number else " ".join(row.channel.casefold().split())), row.channel


def _widest(found: Sequence[Gap]) -> Iterator[Gap]:
    """One sentence for one worry: a person and their number mostly go together."""
    for number, gap in enumerate(found):
        kinds, earlier = set(gap.kinds), [set(other.kinds) for other in found[:number]]
        if kinds not in earlier and not any(kinds < set(other.kinds) for other in found):
            yield gap
