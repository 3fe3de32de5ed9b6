"""What is worn on the trunk: coats, cardigans, hoodies, the vest of a volunteer, scarves and rucksacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.film.kit.figure.body import GIRTH, SKINS, trunk_shape
from app.film.kit.figure.person import Person
from app.film.kit.light import darker, lighter
from app.film.kit.marks import circle, clipped, line, num, path, rect

VEST, VEST_SHADE, SILVER = "#eef03c", "#c9cf22", "#e8ecee"


def trunk(person: Person, seated: bool) -> str:
    """The dressed trunk, upright, origin between the hips."""
    top = person.top
    shape = trunk_shape(person, seated)
    inside = path(shape, top.colour) + TOPS[top.kind](person)
    if person.vest:
        inside += _vest(person)
    if person.scarf:
        inside += _scarf_end(person.scarf)
    inside += path(shape, "url(#zij)", fill_opacity=0.55)
    return clipped(shape, inside)


def _opening(colour: str) -> str:
    """The V of what is worn below, at the throat."""
    return path("M-9 -106L6 -78L21 -106z", colour)


def _coat(person: Person) -> str:
    c = person.top.colour
    collar = path("M-12 -104L6 -74L1 -100zM23 -104L6 -74L12 -100z", darker(c, 0.14))
    zip_ = line("M6 -76V30", darker(c, 0.32), 2)
    pockets = line("M-24 -4l12 4M24 0l12 -4", darker(c, 0.3), 2)
    return _opening(person.top.detail) + collar + zip_ + pockets


def _winter_coat(person: Person) -> str:
    c = person.top.colour
    rows = "".join(f"M-56 {y}Q4 {y + 7} 62 {y}" for y in range(-82, 22, 17))
    quilts = line(rows, darker(c, 0.24), 2) + line(
        rows.replace("Q4", "Q5"), lighter(c, 0.3), 1, stroke_opacity=0.4
    )
    collar = path("M-17 -90Q4 -80 26 -90L24 -110H-14z", darker(c, 0.12))
    return quilts + collar + line("M6 -84V30", darker(c, 0.36), 2.4)


def _raincoat(person: Person) -> str:
    c = person.top.colour
    flap = path("M-3 -80H16V30H-3z", darker(c, 0.07)) + line("M-3 -82V30", darker(c, 0.25), 1.6)
    studs = "".join(circle(6.5, y, 2.6, lighter(c, 0.5)) for y in range(-66, 20, 22))
    return flap + studs + path("M-17 -88Q4 -76 26 -88L22 -110H-13z", darker(c, 0.12))


def _cardigan(person: Person) -> str:
    """Open at the throat with buttons; askew, one side hangs a buttonhole lower than the other."""
    c, edge = person.top.colour, darker(person.top.colour, 0.22)
    knit = "".join(f"M{x} -100V26" for x in range(-46, 60, 7))
    base = line(knit, edge, 1.1, stroke_opacity=0.28) + path("M-10 -106L6 -62L22 -106z", person.top.detail)
    if person.top.askew:
        lap = path("M-11 -104L5 -60L9 34H-2L-14 -84z", lighter(c, 0.14)) + line(
            "M-11 -104L5 -60L9 34", edge, 2
        )
        lap += path("M22 -104L7 -52L11 34H20z", darker(c, 0.12))
        buttons = [(5, -50), (11, -28), (4, -8), (12, 12)]
        pull = line("M5 -50L18 -62M11 -28L24 -42M4 -8L20 -20", edge, 1.4, stroke_opacity=0.8)
        hem = path("M-40 14H10V40H-40z", edge, fill_opacity=0.35) + path(
            "M10 5H60V40H10z", edge, fill_opacity=0.35
        )
        return base + lap + hem + pull + "".join(circle(x, y, 3, "#f1ebdd") for x, y in buttons)
    bands = line("M-10 -104L6 -62V30M22 -104L6 -62", edge, 3.4)
    return base + bands + "".join(circle(6, y, 2.8, "#f1ebdd") for y in range(-50, 20, 21))


def _sweater(person: Person) -> str:
    c = person.top.colour
    collar = path("M-11 -106Q5 -86 22 -106L20 -98Q5 -80 -10 -98z", darker(c, 0.2))
    hem = path("M-60 3H70V30H-60z", darker(c, 0.12)) + line(
        "".join(f"M{x} 3v10" for x in range(-40, 52, 5)), darker(c, 0.26), 1
    )
    stripe = ""
    if person.top.detail != "#f4efe4":
        stripe = rect(-60, -66, 130, 12, person.top.detail) + rect(-60, -46, 130, 5, person.top.detail)
    return stripe + collar + hem


def _hoodie(person: Person) -> str:
    c = person.top.colour
    pocket = path("M-18 -22H34L42 6H-22z", darker(c, 0.1)) + line(
        "M-18 -22L-22 6M34 -22L42 6", darker(c, 0.26), 1.8
    )
    cords = line("M0 -88v20M13 -88v17", person.top.detail, 2.2)
    hood = path("M-24 -88Q5 -70 34 -88L28 -108H-18z", darker(c, 0.16)) if not person.top.hood else ""
    return pocket + hood + cords


def _shirt_of_men(person: Person) -> str:
    c = person.top.colour
    collar = path("M-10 -106L6 -84L-6 -80zM22 -106L6 -84L16 -80z", lighter(c, 0.35))
    buttons = "".join(circle(6, y, 1.8, lighter(c, 0.6)) for y in range(-70, 12, 18))
    return _opening(SKINS[person.skin][1]) + collar + line("M6 -84V20", darker(c, 0.2), 1.6) + buttons


def _t_shirt(person: Person) -> str:
    neck = path("M-9 -108Q5 -84 20 -108z", SKINS[person.skin][1])
    return neck + line("M-9 -104Q5 -84 20 -104", darker(person.top.colour, 0.2), 2.4)


def _blouse(person: Person) -> str:
    c = person.top.colour
    dots = "".join(
        circle(x + (6 if row % 2 else 0), -92 + row * 13, 1.9, person.top.detail)
        for row in range(9)
        for x in range(-42, 54, 13)
    )
    return (
        dots
        + path("M-9 -108L6 -80L21 -108z", SKINS[person.skin][1])
        + line("M-9 -104L6 -80L21 -104", darker(c, 0.2), 2.2)
    )


def _uniform(_person: Person) -> str:
    """The community police officer: dark blue with a bright yellow band."""
    bands = rect(-60, -62, 130, 9, "#e7ec4a") + rect(-60, -53, 130, 3, "#dfe5ea")
    chest = rect(14, -86, 17, 8, "#dfe5ea", rx=1) + line("M17 -82h11", "#1c2e4d", 1.6)
    radio = rect(-26, -88, 9, 16, "#11192a", rx=2) + line("M-24 -88v-10", "#11192a", 2)
    belt = rect(-60, 0, 130, 9, "#11192a") + rect(2, 1, 9, 7, "#8f98a3", rx=1)
    return _opening("#e9eef2") + line("M6 -78V0", "#0d1626", 2) + bands + chest + radio + belt


def _vest(person: Person) -> str:
    """Yellow with silver bands over whatever is below, open at the throat, a badge without words."""
    girth = GIRTH[person.build]
    shape = trunk_shape(person)
    yellow = path(shape, VEST) + path("M-14 -112L6 -58L26 -112z", person.top.colour)
    yellow += _at_throat(person) + line("M6 -58V40", VEST_SHADE, 2.2)
    bands = rect(-70, -36, 150, 12, SILVER) + rect(-70, -8, 150, 12, SILVER)
    bands += path("M-31 -112L-25 -36H-14L-18 -112zM27 -112L24 -36H35L40 -112z", SILVER)
    shine = line("M-70 -35H80M-70 -7H80", "#fff", 1.3)
    badge = rect(15 * girth, -58, 16, 12, "#1f4f8f", rx=2) + line(
        f"M{num(15 * girth + 3)} -54h9M{num(15 * girth + 3)} -50.5h6", "#fff", 1.5
    )
    return yellow + bands + shine + badge


def _at_throat(person: Person) -> str:
    if person.top.kind in {"trui", "winterjas", "hoodie"}:
        return path("M-8 -108Q6 -90 20 -108L19 -98Q6 -84 -7 -98z", darker(person.top.colour, 0.2))
    return path("M-7 -108L6 -84L19 -108z", person.top.detail)


def _scarf_end(colour: str) -> str:
    fringe = line("M-12 -26v7M-7 -26v7M-2 -26v7", darker(colour, 0.1), 2)
    return (
        path("M-14 -94L0 -94L1 -26H-14z", colour)
        + line("M-14 -40H1M-14 -48H1", lighter(colour, 0.4), 2.4)
        + fringe
    )


def scarf(colour: str) -> str:
    """The turn around the neck, drawn over it."""
    return path("M-17 -98Q4 -84 27 -98L24 -112Q4 -102 -13 -112z", colour) + line(
        "M-14 -103Q5 -91 25 -104", darker(colour, 0.2), 1.8
    )


def collar_behind(person: Person) -> str:
    """What stands up behind the neck: the hood that is down, the collar of a coat."""
    c = person.top.colour
    if person.top.kind == "hoodie" and not person.top.hood:
        return path("M-34 -84C-40 -112 -14 -120 4 -116C24 -120 40 -108 34 -88z", darker(c, 0.24))
    if person.top.kind in {"winterjas", "regenjas"}:
        return path("M-17 -92L-15 -113Q4 -107 24 -113L25 -92z", darker(c, 0.28))
    return ""


def rucksack(colour: str) -> str:
    """On the back, seen from the side; its strap lies over the shoulder (:func:`strap`)."""
    bag = path("M-28 -92C-60 -92 -66 -60 -62 -4Q-60 6 -46 6H-26z", colour)
    bag += path("M-58 -40Q-66 -40 -65 -4Q-62 4 -52 2H-36V-40z", darker(colour, 0.16))
    return bag + line("M-60 -40H-34M-50 -22h-8", lighter(colour, 0.3), 1.8)


def strap(colour: str) -> str:
    return line("M-22 -92C-10 -84 -8 -56 -26 -28", darker(colour, 0.2), 6)


TOPS: Mapping[str, Callable[[Person], str]] = {
    "jas": _coat,
    "winterjas": _winter_coat,
    "regenjas": _raincoat,
    "vest": _cardigan,
    "trui": _sweater,
    "hoodie": _hoodie,
    "overhemd": _shirt_of_men,
    "shirt": _t_shirt,
    "blouse": _blouse,
    "uniform": _uniform,
}
