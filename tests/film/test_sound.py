"""Sound: every kind makes some, always the same, as loud as it should be; voices are heard over it."""

from __future__ import annotations

import math
import wave
from pathlib import Path

import numpy as np
import pytest

from app.film import effects
from app.film.ambience import AMBIENCES
from app.film.effects import EFFECTS
from app.film.loudness import SILENT, loudness
from app.film.sound import AMBIENT, PEAK, SPOKEN, Stretch, ambient, make_sound, merged
from app.film.storyboard import LASTING, ONCE, Storyboard
from app.film.timeline import Scene, lay_out
from app.film.voices import RATE, Samples, Voice, read_voices
from tests.film.small_kit import SmallKit
from tests.film.test_timeline import shot, story


def random() -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(14))


def sine(seconds: float, pitch: float = 997, level: float = 1.0) -> Samples:
    return level * np.sin(2 * np.pi * pitch * effects.span(seconds))


def level_between(samples: Samples, start: float, end: float) -> float:
    part = samples[int(start * RATE) : int(end * RATE)]
    return float(np.sqrt(np.mean(part**2)))


def test_loudness_is_as_the_standard_says() -> None:
    assert loudness(sine(5)) == pytest.approx(-3.01, abs=0.1)  # full scale in one channel
    assert loudness(sine(5, level=10 ** (-20 / 20))) == pytest.approx(-23.01, abs=0.1)
    assert loudness(np.concatenate([sine(5, level=0.1), np.zeros(20 * RATE)])) == pytest.approx(-23, abs=0.3)
    assert loudness(sine(5, pitch=50)) < -7  # an ear hardly hears that
    assert loudness(np.zeros(RATE)) == SILENT


@pytest.mark.parametrize("kind", ONCE)
def test_what_happens_makes_a_sound_always_the_same(kind: str) -> None:
    make, level, gap = EFFECTS[kind]
    first, again = make(random()), make(random())
    assert np.array_equal(first, again)
    assert 0.1 < np.abs(first).max() <= 2
    assert 0.05 < len(first) / RATE < 5
    assert 0 < level < 0.3 < gap


@pytest.mark.parametrize("kind", LASTING)
def test_what_lasts_fills_its_time_always_the_same(kind: str) -> None:
    make, _ = AMBIENCES[kind]
    first, again = make(random(), 6.0), make(random(), 6.0)
    assert np.array_equal(first, again)
    assert len(first) == 6 * RATE
    assert min(level_between(first, at, at + 3) for at in (0, 3)) > 1e-3


def test_every_kind_of_sound_is_made() -> None:
    assert set(EFFECTS) == set(ONCE)
    assert set(AMBIENCES) == set(LASTING)


@pytest.mark.parametrize(
    ("where", "has", "has_not"),
    [
        ("dag droog zomer straat", {"vogels", "wind", "verkeer"}, {"regen", "krekels"}),
        ("dag regen zomer speeltuin", {"regen"}, {"vogels", "speeltuin"}),
        ("dag droog zomer speeltuin", {"speeltuin"}, {"regen"}),
        ("avond droog zomer speeltuin", {"krekels"}, {"vogels", "speeltuin"}),
        ("avond droog winter straat", {"wind"}, {"krekels", "vogels"}),
    ],
)
def test_the_weather_and_the_hour_can_be_heard(where: str, has: set[str], has_not: set[str]) -> None:
    time, weather, season, place = where.split()
    kinds = {kind for kind, _ in ambient(Scene("straatje", time, weather, season, {}), place)}
    assert has <= kinds
    assert not has_not & kinds


def test_a_sound_that_goes_on_in_the_next_shot_does_not_stop_at_the_cut() -> None:
    found = merged(
        [Stretch("wind", 0, 4), Stretch("regen", 0, 4), Stretch("wind", 4, 7), Stretch("wind", 9, 12)]
    )
    assert found == [Stretch("regen", 0, 4), Stretch("wind", 0, 7), Stretch("wind", 9, 12)]


FIGURES = {"noor": "noor", "wal": "wim"}


def sound_of(board: Storyboard, voices: dict[str, Voice] | None = None) -> Samples:
    voices = voices or {}
    timeline = lay_out(board, {id: voice.seconds for id, voice in voices.items()})
    return make_sound(timeline, voices, SmallKit(), FIGURES)


