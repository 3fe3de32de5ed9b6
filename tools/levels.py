"""Writes docs/reading-level.md: how easily each text reads."""

from __future__ import annotations

from pathlib import Path

from app.content.library import load_library
from app.content.overview import level_table

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reading-level.md"
INTRODUCTION = """\
# How easily the texts read

Flesch-Douma (Douma 1960), counted by `textstat`: 100 and higher is very easy, 80 fairly easy, 60 normal,
below 50 hard. `pluis content check` warns below 70. A formula sees lengths only: it knows nothing of meaning,
order or tone, and it rewards chopping. So it is a warning; a sentence of more than 20 words is an error.

A word is rare when `wordfreq` meets it less than once in ten million Dutch words, it is not made of two
common words, and it does not stand in `modules/gedeeld/woordenlijst.md`.

`make levels` writes this page anew.

"""


def page() -> str:
    return f"{INTRODUCTION}{level_table(load_library(ROOT))}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
