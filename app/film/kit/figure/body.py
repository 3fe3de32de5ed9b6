"""Legs, trunk, arms and hands, in the clothes that somebody wears."""

from __future__ import annotations

from collections.abc import Mapping

from app.film.kit.figure.bones import Arm, Bones, Leg
from app.film.kit.figure.person import Person
from app.film.kit.light import darker, lighter
from app.film.kit.marks import Point, circle, ellipse, group, limb, line, num, path

SKINS: Mapping[str, tuple[str, str]] = {
    "bleek": ("#f6d9c4", "#e2b79d"),
    "licht": ("#f1c9a9", "#dba685"),
    "rozig": ("#efbfa3", "#d99c80"),
    "zand": ("#dfae84", "#c68f65"),
    "olijf": ("#cb9a6c", "#ae7d52"),
    "bruin": ("#b07a50", "#935f3a"),
    "kastanje": ("#8b5a3c", "#70442b"),
    "donker": ("#6b4430", "#523222"),
}
"""Each skin: in the light and in the shade."""
GIRTH: Mapping[str, float] = {"smal": 0.88, "gemiddeld": 1.0, "stevig": 1.13, "rond": 1.24}
SLEEVELESS = {"shirt", "blouse"}
FULL = {"winterjas": 4.0, "jas": 1.5, "regenjas": 2.5, "hoodie": 2.0, "uniform": 1.0}
"""How much thicker clothes make arms."""


THUMB = "M-8 -3L-7 -17Q-4 -23 0 -18L1 -5L9 -5Q13 4 9 13Q0 17 -8 12Q-11 4 -8 -3z"
"""A fist with the thumb up, whichever way the arm points."""


def leg(person: Person, bones: Leg, near: bool) -> str:
    """A leg in its trousers, or bare below a skirt; the far one in the shade."""
    kind, girth = person.bottom.kind, (GIRTH[person.build] - 1) * 0.6 + 1
    colour = person.bottom.colour if near else darker(person.bottom.colour, 0.2)
    skin = SKINS[person.skin][0 if near else 1]
    thick = [30 * girth, 24 * girth, 17 * girth]
    if kind in {"rok", "jurk"}:
        tights = blend_tights(person, near)
        parts = path(limb([bones.hip, bones.knee, bones.ankle], [26, 19, 12]), tights)
    elif kind == "korte-broek":
        calf = path(limb([bones.knee, bones.ankle], [19 * girth, 13]), skin)
        parts = calf + path(limb([bones.hip, _part(bones.hip, bones.knee, 1.06)], thick[:2]), colour)
    else:
        ends = [thick[0], thick[1], {"joggingbroek": 15.0}.get(kind, thick[2])]
        parts = path(limb([bones.hip, bones.knee, bones.ankle], ends), colour)
        if kind == "spijkerbroek" and near:
            seam = f"M{_at(bones.hip, 3)}L{_at(bones.knee, 2)}L{_at(bones.ankle, 1)}"
            parts += line(seam, lighter(colour, 0.3), 1.1, stroke_opacity=0.5)
    return parts + _foot(person, bones, near)


def blend_tights(person: Person, near: bool) -> str:
    """Bare legs in summer clothes, dark tights below a long skirt."""
    if person.top.kind in SLEEVELESS:
        return SKINS[person.skin][0 if near else 1]
    return "#4a4250" if near else "#3a3440"


