"""``pluis media``: a film from the command line, drawn by the real kit, by two processes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app import cli
from app.film.storyboard import Storyboard
from app.film.storyboard_file import NAME
from tests.conftest import ROOT

STORYBOARD = """
decor: lindelaan
licht: schemer
personen:
  samira: {naam: Samira, figuur: samira}
shots:
  - id: laan
    beeld: straat
    stand: {huis-14: {tuin: wild, post: vol}}
    spelers:
      - {wie: samira, doet: loopt, van: 500, naar: 760, houdt: tas}
    beschrijving: Samira loopt door de Lindelaan, langs een tuin met hoog gras.
  - id: brievenbus
    weer: regen
    beeld: deur-14
    beschrijving: Uit de brievenbus steekt post.
"""


def pluis(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["media", *words, "--root", str(root)])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pluis")
    case = root / "media" / "een-straat"
    case.mkdir(parents=True)
    (root / "media" / "kit").symlink_to(ROOT / "media" / "kit")
    (case / NAME).write_text(STORYBOARD, "utf-8")
    return root


def test_a_film_is_made_proved_and_laid_out(root: Path, tmp_path: Path) -> None:
    assert "nog niet gemaakt" in pluis(root, "check").output
    assert "Maak eerst de film" in pluis(root, "sheet").output
    made = pluis(root, "build")
    assert (made.exit_code, "2 van 2 shots getekend" in made.output) == (0, True), made.exc_info
    checked = pluis(root, "check", "een-straat")
    assert (checked.exit_code, "in orde" in checked.output) == (0, True), checked.output
    assert "0 van 2 shots getekend" in pluis(root, "build").output
    assert pluis(root, "sheet", "--to", str(tmp_path)).exit_code == 0
    assert (tmp_path / "contactblad-een-straat.webp").stat().st_size > 5_000
    (root / "media" / "een-straat" / "film.mp4").write_bytes(b"x")
    assert pluis(root, "check").exit_code == 1


def test_a_case_that_is_not_there_is_told(root: Path) -> None:
    result = pluis(root, "build", "een-plein")
    assert (
        result.exit_code,
        "Er is geen storyboard van ‘een-plein’. Wel van: een-straat." in result.output,
    ) == (1, True)


def test_a_mistake_in_a_storyboard_is_told_and_not_drawn(root: Path, tmp_path: Path) -> None:
    case = tmp_path / "media" / "een-straat"
    case.mkdir(parents=True)
    (tmp_path / "media" / "kit").symlink_to(ROOT / "media" / "kit")
    (case / NAME).write_text(STORYBOARD.replace("deur-14", "deur-41"), "utf-8")
    result = pluis(tmp_path, "build")
    assert result.exit_code == 1
    assert (
        "media/een-straat/storyboard.yaml:15: shot ‘brievenbus’: kader ‘deur-41’ is er niet" in result.output
    )
    checked = CliRunner().invoke(cli.main, ["content", "check", "--json", str(tmp_path)])
    assert [
        problem["line"] for problem in json.loads(checked.stdout) if "kader ‘deur-41’" in problem["message"]
    ] == [15]


@pytest.mark.parametrize("command", ["build", "check", "sheet"])
def test_without_the_libraries_the_command_says_what_is_missing(
    root: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    here: Callable[[str], object] = cli.find_spec
    monkeypatch.setattr(cli, "find_spec", lambda name: None if name in {"av", "pyvips"} else here(name))
    result = pluis(root, command)
    assert result.exit_code == 1
    assert "Voor films ontbreken hier: av, pyvips." in result.output
    assert "python3 start.py pluis media" in result.output


def test_the_example_of_the_schrijfwijzer_is_right() -> None:
    """Somebody copies it."""
    import re

    from app.film.drawing import DrawingKit
    from app.film.review import review
    from app.film.storyboard_file import parse

    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    example = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0]
    file = parse(example.encode(), Path("media/voorbeeld", NAME))
    assert isinstance(file.storyboard, Storyboard), file.problems
    problems = [problem.message for problem in review(file, DrawingKit(ROOT), None)]
    assert [message for message in problems if "{#" not in message] == []
