"""Paper as it comes out of the printer: what a PDF holds, and what it looks like."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import hypot

import pypdfium2
from pypdfium2 import raw

POINT = 25.4 / 72
"""Millimetres."""

A4, A4_ON_ITS_SIDE = (210, 297), (297, 210)


@dataclass(frozen=True)
class Letter:
    """One visible character, in points; ``left``, ``bottom``, ``right`` and ``top`` on its page."""

    page: int
    character: str
    size: float
    left: float
    bottom: float
    right: float
    top: float


@dataclass
class Paper:
    """A PDF, read by another program than the one that made it."""

    pdf: bytes
    document: pypdfium2.PdfDocument = field(init=False)

    def __post_init__(self) -> None:
        self.document = pypdfium2.PdfDocument(self.pdf)

    @property
    def sheets(self) -> list[tuple[int, int]]:
        """Width and height of each page in millimetres."""
        return [(round(page.get_width() * POINT), round(page.get_height() * POINT)) for page in self.document]

    @cached_property
    def texts(self) -> list[str]:
        """The words of each page, with one space between them; a dash at the end of a line is a dash."""
        pages = (page.get_textpage().get_text_range() for page in self.document)
        return [" ".join(text.replace("\u200b", "").replace("\ufffe", "-").split()) for text in pages]

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    @property
    def lines(self) -> list[str]:
        """The words as they stand, line by line."""
        return [line for page in self.document for line in page.get_textpage().get_text_range().splitlines()]

    @cached_property
    def letters(self) -> list[Letter]:
        """Every character that can be seen."""
        return list(self._letters())

    def _letters(self) -> Iterator[Letter]:
        for number, page in enumerate(self.document):
            text = page.get_textpage()
            for place in range(text.count_chars()):
                character = chr(raw.FPDFText_GetUnicode(text.raw, place))
                if character.strip() and raw.FPDFText_IsGenerated(text.raw, place) == 0:
                    yield Letter(number, character, size_of(text, place), *text.get_charbox(place))

    @property
    def smallest(self) -> float:
        """The size of the smallest letter in points."""
        return min(letter.size for letter in self.letters)

    def outside(self, margin: float) -> list[Letter]:
        """Letters nearer to an edge of the sheet than so many millimetres: a printer may drop them."""
        edge = margin / POINT
        sizes = [(page.get_width(), page.get_height()) for page in self.document]
        return [
            letter
            for letter in self.letters
            if min(letter.left, letter.bottom) < edge
            or letter.right > sizes[letter.page][0] - edge
            or letter.top > sizes[letter.page][1] - edge
        ]

    @property
    def title(self) -> str:
        title: str = self.document.get_metadata_dict()["Title"]
        return title

    @property
    def language(self) -> str:
        size = raw.FPDFCatalog_GetLanguage(self.document.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFCatalog_GetLanguage(
            self.document.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
        )
        return buffer.raw.decode("utf-16-le").rstrip("\0")

    def tags(self, number: int) -> list[str]:
        """What a screen reader is told of a page, in reading order: H1, P, L, Table …"""
        page = self.document[number]  # its tree lives as long as it does
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        try:
            count = raw.FPDF_StructTree_CountChildren(tree)
            elements = [raw.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(count)]
            return [tag for element in elements for tag in _tags(element)]
        finally:
            raw.FPDF_StructTree_Close(tree)

    @property
    def fonts(self) -> set[str]:
        """The names of the letters that it carries along."""
        names = set()
        for page in self.document:
            text = page.get_textpage()
            for place in range(text.count_chars()):
                buffer = ctypes.create_string_buffer(200)
                raw.FPDFText_GetFontInfo(text.raw, place, buffer, len(buffer), None)
                names.add(buffer.value.decode().partition("+")[2])
        return names - {""}

    def picture(self, page: int) -> Picture:
        """What a page looks like."""
        bitmap = self.document[page].render(scale=SCALE, rev_byteorder=True)
        pixels, wide = bytes(bitmap.buffer), bitmap.n_channels
        rows = [pixels[y * bitmap.stride :][: bitmap.width * wide] for y in range(bitmap.height)]
        return Picture([list(zip(row[0::wide], row[1::wide], row[2::wide], strict=True)) for row in rows])


SCALE = 0.75
"""Pixels for each point."""

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """The pixels of a page, row by row from the top."""

    rows: list[list[Colour]]

    def cut(self, left: float, top: float, right: float, bottom: float) -> Picture:
        """A piece of it, in millimetres from the top left."""
        x0, y0, x1, y1 = (round(side / POINT * SCALE) for side in (left, top, right, bottom))
        return Picture([row[x0:x1] for row in self.rows[y0:y1]])

    @property
    def colours(self) -> set[Colour]:
        """The colours in it, but for the shades of grey."""
        seen = set().union(*self.rows)
        return {colour for colour in seen if max(colour) - min(colour) > 8}

    @property
    def ink(self) -> float:
        """How much of it a black and white printer makes dark, from 0 to 1."""
        dark = [255 - (0.3 * r + 0.59 * g + 0.11 * b) for row in self.rows for r, g, b in row]
        return sum(dark) / len(dark) / 255 if dark else 0.0


def size_of(text: pypdfium2.PdfTextPage, place: int) -> float:
    """How large a character comes out, whatever the page does to scale it; to a hundredth of a point."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text.raw, place, matrix)
    size: float = raw.FPDFText_GetFontSize(text.raw, place) * hypot(matrix.b, matrix.d)
    return round(size, 2)


def _tags(element: raw.FPDF_STRUCTELEMENT) -> Iterator[str]:
    if not element:
        return
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    yield buffer.raw.decode("utf-16-le").rstrip("\0")
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        yield from _tags(raw.FPDF_StructElement_GetChildAtIndex(element, place))