def _foot(person: Person, bones: Leg, near: bool) -> str:
    colour = person.shoes.colour if near else darker(person.shoes.colour, 0.22)
    skin = SKINS[person.skin][0 if near else 1]
    kind = person.shoes.kind
    if kind == "blote-voeten":
        shape = path("M-8 -10C-10 -2 -9 7 -10 11H26C30 10 30 5 24 3C14 1 9 -3 8 -10z", skin)
        shape += line("M20 6.5q3 0 6 2", darker(skin, 0.2), 1)
    elif kind == "pantoffels":
        shape = path("M-7 -9h14v9h-14z", skin)
        shape += path("M-11 2Q-12 11 -11 11H27Q33 10 31 5Q26 -3 12 -3Q8 1 -3 0Q-9 0 -11 2z", colour)
        shape += path("M-12 9h44v2.5h-44z", darker(colour, 0.45)) + circle(20, 0, 3.4, lighter(colour, 0.5))
    elif kind == "laarzen":
        shape = path("M-12 -30H11L11 -4Q16 2 26 3Q31 5 30 11H-12z", colour)
        shape += path("M-13 9h44v3h-44z", darker(colour, 0.5))
    elif kind == "sneakers":
        shape = path("M-12 -6H10Q13 0 26 2Q31 4 30 9H-12z", colour)
        shape += path("M-13 7.5h44q0 4 -3 4h-41z", "#f2efe8") + line("M10 -1l6 -2M14 2l6 -2", "#f2efe8", 1.4)
    else:
        shape = path("M-11 -7H10Q13 0 25 2Q31 4 30 10H-12z", colour) + path(
            "M-13 9h44v2.6h-44z", darker(colour, 0.5)
        )
    return group(shape, *bones.ankle, turn=bones.foot)


def skirt(person: Person, bones: Bones) -> str:
    """The part of a skirt or dress below the hips; it spans both knees."""
    colour = person.bottom.colour
    girth = GIRTH[person.build]
    near, far = bones.near_leg, bones.far_leg
    top_near, top_far = bones.at(-31 * girth, -18), bones.at(32 * girth, -18)
    share = 0.52
    ends = [_part(near.knee, near.ankle, share), _part(far.knee, far.ankle, share)]
    left = min(ends, key=lambda end: end[0])
    right = max(ends, key=lambda end: end[0])
    hem = [(right[0] + 21, right[1]), (left[0] - 19, left[1])]
    middle = ((hem[0][0] + hem[1][0]) / 2, max(hem[0][1], hem[1][1]) + 6)
    d = (
        f"M{_xy(top_near)}L{_xy(top_far)}Q{num(hem[0][0] + 4)}"
        f" {num((top_far[1] + hem[0][1]) / 2)} {_xy(hem[0])}"
        f"Q{_xy(middle)} {_xy(hem[1])}Q{num(hem[1][0] - 4)} "
        f"{num((top_near[1] + hem[1][1]) / 2)} {_xy(top_near)}z"
    )
    folds = "".join(
        f"M{_xy(_part(top_near, top_far, at))}L{_xy(_part(hem[1], hem[0], at + 0.04))}"
        for at in (0.3, 0.55, 0.78)
    )
    return path(d, colour) + line(folds, darker(colour, 0.2), 1.6, stroke_opacity=0.6) + path(d, "url(#zij)")


def trunk_shape(person: Person, seated: bool = False) -> str:
    """The outline of the trunk from the neck to below the hips, upright, origin between the hips."""
    girth = GIRTH[person.build]
    shoulder, waist, hip = 31.0, 32 * girth, 32 * girth
    if person.is_child:
        shoulder -= 3
    belly = {"stevig": 4, "rond": 11}.get(person.build, 0)
    low = 18 if person.top.kind in {"jas", "winterjas", "regenjas", "vest"} else 10
    low = 1 if seated else low
    return (
        f"M{num(-shoulder)} -86C{num(-shoulder - 8)} -62 {num(-waist - 4)} -38 {num(-hip)} {low}"
        f"Q2 {low + 8} {num(hip + 4)} {low}C{num(waist + 10 + belly)} -24 {num(waist + 8 + belly * 0.7)} -60 "
        f"{num(shoulder + 2)} -87Q20 -103 4 -103Q-14 -103 {num(-shoulder)} -86z"
    )


