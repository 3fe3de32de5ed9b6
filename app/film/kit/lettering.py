"""Letters and digits as strokes of our own, so that a house number looks the same on every machine."""

from __future__ import annotations

from app.film.kit.marks import group, line

WIDTH, HEIGHT, GAP = 10, 16, 4.4
_GLYPHS: dict[str, str] = {
    "0": "M5 0Q10 0 10 8Q10 16 5 16Q0 16 0 8Q0 0 5 0z",
    "1": "M2 3.4L6 0V16",
    "2": "M.6 4Q1 0 5 0Q9.4 0 9.4 4.4Q9.4 7.4 5 11L.4 16H10",
    "3": "M.6 2.6Q2.4 0 5 0Q9 0 9 4Q9 7.4 4.6 7.4Q9.8 7.4 9.8 11.8Q9.8 16 5 16Q1.6 16 .2 13",
    "4": "M7.4 16V0L0 11H10",
    "5": "M9 0H1.6L.9 7.2Q3 5.8 5.2 5.8Q10 6 10 10.8Q10 16 4.8 16Q1.6 16 .2 13.6",
    "6": "M8.4 .6Q.2 3 .2 10.8Q.4 16 5.2 16Q10 15.8 10 11Q9.8 6.6 5.4 6.4Q1.4 6.4 .4 10",
    "7": "M0 0H10L4 16",
    "8": "M5 7.4Q.8 7.2 .8 3.8Q1 0 5 0Q9 0 9.2 3.8Q9.2 7.2 5 7.4"
    "Q0 7.8 0 11.8Q.2 16 5 16Q9.8 16 10 11.8Q10 7.8 5 7.4",
    "9": "M1.6 15.4Q9.8 13 9.8 5.2Q9.6 0 4.8 0Q0 .2 0 5Q.2 9.4 4.6 9.6Q8.6 9.6 9.6 6",
    "A": "M0 16L5 0L10 16M1.8 10.4H8.2",
    "B": "M0 0V16H5Q10 15.8 10 11.6Q10 7.6 5 7.6H0H4.6Q9 7.4 9 3.8Q9 0 4.6 0z",
    "C": "M9.8 3.4Q8.4 0 5.2 0Q0 .4 0 8Q0 15.6 5.2 16Q8.4 16 9.8 12.6",
    "D": "M0 0V16H4Q10 15.6 10 8Q10 .4 4 0z",
    "E": "M9 0H0V16H9M0 7.6H7.4",
    "F": "M9 0H0V16M0 7.6H7.4",
    "G": "M9.6 3.2Q8.2 0 5.2 0Q0 .4 0 8Q0 15.6 5.2 16Q9.8 16 9.8 9H5.6",
    "H": "M0 0V16M9.6 0V16M0 7.8H9.6",
    "I": "M5 0V16",
    "J": "M8 0V11.6Q8 16 4 16Q.8 16 .4 12.4",
    "K": "M0 0V16M9.4 0L.2 9.4M3.6 6.4L9.8 16",
    "L": "M0 0V16H8.6",
    "M": "M0 16V0L5 9.6L10 0V16",
    "N": "M0 16V0L9.6 16V0",
    "O": "M5 0Q10 0 10 8Q10 16 5 16Q0 16 0 8Q0 0 5 0z",
    "P": "M0 16V0H5Q9.6 .2 9.6 4.4Q9.6 8.6 5 8.8H0",
    "R": "M0 16V0H5Q9.4 .2 9.4 4.2Q9.4 8.2 5 8.4H0M5 8.4L9.8 16",
    "S": "M9 3Q8 0 5 0Q1 .2 1 3.8Q1 7 5 7.8Q9.6 8.8 9.6 12Q9.4 16 5 16Q1 16 .2 12.6",
    "T": "M0 0H10M5 0V16",
    "U": "M0 0V10.6Q.2 16 4.9 16Q9.6 16 9.6 10.6V0",
    "V": "M0 0L5 16L10 0",
    "W": "M0 0L2.6 16L5 5L7.4 16L10 0",
    "Q": "M5 0Q10 0 10 8Q10 16 5 16Q0 16 0 8Q0 0 5 0zM6 11.6L10.4 16.8",
    "X": "M0 0L10 16M10 0L0 16",
    "Y": "M0 0L5 8L10 0M5 8V16",
    "Z": "M.6 0H9.6L0 16H10",
    "-": "M1.6 8.6H8.4",
    "&": "M10 16L2.6 5.4Q1.4 3 2.4 1.4Q3.6 0 5.2 .4Q7.4 1.2 6.6"
    " 3.6Q6 5.2 3 6.8Q0 8.6 .4 12Q1 16 4.4 16Q7.6 15.8 9.4 9.4",
    " ": "",
}


def width_of(words: str, height: float) -> float:
    return (len(words) * (WIDTH + GAP) - GAP) * height / HEIGHT


def lettered(words: str, x: float, y: float, height: float, colour: str, *, weight: float = 2.4) -> str:
    """Words in capitals around x, their feet on y."""
    scale = height / HEIGHT
    return group(
        "".join(
            group(line(_GLYPHS[letter], colour, weight), i * (WIDTH + GAP))
            for i, letter in enumerate(words.upper())
            if _GLYPHS.get(letter)
        ),
        x - width_of(words, height) / 2,
        y - height,
        scale,
    )


def can_letter(words: str) -> bool:
    return all(letter in _GLYPHS for letter in words.upper())
