"""The decors: they draw in every light, what can be set can be seen, and what moves stays in its patch."""

from __future__ import annotations

import re

import pytest

from app.film.kit import DAY, DEFS, Decor, Light, load_decor, names
from app.film.kit.lettering import can_letter
from app.film.kit.world import Box, Frame, meet, within
from tests.film.kit.drawing import LIGHTS, ROOT, assert_sound, changed, pixels

DECORS = names(ROOT, "decors")
EVENING = Light("avond")
WANTED = ("lindelaan", "flat", "speeltuin", "plein", "parkeerplaats", "winkelstraat", "achterpad", "veld")
SIGNALS = [
    ("lindelaan", "huis-14", "gordijn", {"open", "half", "dicht", "kier"}),
    ("lindelaan", "huis-14", "post", {"leeg", "vol"}),
    ("lindelaan", "huis-14", "tuin", {"net", "wild"}),
    ("lindelaan", "huis-14", "kliko", {"weg", "staat", "vol"}),
    ("lindelaan", "huis-14", "licht", {"vanzelf", "uit", "aan"}),
    ("lindelaan", "huis-14", "deur", {"dicht", "open"}),
    ("flat", "flat", "raam", {"dicht", "open"}),
    ("speeltuin", "schommel", "schommel", {"stil", "beweegt", "bezet"}),
    ("parkeerplaats", "garage-3", "deur", {"dicht", "open"}),
    ("winkelstraat", "rode-fiets", "er", {"ja", "nee"}),
    ("achterpad", "schuur-8", "deur", {"dicht", "open", "klappert", "haak"}),
    ("achterpad", "kraan", "kraan", {"dicht", "druppelt"}),
    ("plein", "snackbar", "buurvrouw", {"weg", "kijkt", "roept"}),
]


@pytest.fixture(scope="module", params=DECORS)
def decor(request: pytest.FixtureRequest) -> Decor:
    return load_decor(request.param, ROOT)


def first(decor: Decor) -> Frame:
    return next(iter(decor.frames.values()))


def around(box: Box, room: float = 60) -> Box:
    return (box[0] - room, box[1] - room, box[2] + 2 * room, box[3] + 2 * room)


def test_the_promised_decors_are_there() -> None:
    assert set(WANTED) <= set(DECORS)


@pytest.mark.parametrize("light", LIGHTS, ids=lambda light: f"{light.time}-{light.weather}-{light.season}")
def test_a_decor_draws_in_every_light(decor: Decor, light: Light) -> None:
    assert_sound(decor.svg(light, {}, first(decor).box))


def test_the_same_picture_is_the_same_text(decor: Decor) -> None:
    again = load_decor(decor.name, ROOT)
    assert decor.svg(DAY, {}, decor.world) == again.svg(DAY, {}, decor.world)


def test_every_light_looks_different(decor: Decor) -> None:
    assert len({decor.svg(light, {}, first(decor).box) for light in LIGHTS}) == len(LIGHTS)


def test_evening_is_darker_than_day(decor: Decor) -> None:
    box = first(decor).box
    shades = [
        sum(pixels(decor.svg(Light(time), {}, box), box, 80).convert("L").histogram()[:100])
        for time in ("dag", "schemer", "avond")
    ]
    assert shades == sorted(shades)
    assert shades[2] > 2 * shades[0]


@pytest.mark.parametrize(("name", "thing", "key", "values"), SIGNALS)
def test_the_signals_of_the_cases_can_be_set(name: str, thing: str, key: str, values: set[str]) -> None:
    assert set(load_decor(name, ROOT).things[thing][key]) == values


def test_what_can_be_set_can_be_seen(decor: Decor) -> None:
    """By day or in the evening, if need be with something else: a light in a garage asks for an open door."""
    boxes = {thing.id: thing.box() for thing in decor.all if thing.id}
    unseen = [
        f"{thing}.{key}={value}"
        for thing, keys in decor.things.items()
        for key, (usual, *others) in keys.items()
        for value in others
        if (thing, value) != ("schommel", "bezet")  # somebody sits on it, and it hangs still
        and not any(
            decor.svg(light, {thing: {**rest, key: usual}}, boxes[thing])
            != decor.svg(light, {thing: {**rest, key: value}}, boxes[thing])
            for rest in ({}, *({other: choice} for other, choices in keys.items() for choice in choices))
            for light in (DAY, EVENING)
        )
    ]
    assert unseen == []


