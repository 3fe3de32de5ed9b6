"""Reading storyboards: what is understood, and what every mistake is told as."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.film.storyboard import SOUNDS, Sound, Storyboard
from app.film.storyboard_file import StoryboardFile, parse, read_storyboard
from tests.film.conftest import SOURCE

PATH = Path("media/proef/storyboard.yaml")


def test_the_example_is_understood(storyboard: Storyboard) -> None:
    first, second = storyboard.shots
    assert (first.camera.start, first.camera.to, first.camera.wait) == ("straat", "huis-14", 0.1)
    assert (second.camera.start, second.camera.to) == ("deur-14", "deur-14")
    assert first.state == {"huis-14": {"gordijn": "dicht", "post": "vol", "tuin": "wild"}}
    assert [player.who for shot in storyboard.shots for player in shot.players] == ["wim", "noor"]
    assert [first.line_id(0), second.line_id(0)] == ["straat-1", "deur-1"]
    assert storyboard.name_of("wim") == "Wim"
    assert storyboard.name_of("geluid") == ""


def test_lines_are_known(file: StoryboardFile, source: str) -> None:
    lines = source.split("\n")
    assert "stop: gezien" in lines[file.line_of("shots", 0, "stop") - 1]
    assert "wie: noor" in lines[file.line_of("shots", 1, "spelers", 0) - 1]
    assert file.line_of("shots", 7, "nergens") == file.line_of("shots")


@pytest.mark.parametrize(
    ("was", "becomes", "line", "sentence"),
    [
        ("decor: straatje", "dekor: straatje", 2, "‘dekor:’ kennen we hier niet; bedoel je ‘decor’?"),
        ("decor: straatje\n", "", 1, "hier ontbreekt ‘decor:’"),
        ("licht: dag", "licht: middag", 3, "‘licht’: kies uit dag, schemer, avond"),
        ("wacht: 0.1", "wacht: straks", 11, "‘wacht’: hier hoort een getal"),
        ("wacht: 0.1", "wacht: -1", 11, "‘wacht’: dit getal is minstens 0"),
        ("beeld: deur-14", "beeld: [1, 2]", 25, "schrijf de naam van een kader"),
        ("doet: loopt, ", "", 15, "wie staat, heeft ‘op:’"),
        ("van: 600, ", "", 15, "wie loopt, heeft ‘van:’ en ‘naar:’"),
        ("gezicht: moe", "gezicht: slaperig", 28, "‘gezicht’: kies uit rustig, blij, moe"),
        ("soort: kerkklok", "soort: sirene", 16, "‘soort’: kies uit kerkklok, deurbel"),
        ("label: Volle bus", "label: 14", 29, "‘label’: hier hoort tekst; zet aanhalingstekens"),
        ('tekst: "Dag Wim."', f"tekst: {'woord ' * 40}", 34, "‘tekst’: dit is te lang; hoogstens 160"),
        ("id: deur", "id: De Deur", 23, "‘id’: gebruik kleine letters"),
        ("    beschrijving: Noor staat bij de deur. Uit de brievenbus steekt post.\n", "", 23,
         "shot ‘deur’: hier ontbreekt ‘beschrijving:’"),
        ("stop: gezien", "stop: gezien\n    stop: gezien", 23, "‘stop’ staat hier twee keer"),
        ("{wie: wim,", "{wie: *wim,", 15, "& en * gebruiken we niet"),
        ("      - {wie: noor, op", "\t- {wie: noor, op", 28, "hier staat een tab"),
        ("uitloop: 0.1", "uitloop: [0.1", 33, "dit is geen YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    source: str, was: str, becomes: str, line: int, sentence: str
) -> None:
    assert was in source
    at = source.rindex(was)
    changed = source[:at] + becomes + source[at + len(was) :]
    problems = parse(changed.encode(), PATH).problems
    assert [problem.line for problem in problems if sentence in problem.message] == [line], problems


@pytest.mark.parametrize(
    "data", [b"", b"- a", b"\xff\xfe", b"[" * 5000, b"a: b: c", b"x" * 300_000, b"!!python/x y"]
)
def test_what_is_no_storyboard_is_told(data: bytes) -> None:
    found = parse(data, PATH)
    assert found.storyboard is None
    assert len(found.problems) == 1


def test_a_folder_is_no_storyboard(tmp_path: Path) -> None:
    (tmp_path / "storyboard.yaml").mkdir()
    assert "niet te lezen" in read_storyboard(tmp_path / "storyboard.yaml", tmp_path).problems[0].message


@given(st.binary(max_size=200))
def test_reading_never_fails_on_bytes(data: bytes) -> None:
    assert parse(data, PATH).problems


@settings(max_examples=40)
@given(st.data())
def test_reading_never_fails_on_a_storyboard_that_somebody_typed_in(data: st.DataObject) -> None:
    source = (SOURCE / "storyboard.yaml").read_text("utf-8")
    at = data.draw(st.integers(0, len(source)))
    until = data.draw(st.integers(at, min(len(source), at + 30)))
    typed = data.draw(st.text(alphabet="abc {}[]:,-'\"#&*!|>%@\n\t0.", max_size=12))
    found = parse(f"{source[:at]}{typed}{source[until:]}".encode(), PATH)
    assert (found.storyboard is None) == bool(found.problems)
    last = source.count("\n") + typed.count("\n") + 1
    assert all(1 <= problem.line <= last for problem in found.problems)


def test_every_sound_can_be_asked_for() -> None:
    assert {Sound.model_validate({"soort": kind}).kind for kind in SOUNDS} == set(SOUNDS)
