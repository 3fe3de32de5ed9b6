"""A program that the press runs: inputs of the template as JSON on standard input, PDF on standard output.

Only our own letters are used, and for a name in another script those that come with typst: not the system's.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any
from unicodedata import normalize

import typst

HERE = Path(__file__).parent

UNUSUAL = re.compile("[^ -~\u00a0-\u017f\u200b\u2013-\u2026\u20ac\u2122]")
"""What our own letters can't show for certain."""


def typeset(inputs: dict[str, str]) -> bytes:
    """The PDF.  A character that our letters lack is a mistake in PDF/UA, so then the nearest is taken."""
    try:
        return _compile(inputs)
    except typst.TypstError:
        return _compile({**inputs, "data": json.dumps(_usual(json.loads(inputs["data"])))})


def _compile(inputs: dict[str, str]) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[HERE / "fonts"])
    return typst.compile(
        HERE / "paper.typ",
        root=HERE,
        font_paths=fonts,
        sys_inputs=inputs,
        format="pdf",
        pdf_standards=["ua-1"],
    )


def _usual(data: Any) -> Any:
    """The data with all texts in letters that we have."""
    if isinstance(data, dict):
        return {key: _usual(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_usual(value) for value in data]
    return UNUSUAL.sub(_nearest, data) if isinstance(data, str) else data


def _nearest(character: re.Match[str]) -> str:
    return "".join(c for c in normalize("NFKD", character[0]) if not UNUSUAL.match(c)) or "?"


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(json.loads(sys.stdin.buffer.read())))
