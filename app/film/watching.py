"""Watch and listen to a rendered film, as somebody would who knows nothing of how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.film.voices import Samples

SMALL = (320, 180)
BLANK_SPREAD, BLANK_RANGE = 6.0, 50
"""Of brightness (0 to 255): a picture with less has nothing to see in it."""

MOVED = 6
"""A pixel that changes more has moved; less may come from the encoder."""

QUIET = 10 ** (-70 / 20)
"""Of full scale: below it nobody hears anything."""

Gray = NDArray[np.int16]


class Container(NamedTuple):
    """What the file says of itself."""

    video: str
    pixels: str
    width: int
    height: int
    rate: float
    audio: str
    seconds: float
    frames: int
    starts_at_once: bool
    """Whether a browser can start before it has all of it."""


@dataclass(frozen=True)
class Watched:
    """Every frame, as far as the proofs need it."""

    times: tuple[float, ...]
    changes: tuple[float, ...]
    """How much each frame differs from the one before, on average."""
    blank: tuple[bool, ...]
    still: tuple[bool, ...]
    kept: dict[int, Gray]
    """The frames that were asked for, by number."""


def container_of(path: Path) -> Container:
    """Raises what PyAV raises when this is no film."""
    with av.open(str(path)) as film:
        video = film.streams.video[0]
        audio = film.streams.audio[0] if film.streams.audio else None
        return Container(
            video.codec_context.name,
            video.codec_context.pix_fmt or "",
            video.codec_context.width,
            video.codec_context.height,
            float(video.average_rate or 0),
            audio.codec_context.name if audio else "",
            (film.duration or 0) / av.time_base,
            video.frames,
            starts_at_once(path),
        )


def starts_at_once(path: Path) -> bool:
    """Whether the index of the file comes before its pictures."""
    with path.open("rb") as file:
        while head := file.read(8):
            size, kind = int.from_bytes(head[:4], "big"), head[4:]
            if kind in {b"moov", b"mdat"} or size < 8:
                return kind == b"moov"
            file.seek(size - 8, 1)
    return False


def watch(path: Path, keep: Sequence[int]) -> Watched:
    """Decode every frame of a film."""
    times, changes, blank, still = [], [], [], []
    kept: dict[int, Gray] = {}
    before: Gray | None = None
    for number, (time, picture) in enumerate(_frames(path)):
        difference = np.abs(picture - before) if before is not None else None
        times.append(time)
        changes.append(float(difference.mean()) if difference is not None else 0.0)
        still.append(difference is not None and int(difference.max()) < MOVED)
        blank.append(float(picture.std()) < BLANK_SPREAD or int(np.ptp(picture)) < BLANK_RANGE)
        if number in keep:
            kept[number] = picture
        before = picture
    return Watched(tuple(times), tuple(changes), tuple(blank), tuple(still), kept)


def _frames(path: Path) -> Iterator[tuple[float, Gray]]:
    with av.open(str(path)) as film:
        video = film.streams.video[0]
        video.thread_type = "AUTO"
        for frame in film.decode(video):
            small = frame.reformat(*SMALL, format="gray", threads=1).to_ndarray()
            yield float(frame.time or 0), small.astype(np.int16)


def look_at(path: Path) -> Gray:
    """A still, as small and grey as the frames of ``watch``."""
    with Image.open(path) as image:
        return np.asarray(image.convert("L").resize(SMALL, Image.Resampling.BOX)).astype(np.int16)


def listen(path: Path) -> Samples:
    """All sound of a film; nothing when it has none."""
    with av.open(str(path)) as film:
        if not film.streams.audio:
            return np.zeros(0)
        parts = [frame.to_ndarray().mean(axis=0) for frame in film.decode(audio=0)]
    return np.concatenate(parts).astype(np.float64) if parts else np.zeros(0)


def runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where marks are set without a gap: the first, and how many."""
    start = None
    for number, mark in enumerate((*marks, False)):
        if mark and start is None:
            start = number
        elif not mark and start is not None:
            yield start, number - start
            start = None
