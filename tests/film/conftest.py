"""A storyboard, and the film of it, rendered once for all tests that only look."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.film.build import build, prepare
from app.film.storyboard import Storyboard
from app.film.storyboard_file import NAME, StoryboardFile, parse
from tests.film.small_kit import SmallKit

HERE = Path(__file__).parent
SOURCE = HERE / "media" / "proef"


@pytest.fixture
def kit() -> SmallKit:
    return SmallKit()


@pytest.fixture(scope="session")
def source() -> str:
    """The storyboard as it was written."""
    return (SOURCE / NAME).read_text("utf-8")


@pytest.fixture(scope="session")
def file(source: str) -> StoryboardFile:
    return parse(source.encode(), Path("media/proef", NAME))


@pytest.fixture(scope="session")
def storyboard(file: StoryboardFile) -> Storyboard:
    assert file.storyboard, file.problems
    return file.storyboard


def render(root: Path, kit: SmallKit | None = None) -> int:
    """Make the film below ``root``; how many shots were drawn for it."""
    case = root / "media" / "proef"
    production, problems = prepare(case, root, kit or SmallKit())
    assert production, problems
    return build(production, root / "store", lambda _frames: None, workers=1).drawn


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with one rendered film.  Not to be changed."""
    root = tmp_path_factory.mktemp("film")
    shutil.copytree(SOURCE, root / "media" / "proef")
    assert render(root) == 2
    return root


@pytest.fixture
def root(rendered: Path, tmp_path: Path) -> Path:
    """A copy of it, to break."""
    shutil.copytree(rendered, tmp_path, dirs_exist_ok=True)
    return tmp_path
