"""The tables for authors, and the command that shows them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from app.cli import main
from app.content.library import load_library
from app.content.overview import balance_table, level_table
from tests.content.small_library import LESSON, with_change, write

BALANCE = """\
Over wie, en waar     ouderen  volwassenen  jongeren  kinderen  straat  stoep  binnen
verhalen in lessen          0            2         0         0       2      0       0
taken in lessen             0            0         0         1       0      1       0
oefeningen                  0            0         1         0       1      0       0
samen                       0            2         1         1       3      1       0
                           0%          50%       25%       25%     75%    25%      0%"""


def test_the_balance_is_shown_by_kind(tmp_path: Path) -> None:
    write(tmp_path)
    assert balance_table(load_library(tmp_path)) == BALANCE


def test_the_balance_of_nothing_is_a_table_too(tmp_path: Path) -> None:
    assert balance_table(load_library(tmp_path)).splitlines()[1].split() == ["samen", *"0000000"]


def test_each_text_has_a_line_with_its_level(tmp_path: Path) -> None:
    write(tmp_path)
    rows = level_table(load_library(tmp_path)).splitlines()[2:]
    titles = [row.split(" | ")[1] for row in rows]
    assert titles == ["Goed kijken", "Mag dat?", "Op straat", "Het hek"]


def test_the_command_shows_problems_and_balance(tmp_path: Path) -> None:
    write(tmp_path)
    well = CliRunner().invoke(main, ["content", "check", str(tmp_path)])
    assert well.exit_code == 0
    assert BALANCE in well.stderr
    assert well.stderr.endswith("0 fouten, 0 keer ‘let op’.\n")
    with_change(tmp_path, LESSON, "plek: straat", "plek: binnen")
    ill = CliRunner().invoke(main, ["content", "check", str(tmp_path)])
    assert ill.exit_code == 1
    assert f"{LESSON}:9: wij komen niet achter de voordeur, en 1 van de 4 situaties" in ill.stdout


def test_the_command_shows_the_levels(tmp_path: Path) -> None:
    write(tmp_path)
    shown = CliRunner().invoke(main, ["content", "levels", str(tmp_path)])
    assert shown.exit_code == 0
    assert "| Goed kijken |" in shown.stdout
