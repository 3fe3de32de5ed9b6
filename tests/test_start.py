"""start.py, on machines of which it knows nothing: what it refuses, when it installs, what it hands over."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import start

SOURCE = Path(start.__file__)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone whose .venv was finished for running Pluis; an awkward name is no excuse."""
    clone = tmp_path / "Renée's map"
    python = clone / ".venv" / start.PYTHON.relative_to(start.VENV)
    python.parent.mkdir(parents=True)
    python.touch()
    for lock in start.LOCKS:
        (clone / lock).write_text(f"what {lock} names")
    for name, path in {
        "ROOT": clone,
        "VENV": clone / ".venv",
        "BIN": python.parent,
        "PYTHON": python,
    }.items():
        monkeypatch.setattr(start, name, path)
    start.stamp(start.RUN).write_text(start.wanted(start.RUN), "utf-8")
    return clone


@pytest.fixture
def commands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command that start.py gives, with its own part of the arguments shown and none of them run."""
    given: list[list[str]] = []

    def note(*command: str | Path) -> int:
        given.append([str(word) for word in command])
        return 0

    monkeypatch.setattr(start, "run", note)
    monkeypatch.setattr(start, "make_venv", lambda: note("venv"))
    monkeypatch.setattr(start, "make_pluis_command", lambda: None)
    return given


def test_an_old_python_can_read_as_far_as_our_sentence() -> None:
    ast.parse(SOURCE.read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    ("version", "sentence"),
    [((3, 8), "3.11 of nieuwer nodig. Dit is Python 3.8."), ((3, 10), "Dit is Python 3.10.")],
)
def test_an_old_python_is_refused_in_dutch(version: tuple[int, int], sentence: str) -> None:
    with pytest.raises(SystemExit, match=re.escape(sentence)):
        start.refuse_old_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_a_new_python_is_welcome(version: tuple[int, int]) -> None:
    start.refuse_old_python(version)


def test_it_needs_nothing_but_python() -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SOURCE.read_text("utf-8")))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
        + ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [])
    }
    assert imported <= set(start.sys.stdlib_module_names)


def test_a_second_start_installs_nothing(commands: list[list[str]]) -> None:
    start.set_up(start.RUN)
    assert commands == []


def change_lock(folder: Path) -> None:
    (folder / start.RUN).write_text("something else")


def move(folder: Path) -> None:
    start.ROOT = folder.with_name("elders")
    folder.rename(start.ROOT)
    start.VENV = start.ROOT / ".venv"
    start.PYTHON = start.VENV / start.PYTHON.relative_to(folder / ".venv")


def lose_stamp(_folder: Path) -> None:
    start.stamp(start.RUN).unlink()


def lose_python(_folder: Path) -> None:
    start.PYTHON.unlink()


def change_python(_folder: Path) -> None:
    start.PYTHON_VERSION = "3.99"


@pytest.mark.parametrize(
    ("change", "makes_venv"),
    [
        (change_lock, False),
        (move, False),
        (lose_stamp, True),
        (lose_python, True),
        (change_python, True),
    ],
)
def test_a_change_installs_once(
    folder: Path,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
    makes_venv: bool,
) -> None:
    monkeypatch.setattr(start, "PYTHON_VERSION", start.PYTHON_VERSION)  # put back afterwards
    change(folder)
    start.set_up(start.RUN)
    assert (["venv"] in commands) is makes_venv
    assert commands[-1][-3:] == ["--require-hashes", "-r", str(start.ROOT / start.RUN)]
    given = len(commands)
    start.PYTHON.touch()
    start.set_up(start.RUN)
    assert len(commands) == given


def test_the_tests_need_most_and_serve_all(folder: Path, commands: list[list[str]]) -> None:
    start.set_up(start.TEST)
    assert [command[-1] for command in commands] == [str(folder / start.TEST)]
    start.set_up(start.RUN)
    start.set_up(start.WRITE)
    start.set_up(start.FILM)
    assert len(commands) == 1


def test_weighing_the_texts_needs_more_than_running(folder: Path, commands: list[list[str]]) -> None:
    start.set_up(start.WRITE)
    assert [command[-1] for command in commands] == [str(folder / start.WRITE)]
    start.set_up(start.RUN)
    assert len(commands) == 1


def test_a_failed_installation_is_told_and_tried_again(
    folder: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    change_lock(folder)
    monkeypatch.setattr(start, "run", lambda *_command: 1)
    for _ in range(2):
        with pytest.raises(SystemExit, match="Het ophalen lukte niet"):
            start.set_up(start.RUN)


@pytest.mark.parametrize(
    ("arguments", "handed_over"),
    [
        ([], ["-P", "-c", start.PLUIS, "demo"]),
        (["serve"], ["-P", "-c", start.PLUIS, "serve"]),
        (["pluis"], ["-P", "-c", start.PLUIS]),
        (["pluis", "staff", "add", "Jo"], ["-P", "-c", start.PLUIS, "staff", "add", "Jo"]),
    ],
)
def test_what_is_handed_over(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, arguments: list[str], handed_over: list[str]
) -> None:
    monkeypatch.setattr(start, "WINDOWS", True)  # so that the process isn't replaced
    assert start.main(arguments) == 0
    assert commands == [[str(start.PYTHON), *handed_over]]


@pytest.mark.parametrize(
    ("words", "lock"),
    [
        (["content", "check", "--json"], start.WRITE),
        (["media", "build", "de-volle-brievenbus"], start.FILM),
    ],
)
def test_who_writes_gets_what_weighs_texts_and_makes_films(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, words: list[str], lock: str
) -> None:
    monkeypatch.setattr(start, "WINDOWS", True)
    assert start.main(["pluis", *words]) == 0
    assert [command[-1] for command in commands] == [str(start.ROOT / lock), words[-1]]


@pytest.mark.parametrize("arguments", [["raar"], ["serve", "8080"], ["--help"]])
def test_what_it_does_not_know_is_explained(
    commands: list[list[str]], capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert start.main(arguments) == 2
    assert "Kies uit: python3 start.py" in capsys.readouterr().out
    assert commands == []


@pytest.mark.skipif(os.name == "nt", reason="there it is pluis.cmd")
def test_the_pluis_command_finds_the_code_from_everywhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With Python itself replaced by a script that says what it was asked."""
    packages = Path(start.sysconfig.get_path("purelib", "venv", {"base": str(start.VENV)}))
    packages.mkdir(parents=True)
    start.PYTHON.write_text('#!/bin/sh\nfor word in "$@"; do echo "$word"; done\n')
    start.PYTHON.chmod(0o755)
    start.make_pluis_command()
    said = subprocess.run(
        [start.BIN / "pluis", "a b", "c"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines() == ["-P", "-c", start.PLUIS, "a b", "c"]
    assert (packages / (packages / "pluis.pth").read_text("ascii").strip()).resolve() == folder.resolve()


@pytest.mark.parametrize("lock", start.LOCKS)
def test_a_lock_pins_and_hashes_and_names_no_address(root: Path, lock: str) -> None:
    text = (root / lock).read_text("utf-8")
    assert "//" not in text
    assert "--index" not in text
    for requirement in re.sub(r"\\\n", " ", text).splitlines():
        assert re.match(r"[a-z0-9-]+==\S+ (; [^-]+)?.*--hash=sha256:[0-9a-f]{64}", requirement), requirement


def test_each_lock_holds_the_ones_before_it(root: Path) -> None:
    running, writing, filming, testing = (
        set(re.findall(r"^\S+==\S+", (root / lock).read_text("utf-8"), re.MULTILINE)) for lock in start.LOCKS
    )
    assert running < writing < filming < testing
