"""The light on a picture: part of the day, weather and season, and what those do to colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.film.kit.marks import glow

TIMES = ("dag", "schemer", "avond")
WEATHERS = ("droog", "regen", "wind")
SEASONS = ("lente", "zomer", "herfst", "winter")

Colour = tuple[float, float, float]
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_TIMES: Mapping[str, tuple[Colour, Colour]] = {
    "dag": ((1, 1, 1), (0, 0, 0)),
    "schemer": ((0.72, 0.69, 0.72), (0.03, 0.03, 0.07)),
    "avond": ((0.43, 0.46, 0.57), (0.035, 0.05, 0.105)),
}
"""Each part of the day as what a colour is multiplied by, and what is added to it."""
_SKIES: Mapping[str, tuple[str, str, str]] = {
    "dag": ("#7fbfe4", "#c9e6f3", "#fbf1de"),
    "dag-winter": ("#a8cbe0", "#d8e8ee", "#f6f0e4"),
    "dag-regen": ("#93a7b3", "#b9c6cc", "#d9dcd8"),
    "dag-wind": ("#86b4d2", "#bcd6e2", "#eae6d8"),
    "schemer": ("#4d5f93", "#b98aa0", "#f6b987"),
    "schemer-regen": ("#4f5a72", "#7d8090", "#b09a92"),
    "avond": ("#0e1a36", "#1d2f55", "#3d4a72"),
    "avond-regen": ("#121b2d", "#202c43", "#37425a"),
}


@dataclass(frozen=True)
class Light:
    """Words of :data:`TIMES`, :data:`WEATHERS` and :data:`SEASONS`, as a storyboard has them."""

    time: str = "dag"
    weather: str = "droog"
    season: str = "zomer"

    def __post_init__(self) -> None:
        for what, value, known in (
            ("licht", self.time, TIMES),
            ("weer", self.weather, WEATHERS),
            ("seizoen", self.season, SEASONS),
        ):
            if value not in known:
                raise ValueError(f"{what}: ‘{value}’ ken ik niet. Kies uit: {', '.join(known)}.")

    @property
    def is_dark(self) -> bool:
        """Lamps are on."""
        return self.time != "dag"

    @property
    def is_wet(self) -> bool:
        return self.weather == "regen"

    @property
    def is_windy(self) -> bool:
        return self.weather == "wind"

    @property
    def sky(self) -> tuple[str, str, str]:
        """Three colours from top to horizon, which the cast leaves alone."""
        keys = (f"{self.time}-{self.weather}", f"{self.time}-{self.season}", self.time)
        found = next(_SKIES[key] for key in keys if key in _SKIES)
        return glow(found[0]), glow(found[1]), glow(found[2])

    def cast(self, svg: str, share: float = 1.0) -> str:
        """The markup in this light; only for a share of it, when what is drawn has to stay readable."""
        if self.time == "dag" and not self.is_wet and self.season != "winter":
            return svg
        return _HEX.sub(lambda found: _in_light(found[0], self, share), svg)


def fixed(svg: str) -> str:
    """The markup with the colours that it has now: no light falls on it any more."""
    return _HEX.sub(lambda found: glow(found[0]), svg)


@lru_cache(maxsize=20_000)
def _in_light(colour: str, light: Light, share: float) -> str:
    was = _rgb(colour)
    seen = was
    if light.season == "winter":
        seen = mix(seen, _grey(seen), 0.16)
    if light.is_wet:
        seen = mix(seen, _grey(seen), 0.28)
        seen = (seen[0] * 0.86, seen[1] * 0.89, seen[2] * 0.93)
    times, plus = _TIMES[light.time]
    seen = (seen[0] * times[0] + plus[0], seen[1] * times[1] + plus[1], seen[2] * times[2] + plus[2])
    return _hex(mix(was, seen, share))


def blend(one: str, other: str, share: float) -> str:
    """The colour between two, as six digits; share 0 is the one, 1 the other."""
    return _hex(mix(_rgb(one), _rgb(other), share))


def darker(colour: str, share: float = 0.18) -> str:
    """A shade of the colour, towards a warm navy rather than black."""
    return blend(colour, "#151b2e", share)


def lighter(colour: str, share: float = 0.2) -> str:
    return blend(colour, "#fffaf0", share)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    return (
        one[0] + (other[0] - one[0]) * share,
        one[1] + (other[1] - one[1]) * share,
        one[2] + (other[2] - one[2]) * share,
    )


def _grey(colour: Colour) -> Colour:
    value = 0.3 * colour[0] + 0.55 * colour[1] + 0.15 * colour[2]
    return value, value, value


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in colour)


DAY = Light()
