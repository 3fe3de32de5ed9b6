"""A video case of twelve seconds for the tests, whole and free of problems: two stops, three stretches.

Its picture is a test card, made once with::

    ffmpeg -f lavfi -i testsrc=duration=12:size=320x180:rate=10 -f lavfi -i anullsrc=r=16000:cl=mono:d=12 \
        -c:v libx264 -preset veryslow -crf 34 -g 20 -pix_fmt yuv420p -c:a aac -b:a 8k -shortest \
        -movflags +faststart -map_metadata -1 -fflags +bitexact film.mp4
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

FILM = Path(__file__).parent / "film"
ID, MODULE = "proeffilm", "wijkveiligheid"
FOLDER = f"media/{ID}"
WORDS, MANIFEST, STORYBOARD = (
    f"{FOLDER}/{name}" for name in ("casus.md", "manifest.json", "storyboard.yaml")
)
STOPS = {"gezien": 5.9, "doen": 8.9}
DURATION = 12.0

CASE = """\
---
titel: De fiets bij de boom
duur: 2 minuten
versie: 1
module: wijkveiligheid
tekening: fiets
leerdoel: Je zegt wat je zag, en niet wat je denkt.
levensfase: jongere
plek: straat
rechten: Eigen tekening, mag vrij gebruikt worden binnen Buurtpreventie PLUS.
---

Samira loopt haar vaste ronde. Bij een boom ligt een fiets.

## Wat heb je gemerkt? {#gezien}

Kijk alleen naar wat er te zien was.

- [x] a. De fiets ligt op zijn kant.
  > Dat kun je filmen.
- [ ] b. Iemand heeft de fiets gestolen.
  > Dat heb je niet gezien.
- [~] c. Het slot hangt los.
  > Dat zag je ook, aan de zijkant.

### Waarneming {#gezien-waarneming}

- De fiets ligt op zijn kant.
- Het slot hangt los.

### Invulling {#gezien-invulling}

- De fiets is gestolen.

## Wat zeg je tegen Ron? {#doen}

- [ ] a. Jij hebt die fiets zeker laten vallen?
  > Daar zit een oordeel in.
- [x] b. Weet jij van wie deze fiets is?
  > Dat is een open vraag.

### Waarneming {#doen-waarneming}

- Ron kijkt naar de grond.

### Invulling {#doen-invulling}

- Ron heeft iets te verbergen.

## Na afloop {#na-afloop}

De fiets was van het zusje van Ron. Je kunt bellen met {nummer.politie}.
"""

BOARD = """\
decor: lindelaan
shots:
  - id: straat
  - id: boom
    stop: gezien
  - id: ron
    stop: doen
  - id: slot
"""


def line(id: str, who: str, text: str, start: float, kind: str = "voice") -> dict[str, Any]:
    return {"id": id, "who": who, "kind": kind, "text": text, "start": start, "end": start + 1.2}


SHOTS: list[dict[str, Any]] = [
    {
        "id": "straat", "start": 0.0, "end": 3.0, "chapter": "De ronde",
        "description": "Een straat met bomen. Samira loopt over de stoep.",
        "still": "stills/straat.webp", "title": "Lindelaan – half acht", "labels": [],
        "lines": [
            line("straat-1", "", "een vogel fluit", 0.1, "sound"),
            line("straat-2", "Verteller", "Samira loopt haar ronde.", 1.5, "narrator"),
        ],
    },
    {
        "id": "boom", "start": 3.0, "end": 6.0, "chapter": "",
        "description": "Bij een boom ligt een fiets.",
        "still": "stills/boom.webp", "labels": ["Het slot hangt los"],
        "lines": [line("boom-1", "Samira", "Hé, een fiets.", 3.5)],
    },
    {
        "id": "ron", "start": 6.0, "end": 9.0, "chapter": "Ron",
        "description": "Ron staat naast de boom en kijkt naar de grond.",
        "still": "stills/ron.webp", "labels": [],
        "lines": [line("ron-1", "Ron", "Dag Samira.", 6.2), line("ron-2", "Samira", "Dag Ron.", 7.5)],
    },
    {
        "id": "slot", "start": 9.0, "end": 12.0, "chapter": "",
        "description": "Samira en Ron zetten de fiets rechtop.",
        "still": "stills/slot.webp", "labels": [],
        "lines": [{**line("slot-1", "Ron", "Bedankt, Samira. Tot morgen op het plein.", 9.3), "end": 11.5}],
    },
]  # fmt: skip


def vtt(cues: list[tuple[float, float, str]]) -> str:
    stamp = "00:00:{:06.3f}".format
    return "WEBVTT\n" + "".join(f"\n{stamp(a)} --> {stamp(b)}\n{text}\n" for a, b, text in cues)


def cues(line: dict[str, Any]) -> list[tuple[float, float, str]]:
    """A line as captions, one for each of its sentences."""
    texts = [f"<v {line['who']}>{text}</v>" for text in line["text"].replace(". ", ".|").split("|")]
    length = (line["end"] - line["start"]) / len(texts)
    starts = [line["start"] + number * length for number in range(len(texts))]
    return [(start, start + length, text) for start, text in zip(starts, texts, strict=True)]


def rendered() -> dict[str, bytes]:
    """Every file that a build would leave behind, but the manifest."""
    film, still = (FILM / "film.mp4").read_bytes(), (FILM / "still.webp").read_bytes()
    lines = [cue for shot in SHOTS for x in shot["lines"] for cue in cues(x)]
    texts = {
        "ondertiteling.vtt": vtt(lines),
        "beschrijving.vtt": vtt([(s["start"], s["end"], s["description"]) for s in SHOTS]),
        "hoofdstukken.vtt": vtt([(0.0, 6.0, "De ronde"), (6.0, DURATION, "Ron")]),
    }
    return {
        "film.mp4": film,
        "poster.webp": still,
        **{str(shot["still"]): still for shot in SHOTS},
        **{name: text.encode() for name, text in texts.items()},
    }


def manifest(**changes: Any) -> dict[str, Any]:
    """The manifest of the case, with these keys changed."""
    return {
        "case": ID,
        "storyboard": sha256(BOARD.encode()).hexdigest(),
        "fingerprint": "f" * 64,
        "duration": DURATION,
        "fps": 10,
        "width": 320,
        "height": 180,
        "files": {
            name: {"bytes": len(data), "sha256": sha256(data).hexdigest()}
            for name, data in rendered().items()
        },
        "shots": SHOTS,
        "stops": [{"id": id, "at": at} for id, at in STOPS.items()],
    } | changes


def write_case(root: Path, changes: Mapping[str, str] | None = None) -> None:
    """Put the case in the content below ``root``; ``changes`` are other texts for some of its files."""
    texts = {WORDS: CASE, STORYBOARD: BOARD, MANIFEST: json.dumps(manifest(), indent=1)}
    files = {f"{FOLDER}/{name}": data for name, data in rendered().items()}
    files |= {name: text.encode() for name, text in (texts | dict(changes or {})).items()}
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def link_case(root: Path) -> str:
    """Let the last part of the first lesson lead to the case; tells the id of that lesson."""
    lesson = min(root.glob("modules/1-*/01-*.md"))
    text = lesson.read_text("utf-8").rstrip("\n")
    lesson.write_text(f"{text}\n\n[Video: De fiets bij de boom](video:{ID})\n", "utf-8", newline="\n")
    return lesson.stem.partition("-")[2]
