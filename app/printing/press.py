"""The press: data in, PDF out.  The same data always gives the same bytes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from app.content.card import SENSES

HERE = Path(__file__).parent
STATIC = HERE.parent / "web" / "static"
"""Drawings, pictograms and ornaments: the ones that browsers get."""

MOST_KEPT = 48
"""Finished papers that stay in memory; one is 50 to 700 kB."""

PATIENCE = 60
"""Seconds; a whole module takes less than one."""

_COLOUR = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)

_turn = Lock()
"""One at a time: two at once would only make both wait."""


def print_pdf(data: Mapping[str, Any]) -> bytes:
    """An accessible PDF (PDF/UA) of a card or a booklet."""
    return _print(json.dumps(data, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=MOST_KEPT)
def _print(data: str) -> bytes:
    """Typeset in a process of its own, so that what typst keeps in memory does not stay in the server's."""
    command = [sys.executable, "-I", str(HERE / "typeset.py")]
    inputs = json.dumps(inputs_of(data)).encode()
    with _turn:
        done = subprocess.run(command, input=inputs, capture_output=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout


def inputs_of(data: str) -> dict[str, str]:
    """What the template gets: the data, and the drawings that are in it."""
    pictures = {name: drawing(name) for name in json.loads(data).get("pictures", ())}
    return {"data": data, "pictures": json.dumps({**pictures, **ornaments()})}


@cache
def drawing(name: str) -> str:
    """A drawing in shades of grey, as SVG; empty when it is not there."""
    return _grey(_read(STATIC / "drawings" / f"{name}.svg"))


@cache
def ornaments() -> Mapping[str, str]:
    """Pictograms and the like, by the name that the template knows them by."""
    pictograms = {name: _read(STATIC / "pictograms" / f"{name}.svg") for name in SENSES}
    return {
        **pictograms,
        "gables": _grey(_read(STATIC / "ornaments" / "gables.svg")),
        "logo": _grey(_read(STATIC / "logo.svg")),
    }


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _grey(svg: str) -> str:
    return _COLOUR.sub(_shade, svg)


def _shade(colour: re.Match[str]) -> str:
    digits = colour[0][1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
    light = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{light:02x}{light:02x}{light:02x}"
