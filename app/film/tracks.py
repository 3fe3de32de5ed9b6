"""The texts that go with a film: captions, descriptions and chapters, as WebVTT."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.film.timeline import TimedLine, Timeline


def stamp(seconds: float) -> str:
    """Hours, minutes and seconds as WebVTT writes them."""
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def captions(timeline: Timeline) -> str:
    """Everything that is said and heard, with who says it."""
    return _file("Ondertiteling, ook van geluiden", (cue for line in timeline.lines for cue in _cues(line)))


def descriptions(timeline: Timeline) -> str:
    """What can be seen, shot by shot."""
    return _file(
        "Beeldbeschrijving",
        (_cue(timed.shot.id, timed.start, timed.end, timed.shot.description) for timed in timeline.shots),
    )


def chapters(timeline: Timeline) -> str:
    return _file(
        "Hoofdstukken",
        (
            _cue(f"hoofdstuk-{number}", start, end, title)
            for number, (title, start, end) in enumerate(timeline.chapters, 1)
        ),
    )


def _cues(line: TimedLine) -> Iterable[str]:
    found = line.cues
    for number, cue in enumerate(found, 1):
        id = line.id if len(found) == 1 else f"{line.id}-{number}"
        text = "\n".join(escape(part, quote=False) for part in cue.lines)
        spoken = f"<v {escape(line.name, quote=False)}>{text}</v>" if line.kind == "voice" else text
        yield _block(id, cue.start, cue.end, spoken)


def _cue(id: str, start: float, end: float, text: str) -> str:
    return _block(id, start, end, escape(text, quote=False))


def _block(id: str, start: float, end: float, text: str) -> str:
    return f"{id}\n{stamp(start)} --> {stamp(end)}\n{text}\n"


def _file(note: str, blocks: Iterable[str]) -> str:
    return "\n".join(["WEBVTT\n", f"NOTE {note}\n", *blocks])
