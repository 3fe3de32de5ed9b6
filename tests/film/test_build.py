"""Building: the same every time, only what changed is drawn, and everything about it in the manifest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.film import manifest
from app.film.build import Production, fingerprint, prepare
from app.film.sheet import make_sheet
from app.film.storyboard_file import NAME
from tests.film.conftest import render
from tests.film.small_kit import SmallKit
from tests.film.test_sound import record, sine


def case_of(root: Path) -> Path:
    return root / "media" / "proef"


def manifest_of(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((case_of(root) / manifest.MANIFEST).read_text("utf-8"))
    return found


def change(root: Path, was: str, becomes: str) -> None:
    path = case_of(root) / NAME
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), "utf-8")


def test_the_manifest_says_what_there_is(rendered: Path) -> None:
    found, case = manifest_of(rendered), case_of(rendered)
    assert (found["case"], found["fps"], found["width"], found["height"]) == ("proef", 25, 1280, 720)
    assert found["storyboard"] == manifest.digest(case / NAME)
    assert found["fingerprint"] == manifest.fingerprint(found["storyboard"], found["kit"])
    assert {name for name in found["files"] if not name.startswith("stills/")} == {
        "film.mp4", "poster.webp", "ondertiteling.vtt", "beschrijving.vtt", "hoofdstukken.vtt",
    }  # fmt: skip
    for name, each in found["files"].items():
        assert each == {"bytes": (case / name).stat().st_size, "sha256": manifest.digest(case / name)}
    assert [shot["id"] for shot in found["shots"]] == ["straat", "deur"]
    assert found["shots"][0]["lines"] == [
        {"id": "straat-1", "who": "", "kind": "sound", "text": "kerkklok slaat", "start": 0.2, "end": 2.4}
    ]
    assert found["shots"][1]["labels"] == ["Volle bus"]
    assert found["shots"][1]["lines"][0]["who"] == "Noor"
    assert found["stops"] == [{"id": "gezien", "at": round(found["shots"][0]["end"] - 0.04, 3)}]
    assert found["duration"] == found["shots"][1]["end"]


def test_the_same_input_gives_the_same_film(root: Path, rendered: Path) -> None:
    for path in (root / "store").iterdir():
        path.unlink()
    assert render(root) == 2
    for name in manifest_of(rendered)["files"]:
        assert (case_of(root) / name).read_bytes() == (case_of(rendered) / name).read_bytes(), name


def test_nothing_is_drawn_when_nothing_changed(root: Path) -> None:
    assert render(root) == 0


@pytest.mark.parametrize(
    ("was", "becomes", "drawn"),
    [
        ("Dag Wim.", "Dag Wim!", 0),  # a caption of the same length
        ("beschrijving: Noor staat", "beschrijving: Noor zwaait", 0),
        ("kijkt: links", "kijkt: rechts", 1),
        ("label: Volle bus", "label: Volle post", 1),
        ("duur: 1.0", "duur: 1.4", 1),  # the second moves in time, and stays as it is
        ("gordijn: dicht", "gordijn: open", 2),  # from this shot on
    ],
)
def test_only_shots_that_changed_are_drawn_again(
    rendered: Path, tmp_path: Path, was: str, becomes: str, drawn: int
) -> None:
    case = case_of(tmp_path)
    case.mkdir(parents=True)
    for name in (NAME, "casus.md"):
        (case / name).write_bytes((case_of(rendered) / name).read_bytes())
    before = [fingerprint(task) for task in prepared(tmp_path).tasks()]
    change(tmp_path, was, becomes)
    after = [fingerprint(task) for task in prepared(tmp_path).tasks()]
    assert sum(one != other for one, other in zip(before, after, strict=True)) == drawn


def prepared(root: Path, kit: SmallKit | None = None) -> Production:
    production, problems = prepare(case_of(root), root, kit or SmallKit())
    assert production, problems
    return production


def test_another_kit_draws_everything_again(rendered: Path) -> None:
    one, other = prepared(rendered), prepared(rendered, SmallKit(seed="2"))
    assert one.kit_version != other.kit_version
    assert not {fingerprint(task) for task in one.tasks()} & {fingerprint(task) for task in other.tasks()}


def test_a_recording_retimes_and_redraws_its_shot_and_is_heard(root: Path) -> None:
    record(case_of(root) / "stemmen" / "deur-1.wav", sine(4, pitch=300, level=0.3))
    before = manifest_of(root)
    assert render(root) == 1
    after = manifest_of(root)
    assert after["duration"] > before["duration"] + 1
    assert list(after["voices"]) == ["deur-1"]
    assert after["shots"][0] == before["shots"][0]


def test_a_shot_that_goes_takes_its_still_along(root: Path) -> None:
    text = (case_of(root) / NAME).read_text("utf-8")
    (case_of(root) / NAME).write_text(text[: text.index("  - id: deur")], "utf-8")
    assert render(root) == 0
    assert [path.stem for path in (case_of(root) / "stills").iterdir()] == ["straat"]
    assert len(list((root / "store").iterdir())) == 2


def spoil(case: Path) -> None:
    (case / NAME).write_text("decor: straatje", "utf-8")


def misname(case: Path) -> None:
    record(case / "stemmen" / "niemand-1.wav", sine(1))


@pytest.mark.parametrize("break_it", [spoil, misname])
def test_a_mistake_is_told_and_nothing_is_made(root: Path, break_it: Callable[[Path], None]) -> None:
    break_it(case_of(root))
    production, problems = prepare(case_of(root), root, SmallKit())
    assert production is None
    assert problems


def test_the_contact_sheet_shows_every_shot(rendered: Path) -> None:
    sheet = make_sheet(case_of(rendered))
    assert sheet.width == 1568
    assert sheet.height > 400
    corners = [sheet.getpixel((36 + column * 508 + 240, 150)) for column in range(3)]
    assert len(set(corners)) == 3
