"""The people: they draw in every mood and gesture, walk on the ground, and looks say nothing of guilt."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.kit import DAY, MOODS, Car, Figure, Human, Light, Pose, gesture_problem, load_figure, names
from app.film.kit.figure.bones import FORE, SHIN, SOLE, THIGH, UPPER, Bones, bones_of
from app.film.kit.figure.figure import STRIDE
from app.film.kit.figure.pose import ARMS, POSTURES, THINGS
from app.film.kit.neighbour import NEIGHBOUR
from tests.film.kit.drawing import LIGHTS, ROOT, assert_sound

FIGURES = names(ROOT, "figuren")
ALL = {name: load_figure(name, ROOT) for name in FIGURES}
PEOPLE = {name: figure for name, figure in ALL.items() if isinstance(figure, Human)}
VOLUNTEERS = (
    "samira", "henk", "ria", "wim", "danny", "anneke", "fatima", "karim", "mei", "joke", "karel",
)  # fmt: skip
PROFESSIONALS = ("youssef", "wijkagent", "agent", "jongerenwerker", "gerda")
OTHERS = (
    "mevrouw-van-der-wal", "bram", "hovenier", "buurvrouw", "nadia", "dochter", "sem", "bestuurder-jong",
    "bestuurder-oud", "zwarte-auto",
)  # fmt: skip
PHASES = st.floats(0, 4 * math.pi)
GESTURES = ["", *ARMS, *POSTURES, "zit+telefoon", "zit+duikt-ineen", "houdt-vast:briefje"]


def some(turn: int) -> list[Figure]:
    """Every fourth figure, another four in each turn."""
    return list(ALL.values())[turn % 4 :: 4]


def test_the_promised_people_are_there() -> None:
    assert {*VOLUNTEERS, *PROFESSIONALS, *OTHERS} <= set(FIGURES)
    assert len(PEOPLE) >= 20


@pytest.mark.parametrize("mood", MOODS)
def test_everybody_can_feel_everything(mood: str) -> None:
    for figure in ALL.values():
        assert_sound(figure.svg(Pose(mood=mood, mouth=0.6)))


@pytest.mark.parametrize("gesture", GESTURES)
def test_every_gesture_can_be_made(gesture: str) -> None:
    assert gesture_problem(gesture) == ""
    for figure in some(GESTURES.index(gesture)):
        assert_sound(figure.svg(Pose(gesture=gesture, beat=0.3)))


@pytest.mark.parametrize("light", LIGHTS, ids=lambda light: f"{light.time}-{light.weather}-{light.season}")
def test_people_draw_in_every_light(light: Light) -> None:
    for figure in some(LIGHTS.index(light)):
        assert_sound(figure.svg(Pose(walk=1, facing=-1), light))


@pytest.mark.parametrize("thing", THINGS)
def test_everything_can_be_held(thing: str) -> None:
    nadia = PEOPLE["nadia"]
    assert_sound(nadia.svg(Pose(hold=thing)))
    assert len(nadia.svg(Pose(hold=thing))) > len(nadia.svg(Pose()))
    assert gesture_problem(f"houdt-vast:{thing}") == ""
    assert len(nadia.svg(Pose(gesture=f"houdt-vast:{thing}"))) > len(nadia.svg(Pose(gesture="houdt-vast")))


@pytest.mark.parametrize(
    ("gesture", "sentence"),
    [
        ("vliegt", "Het gebaar ‘vliegt’ ken ik niet. Kies uit: zwaait, telefoon"),
        ("zit+vliegt", "Het gebaar ‘vliegt’ ken ik niet."),
        ("houdt-vast:olifant", "Het ding ‘olifant’ ken ik niet. Kies uit: tas, boodschappen"),
    ],
)
def test_a_gesture_that_nobody_makes_is_named(gesture: str, sentence: str) -> None:
    assert gesture_problem(gesture).startswith(sentence)


@pytest.mark.parametrize(
    "poses",
    [
        [Pose(mood=mood) for mood in MOODS],
        [Pose(gesture=gesture) for gesture in GESTURES],
        [Pose(), Pose(facing=-1), Pose(mouth=0.5), Pose(mouth=1), Pose(blink=1), Pose(gaze=-1), Pose(head=9)],
        [Pose(walk=phase) for phase in (0, 1, 2, 3)],
        [Pose(gesture="zwaait", beat=beat) for beat in (0, 0.2, 0.6)],
    ],
)
def test_every_pose_is_another_picture(poses: list[Pose]) -> None:
    for who in ("bram", "mevrouw-van-der-wal", "samira"):
        assert len({PEOPLE[who].svg(pose) for pose in poses}) == len(poses)


def test_the_same_pose_is_the_same_text() -> None:
    pose = Pose(walk=0.7, mood="moe", hold="tas")
    for name, figure in ALL.items():
        assert figure.svg(pose) == load_figure(name, ROOT).svg(pose)


def test_figures_are_light_enough_to_draw_often() -> None:
    assert max(len(figure.svg(Pose(gesture="zwaait", hold="tas"))) for figure in ALL.values()) < 20_000


def test_people_stay_readable_at_night() -> None:
    day, night = PEOPLE["samira"].svg(Pose(), DAY), PEOPLE["samira"].svg(Pose(), Light("avond"))
    assert day != night
    assert "#eef03c" in day
    assert "#eef03c" not in night


@given(PHASES)
def test_a_walker_never_sinks_or_floats(phase: float) -> None:
    bones = bones_of(Pose(walk=phase))
    soles = [leg.ankle[1] + SOLE for leg in (bones.near_leg, bones.far_leg)]
    assert max(soles) <= 1e-6
    assert (
        max(soles) >= -1e-6 or phase % math.pi > 0.7 * math.pi
    )  # the heel comes up before the other foot lands


@given(st.floats(0, 0.99), st.floats(0, 0.99))
def test_a_foot_stays_where_it_is_put(one: float, other: float) -> None:
    """While it stands, it goes back exactly as fast as the body goes forward."""
    feet = [bones_of(Pose(walk=share * math.pi)).near_leg.ankle[0] for share in (one, other)]
    assert feet[0] - feet[1] == pytest.approx((other - one) / 2 * STRIDE, abs=1e-6)


@given(PHASES, st.sampled_from(GESTURES), st.floats(0.6, 1.15), st.floats(0, 1))
def test_bones_never_stretch(phase: float, gesture: str, scale: float, beat: float) -> None:
    bones = bones_of(Pose(walk=phase, gesture=gesture, beat=beat), scale)
    for leg in (bones.near_leg, bones.far_leg):
        assert math.dist(leg.hip, leg.knee) <= THIGH + 0.5
        assert math.dist(leg.knee, leg.ankle) <= SHIN * 1.6 + 0.5
    for arm in (bones.near_arm, bones.far_arm):
        assert math.dist(arm.shoulder, arm.elbow) <= UPPER + 0.5
        assert math.dist(arm.elbow, arm.wrist) <= (FORE + 14) + 0.5


@given(PHASES)
def test_knees_bend_the_right_way(phase: float) -> None:
    """Seen from the hip, a knee never lies behind the line to the ankle."""
    for leg in both_legs(bones_of(Pose(walk=phase))):
        (hx, hy), (kx, ky), (ax, ay) = leg
        assert (ax - hx) * (ky - hy) - (ay - hy) * (kx - hx) <= 1e-6


def both_legs(bones: Bones) -> list[tuple[tuple[float, float], ...]]:
    return [(leg.hip, leg.knee, leg.ankle) for leg in (bones.near_leg, bones.far_leg)]


def test_long_legs_make_long_strides() -> None:
    assert PEOPLE["henk"].stride > PEOPLE["samira"].stride > PEOPLE["bram"].stride > PEOPLE["dochter"].stride


def test_short_legs_dangle_from_a_bench() -> None:
    child, grown = PEOPLE["bram"].person, PEOPLE["henk"].person
    low = {
        who.name: max(leg[2][1] for leg in both_legs(bones_of(Pose(gesture="zit"), who.scale))) * who.scale
        for who in (child, grown)
    }
    assert low["Bram"] < low["Henk"] - 10


def test_there_are_many_kinds_of_people() -> None:
    people = [figure.person for figure in PEOPLE.values()]
    assert min(person.age for person in people) <= 7
    assert max(person.age for person in people) >= 85
    assert len({person.skin for person in people}) >= 7
    assert len({person.build for person in people}) == 4
    assert len({person.hair.style for person in people}) >= 10
    assert {person.aid for person in people} == {"", "rolstoel", "rollator"}


def test_looks_say_nothing_of_guilt() -> None:
    """Whatever skin somebody in a story has, there is a volunteer or a professional who has it too."""
    trusted = {PEOPLE[who].person.skin for who in (*VOLUNTEERS, *PROFESSIONALS)}
    assert {figure.person.skin for figure in PEOPLE.values()} <= trusted
    assert len({PEOPLE[who].person.skin for who in VOLUNTEERS}) >= 6


def test_volunteers_wear_the_vest_and_nobody_else() -> None:
    assert {who for who, figure in PEOPLE.items() if figure.person.vest} == set(VOLUNTEERS)


def test_the_neighbour_in_the_window_is_the_neighbour_in_the_street() -> None:
    assert PEOPLE["buurvrouw"].person.model_copy(update={"bottom": NEIGHBOUR.bottom}) == NEIGHBOUR


def test_a_car_has_its_driver_and_lowers_its_window() -> None:
    car = load_figure("zwarte-auto", ROOT)
    assert isinstance(car, Car)
    assert car.driver == PEOPLE["bestuurder-oud"]
    pictures = {
        car.svg(pose)
        for pose in (Pose(), Pose(gesture="raam-open"), Pose(walk=1), Pose(facing=-1), Pose(mouth=1))
    }
    assert len(pictures) == 5
    assert car.svg(Pose(), Light("avond")) != car.svg(Pose())
