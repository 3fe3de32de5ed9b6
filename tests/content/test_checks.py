"""All checks together: on a library without problems, and as the command that an author types."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import main
from tests.content.small_library import LAW, LESSON, SCENARIO, problems, with_change, write

LONG = "Je " + "loopt " * 14 + "verder."
TOO_LONG = "deze zin heeft 16 woorden; maak er twee van: “Je loopt loopt loopt loopt …”"
CHANGES = [
    ("Vasthouden mag.", 0, [], "0 fouten, 0 keer ‘let op’."),
    (LONG, 0, [(16, "let op", TOO_LONG)], "0 fouten, 1 keer ‘let op’."),
    (
        f"{LONG}\n[Kijk](les:weg) [en kijk](les:xyz)",
        1,
        [
            (16, "let op", TOO_LONG),
            (17, "fout", "les ‘weg’ is er niet"),
            (17, "fout", "les ‘xyz’ is er niet"),
        ],
        "2 fouten, 1 keer ‘let op’.",
    ),
]
Found = list[tuple[int, str, str]]


def test_a_good_library_has_no_problems(tmp_path: Path) -> None:
    write(tmp_path)
    assert problems(tmp_path) == []


def test_nothing_at_all_is_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_problems_of_more_files_come_in_order(tmp_path: Path) -> None:
    with_change(tmp_path, SCENARIO, "plek: straat", "plek: tuin")
    (tmp_path / LESSON).write_text("Hallo", "utf-8")
    assert [problem.split(" ")[0] for problem in problems(tmp_path)] == [
        f"{LESSON}:1:",
        f"{LESSON}:1:",
        f"{SCENARIO}:10:",
    ]


@pytest.mark.parametrize(("new", "code", "found", "end"), CHANGES)
def test_the_command_names_each_problem(tmp_path: Path, new: str, code: int, found: Found, end: str) -> None:
    root = with_change(tmp_path, LAW, "Vasthouden mag soms.", new)
    result = CliRunner().invoke(main, ["content", "check", str(root)])
    lines = [f"{LAW}:{line}: {text}{' (let op)' if kind == 'let op' else ''}" for line, kind, text in found]
    assert (result.exit_code, result.stdout.splitlines()) == (code, lines)
    assert result.stderr.splitlines()[-1] == end


@pytest.mark.parametrize(("new", "code", "found", "end"), CHANGES)
def test_the_command_can_speak_json(tmp_path: Path, new: str, code: int, found: Found, end: str) -> None:
    root = with_change(tmp_path, LAW, "Vasthouden mag soms.", new)
    result = CliRunner().invoke(main, ["content", "check", "--json", str(root)])
    rows = [{"path": LAW, "line": line, "severity": kind, "message": text} for line, kind, text in found]
    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (code, rows, "")


def test_the_command_needs_a_folder(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["content", "check", str(tmp_path / "weg")]).exit_code == 2
