"""Recorded lines: WAV files in ``stemmen/``, named after their line.  They retime shots and drive mouths."""

from __future__ import annotations

import wave
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.content.document import Problem
from app.film.timeline import FPS

FOLDER = "stemmen"
RATE = 48_000
"""Samples a second of all sound in a film."""

LONGEST = 60.0
SILENCE = 0.02
"""Of the loudest sample: what lies below it at both ends is not speech."""

ROOM = 0.08
"""Seconds left in front of the first sound and behind the last."""

Samples = NDArray[np.float64]


@dataclass(frozen=True)
class Voice:
    """Somebody's recorded line, cut to where it sounds."""

    samples: Samples = field(repr=False, compare=False)
    sha256: str

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE

    @property
    def mouth(self) -> tuple[float, ...]:
        """How far the mouth is open, 25 times a second."""
        step = RATE // FPS
        loud = [
            float(np.sqrt(np.mean(self.samples[at : at + step] ** 2)))
            for at in range(0, len(self.samples), step)
        ]
        most = max(loud, default=0.0) or 1.0
        return tuple(round(min(1.0, each / most * 1.2) * 5) / 5 for each in loud)


def read_voices(case: Path, ids: Collection[str]) -> tuple[dict[str, Voice], tuple[Problem, ...]]:
    """The recordings of a case by line, and what is wrong with the files."""
    voices: dict[str, Voice] = {}
    problems: list[Problem] = []
    for path in sorted((case / FOLDER).glob("*.wav")):
        place = Path("media", case.name, FOLDER, path.name)
        if path.stem not in ids:
            problems.append(
                Problem(place, 1, f"geen regel heet ‘{path.stem}’; geef dit bestand een andere naam")
            )
            continue
        try:
            voices[path.stem] = _read(path)
        except (wave.Error, EOFError, OSError, ValueError):
            message = "dit is geen gewone WAV (PCM) van hoogstens een minuut; sla de opname opnieuw op"
            problems.append(Problem(place, 1, message))
    return voices, tuple(problems)


def _read(path: Path) -> Voice:
    data = path.read_bytes()
    with wave.open(str(path)) as file:
        width, rate, channels = file.getsampwidth(), file.getframerate(), file.getnchannels()
        if not 0 < file.getnframes() <= LONGEST * rate or not 8000 <= rate <= 192_000:
            raise ValueError("too short or too long")
        samples = _decode(file.readframes(file.getnframes()), width)
    mono = samples[: len(samples) // channels * channels].reshape(-1, channels).mean(axis=1)
    at = np.arange(int(len(mono) * RATE / rate)) * rate / RATE
    return Voice(_cut(np.interp(at, np.arange(len(mono)), mono)), sha256(data).hexdigest())


def _decode(data: bytes, width: int) -> Samples:
    """Between -1 and 1, from 16, 24 or 32 bits a sample."""
    if width not in {2, 3, 4}:
        raise ValueError("an unusual number of bits")
    raw = np.frombuffer(data[: len(data) // width * width], dtype=np.uint8).reshape(-1, width)
    whole = np.zeros((len(raw), 4), dtype=np.uint8)
    whole[:, 4 - width :] = raw
    return whole.view("<i4").ravel().astype(np.float64) / 2**31


def _cut(samples: Samples) -> Samples:
    loud = np.flatnonzero(np.abs(samples) > SILENCE * max(1e-6, float(np.max(np.abs(samples), initial=0))))
    if not len(loud):
        raise ValueError("silence")
    room = int(ROOM * RATE)
    return samples[max(0, loud[0] - room) : loud[-1] + room]


def mouths(voices: dict[str, Voice]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """By line, how far a mouth is open."""
    yield from ((id, voice.mouth) for id, voice in voices.items())
