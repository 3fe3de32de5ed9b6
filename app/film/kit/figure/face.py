"""A face: eyes that look and blink, brows, nose, a mouth that talks, and what age and feeling leave on it."""

from __future__ import annotations

from app.film.kit.figure.body import SKINS
from app.film.kit.figure.person import Person
from app.film.kit.figure.pose import MOODS, Mood, Pose
from app.film.kit.light import blend, darker
from app.film.kit.marks import circle, clipped, ellipse, line, num, path

EYES = ((5.5, 4.5), (18.2, 3.7))
"""Where each eye is and how wide, the near one first."""
EYE_Y = -4.5


def face(person: Person, pose: Pose) -> str:
    mood = MOODS[pose.mood]
    skin, shade = SKINS[person.skin]
    cheeks = _cheeks(person, mood)
    eyes = "".join(_eye(x, width, person, mood, pose) for x, width in EYES)
    return (
        cheeks
        + eyes
        + _brows(person, mood, pose)
        + _nose(skin, shade)
        + _mouth(person, mood, pose)
        + _glasses(person)
    )


def _eye(x: float, width: float, person: Person, mood: Mood, pose: Pose) -> str:
    skin, shade = SKINS[person.skin]
    ink = "#231a1c"
    closed = max(pose.blink, 0.0)
    height = 4.3 * mood.size
    if closed > 0.75:
        return line(f"M{num(x - width)} {num(EYE_Y + 1)}q{num(width)} 3 {num(width * 2)} 0", ink, 1.8)
    width *= 0.5 + 0.5 * mood.size
    white = ellipse(x, EYE_Y, width, height, "#fdfaf4")
    gaze = max(-1.0, min(1.0, pose.gaze))
    pupil = 2.75 if mood.size < 1.1 else 2.45
    looks = circle(x + 0.9 + gaze * (width - 2.4), EYE_Y + 0.2, pupil, ink)
    looks += circle(x + 1.9 + gaze * (width - 2.4), EYE_Y - 0.9, 0.85, "#fff")
    lid = max(mood.lid, closed)
    edge = EYE_Y - height + 2 * height * lid
    cover = path(
        f"M{num(x - width - 1)} {num(EYE_Y - height - 1)}h{num(width * 2 + 2)}V"
        f"{num(edge)}q{num(-width - 1)} -1.6 {num(-width * 2 - 2)} 0z",
        shade,
    )
    below = ""
    if mood.lower:
        top = EYE_Y + height - 2 * height * mood.lower * 0.55
        below = path(
            f"M{num(x - width - 1)} {num(EYE_Y + height + 1)}h{num(width * 2 + 2)}V"
            f"{num(top)}q{num(-width - 1)} -2 {num(-width * 2 - 2)} 0z",
            skin,
        )
    shape = (
        f"M{num(x - width)} {num(EYE_Y)}a{num(width)} {num(height)} 0 1 1 "
        f"{num(width * 2)} 0a{num(width)} {num(height)} 0 1 1 {num(-width * 2)} 0z"
    )
    lash = (
        f"M{num(x - width - 0.4)} {num(edge + 1.2)}q{num(width)}"
        f" {num(-3.4 + 2.6 * lid)} {num(width * 2 + 0.8)} -.2"
    )
    bag = (
        line(
            f"M{num(x - width + 0.5)} {num(EYE_Y + height + 1.6)}q{num(width)} 3 {num(width * 2 - 1)} -.4",
            darker(shade, 0.2),
            1.5,
            stroke_opacity=0.75,
        )
        if mood.bags
        else ""
    )
    return clipped(shape, white + looks + cover + below) + line(lash, ink, 1.7) + bag


def _brows(person: Person, mood: Mood, pose: Pose) -> str:
    colour = person.hair.colour if not person.headscarf else "#2a1e1a"
    if person.age > 64:
        colour = blend(colour, "#8d8d89", 0.35)
    colour = darker(colour, 0.18)
    lift = -2.2 * pose.mouth * 0.5
    near_out, near_in = (-1.5, -14 + mood.brow_out + lift), (10.5, -14.2 + mood.brow_in + lift)
    far_in, far_out = (15, -14.2 + mood.brow_in + lift), (23.5, -13.2 + mood.brow_out + lift)
    d = (
        f"M{num(near_out[0])} {num(near_out[1])}Q4 "
        f"{num((near_out[1] + near_in[1]) / 2 - 2.6)} {num(near_in[0])} {num(near_in[1])}"
        f"M{num(far_in[0])} {num(far_in[1])}Q20 "
        f"{num((far_in[1] + far_out[1]) / 2 - 2.2)} {num(far_out[0])} {num(far_out[1])}"
    )
    return line(d, colour, 2.6 if person.age >= 13 else 2)