def arm(person: Person, bones: Arm, near: bool, sleeve: str) -> str:
    skin = SKINS[person.skin][0 if near else 1]
    bulk = FULL.get(person.top.kind, 0) + (GIRTH[person.build] - 1) * 12
    colour = sleeve if near else darker(sleeve, 0.2)
    joints = [bones.shoulder, bones.elbow, bones.wrist]
    if bones.in_front:
        return hand(bones, skin, darker(skin, 0.16)) + path(limb(joints[1:], [20 + bulk, 16 + bulk]), colour)
    parts = hand(bones, skin, darker(skin, 0.16))
    if person.top.kind == "shirt":
        parts = path(limb(joints, [19 + bulk, 15, 11.5]), skin) + parts
        parts += path(
            limb([bones.shoulder, _part(bones.shoulder, bones.elbow, 0.62)], [23 + bulk, 22 + bulk]), colour
        )
        return parts
    parts += path(limb(joints, [24 + bulk, 20 + bulk, 16 + bulk * 0.8]), colour)
    cuff = group(
        line(f"M{num(-7 - bulk / 3)} -1.5h{num(14 + bulk / 1.5)}", darker(colour, 0.24), 3),
        *bones.wrist,
        -1,
        -bones.direction,
    )
    if near:
        inner = f"M{_xy(bones.shoulder)}L{_xy(bones.elbow)}L{_xy(bones.wrist)}"
        parts += line(inner, "#fff", 3, stroke_opacity=0.07)
    return parts + cuff


def hand(bones: Arm, skin: str, shade: str) -> str:
    """A hand at the wrist, along the fore-arm."""
    shapes = {
        "open": "M-6 -2C-9 6 -9 12 -6 16L-5 23Q-3.6 26 -2 23L-1.4 18L0 25.5Q1.6 28 3"
        " 25.5L3 18L5.4 23.5Q7.6 25 8 22L7 11L11.5 9Q14.5 7 12 4.5L6 2L6 -2z",
        "vuist": "M-7 -2C-11 5 -10 15 -2 16.5C7 18 11 12 9.5 5L7 -2z",
        "vast": "M-7 -2C-10 5 -9 14 -1 15.5C7 16 10 11 9 5L7 -2z",
        "wijst": "M-6 -2C-9 4 -9 12 -4 14L-2 26Q.5 29 3 26L3.4 14Q8 12 8 6L6 -2z",
        "plat": "M-6 -2C-9 5 -8 13 -5 18Q0 22 5 18C9 12 8 4 6 -2z",
        "los": "M-6 -2C-9 5 -8.5 12 -5 16Q-1 20 3.5 17C6 14 6 11 7 9Q10.5 11 10 6Q9 2 6 -2z",
    }
    if bones.hand == "duim":
        return group(path(THUMB, skin) + line("M-4 3h12M-4 8h12", shade, 1.1), *bones.wrist)
    mark = path(shapes[bones.hand], skin)
    if bones.hand in {"vuist", "vast"}:
        mark += line("M-5 8q4 3 10 1", shade, 1.1)
    return group(mark, *bones.wrist, turn=-bones.direction)


def ground_shadow(bones: Bones) -> str:
    feet = [bones.near_leg.ankle[0], bones.far_leg.ankle[0], bones.hip[0]]
    middle = (min(feet) + max(feet)) / 2 + 5
    return ellipse(middle, 2, 34 + (max(feet) - min(feet)) * 0.4, 7, "#000", fill_opacity=0.22)


def neck(person: Person) -> str:
    skin = SKINS[person.skin][1]
    return path("M-8 -92V-118H15V-92Q4 -82 -8 -92z", skin)


def placed(content: str, bones: Bones) -> str:
    """What is drawn on an upright trunk, moved and leaned with the body."""
    return group(content, *bones.hip, turn=bones.lean)


def _part(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _xy(point: Point) -> str:
    return f"{num(point[0])} {num(point[1])}"


def _at(point: Point, dx: float) -> str:
    return f"{num(point[0] + dx)} {num(point[1])}"