def test_only_what_moves_moves_and_stays_in_its_patch(decor: Decor) -> None:
    """Each moving part, in the first state in which it moves, against its rest."""
    for index, thing in enumerate(decor.movers):
        found = moving_state(decor, index)
        assert found, f"{thing.id or type(thing).__name__} never moves"
        light, state = found
        patch = decor.patches[index]
        seen = around(patch.box)
        scale = min(1.0, 300 / seen[2])
        still = pixels(decor.svg(light, state, seen, {index: 0}), seen, round(seen[2] * scale))
        moved = pixels(decor.svg(light, state, seen, {index: patch.steps // 4}), seen, round(seen[2] * scale))
        where = changed(still, moved)
        assert where, f"{thing.id or type(thing).__name__} stands still"
        place = (
            where[0] / scale,
            where[1] / scale,
            (where[2] - where[0]) / scale,
            (where[3] - where[1]) / scale,
        )
        assert within(
            (seen[0] + place[0], seen[1] + place[1], place[2], place[3]), around(patch.box, 2 / scale)
        )


def moving_state(decor: Decor, index: int) -> tuple[Light, dict[str, dict[str, str]]] | None:
    thing = decor.movers[index]
    states = [{}, *({thing.id: {key: value}} for key, values in thing.can().items() for value in values)]
    tries = ((light, state) for state in states for light in (DAY, Light(weather="wind")))
    return next(((light, state) for light, state in tries if index in decor.moving(light, state)), None)


def test_rain_falls_only_when_it_rains(decor: Decor) -> None:
    assert len(decor.patches) - 1 not in decor.moving(DAY, {})
    assert len(decor.patches) - 1 in decor.moving(Light(weather="regen"), {})
    box = first(decor).box
    assert len(decor.svg(Light(weather="regen"), {}, box)) > len(
        decor.svg(Light(weather="regen"), {}, box, {}, "alles")
    )


def test_frames_and_spots_lie_in_the_world(decor: Decor) -> None:
    for name, frame in decor.frames.items():
        assert within(frame.box, decor.world), name
    for name, spot in decor.spots.items():
        assert within(
            (spot.x - spot.radius, spot.y - spot.radius, 2 * spot.radius, 2 * spot.radius), decor.world
        ), name


def test_there_are_wide_frames_and_close_ones(decor: Decor) -> None:
    widths = [frame.width for frame in decor.frames.values()]
    assert max(widths) >= 1280
    assert min(widths) <= 300
    assert len(widths) >= 8


def test_nothing_is_cut_off_where_a_box_ends(decor: Decor) -> None:
    """What the box of a thing leaves out is never drawn, so half a picture equals half of the whole."""
    x, y, width, height = first(decor).box
    whole = pixels(decor.svg(DAY, {}, (x, y, width, height)), (x, y, width, height), 320)
    half = pixels(decor.svg(DAY, {}, (x, y, width / 2, height)), (x, y, width, height), 320)
    assert changed(whole.crop((0, 0, 160, 180)), half.crop((0, 0, 160, 180))) is None


def test_everything_lies_in_the_world_of_its_decor(decor: Decor) -> None:
    assert [thing for thing in decor.all if not meet(thing.box(), decor.world)] == []


def test_somebody_can_stand_behind_what_stands_in_front() -> None:
    street = load_decor("winkelstraat", ROOT)
    box = street.frames["muurtje"].box
    before = street.svg(DAY, {}, box, {}, above="stoep")
    assert before
    assert street.svg(DAY, {}, box).endswith(before)
    assert street.svg(DAY, {}, box, {}, above="vooraan") == ""


def test_the_only_words_are_numbers_and_signs(decor: Decor) -> None:
    assert "<text" not in decor.svg(DAY, {}, decor.world)
    words = [getattr(thing, "words", "") or getattr(thing, "number", "") for thing in decor.all]
    assert all(can_letter(word) for word in words)
    assert all(re.fullmatch(r"[A-Z -]{0,16}|[0-9-]{1,7}", word) for word in words)


def test_people_grow_as_they_come_nearer(decor: Decor) -> None:
    assert decor.scale(636) == pytest.approx(0.56)
    assert decor.scale(500) < decor.scale(636) < decor.scale(700)


def test_gradients_have_no_colour_of_their_own() -> None:
    """They lie over what the light recolours, so they may only make it lighter, darker or warmer."""
    assert not re.search(r"#[0-9a-f]{6}[^>]*stop-opacity=\"1\"", DEFS)