def _nose(skin: str, shade: str) -> str:
    return path("M14 -5C17 0 21.5 5 20 8.6C18.5 11 13.5 10.6 11.5 8.4", skin, fill_opacity=0.9) + line(
        "M14.5 -3C17.4 1 21.4 5.4 20 8.4C18.6 10.6 14 10.4 12 8.6", darker(shade, 0.1), 1.7
    )


def _mouth(person: Person, mood: Mood, pose: Pose) -> str:
    x, y = 11.5, 20.0
    shade = SKINS[person.skin][1]
    lip = blend(darker(shade, 0.3), "#9a3b34", 0.45)
    gape = max(pose.mouth, mood.gape)
    half = mood.wide * (1 - 0.22 * gape)
    if gape < 0.12:
        smile = (
            f"M{num(x - half)} {num(y - mood.curve * 0.35)}Q{num(x)} "
            f"{num(y + mood.curve)} {num(x + half)} {num(y - mood.curve * 0.45)}"
        )
        dimple = (
            line(f"M{num(x + half + 0.6)} {num(y - mood.curve * 0.6)}q1.4 1 .4 2.4", darker(shade, 0.15), 1.2)
            if mood.curve > 3
            else ""
        )
        return line(smile, lip, 2) + dimple
    tall = 1.4 + 6.4 * gape
    corner = y - mood.curve * 0.3
    d = (
        f"M{num(x - half)} {num(corner)}Q{num(x)} {num(y - tall * 0.75)}"
        f" {num(x + half)} {num(corner)}Q{num(x + half * 0.7)}"
        f" {num(y + tall)} {num(x)} {num(y + tall)}Q{num(x - half * 0.7)}"
        f" {num(y + tall)} {num(x - half)} {num(corner)}z"
    )
    inside = path(d, "#4d1c1f")
    if gape > 0.3:
        inside += path(
            f"M{num(x - half)} {num(y - tall)}h{num(half * 2)}v"
            f"{num(tall * 0.78)}q{num(-half)} 1.6 {num(-half * 2)} 0z",
            "#fbf6ee",
        )
        inside += ellipse(x, y + tall, half * 0.7, tall * 0.4, "#b4524e")
    return clipped(d, inside) + line(d, lip, 1.2)


def _cheeks(person: Person, mood: Mood) -> str:
    shade = SKINS[person.skin][1]
    warm = blend(shade, "#d9625a", 0.55)
    strength = 0.34 if person.age < 16 or mood.curve > 3 else 0.2
    marks = ellipse(1, 10, 5.6, 3.8, warm, fill_opacity=strength) + ellipse(
        22, 11, 3, 3.4, warm, fill_opacity=strength
    )
    if person.freckles:
        marks += "".join(
            circle(x, y, 0.9, darker(shade, 0.2)) for x, y in ((-1, 7), (3, 9), (6, 6), (22, 7), (9, 10))
        )
    return marks + _lines_of_age(person)


def _lines_of_age(person: Person) -> str:
    """Wrinkles come with the years: by the mouth, by the eyes, on the forehead."""
    if person.age < 48:
        return ""
    marks = "M5.6 12Q2.6 16 4.6 20.5"
    if person.age > 58:
        marks += "M-3 -4l-4 -2M-3 -1.5l-4 .8"
    if person.age > 66:
        marks += "M1 -21q8 -2.4 17 -.4M4 -25q6 -1.6 12 -.2"
    if person.age > 76:
        marks += "M1.5 2.6q4 1.8 8 -.2M-6 12q1.6 6 4.4 9.4"
    return line(marks, darker(SKINS[person.skin][1], 0.16), 1.2, stroke_opacity=0.7)


def _glasses(person: Person) -> str:
    if not person.glasses:
        return ""
    frame = {"stroke": "#2b2a2e", "stroke_width": 1.8}
    near = path(
        "M-1.8 -8.6q0 -2.6 3 -2.6h7.6q3 0 3 2.6v5.2q0 4.6 -6.4 4.6t-7.2 -4.6z",
        "#fff",
        fill_opacity=0.16,
        **frame,
    )
    far = path(
        "M14.4 -8.6q0 -2.6 2.6 -2.6h5.4q2.8 0 2.8 2.6v5.2q0 4.6 -5 4.6t-5.8 -4.6z",
        "#fff",
        fill_opacity=0.16,
        **frame,
    )
    return near + far + line("M11.8 -7q1.4 -1.4 2.6 0M-1.8 -7.4L-13 -4", "#2b2a2e", 1.8)
