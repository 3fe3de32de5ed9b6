"""The proofs: a good film passes all, and each way to break one is caught by the proof meant for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from app.film import encode
from app.film.check import prove
from app.film.manifest import MANIFEST
from app.film.voices import RATE
from app.film.watching import listen, runs
from tests.film.test_build import case_of

Pictures = list[NDArray[np.uint8]]
Samples = NDArray[np.float64]


def test_a_good_film_has_no_problems(rendered: Path) -> None:
    assert prove(case_of(rendered), rendered) == []


# Mutations of the film itself.


def pictures(path: Path) -> Iterator[NDArray[np.uint8]]:
    with av.open(str(path)) as film:
        yield from (frame.to_ndarray(format="rgb24") for frame in film.decode(video=0))


@pytest.fixture
def remake(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Change the pictures and the sound of the film; what the proofs say of it then."""
    monkeypatch.setitem(encode.OPTIONS, "preset", "ultrafast")
    monkeypatch.setitem(encode.OPTIONS, "crf", "24")

    def same(whole: Any) -> Any:
        return whole

    def remake(
        see: Callable[[Pictures], Pictures] = same, hear: Callable[[Samples], Samples] = same
    ) -> list[str]:
        film = case_of(root) / "film.mp4"
        seen, heard = see(list(pictures(film))), hear(listen(film))
        encode.write_segment(root / "segment.mp4", ((Image.fromarray(each), True) for each in seen))
        encode.join(film, [root / "segment.mp4"], heard)
        return [str(problem) for problem in prove(case_of(root), root)]

    return remake


def black(seen: Pictures) -> Pictures:
    """Two seconds without anything to see."""
    return [np.zeros_like(each) if 90 <= number < 140 else each for number, each in enumerate(seen)]


def late(seen: Pictures) -> Pictures:
    """The picture comes 0.4 s late."""
    return [seen[0]] * 10 + seen[:-10]


def frozen(seen: Pictures) -> Pictures:
    """The last shot stands still."""
    return [*seen[:76], *[seen[80]] * (len(seen) - 76)]


def swapped(seen: Pictures) -> Pictures:
    """The shots in the wrong order."""
    return seen[75:] + seen[:75]


def short(seen: Pictures) -> Pictures:
    return seen[:-25]


@pytest.mark.parametrize(
    ("see", "sentence"),
    [
        (black, "op 3.6 s: 2.0 s niets te zien"),
        (late, "shot ‘deur’ begint hier niet in beeld"),
        (frozen, "s staat het beeld stil"),
        (swapped, "hier hoort het beeld van shot ‘straat’"),
        (short, "beelden; dat moeten er 148 zijn"),
    ],
)
def test_a_picture_that_is_wrong_is_caught(
    remake: Callable[..., list[str]], see: Callable[[Pictures], Pictures], sentence: str
) -> None:
    assert any(sentence in problem for problem in remake(see=see))


def silence(heard: Samples) -> Samples:
    return heard * 0


def half(heard: Samples) -> Samples:
    return np.concatenate([heard[: 3 * RATE], heard[3 * RATE :] * 0])


def loud(heard: Samples) -> Samples:
    return np.clip(heard * 40, -1, 1)


@pytest.mark.parametrize(
    ("hear", "sentence"),
    [
        (silence, "er is niets te horen"),
        (half, "s is er niets te horen"),
        (loud, "LUFS; dat moet tussen"),
        (loud, "het geluid wordt afgekapt"),
    ],
)
def test_a_sound_that_is_wrong_is_caught(
    remake: Callable[..., list[str]], hear: Callable[[Samples], Samples], sentence: str
) -> None:
    assert any(sentence in problem for problem in remake(hear=hear))


# Mutations of what lies around the film.


def edit(name: str, was: str, becomes: str) -> Callable[[Path], None]:
    def change(case: Path) -> None:
        text = (case / name).read_text("utf-8")
        assert was in text
        (case / name).write_text(text.replace(was, becomes, 1), "utf-8")

    return change


def drop(name: str) -> Callable[[Path], None]:
    return lambda case: (case / name).unlink()


def redescribe(**changed: Any) -> Callable[[Path], None]:
    """Write other things into the manifest."""

    def change(case: Path) -> None:
        whole = json.loads((case / MANIFEST).read_text("utf-8"))
        (case / MANIFEST).write_text(json.dumps({**whole, **changed}), "utf-8")

    return change


CAPTIONS, DESCRIPTIONS = "ondertiteling.vtt", "beschrijving.vtt"
LATE_CAPTION = edit(CAPTIONS, "00:00:03.100 --> 00:00:05.300", "00:00:04.100 --> 00:00:06.300")


