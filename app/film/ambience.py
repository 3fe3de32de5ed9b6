"""Sounds that last: weather, birds, traffic, and what can be heard of people behind walls, without words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from app.film.effects import Random, band, chirp, joined, noise, rung, span, thud, unit
from app.film.voices import RATE, Samples


def wind(random: Random, seconds: float) -> Samples:
    t = span(seconds)
    gusts = 0.6 + 0.25 * np.sin(2 * np.pi * 0.13 * t) + 0.15 * np.sin(2 * np.pi * 0.31 * t + 1)
    return noise(random, seconds, 90, 460) * gusts


def traffic(random: Random, seconds: float) -> Samples:
    """Far away: a low rustle that swells and goes."""
    t = span(seconds)
    swell = 0.55 + 0.3 * np.sin(2 * np.pi * 0.07 * t) + 0.15 * np.sin(2 * np.pi * 0.19 * t + 2)
    return noise(random, seconds, 45, 240) * swell


def rain(random: Random, seconds: float) -> Samples:
    drops = _scattered(seconds, _every(random, seconds, 0.005, 0.06), lambda: _drop(random))
    return noise(random, seconds, 900, 7000) * 0.5 + unit(drops) * 0.5


def _drop(random: Random) -> Samples:
    t = span(0.02)
    return np.sin(2 * np.pi * random.uniform(900, 4200) * t) * np.exp(-t / 0.003) * random.uniform(0.1, 1)


def birds(random: Random, seconds: float) -> Samples:
    return _scattered(
        seconds, _every(random, seconds, 1.2, 3.6), lambda: chirp(random) * random.uniform(0.4, 1)
    )


def crickets(random: Random, seconds: float) -> Samples:
    """Two of them, one a little higher."""
    t = span(seconds)
    whole = np.zeros(len(t))
    for pitch, beat, start in ((4350.0, 2.1, 0.0), (4620.0, 1.7, float(random.uniform(0.2, 1)))):
        pulses = np.maximum(0, np.sin(2 * np.pi * 28 * t)) ** 2
        gate = 1 / (1 + np.exp(-18 * (np.sin(2 * np.pi * (t + start) / beat) - 0.25)))
        whole += np.sin(2 * np.pi * pitch * t) * pulses * gate
    return unit(whole)


def playground(random: Random, seconds: float) -> Samples:
    """Children far away: short high voices without words, and a swing."""
    calls = _scattered(
        seconds, _every(random, seconds, 0.35, 1.3), lambda: _voice(random, 340, 620, 0.25, 0.6)
    )
    return unit(band(calls, 300, 2600), 0.9) + swing(random, seconds) * 0.25


def swing(random: Random, seconds: float) -> Samples:
    """Two creaks a swing, one going and one coming."""

    def creak() -> Samples:
        t = span(0.55)
        pitch = random.uniform(560, 640) + 130 * np.sin(np.pi * t / 0.55)
        tone = np.sin(2 * np.pi * np.cumsum(pitch) / RATE) + 0.4 * np.sin(4 * np.pi * np.cumsum(pitch) / RATE)
        shape: Samples = np.sin(np.pi * t / 0.55) ** 3
        return unit(tone * shape, random.uniform(0.6, 1))

    return _scattered(seconds, [0.3 + 1.15 * i for i in range(int(seconds / 1.15))], creak)


def shed_door(random: Random, seconds: float) -> Samples:
    """It bangs in the wind, never in a beat."""

    def bang() -> Samples:
        blow = thud(random, 0.35, 120, 80, 1600) * float(random.uniform(0.5, 1))
        return joined([(0, blow), (0.19, blow * 0.35)])

    return _scattered(seconds, _every(random, seconds, 0.9, 2.3), bang)


def shouting(random: Random, seconds: float) -> Samples:
    """A quarrel behind a wall: two voices, no words."""

    def cry() -> Samples:
        low = bool(random.integers(0, 2))
        return _voice(random, *((110, 190) if low else (230, 360)), 0.3, 0.9)

    return unit(band(_scattered(seconds, _every(random, seconds, 0.25, 0.9), cry), 120, 900))


def television(random: Random, seconds: float) -> Samples:
    """Murmuring in a room."""
    talk = _scattered(
        seconds, _every(random, seconds, 0.12, 0.5), lambda: _voice(random, 120, 210, 0.15, 0.4)
    )
    return unit(band(talk, 150, 1100))


def music(_random: Random, seconds: float) -> Samples:
    """A tune of our own from a small box: four chords, a bass and a tick."""
    beat = 0.5
    chords = ((57, 60, 64), (53, 57, 60), (55, 59, 62), (52, 55, 59))
    parts: list[tuple[float, Samples]] = []
    for number in range(int(seconds / beat)):
        chord = chords[number // 4 % 4]
        note = chord[(0, 2, 1, 2)[number % 4]] + 12
        parts.append((number * beat, rung(0.45, _pitch(note), [(1, 1, 0.18), (2, 0.3, 0.1)]) * 0.5))
        if number % 4 in {0, 3}:
            parts.append(
                (number * beat, rung(0.5, _pitch(chord[0] - 12), [(1, 1, 0.3), (2, 0.5, 0.2)]) * 0.8)
            )
        parts.append((number * beat + beat / 2, rung(0.05, 5200, [(1, 1, 0.01)]) * 0.15))
    return _fitted(unit(band(joined(parts), 160, 5200)), seconds)


def _pitch(note: int) -> float:
    return float(440 * 2 ** ((note - 69) / 12))


def _voice(random: Random, low: float, high: float, shortest: float, longest: float) -> Samples:
    """A throat without a mouth: harmonics that slide, with a vowel's colour."""
    seconds = float(random.uniform(shortest, longest))
    t = span(seconds)
    start, end = random.uniform(low, high), random.uniform(low, high)
    turn = 2 * np.pi * np.cumsum(start + (end - start) * t / seconds + 6 * np.sin(2 * np.pi * 5.5 * t)) / RATE
    vowel = float(random.uniform(420, 900))
    tone = np.zeros(len(t))
    for harmonic in range(1, 9):
        pitch = harmonic * (start + end) / 2
        tone += np.sin(harmonic * turn) / harmonic * (0.3 + np.exp(-(((pitch - vowel) / 300) ** 2)))
    return unit(tone) * np.sin(np.pi * t / seconds) ** 0.7 * random.uniform(0.4, 1)


def _every(random: Random, seconds: float, shortest: float, longest: float) -> Iterator[float]:
    at = float(random.uniform(0.1, shortest + 0.2))
    while at < seconds - 0.4:
        yield at
        at += float(random.uniform(shortest, longest))


def _scattered(
    seconds: float, moments: Iterator[float] | list[float], sound: Callable[[], Samples]
) -> Samples:
    return _fitted(joined([(at, sound()) for at in moments]), seconds)


def _fitted(samples: Samples, seconds: float) -> Samples:
    size = int(seconds * RATE)
    return np.pad(samples[:size], (0, max(0, size - len(samples))))


AMBIENCES: dict[str, tuple[Callable[[Random, float], Samples], float]] = {
    "wind": (wind, 0.030),
    "verkeer": (traffic, 0.030),
    "regen": (rain, 0.030),
    "vogels": (birds, 0.026),
    "krekels": (crickets, 0.012),
    "speeltuin": (playground, 0.035),
    "schommel": (swing, 0.022),
    "schuurdeur": (shed_door, 0.13),
    "geschreeuw": (shouting, 0.07),
    "televisie": (television, 0.03),
    "muziek": (music, 0.06),
}
"""By kind: what makes it, and how loud."""
