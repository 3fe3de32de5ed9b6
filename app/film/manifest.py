"""What a rendered film consists of: written by the build, read by the player and by the proofs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.film.stage import HEIGHT, WIDTH
from app.film.storyboard_file import NAME as STORYBOARD
from app.film.timeline import FPS, TimedLine, TimedShot, Timeline
from app.film.voices import FOLDER as VOICES

FILM, POSTER, MANIFEST = "film.mp4", "poster.webp", "manifest.json"
CAPTIONS, DESCRIPTIONS, CHAPTERS = "ondertiteling.vtt", "beschrijving.vtt", "hoofdstukken.vtt"
STILLS = "stills"


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def fingerprint(storyboard: str, kit: str) -> str:
    """Changes when the storyboard changes, or anything of the kit that it uses."""
    return sha256(f"{storyboard} {kit}".encode()).hexdigest()


def describe(case: Path, timeline: Timeline, kit: str) -> dict[str, Any]:
    """The manifest of what lies in the folder of a case now."""
    storyboard = digest(case / STORYBOARD)
    return {
        "case": case.name,
        "fingerprint": fingerprint(storyboard, kit),
        "storyboard": storyboard,
        "kit": kit,
        "voices": voices_of(case),
        "duration": round(timeline.seconds, 3),
        "fps": FPS,
        "width": WIDTH,
        "height": HEIGHT,
        "files": {name: _file(case / name) for name in _files(timeline)},
        "shots": [_shot(timed) for timed in timeline.shots],
        "stops": [{"id": stop.id, "at": stop.at} for stop in timeline.stops],
    }


def voices_of(case: Path) -> dict[str, str]:
    """The recordings that a film was made with, by line."""
    return {path.stem: digest(path) for path in sorted((case / VOICES).glob("*.wav"))}


def write(case: Path, manifest: Mapping[str, Any]) -> None:
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (case / MANIFEST).write_text(f"{text}\n", "utf-8", newline="\n")


def still_name(shot: str) -> str:
    return f"{STILLS}/{shot}.webp"


def _files(timeline: Timeline) -> Iterable[str]:
    yield from (FILM, POSTER, CAPTIONS, DESCRIPTIONS, CHAPTERS)
    yield from (still_name(timed.shot.id) for timed in timeline.shots)


def _file(path: Path) -> dict[str, object]:
    return {"bytes": path.stat().st_size, "sha256": digest(path)}


def _shot(timed: TimedShot) -> dict[str, object]:
    shot = timed.shot
    return {
        "id": shot.id,
        "start": round(timed.start, 3),
        "end": round(timed.end, 3),
        "chapter": shot.chapter or "",
        "title": " – ".join(filter(None, (shot.title.title, shot.title.below))) if shot.title else "",
        "description": shot.description,
        "still": still_name(shot.id),
        "still_at": round((timed.first + timed.still) / FPS, 3),
        "labels": [mark.label for mark in shot.marks],
        "lines": [_line(line) for line in timed.lines],
    }


def _line(line: TimedLine) -> dict[str, object]:
    return {
        "id": line.id,
        "who": line.name,
        "kind": line.kind,
        "text": line.text,
        "start": line.start,
        "end": line.end,
    }