def test_a_silent_film_is_as_loud_as_a_street() -> None:
    sound = sound_of(
        story(shot("a", "geluid: kerkklok slaat", geluid=[{"soort": "kerkklok", "op": 1}], duur=8))
    )
    assert loudness(sound) == pytest.approx(AMBIENT, abs=1.5)
    assert np.abs(sound).max() <= PEAK


@pytest.mark.parametrize("kind", ["kerkklok", "deurbel", "bonk", "schuurdeur", "geschreeuw"])
def test_a_sound_comes_when_it_should(kind: str) -> None:
    duur = {"duur": 2} if kind in LASTING else {}
    board = story(shot("a", geluid=[{"soort": kind, "op": 4, **duur}], duur=8))
    sound = sound_of(board)
    assert level_between(sound, 4, 6) > 1.5 * level_between(sound, 1.5, 3.8)


def test_steps_can_be_heard_while_somebody_walks() -> None:
    player = {"wie": "noor", "doet": "loopt", "van": 0, "naar": 600}
    sound = sound_of(story(shot("a", spelers=[player], duur=12), licht="avond", seizoen="winter"))
    walking, standing = sound[: 5 * RATE], sound[7 * RATE :]  # without birds nothing else is sudden
    assert np.abs(walking).max() > 1.4 * np.abs(standing).max()


def record(path: Path, samples: Samples, rate: int = RATE, channels: int = 1, width: int = 2) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = (np.clip(samples, -1, 1) * (2 ** (8 * width - 1) - 1)).astype("<i4").repeat(channels)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(whole.view(np.uint8).reshape(-1, 4)[:, :width].tobytes())
    return path


@pytest.mark.parametrize(
    ("rate", "channels", "width"), [(48_000, 1, 2), (44_100, 2, 2), (16_000, 1, 3), (48_000, 1, 4)]
)
def test_a_recording_is_read_and_cut_to_where_it_sounds(
    tmp_path: Path, rate: int, channels: int, width: int
) -> None:
    at = np.arange(int(2 * rate)) / rate
    spoken = np.where((at > 0.7) & (at < 1.5), 0.5 * np.sin(2 * np.pi * 300 * at), 0)
    record(tmp_path / "proef" / "stemmen" / "a-1.wav", spoken, rate, channels, width)
    voices, problems = read_voices(tmp_path / "proef", {"a-1"})
    assert problems == ()
    voice = voices["a-1"]
    assert voice.seconds == pytest.approx(0.8 + 2 * 0.08, abs=0.02)
    assert np.abs(voice.samples).max() == pytest.approx(0.5, abs=0.02)
    assert len(voice.mouth) == math.ceil(voice.seconds * 25)
    assert voice.mouth[len(voice.mouth) // 2] > 0.7
    assert voice.mouth[0] < 0.3


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a-1.wav", b"", "geen gewone WAV"),
        ("a-1.wav", b"RIFF1234WAVEfmt ", "geen gewone WAV"),
        ("z-9.wav", b"", "geen regel heet ‘z-9’"),
    ],
)
def test_a_recording_that_is_none_is_told(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    folder = tmp_path / "proef" / "stemmen"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    voices, problems = read_voices(tmp_path / "proef", {"a-1"})
    assert voices == {}
    assert [sentence in problem.message for problem in problems] == [True]


def test_silence_is_no_voice(tmp_path: Path) -> None:
    record(tmp_path / "proef" / "stemmen" / "a-1.wav", np.zeros(RATE))
    assert len(read_voices(tmp_path / "proef", {"a-1"})[1]) == 1


def test_a_voice_is_heard_over_a_street_that_gives_way() -> None:
    voice = Voice(sine(3, pitch=400, level=0.2), "x")
    board = story(shot("a", "noor: Dag meneer.", aanloop=3, uitloop=4))
    sound = sound_of(board, {"a-1": voice})
    assert loudness(sound) == pytest.approx(SPOKEN, abs=1.5)
    assert level_between(sound, 3.2, 5.8) > 2.5 * level_between(sound, 0.5, 2)
    assert np.abs(sound).max() <= PEAK
