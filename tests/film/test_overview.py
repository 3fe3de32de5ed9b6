"""The overview of the kit that authors look at."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from app.film.overview import FULLEST, NAME

ROOT = Path(__file__).resolve().parents[2]


def test_the_overview_is_small_enough_to_keep() -> None:
    path = ROOT / NAME
    assert path.stat().st_size <= FULLEST
    with Image.open(path) as picture:
        assert picture.width == 1920
        assert picture.height > 3000