@pytest.mark.parametrize(
    ("break_it", "sentence"),
    [
        (edit("storyboard.yaml", "Dag Wim", "Hoi Wim"), "is veranderd nadat de film gemaakt is"),
        (edit("storyboard.yaml", "Dag Wim", "Hoi Wim"), "de regels zijn niet die van het storyboard"),
        (edit("storyboard.yaml", "Noor staat", "Zij staat"), "de shots zijn niet die van het storyboard"),
        (edit("storyboard.yaml", "stop: gezien", "stop: gehoord"), "de stops zijn niet die van"),
        (edit("storyboard.yaml", "decor:", "dekor:"), "heeft fouten"),
        (drop("storyboard.yaml"), "hoort bij deze film maar is er niet"),
        (redescribe(voices={"deur-1": "x"}), "de opnamen zijn veranderd"),
        (redescribe(stops=[{"id": "gezien", "at": 1.0}]), "valt niet vlak voor een overgang"),
        (redescribe(duration=9.0), "dat moet 9.00 s zijn"),
        (redescribe(shots=3), "manifest.json:1: dit bestand is niet te lezen"),
        (drop("manifest.json"), "deze film is nog niet gemaakt; typ: pluis media build proef"),
        (LATE_CAPTION, "‘deur-1’ is niet in de pas: hij hoort op 3.1 s"),
        (LATE_CAPTION, "is niet zoals het gemaakt is"),
        (edit(CAPTIONS, "00:00:03.100 --> 00:00:05.300", "00:00:03.100 --> 00:00:03.500"), "gaat te snel"),
        (edit(CAPTIONS, "00:00:03.100 --> 00:00:05.300", "00:00:02.000 --> 00:00:05.300"), "begint voordat"),
        (edit(CAPTIONS, "Noor: Dag Wim.", f"Noor: Dag Wim. {'zo ' * 14}"), "is te groot"),
        (edit(CAPTIONS, "Noor: Dag Wim.", "Noor: Dag."), "mist woorden van het storyboard"),
        (edit(CAPTIONS, "Noor: Dag Wim.", "Dag Wim."), "zegt niet wie er praat"),
        (edit(CAPTIONS, "[kerkklok slaat]", "kerkklok slaat"), "hoort tussen [ en ]"),
        (edit(CAPTIONS, "deur-1", "deur-9"), "de regel ‘deur-1’ ontbreekt"),
        (edit(CAPTIONS, "WEBVTT", "WEBTTV"), "ondertiteling.vtt:1: is niet te lezen"),
        (edit(DESCRIPTIONS, "Noor staat bij de deur. Uit de brievenbus steekt post.", ""),
         "shot ‘deur’ heeft geen beschrijving"),
        (edit(DESCRIPTIONS, "\ndeur\n", "\nmuur\n"), "shot ‘deur’ heeft geen beschrijving"),
        (edit(DESCRIPTIONS, "00:00:03.000 -->", "00:00:02.000 -->"), "‘deur’ is niet in de pas"),
        (edit("hoofdstukken.vtt", "Aan de deur", "Deur"), "dit zijn niet de hoofdstukken"),
        (edit("hoofdstukken.vtt", "00:00:03.000 -->", "00:00:02.000 -->"), "een hoofdstuk is niet in de pas"),
        (drop("stills/deur.webp"), "deur.webp:1: ontbreekt"),
        (drop("poster.webp"), "poster.webp:1: ontbreekt"),
        (drop("film.mp4"), "dit is geen film die afgespeeld kan worden"),
        (lambda case: (case / "film.mp4").write_bytes((case / "film.mp4").read_bytes()[:60_000]),
         "hier hoort het beeld van shot ‘deur’"),
    ],
)  # fmt: skip
def test_what_is_wrong_around_the_film_is_caught(
    root: Path, break_it: Callable[[Path], None], sentence: str
) -> None:
    break_it(case_of(root))
    found = [str(problem) for problem in prove(case_of(root), root)]
    assert any(sentence in problem for problem in found), found


def test_a_film_that_cannot_start_at_once_is_caught(root: Path) -> None:
    film = case_of(root) / "film.mp4"
    with av.open(str(film)) as source, av.open(str(root / "slow.mp4"), "w") as out:
        streams = {each.index: out.add_stream_from_template(each) for each in source.streams}
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                out.mux(packet)
    film.write_bytes((root / "slow.mp4").read_bytes())
    assert any("de index moet vooraan staan" in str(problem) for problem in prove(case_of(root), root))


def test_a_film_that_is_too_large_is_caught(root: Path) -> None:
    film = case_of(root) / "film.mp4"
    film.write_bytes(film.read_bytes() + bytes(600_000))
    assert any("dat is 2 MB per minuut" in str(problem) for problem in prove(case_of(root), root))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [([], []), ([True], [(0, 1)]), ([False, True, True, False, True], [(1, 2), (4, 1)])],
)
def test_runs_are_found(marks: list[bool], expected: list[tuple[int, int]]) -> None:
    assert list(runs(marks)) == expected
