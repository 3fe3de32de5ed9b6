"""What the tests of the services share: the cast at home, the bytes on disk, and many people at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy.orm import Session

from app.db import Database
from app.models import Base
from tests.cast import Cast, move_in

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def settled(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Cast]:
    """An SQLite file in which the cast lives already, to be copied: quicker than moving in for each test."""
    path = tmp_path_factory.mktemp("settled") / "pluis.sqlite3"
    shutil.copy(empty_database, path)
    database = Database(f"sqlite:///{path.as_posix()}")
    cast = move_in(database)
    database.close()
    return path, cast


@pytest.fixture
def cast(database: Database, settled: tuple[Path, Cast]) -> Cast:
    if database.engine.dialect.name != "sqlite":
        return move_in(database)
    path, cast = settled
    database.close()  # nobody has it open while the file is replaced
    shutil.copy(path, str(database.engine.url.database))
    return cast


@pytest.fixture
def on_disk(database: Database) -> Callable[[], bytes]:
    """Everything that stands in the files of the database, the write-ahead log included."""
    if database.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite has its files here")
    path = Path(str(database.engine.url.database))
    return lambda: b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


@pytest.fixture
def everything(database: Database) -> Callable[[], Rows]:
    """Every row of every table, in an order that tells nothing."""

    def rows() -> Rows:
        with database.reading() as db:
            return {
                table.name: sorted((tuple(row) for row in db.execute(table.select())), key=repr)
                for table in Base.metadata.sorted_tables
            }

    return rows


@pytest.fixture
def at_once(database: Database) -> Callable[[Callable[[Session], object]], list[object]]:
    """Let eight threads do the same, each in a writing session of its own; tells what came out of each."""

    def run(action: Callable[[Session], object]) -> list[object]:
        start, results = Barrier(8), []

        def one() -> None:
            start.wait()
            try:
                with database.writing() as db:
                    result = action(db)
                    db.commit()
            except Exception as error:  # noqa: BLE001  # the thread would swallow it
                result = error
            results.append(result)

        threads = [Thread(target=one) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run
