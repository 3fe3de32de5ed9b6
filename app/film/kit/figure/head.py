"""The head: its shape, ears, headscarf, hat and beard around a face that moves."""

from __future__ import annotations

from collections.abc import Mapping

from app.film.kit.figure.body import SKINS
from app.film.kit.figure.face import face
from app.film.kit.figure.hair import HAIR
from app.film.kit.figure.person import Person
from app.film.kit.figure.pose import Pose
from app.film.kit.light import darker, lighter
from app.film.kit.marks import circle, ellipse, group, line, path

SHAPES: Mapping[str, str] = {
    "ovaal": "M-20 -6C-22 -26 -8 -34 5 -34C19 -34 27 -22 26 -6C26"
    " 2 26 8 24 15C21 27 13 33 5 33C-10 32 -19 18 -20 -6z",
    "rond": "M-21 -5C-23 -26 -8 -34 5 -34C20 -34 28 -22 27 -5C28"
    " 4 28 10 25 18C21 28 13 32 5 32C-11 31 -21 18 -21 -5z",
    "hoekig": "M-20 -6C-22 -26 -8 -34 5 -34C19 -34 27 -24 26 -8C26"
    " 2 27 10 25 20C22 29 15 34 6 34C-7 34 -18 25 -20 -6z",
}
SHADE = "M-20 -6C-19 18 -10 32 5 33C-3 27 -11 14 -11 -4C-11 -18 -6 -28 2 -34C-10 -33 -22 -25 -20 -6z"


def head(person: Person, pose: Pose) -> str:
    """Origin in the middle of the head, looking to the right; about 66 high."""
    skin, shade = SKINS[person.skin]
    outline = SHAPES[person.face]
    behind, before = _covering(person)
    ear = "" if _hides_ears(person) else _ear(person, skin, shade)
    skull = path(outline, skin) + path(SHADE, shade, fill_opacity=0.5)
    return behind + skull + ear + _beard_below(person) + face(person, pose) + _beard(person) + before


def size(person: Person) -> float:
    """Children have big heads for their bodies."""
    return 1 + max(0, 1.7 - person.height) * 0.58 if person.age < 16 else 1


def _hides_ears(person: Person) -> bool:
    covered = person.headscarf is not None or person.top.hood or person.hat == "muts"
    return covered or person.hair.style in {"lang", "bob", "golvend", "afro", "krullen"}


def _ear(person: Person, skin: str, shade: str) -> str:
    ear = ellipse(-14, 1, 5, 7.6, skin) + line("M-15.5 -2q3.6 2 .6 7", shade, 1.6)
    return ear + (circle(-14, 10, 2.2, "#e8c65a") if person.earrings else "")


def _covering(person: Person) -> tuple[str, str]:
    """What lies behind and before the face on the head."""
    if person.headscarf:
        return _headscarf(person.headscarf)
    if person.top.kind == "hoodie" and person.top.hood:
        return _hood(person)
    behind, before = HAIR[person.hair.style](person.hair.colour)
    if person.hat == "muts":
        return behind, group(before, scale=(1, 0.98)) + _woolly_hat(person.hat_colour)
    if person.hat == "pet":
        return behind, before + _cap(person.hat_colour)
    return behind, before


def _headscarf(colour: str) -> tuple[str, str]:
    dark = darker(colour, 0.2)
    behind = path(
        "M-26 -4C-26 -36 24 -40 29 -6C31 16 30 38 22 50C8 62 -20 62 -30 48C-26 30 -24 18 -26 -4z", dark
    )
    before = path(
        "M-26 -2C-30 -44 26 -50 30 -8C31 0 30 6 29 10C28 -8"
        " 24 -25 8 -26C-8 -27 -15 -14 -13 4C-12 18 -4 29 8 33"
        "C16 33 22 28 25 22C28 34 26 46 14 52C-6 58 -24 50 -29 46C-24 28 -25 14 -26 -2z",
        colour,
    )
    folds = line(
        "M-22 -14C-20 10 -16 28 4 40M-24 8C-22 26 -14 40 0 48M-14 -32C-2 -42 14 -40 22 -28",
        dark,
        1.7,
        stroke_opacity=0.65,
    )
    shine = line("M-15 -25C-8 -32 0 -34 8 -33", lighter(colour, 0.4), 2, stroke_opacity=0.4)
    return behind, before + folds + shine


def _hood(person: Person) -> tuple[str, str]:
    c, dark = person.top.colour, darker(person.top.colour, 0.3)
    behind, fringe = HAIR[person.hair.style](person.hair.colour)
    behind = path("M-30 10C-36 -40 8 -56 28 -22C32 -8 30 26 22 44C0 56 -26 50 -32 40z", dark)
    before = fringe + path(
        "M-32 40C-40 -30 -14 -54 12 -48C26 -45 32 -30 30 -18C24"
        " -32 10 -36 -2 -30C-16 -22 -16 0 -12 16C-8 32 0 40 12 44"
        "C4 56 -22 54 -32 40z",
        c,
    )
    return behind, before + line(
        "M26 -26C18 -36 6 -38 -4 -32C-18 -24 -18 0 -14 16C-10 30 -2 38 8 43", dark, 1.8
    )


def _woolly_hat(colour: str) -> str:
    dome = path("M-24 -10C-28 -50 28 -54 29 -14L28 -9Q4 -22 -23 -5z", colour)
    rib = path("M-25 -3Q-27 -12 -24 -16Q4 -32 29 -18Q31 -12 29 -8Q4 -22 -25 -3z", darker(colour, 0.14))
    stitches = line(
        "M-19 -8l1 -9M-11 -13l0 -9M-2 -17l-1 -9M8 -18l0 -9M17 -17l1 -9M24 -13l2 -8", darker(colour, 0.3), 1.3
    )
    return dome + rib + stitches + circle(2, -46, 6.5, lighter(colour, 0.25))


def _cap(colour: str) -> str:
    dome = path("M-23 -10C-26 -46 24 -50 27 -16Q2 -24 -23 -10z", colour)
    peak = path("M10 -20Q30 -26 44 -14Q45 -10 40 -10Q26 -17 8 -15z", darker(colour, 0.2))
    return dome + peak + line("M3 -41Q10 -30 9 -18", darker(colour, 0.2), 1.4)


def _beard_below(person: Person) -> str:
    """The part of a beard that the mouth is drawn on."""
    c = person.hair.colour
    if person.beard == "stoppels":
        return path(
            "M-15 8C-12 26 -2 34 6 34C18 34 24 24 26 12C22 12 17 10 11 11C3 12 -6 16 -15 8z",
            c,
            fill_opacity=0.28,
        )
    if person.beard == "kort":
        return path(
            "M-17 2C-15 28 -4 37 6 37C19 37 26 26 26.5 10C23 15 18 10.5 11.5 11.5C4 12 -6 19 -17 2z", c
        )
    if person.beard == "vol":
        return path("M-18 0C-20 34 -4 50 9 49C24 48 29 28 27 8C23 14 18 9.5 11.5 10.5C3 11 -8 18 -18 0z", c)
    return ""


def _beard(person: Person) -> str:
    """The moustache, over the lip."""
    if person.beard in {"snor", "kort", "vol"}:
        c = person.hair.colour
        return path("M1 16Q6 10.5 12 13Q18 10.5 22.5 15.5Q17 18.4 12 16.2Q7 18.6 1 16z", darker(c, 0.1))
    return ""
