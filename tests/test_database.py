"""The database keeps what it acknowledged, and two writers never meet."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event, func, insert, select, text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session

import app.db
from app.db import Database, ReadOnly, checkpoint
from app.models import Base
from app.models.people import Municipality


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pluis.sqlite3"


@pytest.fixture
def database(path: Path) -> Database:
    """Always SQLite: these are its promises."""
    return made(f"sqlite:///{path.as_posix()}")


def made(url: str) -> Database:
    database = Database(url)
    Base.metadata.create_all(database.engine)
    return database


def add(session: Session, name: str) -> None:
    session.add(Municipality(name=name))
    session.commit()


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Municipality.name).order_by(Municipality.id)))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("journal_size_limit", 64 * 1024 * 1024),
        ("temp_store", 2),
    ],
)
@pytest.mark.parametrize("kind", [Database.reading, Database.writing])
def test_every_connection_has_the_pragmas(
    database: Database, kind: Callable[[Database], Session], pragma: str, value: object
) -> None:
    with kind(database) as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value


@pytest.fixture
def statements(path: Path) -> list[str]:
    """What SQLite itself is told, from the moment that ``traced`` is made."""
    return []


@pytest.fixture
def traced(database: Database, statements: list[str]) -> Database:
    def trace(connection: sqlite3.Connection, _entry: object) -> None:
        connection.set_trace_callback(statements.append)

    database.close()
    event.listen(database.engine, "connect", trace)
    return database


@pytest.mark.parametrize(
    ("kind", "begin"), [(Database.reading, "BEGIN"), (Database.writing, "BEGIN IMMEDIATE")]
)
def test_a_session_begins_as_what_it_is(
    traced: Database, statements: list[str], kind: Callable[[Database], Session], begin: str
) -> None:
    with kind(traced) as session:
        session.scalars(select(Municipality)).all()
    assert [said for said in statements if said.startswith("BEGIN")] == [begin]


def test_a_bare_connection_is_a_writer(traced: Database, statements: list[str]) -> None:
    with traced.engine.begin() as connection:
        connection.execute(insert(Municipality).values(name="Hasselt"))
    assert [said for said in statements if said.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]


@pytest.mark.parametrize("write_first", [True, False])
def test_a_pooled_connection_changes_its_role(database: Database, write_first: bool) -> None:
    for writing in (write_first, not write_first):
        with database.writing() if writing else database.reading() as session:
            assert session.scalar(text("PRAGMA query_only")) == int(not writing)


@pytest.mark.parametrize("url", ["file", "sqlite://"])
def test_two_threads_write_in_turn(database: Database, url: str) -> None:
    database = database if url == "file" else made(url)
    errors: list[Exception] = []

    def count_up() -> None:
        try:
            for _ in range(200):
                with database.writing() as session:
                    highest = session.scalar(select(func.max(Municipality.id))) or 0
                    session.add(Municipality(id=highest + 1, name=f"gemeente {highest + 1}"))
                    session.commit()
        except Exception as error:  # noqa: BLE001  # the thread would swallow it
            errors.append(error)

    threads = [Thread(target=count_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert names(database) == [f"gemeente {number}" for number in range(1, 401)]


def test_readers_go_on_while_somebody_writes(database: Database) -> None:
    with database.writing() as writer:
        writer.add(Municipality(name="Hasselt"))
        writer.flush()
        assert names(database) == []
        writer.commit()
    assert names(database) == ["Hasselt"]


def test_a_reader_sees_one_moment(database: Database) -> None:
    with database.reading() as reader:
        assert reader.scalar(select(func.count()).select_from(Municipality)) == 0
        with database.writing() as writer:
            add(writer, "Hasselt")
        assert reader.scalar(select(func.count()).select_from(Municipality)) == 0


@pytest.mark.parametrize("url", ["file", "sqlite://"])
def test_a_reading_session_refuses_objects(database: Database, url: str) -> None:
    database = database if url == "file" else made(url)
    with database.writing() as session:
        add(session, "Hasselt")
    with database.reading() as session, pytest.raises(ReadOnly):
        add(session, "Zwolle")
    with database.reading() as session:
        session.scalars(select(Municipality)).one().name = "Zwolle"
        with pytest.raises(ReadOnly):
            session.flush()
    with database.reading() as session:
        session.delete(session.scalars(select(Municipality)).one())
        with pytest.raises(ReadOnly):
            session.commit()
    assert names(database) == ["Hasselt"]


def test_a_reading_session_refuses_statements(database: Database) -> None:
    with database.reading() as session, pytest.raises(OperationalError, match="readonly"):
        session.execute(insert(Municipality).values(name="Zwolle"))


def break_off(session: Session) -> None:
    session.add(Municipality(name="Zwolle"))
    session.flush()
    raise ZeroDivisionError


def break_on_commit(session: Session) -> None:
    session.add_all([Municipality(name="Zwolle"), Municipality(name="Zwolle")])
    try:
        session.commit()
    except Exception as error:
        raise ZeroDivisionError from error


def break_the_connection(session: Session) -> None:
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.close()
    raise ZeroDivisionError


@pytest.mark.parametrize("failing", [break_off, break_on_commit, break_the_connection])
def test_the_lock_is_free_after_an_exception(
    database: Database, failing: Callable[[Session], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.db, "WRITER_PATIENCE", 0.05)
    with pytest.raises((ZeroDivisionError, ProgrammingError)), database.writing() as session:
        failing(session)
    with database.writing() as session:
        add(session, "Hasselt")
    assert names(database) == ["Hasselt"]


@pytest.mark.parametrize("ending", [Session.commit, Session.rollback, Session.close])
def test_the_lock_is_free_after_the_transaction(
    database: Database, ending: Callable[[Session], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.db, "WRITER_PATIENCE", 0.05)
    first, second = database.writing(), database.writing()
    first.add(Municipality(name="Zwolle"))
    first.flush()
    ending(first)
    add(second, "Hasselt")
    first.close()
    second.close()


def test_a_writer_that_waits_too_long_says_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.db, "WRITER_PATIENCE", 0.05)
    with database.writing() as first:
        first.add(Municipality(name="Hasselt"))
        first.flush()
        with pytest.raises(TimeoutError), database.writing() as second:
            add(second, "Zwolle")
        first.commit()
    assert names(database) == ["Hasselt"]


def test_a_savepoint_keeps_the_lock(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.db, "WRITER_PATIENCE", 0.05)
    with database.writing() as first:
        with first.begin_nested():
            first.add(Municipality(name="Hasselt"))
        with pytest.raises(TimeoutError), database.writing() as second:
            add(second, "Zwolle")
        first.commit()


def test_what_was_committed_can_be_read_without_queueing_again(
    traced: Database, statements: list[str]
) -> None:
    with traced.writing() as session:
        municipality = Municipality(name="Hasselt")
        session.add(municipality)
        session.commit()
        assert municipality.name == "Hasselt"
    assert [said for said in statements if said.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]


def test_nothing_erased_is_left_on_disk(database: Database, path: Path) -> None:
    canary = "kanarie-" * 8
    with database.writing() as session:
        add(session, canary)
    assert canary.encode() in on_disk(path)
    with database.writing() as session:
        session.delete(session.scalars(select(Municipality)).one())
        session.commit()
    assert checkpoint(database.engine)
    assert canary.encode() not in on_disk(path)


def test_a_reader_in_the_way_of_a_checkpoint_is_told(database: Database) -> None:
    with database.reading() as reader:
        reader.scalars(select(Municipality)).all()
        with database.writing() as session:
            add(session, "Hasselt")
        with database.engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA busy_timeout=10")  # type: ignore[union-attr]
        assert not checkpoint(database.engine)
    assert checkpoint(database.engine)


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))
