"""The whole library: whatever happens to a file, reading never fails, and a server keeps the good one."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.content import library as libraries
from app.content.checks import check_library
from app.content.library import Library, LibraryKeeper, load_library
from tests.conftest import ROOT
from tests.content.small_library import CONTACTS, FILES, LAW, LESSON, SCENARIO, TODAY, write

SIGNS = b"-#[]{}()>*:.|\n "
REAL = sorted([*(ROOT / "modules").rglob("*.md"), *(ROOT / "quizzes").rglob("*.md")])


def test_the_small_library_is_read_whole(tmp_path: Path) -> None:
    write(tmp_path)
    library = load_library(tmp_path)
    assert [(module.id, [lesson.id for lesson in module.lessons]) for module in library.modules] == [
        ("straat", ["kijken", "mag-dat"])
    ]
    assert list(library.lessons) == ["kijken", "mag-dat"]
    assert (list(library.scenarios), list(library.instruments)) == (["hek"], ["terugblik", "vragen"])
    assert len(library.documents) == len(FILES)
    assert 'href="/oefening/hek"' in library.lessons["kijken"].parts[-1].html
    assert "Oefengesprek, ongeveer 4 minuten" in library.lessons["kijken"].parts[-1].html


def test_modules_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for folder in ("10-c", "2-b", "1-a", "los"):
        write(tmp_path, {f"modules/{folder}/module.md": "---\ntitel: x\n---\n"})
    assert [module.number for module in load_library(tmp_path).modules] == [0, 1, 2, 10]


def test_of_two_things_with_one_id_the_first_stays(tmp_path: Path) -> None:
    write(tmp_path, {f"modules/1-a/0{n}-les.md": f"---\ntitel: {n}\n---\n" for n in (1, 2)})
    assert [lesson.title for lesson in load_library(tmp_path).lessons.values()] == ["1"]


@pytest.mark.parametrize(
    ("file", "old", "new", "is_other"),
    [
        (LESSON, "", "", False),
        (LESSON, "Het is kwart", "Het is  kwart", True),
        (CONTACTS, "je wijkagent", "de wijkagent", True),
        (SCENARIO, "Hij lacht.", "Zij lacht.", True),
    ],
)
def test_the_version_changes_with_every_byte(
    tmp_path: Path, file: str, old: str, new: str, is_other: bool
) -> None:
    write(tmp_path)
    before = load_library(tmp_path).version
    write(tmp_path, {file: FILES[file].replace(old, new)})
    assert (load_library(tmp_path).version != before) == is_other


@pytest.mark.parametrize("root", ["", "weg"])
def test_without_files_the_library_is_empty(tmp_path: Path, root: str) -> None:
    library = load_library(tmp_path / root)
    assert replace(library, version="") == Library()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such names")
def test_a_file_name_that_is_no_text_can_be_read(tmp_path: Path) -> None:
    write(tmp_path)
    path = os.fsencode(tmp_path / "quizzes") + b"/h\xff.md"
    try:
        Path(os.fsdecode(path)).write_text(FILES[SCENARIO], "utf-8")
    except OSError:
        pytest.skip("this disk only takes names that are text")
    assert len(list(check_library(load_library(tmp_path), TODAY))) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(FILES)),
    dice=st.randoms(use_true_random=False),
    kind=st.sampled_from(["edit", "delete", "swap", "double", "cut"]),
)
def test_a_mutilated_file_never_stops_the_reading(tmp_path: Path, name: str, dice: Random, kind: str) -> None:
    write(tmp_path)
    (tmp_path / name).write_bytes(mutilated(FILES[name].encode(), kind, dice))
    assert list(check_library(load_library(tmp_path), TODAY)) is not None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(REAL),
    dice=st.randoms(use_true_random=False),
    kind=st.sampled_from(["edit", "delete", "swap", "double", "cut"]),
)
def test_a_mutilated_real_file_never_stops_the_reading(
    tmp_path: Path, path: Path, dice: Random, kind: str
) -> None:
    copy = tmp_path / path.relative_to(ROOT)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(mutilated(path.read_bytes(), kind, dice))
    library = load_library(tmp_path)
    problems = list(check_library(library, TODAY))
    lengths = {document.path: len(document.lines) for document in library.documents}
    assert all(1 <= problem.line <= lengths[problem.path] + 1 for problem in problems)
    copy.unlink()


def mutilated(data: bytes, kind: str, dice: Random) -> bytes:
    """A copy with up to ten wounds of one kind."""
    for _ in range(dice.randint(1, 10)):
        a, b, c = sorted(dice.randrange(len(data) + 1) for _ in range(3))
        if kind == "edit":
            data = (
                data[:a] + bytes([dice.choice([dice.randrange(256), *b"-#[]{}()>*:.|\n "])]) + data[a + 1 :]
            )
        elif kind == "delete":
            data = data[:a] + data[a + dice.randint(1, 40) :]
        elif kind == "swap":
            data = data[:a] + data[b:c] + data[a:b] + data[c:]
        elif kind == "double":
            data = (data[:b] + data[a:])[:100_000]
        else:
            data = data[:c]
    return data


@pytest.mark.parametrize(
    "text",
    [
        "---\nduur: " + "9" * 5000 + " minuten\n---\n",
        f"---\nsoort: meetinstrument\n---\n## S {{#s minimaal={'9' * 5000}}}\n- h1. Wat?\n",
        "---\ngecontroleerd: 9999-12-31\ngeldig-tot: 0001-01-01\nrecht: ja\n---\n",
        "---\n",
        "---",
        "\x00",
        "## A {#a}\n- [x] a. x → a\n" * 2000,
        "---\nsoort: oefening\n---\n"
        + "".join(f"## A {{#s{n}}}\n- [x] a. x → s{n + 1}\n" for n in range(1500)),
    ],
)
def test_an_odd_file_never_stops_the_reading(tmp_path: Path, text: str) -> None:
    write(tmp_path, {LESSON: text, SCENARIO: text, LAW: FILES[LAW]})
    assert list(check_library(load_library(tmp_path), TODAY)) != []


@pytest.fixture
def keeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryKeeper:
    """The keeper of a small library that looks at the disk every time."""
    monkeypatch.setattr(libraries, "LOOK_EVERY", -1)
    write(tmp_path)
    return LibraryKeeper(tmp_path, lambda library: check_library(library, TODAY))


def save(keeper: LibraryKeeper, file: str, old: str, new: str) -> None:
    """Save one file with a change, at a moment that differs from all before."""
    path = keeper.root / file
    moment = path.stat().st_mtime_ns + 1_000_000 if path.exists() else None
    write(keeper.root, {file: FILES[file].replace(old, new)})
    if moment:
        os.utime(path, ns=(moment, moment))


def title(keeper: LibraryKeeper) -> str:
    return keeper.current.lessons["kijken"].title


def test_a_keeper_follows_the_files(keeper: LibraryKeeper) -> None:
    assert (title(keeper), keeper.is_behind, keeper.problems) == ("Goed kijken", False, ())
    first = keeper.current
    assert keeper.current is first
    save(keeper, LESSON, "titel: Goed kijken", "titel: Fout kijken")
    assert (title(keeper), keeper.is_behind) == ("Fout kijken", False)


def test_a_keeper_keeps_the_good_library_until_a_mistake_is_mended(keeper: LibraryKeeper) -> None:
    save(keeper, LESSON, "titel: Goed kijken", "titel: Slim kijken")
    good = keeper.current
    save(keeper, LESSON, "bakken=feit,oordeel", "bakken=feit")
    assert (keeper.current is good, title(keeper), keeper.is_behind) == (True, "Slim kijken", True)
    assert [problem.severity for problem in keeper.problems] == ["fout"]
    assert keeper.current is good
    save(keeper, LESSON, "titel: Goed kijken", "titel: Weer kijken")
    assert (title(keeper), keeper.is_behind, keeper.problems) == ("Weer kijken", False, ())


def test_a_warning_is_no_reason_to_stay_behind(keeper: LibraryKeeper) -> None:
    save(keeper, LESSON, "duur: 8 minuten", "duur: 16 minuten")
    assert (keeper.current.lessons["kijken"].minutes, keeper.is_behind) == (16, False)
    assert [problem.severity for problem in keeper.problems] == ["let op"]


def test_a_file_that_vanishes_and_comes_back_is_missed_in_between(keeper: LibraryKeeper) -> None:
    (keeper.root / SCENARIO).unlink()
    assert ("hek" in keeper.current.scenarios, keeper.is_behind) == (True, True)
    assert [str(problem) for problem in keeper.problems] == [f"{LESSON}:39: oefening ‘hek’ is er niet"]
    save(keeper, SCENARIO, "Het hek", "Het hoge hek")
    assert (keeper.current.scenarios["hek"].title, keeper.is_behind) == ("Het hoge hek", False)


def test_a_keeper_starts_with_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LOOK_EVERY", -1)
    write(tmp_path)
    write(tmp_path, {LESSON: FILES[LESSON].replace("titel: Goed kijken\n", "")})
    keeper = LibraryKeeper(tmp_path, lambda library: check_library(library, TODAY))
    assert (title(keeper), keeper.is_behind, len(keeper.problems)) == ("kijken", False, 1)
    save(keeper, LESSON, "", "")
    assert (title(keeper), keeper.problems) == ("Goed kijken", ())


def test_a_keeper_does_not_look_at_the_disk_all_the_time(tmp_path: Path) -> None:
    write(tmp_path)
    keeper = LibraryKeeper(tmp_path, lambda library: check_library(library, TODAY))
    save(keeper, LESSON, "titel: Goed kijken", "titel: Fout kijken")
    assert title(keeper) == "Goed kijken"
