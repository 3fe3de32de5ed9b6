"""The sound of a whole film: what weather and hour bring, what happens, steps, recorded voices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

import numpy as np

from app.film.ambience import AMBIENCES
from app.film.effects import EFFECTS, step
from app.film.loudness import SILENT, loudness
from app.film.motion import actors_of
from app.film.stage import Kit
from app.film.storyboard import LASTING
from app.film.timeline import Scene, TimedShot, Timeline
from app.film.voices import RATE, Samples, Voice

AMBIENT, SPOKEN = -30.0, -20.0
"""LUFS of a film without voices, and of one with them."""

PEAK = 0.84
"""Of full scale: 1.5 dB below it."""

FADE = 0.4
DUCKED = 0.55
"""What is left of the street while somebody speaks."""

STEP = 0.055
STRENGTH = {"zacht": 0.45, "gewoon": 1.0, "luid": 1.8}


class Stretch(NamedTuple):
    """A sound that lasts, and its seconds in the film."""

    kind: str
    start: float
    end: float
    strength: float = 1.0


def make_sound(
    timeline: Timeline, voices: Mapping[str, Voice], kit: Kit, figures: Mapping[str, str]
) -> Samples:
    """All sound of the film, one channel at 48 kHz, as loud as it should be."""
    size = round(timeline.seconds * RATE)
    street = np.zeros(size)
    for stretch in merged(stretches(timeline, kit)):
        _lay(street, stretch.start, _lasting(stretch))
    for number, timed in enumerate(timeline.shots):
        for at, sound in (*_effects(timed, number), *_steps(timed, number, kit, figures)):
            _lay(street, timed.start + at, sound)
    return mixed(street, _spoken(timeline, voices, size))


def mixed(street: Samples, speech: Samples) -> Samples:
    """The street at -30 LUFS; under speech at -20 it gives way."""
    street = _at_level(street, AMBIENT)
    if not speech.any():
        return _limited(street)
    window = int(0.3 * RATE)
    near = np.convolve(np.abs(speech[:: RATE // 100]) > 0.01, np.ones(30), "same") > 0
    speaks = np.repeat(near, RATE // 100)[: len(street)]
    speaks = np.pad(speaks, (0, len(street) - len(speaks))).astype(float)
    smooth = np.cumsum(np.pad(speaks, (window, 0)))
    share = (smooth[window:] - smooth[:-window]) / window
    return _limited(_at_level(street * (1 - (1 - DUCKED) * share) + _at_level(speech, SPOKEN), SPOKEN))


def _at_level(samples: Samples, level: float) -> Samples:
    found = loudness(samples)
    return samples if found == SILENT else samples * 10 ** ((level - found) / 20)


def _limited(samples: Samples) -> Samples:
    """Peaks bent below the limit; what lies under two thirds of it stays as it is."""
    knee = PEAK * 2 / 3
    over = np.abs(samples) > knee
    bent = knee + (PEAK - knee) * np.tanh((np.abs(samples) - knee) / (PEAK - knee))
    return np.where(over, np.sign(samples) * bent, samples)


def stretches(timeline: Timeline, kit: Kit) -> Iterator[Stretch]:
    """What lasts: what follows from the scene, and what the storyboard asks for."""
    for timed in timeline.shots:
        for kind, strength in ambient(timed.scene, kit.decor(timed.scene.decor).sound):
            yield Stretch(kind, timed.start, timed.end, strength)
        for sound in timed.shot.sounds:
            if sound.kind in LASTING:
                start = timed.start + min(sound.at, timed.seconds)
                end = min(timed.end, start + sound.seconds) if sound.seconds else timed.end
                yield Stretch(sound.kind, start, end, STRENGTH[sound.strength])


def ambient(scene: Scene, place: str) -> Iterator[tuple[str, float]]:
    """What can be heard in such weather, at such an hour, in such a place."""
    if place == "speeltuin" and scene.light == "dag" and scene.weather != "regen":
        yield "speeltuin", 0.6
    yield "wind", {"wind": 1.8, "regen": 0.5, "droog": 0.6}[scene.weather]
    if scene.weather == "regen":
        yield "regen", 1.0
    elif scene.light == "avond":
        yield from [("krekels", 0.7)] if scene.season == "zomer" else []
    elif scene.weather == "droog" and scene.season != "winter":
        yield "vogels", 1.0 if scene.light == "dag" else 0.5
    yield "verkeer", 0.7 if scene.light == "avond" else 1.0


def merged(found: Iterable[Stretch]) -> list[Stretch]:
    """Stretches of one kind that touch become one, so that nothing stops at a cut."""
    whole: list[Stretch] = []
    for stretch in sorted(found):
        last = whole[-1] if whole else None
        if last and last.kind == stretch.kind and stretch.start <= last.end + 0.05:
            strength = max(last.strength, stretch.strength)
            whole[-1] = Stretch(last.kind, last.start, max(last.end, stretch.end), strength)
        else:
            whole.append(stretch)
    return whole


def _random(*words: object) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(crc32(" ".join(map(str, words)).encode())))


def _lasting(stretch: Stretch) -> Samples:
    make, level = AMBIENCES[stretch.kind]
    seconds = stretch.end - stretch.start
    sound = make(_random(stretch.kind), seconds) * level * stretch.strength
    at = np.arange(len(sound)) / RATE
    return sound * np.clip(np.minimum(at, seconds - at) / FADE, 0, 1)


def _effects(timed: TimedShot, number: int) -> Iterator[tuple[float, Samples]]:
    for index, sound in enumerate(timed.shot.sounds):
        if sound.kind in EFFECTS:
            make, level, gap = EFFECTS[sound.kind]
            for time in range(sound.times):
                made = make(_random(sound.kind, number, index, time)) * level * STRENGTH[sound.strength]
                yield sound.at + time * gap, made


def _steps(
    timed: TimedShot, number: int, kit: Kit, figures: Mapping[str, str]
) -> Iterator[tuple[float, Samples]]:
    decor = kit.decor(timed.scene.decor)
    seen = {player.who: kit.figure(figures[player.who]) for player in timed.shot.players}
    for actor in actors_of(timed, decor, seen):
        random = _random("step", number, actor.player.who)
        yield from ((at, step(random) * STEP) for at in sorted(actor.footfalls()) if at < timed.seconds - 0.1)


def _spoken(timeline: Timeline, voices: Mapping[str, Voice], size: int) -> Samples:
    speech = np.zeros(size)
    for line in timeline.lines:
        if line.id in voices:
            _lay(speech, line.start, _at_level(voices[line.id].samples, SPOKEN))
    return speech


def _lay(whole: Samples, at: float, sound: Samples) -> None:
    start = max(0, round(at * RATE))
    part = sound[: max(0, len(whole) - start)]
    whole[start : start + len(part)] += part
