"""Sounds that happen: bells, doors, steps, a bicycle.  All made of sines and noise, the same every time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from app.film.voices import RATE, Samples

Random = np.random.Generator
PIECE = 10 * RATE
"""Samples of noise that are made at once."""


def span(seconds: float) -> Samples:
    """The moments of so many seconds of sound."""
    return np.arange(int(seconds * RATE)) / RATE


def band(noise: Samples, low: float, high: float) -> Samples:
    """Only what lies between two pitches, with soft edges."""
    if not len(noise):
        return noise
    size = 1 << (len(noise) - 1).bit_length()
    spectrum = np.fft.rfft(noise, size)
    pitch = np.fft.rfftfreq(size, 1 / RATE)
    keep = 1 / (1 + (low / np.maximum(pitch, 0.01)) ** 6) / (1 + (pitch / high) ** 6)
    return np.fft.irfft(spectrum * keep, size)[: len(noise)]


def noise(random: Random, seconds: float, low: float, high: float) -> Samples:
    """Rustling between two pitches, made in pieces that flow into one another."""
    size, seam = int(seconds * RATE), RATE // 2
    whole = np.zeros(size + PIECE + 2 * seam)
    rise = np.sin(np.linspace(0, np.pi / 2, seam))
    for start in range(0, size, PIECE):
        part = band(random.standard_normal(PIECE + seam), low, high)
        part[:seam] *= rise if start else 1
        part[-seam:] *= rise[::-1]
        whole[start : start + len(part)] += part
    return unit(whole[:size])


def unit(samples: Samples, level: float = 1.0) -> Samples:
    """As loud as ``level`` at its loudest."""
    return samples / max(1e-9, float(np.max(np.abs(samples), initial=0))) * level


def rung(seconds: float, pitch: float, partials: Sequence[tuple[float, float, float]]) -> Samples:
    """Something struck: of each partial its multiple of the pitch, its strength and how long it rings."""
    t = span(seconds)
    sound = np.zeros_like(t)
    for multiple, strength, decay in partials:
        sound += strength * np.sin(2 * np.pi * pitch * multiple * t) * np.exp(-t / decay)
    return unit(sound * np.minimum(1, t / 0.003))


def joined(parts: Sequence[tuple[float, Samples]]) -> Samples:
    """Sounds laid over one another, each from its own moment."""
    size = max((int(at * RATE) + len(sound) for at, sound in parts), default=0)
    whole = np.zeros(size)
    for at, sound in parts:
        start = int(at * RATE)
        whole[start : start + len(sound)] += sound
    return whole


def thud(random: Random, seconds: float, pitch: float, low: float, high: float) -> Samples:
    """A blow: a low tone that dies at once, and a burst of noise."""
    t = span(seconds)
    tone = np.sin(2 * np.pi * pitch * t) * np.exp(-t / (seconds * 0.18))
    noise = band(random.standard_normal(len(t)), low, high) * np.exp(-t / (seconds * 0.1))
    return unit(tone + 0.8 * unit(noise)) * np.minimum(1, t / 0.001)


def church_bell(_random: Random) -> Samples:
    partials = [
        (0.5, 0.5, 1.6), (1, 1, 1.4), (1.19, 0.6, 1.0), (1.5, 0.45, 0.8), (2, 0.6, 0.6), (2.52, 0.3, 0.4),
        (3.01, 0.25, 0.3),
    ]  # fmt: skip
    return rung(3.2, 392, partials) * 0.8


def door_bell(_random: Random) -> Samples:
    def chime(pitch: float) -> Samples:
        return rung(1.5, pitch, [(1, 1, 0.45), (2, 0.35, 0.25), (3, 0.12, 0.12)])

    return joined([(0, chime(659)), (0.5, chime(523))]) * 0.8


def door(random: Random) -> Samples:
    """A lock, a creak that is hardly there, and the door against its frame."""
    t = span(0.5)
    creak = np.sin(2 * np.pi * (210 + 40 * np.sin(2 * np.pi * 2.3 * t)) * t) * np.sin(np.pi * t / 0.5) ** 2
    click = thud(random, 0.06, 900, 1500, 5000)
    return joined(
        [
            (0, click * 0.35),
            (0.1, click * 0.25),
            (0.2, creak * 0.08),
            (0.9, thud(random, 0.4, 85, 60, 900) * 0.8),
        ]
    )


def bicycle_bell(_random: Random) -> Samples:
    ring = rung(0.9, 1980, [(1, 1, 0.25), (1.52, 0.6, 0.2), (2.1, 0.4, 0.12)])
    return joined([(0, ring), (0.09, ring * 0.9), (0.42, ring), (0.51, ring * 0.9)]) * 0.5


def bicycle(random: Random) -> Samples:
    """A freewheel that ticks by: nearer, then gone."""
    t = span(2.6)
    tyres = band(random.standard_normal(len(t)), 300, 1600)
    ticks = joined([(at, thud(random, 0.012, 2600, 2000, 6000) * 0.5) for at in np.arange(0.05, 2.5, 0.055)])
    ticks = np.pad(ticks, (0, len(t) - len(ticks)))
    nearer: Samples = np.sin(np.pi * t / 2.6) ** 2 * 0.5
    return unit(unit(tyres, 0.6) + ticks) * nearer


def phone(_random: Random) -> Samples:
    """It buzzes twice on a table."""
    t = span(0.42)
    buzz = np.sign(np.sin(2 * np.pi * 148 * t)) * 0.3 + np.sin(2 * np.pi * 296 * t)
    buzz = band(unit(buzz), 100, 1200) * np.minimum(1, np.minimum(t, 0.42 - t) / 0.02)
    return joined([(0, buzz), (0.62, buzz)]) * 0.6


def bump(random: Random) -> Samples:
    """Something heavy falls behind a wall."""
    return joined([(0, thud(random, 0.6, 58, 30, 400)), (0.16, thud(random, 0.3, 74, 40, 500) * 0.4)])


def glass(random: Random) -> Samples:
    """Something breaks, behind a wall."""
    shards = [
        (float(at), rung(0.3, float(pitch), [(1, 1, 0.08), (1.71, 0.6, 0.05)]) * float(loud))
        for at, pitch, loud in zip(
            np.sort(random.uniform(0.01, 0.5, 22)),
            random.uniform(1800, 5200, 22),
            random.uniform(0.1, 0.5, 22),
            strict=True,
        )
    ]
    return unit(band(joined([(0, thud(random, 0.12, 300, 800, 5000)), *shards]), 100, 3600), 0.8)


def metal(random: Random) -> Samples:
    """A tool on a lock: scraping, then a snap."""
    t = span(0.35)
    scrape = band(random.standard_normal(len(t)), 1800, 5200) * (
        0.4 + 0.6 * np.abs(np.sin(2 * np.pi * 13 * t))
    )
    snap = rung(0.5, 1240, [(1, 1, 0.09), (1.62, 0.8, 0.07), (2.74, 0.5, 0.05)])
    return joined([(0, unit(scrape, 0.35)), (0.5, unit(scrape, 0.4)), (1.0, snap * 0.8)])


def step(random: Random) -> Samples:
    """A shoe on paving stones."""
    t = span(0.12)
    scuff = band(random.standard_normal(len(t)), 140, 1700) * np.exp(-t / 0.022)
    return unit(unit(scuff) + 0.6 * np.sin(2 * np.pi * 92 * t) * np.exp(-t / 0.02)) * random.uniform(0.75, 1)


def chirp(random: Random) -> Samples:
    """A small bird: two to six quick whistles."""
    notes: list[tuple[float, Samples]] = []
    at = 0.0
    for _ in range(int(random.integers(2, 7))):
        seconds = float(random.uniform(0.05, 0.13))
        t = span(seconds)
        low, high = random.uniform(2100, 3300), random.uniform(2500, 4400)
        notes.append(
            (
                at,
                np.sin(2 * np.pi * (low * t + (high - low) * t * t / (2 * seconds)))
                * np.sin(np.pi * t / seconds) ** 2,
            )
        )
        at += seconds + float(random.uniform(0.03, 0.1))
    return joined(notes)


EFFECTS: dict[str, tuple[Callable[[Random], Samples], float, float]] = {
    "kerkklok": (church_bell, 0.14, 1.7),
    "deurbel": (door_bell, 0.12, 2.5),
    "deur": (door, 0.16, 2.0),
    "fietsbel": (bicycle_bell, 0.10, 1.5),
    "fiets": (bicycle, 0.09, 3.0),
    "telefoon": (phone, 0.09, 2.4),
    "bonk": (bump, 0.20, 1.2),
    "glas": (glass, 0.10, 1.5),
    "metaal": (metal, 0.10, 2.2),
}
"""By kind: what makes it, how loud, and the seconds from one time to the next."""
