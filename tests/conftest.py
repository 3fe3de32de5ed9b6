"""What every test may ask for: the repository, its library, and a database with today's tables."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from sqlalchemy.orm import Session

from app.db import Database
from app.models import Base

if TYPE_CHECKING:
    from app.content.library import Library

ROOT = Path(__file__).resolve().parents[1]

hypothesis.settings.register_profile("pluis", deadline=None, derandomize=True)
hypothesis.settings.load_profile("pluis")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def library(root: Path) -> Library:
    from app.content.library import load_library

    return load_library(root)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables and no rows, to be copied: quicker than making it for each test."""
    path = tmp_path_factory.mktemp("empty") / "pluis.sqlite3"
    database = Database(f"sqlite:///{path.as_posix()}")
    Base.metadata.create_all(database.engine)
    database.close()
    return path


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> Iterator[Database]:
    """A database of its own for one test; PostgreSQL when TEST_DATABASE_URL names one, which is emptied."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        database = Database(url)
        Base.metadata.drop_all(database.engine)
        Base.metadata.create_all(database.engine)
    else:
        path = shutil.copy(empty_database, tmp_path / "pluis.sqlite3")
        database = Database(f"sqlite:///{Path(path).as_posix()}")
    yield database
    database.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A writing session; close or commit it before asking the database for another writer."""
    with database.writing() as session:
        yield session
