"""Draws a person in a pose."""

from __future__ import annotations

from dataclasses import dataclass

from app.film.kit.figure import carried
from app.film.kit.figure.body import arm, ground_shadow, leg, neck, placed, skirt
from app.film.kit.figure.bones import STEP, Bones, bones_of
from app.film.kit.figure.clothes import collar_behind, rucksack, scarf, strap, trunk
from app.film.kit.figure.head import head, size
from app.film.kit.figure.person import Person
from app.film.kit.figure.pose import Pose
from app.film.kit.light import DAY, Light, darker
from app.film.kit.marks import group, limb, path

AT_NIGHT = 0.6
"""How much of the evening falls on people: less than on walls, so that faces stay readable."""
STRIDE = 4 * STEP


@dataclass(frozen=True)
class Human:
    """Somebody from media/kit/figuren; a grown-up of 1.75 m is 300 units high, feet at the origin."""

    person: Person

    @property
    def stride(self) -> float:
        """How far two steps (a phase of 2π) bring this person, in the figure's own units."""
        return STRIDE * self.person.scale

    @property
    def mouth(self) -> tuple[float, float]:
        """Where the mouth is when standing, for who wants to point at it."""
        return (14 * self.person.scale, -250 * self.person.scale)

    def svg(self, pose: Pose, light: Light = DAY) -> str:
        person = self.person
        bones = bones_of(pose, person.scale, person.aid, person.age)
        scale = person.scale
        drawn = group(_drawn(person, pose, bones), scale=(scale * (1 if pose.facing >= 0 else -1), scale))
        return light.cast(drawn, AT_NIGHT)


def _drawn(person: Person, pose: Pose, bones: Bones) -> str:
    behind, before = _vehicle(person, pose, bones)
    held, over = carried.carried(pose.held, bones)
    sleeve = person.top.colour
    far_arm = arm(person, bones.far_arm, near=False, sleeve=sleeve)
    far_upper = path(limb([bones.far_arm.shoulder, bones.far_arm.elbow], [24, 20]), darker(sleeve, 0.2))
    back = rucksack(person.backpack) if person.backpack else ""
    looks = head(person, pose)
    seated = pose.posture in {"zit", "hurkt", "fietst"} or person.aid == "rolstoel"
    parts = [
        "" if behind else ground_shadow(bones),
        behind,
        far_upper if bones.far_arm.in_front else far_arm,
        leg(person, bones.far_leg, near=False),
        leg(person, bones.near_leg, near=True),
        placed(back + collar_behind(person), bones),
        skirt(person, bones) if person.bottom.kind in {"rok", "jurk"} else "",
        placed(
            neck(person) + trunk(person, seated) + (strap(person.backpack) if person.backpack else ""), bones
        ),
        placed(scarf(person.scarf), bones) if person.scarf and not person.headscarf else "",
        group(looks, *bones.head, scale=size(person), turn=bones.head_turn),
        far_arm if bones.far_arm.in_front else "",
        held,
        before,
        over if pose.held == "deken" else "",
        arm(person, bones.near_arm, near=True, sleeve=sleeve),
        over if pose.held != "deken" else "",
    ]
    return "".join(parts)


def _vehicle(person: Person, pose: Pose, bones: Bones) -> tuple[str, str]:
    if person.aid == "rolstoel":
        return carried.wheelchair(bones, pose.walk or 0)
    if pose.posture == "fietst":
        return carried.bicycle(pose.walk or 0)
    if person.aid == "rollator":
        return carried.rollator(bones), ""
    return "", ""
