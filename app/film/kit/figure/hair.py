"""Haircuts.  Each gives what lies behind the head and what lies before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.film.kit.light import darker, lighter
from app.film.kit.marks import circle, line, path

Layers = tuple[str, str]
FRINGE = (
    "M-23 4C-28 -20 -18 -40 5 -40C22 -40 30 -26 27 -12C22 -22"
    " 12 -25 2 -24C-7 -22 -11 -14 -11 -5C-11 1 -13 5 -16 9z"
)
SIDES = "M-23 6C-28 -14 -24 -30 -12 -34C-15 -24 -12 -16 -12 -7C-12 0 -13 5 -16 10z"


def _shine(c: str, d: str = "M-13 -27Q-4 -34 8 -33") -> str:
    return line(d, lighter(c, 0.4), 2, stroke_opacity=0.4)


def _short(c: str) -> Layers:
    return path("M-20 14C-30 -4 -24 -34 -2 -36L0 0z", darker(c, 0.18)), path(FRINGE, c) + _shine(c)


def _bald(_c: str) -> Layers:
    return "", line("M-4 -28q7 -3.4 14 -1.4", "#fff", 2.6, stroke_opacity=0.35)


def _wreath(c: str) -> Layers:
    back = path("M-19 16C-29 6 -28 -16 -18 -24L-8 0z", darker(c, 0.12))
    return back, path("M-20 10C-27 -2 -25 -20 -16 -23C-14 -14 -11 -10 -11 -4C-11 2 -13 7 -16 12z", c) + _bald(
        c
    )[1]


def _fade(c: str) -> Layers:
    sides = path(SIDES, c, fill_opacity=0.45)
    top = path(
        "M-19 -16C-22 -36 -6 -43 8 -42C24 -41 30 -30 27 -17C20 -24 6 -25 -4 -23C-10 -22 -14 -18 -19 -16z", c
    )
    return path("M-18 14C-26 0 -24 -22 -12 -28L-6 0z", c, fill_opacity=0.5), sides + top + _shine(
        c, "M-8 -34Q6 -39 17 -34"
    )


def _balls(spots: Sequence[tuple[float, float, float]], c: str) -> str:
    return "".join(circle(x, y, r, c) for x, y, r in spots)


def _curls(c: str) -> Layers:
    behind = [
        (-20, -8, 13),
        (-23, 6, 11),
        (-20, 18, 9),
        (-14, -24, 13),
        (2, -32, 14),
        (16, -28, 12),
        (25, -18, 8),
    ]
    front = [
        (-17, -12, 9),
        (-12, -25, 10),
        (0, -31, 10),
        (12, -30, 10),
        (22, -23, 8),
        (-18, 2, 7),
        (27, -14, 5),
    ]
    dots = line(
        "M-14 -27q4 -4 7 1M-2 -33q4 -4 8 1M10 -32q4 -3 7 2M-20 -12q3 -4 6 0",
        lighter(c, 0.3),
        1.8,
        stroke_opacity=0.7,
    )
    return _balls(behind, darker(c, 0.14)), _balls(front, c) + dots


def _afro(c: str) -> Layers:
    behind = [(-20, -14, 20), (-22, 4, 14), (-8, -34, 20), (12, -38, 18), (26, -24, 13), (2, -26, 24)]
    front = [(-19, -12, 10), (-13, -27, 12), (2, -34, 13), (16, -32, 11), (25, -22, 8)]
    return _balls(behind, darker(c, 0.1)), _balls(front, c) + _shine(c, "M-18 -32Q-4 -48 14 -44")


def _long(c: str) -> Layers:
    back = path(
        "M-14 -34C-34 -26 -28 14 -34 46C-28 58 2 60 10 52C14 30 30 20 29 -8C30 -30 8 -44 -14 -34z",
        darker(c, 0.16),
    )
    strand = path(
        "M-24 44C-32 18 -28 -8 -22 -22C-12 -42 22 -44 28 -14C20 -24"
        " 12 -26 5 -25C-8 -22 -12 -8 -13 4C-14 22 -14 38 -24 44z",
        c,
    )
    return back, strand + _shine(c) + line("M-20 -8C-22 10 -22 24 -24 38", darker(c, 0.2), 1.6)


def _bob(c: str) -> Layers:
    back = path(
        "M-22 -20C-32 0 -30 20 -26 28C-14 34 8 32 12 28C24 24 30 8 29 -8C28 -34 -6 -44 -22 -20z",
        darker(c, 0.18),
    )
    front = path(
        "M-28 26C-34 -4 -26 -40 4 -40C24 -40 30 -26 28 -10C22 -22"
        " 8 -24 0 -22C-10 -18 -11 -4 -10 8C-10 18 -14 28 -28 26z",
        c,
    )
    return back, front + _shine(c)


def _bun(c: str) -> Layers:
    back = circle(-22, -30, 13, darker(c, 0.12)) + line("M-30 -34q8 -6 15 2", lighter(c, 0.3), 1.8)
    return back + path("M-20 12C-30 -6 -24 -34 -2 -36L0 0z", darker(c, 0.18)), path(FRINGE, c) + _shine(c)


def _ponytail(c: str) -> Layers:
    tail = path("M-16 -26C-38 -30 -46 -4 -40 26C-38 36 -30 34 -29 24C-28 8 -26 -4 -16 -12z", darker(c, 0.1))
    tie = path("M-24 -26l8 -4l4 14l-8 4z", "#c8503c")
    return tail + path("M-20 10C-30 -6 -24 -34 -2 -36L0 0z", darker(c, 0.16)) + tie, path(FRINGE, c) + _shine(
        c
    )


def _braids(c: str) -> Layers:
    rope = "".join(
        circle(-23 - i * 0.8, 10 + i * 9, 6.4 - i * 0.35, darker(c, 0.06 if i % 2 else 0.18))
        for i in range(6)
    )
    rows = line(
        "M-20 -10C-16 -30 -2 -38 8 -38M-17 -4C-12 -24 4 -33 18 -33M-14 2C-11 -16 6 -27 24 -24",
        darker(c, 0.35),
        1.4,
    )
    return rope, path(FRINGE, c) + rows


def _wavy(c: str) -> Layers:
    back = path(
        "M-20 -24C-38 -12 -26 6 -34 18C-40 32 -28 42 -18 38C-4"
        " 44 12 40 16 34C28 26 32 8 29 -8C28 -34 -4 -44 -20 -24z",
        darker(c, 0.16),
    )
    front = path(
        "M-26 34C-38 20 -24 10 -28 -4C-30 -26 -10 -44 8 -41C24 -39 31 -26 28 -12C22 -24"
        " 14 -20 6 -26C-2 -18 -12 -20 -12 -4C-6 6 -18 12 -14 22C-14 30 -20 36 -26 34z",
        c,
    )
    return back, front + _shine(c)


def _spikes(c: str) -> Layers:
    top = path(
        "M-22 6C-30 -18 -22 -34 -18 -34L-12 -46L-4 -38L4 -50L10 -40L20 -46L22"
        " -34L30 -32L27 -12C20 -22 12 -24 2 -23C-8 -21 -11 -12 -11 -4L-16 9z",
        c,
    )
    return path("M-20 12C-29 -6 -24 -30 -4 -34L0 0z", darker(c, 0.18)), top


def _permed(c: str) -> Layers:
    behind = [
        (-20, -8, 11),
        (-22, 6, 9),
        (-16, -22, 11),
        (-4, -32, 11),
        (9, -34, 11),
        (21, -27, 9),
        (-18, 17, 7),
    ]
    front = [
        (-14, -20, 8),
        (-4, -28, 8.5),
        (7, -30, 8),
        (18, -26, 7),
        (-17, -9, 7),
        (-18, 3, 6),
        (25, -18, 5),
    ]
    swirls = line(
        "M-16 -22q3 -4 6 0M-6 -30q3 -4 6 0M5 -31q3 -3 6 1M-19 -10q3 -3 5 1M-20 4q2 -3 5 0",
        darker(c, 0.2),
        1.4,
    )
    return _balls(behind, darker(c, 0.12)), _balls(front, c) + swirls


HAIR: Mapping[str, Callable[[str], Layers]] = {
    "kort": _short,
    "kaal": _bald,
    "kransje": _wreath,
    "opgeschoren": _fade,
    "krullen": _curls,
    "afro": _afro,
    "lang": _long,
    "bob": _bob,
    "knot": _bun,
    "paardenstaart": _ponytail,
    "vlechten": _braids,
    "golvend": _wavy,
    "stekels": _spikes,
    "permanent": _permed,
}
