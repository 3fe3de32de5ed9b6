"""A contact sheet: a still of every shot, with its time, what can be seen, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw

from app.film.captions import shown
from app.film.check import Manifest, ManifestShot
from app.film.manifest import MANIFEST
from app.film.raster import font, width_of

COLUMNS = 3
STILL = (480, 270)
MARGIN, GAP = 36, 28
TITLE_SIZE, SIZE, LEADING = 26, 18, 26
PAPER, INK, SOFT, ACCENT = "#fbf7ee", "#12283a", "#51606b", "#9a4a1c"


def make_sheet(case: Path) -> Image.Image:
    """Of a rendered film.  Raises ``OSError`` or ``ValueError`` when there is none."""
    manifest = Manifest.model_validate_json((case / MANIFEST).read_bytes())
    shots = manifest.shots
    rows = [shots[at : at + COLUMNS] for at in range(0, len(shots), COLUMNS)]
    heights = [STILL[1] + max(len(list(_text(shot))) for shot in row) * LEADING + 12 for row in rows]
    width = 2 * MARGIN + COLUMNS * STILL[0] + (COLUMNS - 1) * GAP
    sheet = Image.new("RGB", (width, 2 * MARGIN + 56 + sum(heights) + GAP * len(rows)), PAPER)
    pen = ImageDraw.Draw(sheet)
    heading = f"{case.name}  ·  {_clock(manifest.duration)}  ·  {len(shots)} shots"
    pen.text((MARGIN, MARGIN), heading, INK, font(TITLE_SIZE, bold=True))
    top = MARGIN + 56
    for row, height in zip(rows, heights, strict=True):
        for column, shot in enumerate(row):
            _add(sheet, pen, case, shot, (MARGIN + column * (STILL[0] + GAP), top))
        top += height + GAP
    return sheet


def _add(
    sheet: Image.Image, pen: ImageDraw.ImageDraw, case: Path, shot: ManifestShot, at: tuple[int, int]
) -> None:
    with Image.open(case / shot.still) as still:
        sheet.paste(still.convert("RGB").resize(STILL, Image.Resampling.LANCZOS), at)
    for number, (words, colour, bold) in enumerate(_text(shot)):
        pen.text((at[0], at[1] + STILL[1] + 8 + number * LEADING), words, colour, font(SIZE, bold=bold))


def _text(shot: ManifestShot) -> Iterator[tuple[str, str, bool]]:
    """The lines under a still: words, colour and whether they are bold."""
    yield f"{_clock(shot.start)}  {shot.id}", INK, True
    yield from ((line, SOFT, False) for line in _wrapped(shot.description))
    for line in shot.lines:
        said = shown(line.kind, line.who, line.text)
        yield from ((words, INK, False) for words in _wrapped(f"{_clock(line.start)}  {said}"))
    for number, label in enumerate(shot.labels, 1):
        yield from ((words, ACCENT, False) for words in _wrapped(f"{number}. {label}"))


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, SIZE) > STILL[0]:
            yield line
            longer = word
        line = longer
    yield line


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{seconds % 60:04.1f}"
