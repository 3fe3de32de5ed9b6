"""Light on colours, letters as strokes, and the small arithmetic of marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.kit.lettering import can_letter, lettered, width_of
from app.film.kit.light import DAY, SEASONS, TIMES, WEATHERS, Light, blend, darker, lighter
from app.film.kit.marks import away, glow, limb, num
from app.film.kit.weather import rain
from tests.film.kit.drawing import assert_sound

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
LIGHTS = st.builds(Light, st.sampled_from(TIMES), st.sampled_from(WEATHERS), st.sampled_from(SEASONS))


def brightness(colour: str) -> int:
    return sum(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@given(COLOURS, LIGHTS)
def test_a_colour_in_any_light_is_a_colour(colour: str, light: Light) -> None:
    assert re.fullmatch(r"#[0-9a-f]{6}", light.cast(colour))


@given(COLOURS)
def test_a_dry_summers_day_leaves_colours_as_they_are(colour: str) -> None:
    assert DAY.cast(colour) == colour


@given(COLOURS, LIGHTS)
def test_what_glows_keeps_its_colour(colour: str, light: Light) -> None:
    assert light.cast(glow(colour)) == glow(colour)


@given(COLOURS, LIGHTS)
def test_nothing_of_the_evening_falls_on_a_share_of_nothing(colour: str, light: Light) -> None:
    assert light.cast(colour, 0) == colour


@given(COLOURS)
def test_evenings_are_darker_for_what_is_bright(colour: str) -> None:
    if brightness(colour) > 200:
        assert (
            brightness(Light("avond").cast(colour))
            < brightness(Light("schemer").cast(colour))
            < brightness(colour)
        )


@given(COLOURS, st.floats(0, 1))
def test_darker_and_lighter_keep_their_word(colour: str, share: float) -> None:
    if 120 < brightness(colour) < 640:
        assert brightness(darker(colour, share)) <= brightness(colour) + 2
        assert brightness(lighter(colour, share)) >= brightness(colour) - 2


def test_a_blend_lies_between() -> None:
    assert blend("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.001, "0"), (1.5, "1.5"), (-2.0, "-2"), (3.14159, "3.14"), (1e-9, "0"), (100, "100")],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert num(value) == text


@pytest.mark.parametrize(("angle", "place"), [(0, (0, 10)), (90, (10, 0)), (180, (0, -10)), (-90, (-10, 0))])
def test_angles_begin_straight_down(angle: float, place: tuple[float, float]) -> None:
    assert away((0, 0), angle, 10) == pytest.approx(place)


def test_a_limb_of_no_length_is_still_a_shape() -> None:
    assert_sound(f'<path d="{limb([(1, 1), (1, 1), (2, 5)], [4, 3, 2])}"/>')


@pytest.mark.parametrize("words", ["LINDELAAN", "14", "20-36", "quix & y", "0123456789"])
def test_letters_and_digits_can_be_drawn(words: str) -> None:
    assert can_letter(words)
    assert_sound(lettered(words, 0, 0, 16, "#1b2a44"))
    assert width_of(words, 16) > width_of(words[:-1], 16)


@pytest.mark.parametrize("words", ["é", "!", "‘s"])
def test_other_signs_are_refused(words: str) -> None:
    assert not can_letter(words)


def test_rain_falls_round() -> None:
    box = (0.0, 0.0, 640.0, 360.0)
    assert rain(box, 0) == rain(box, 1)
    assert rain(box, 0) != rain(box, 0.5)
