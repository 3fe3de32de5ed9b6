"""The database: one engine, sessions that only read, and sessions that write one after the other.

SQLite has one writer at a time.  A transaction that starts as a reader and then writes can fail half-way, and
its own queue is unfair.  So a writing session takes a lock of this process first and begins as a writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError as DatabaseFailed  # full, locked or away
from sqlalchemy.orm import Session, SessionTransaction
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

__all__ = ["Database", "DatabaseFailed", "ReadOnly", "Session", "make_engine"]

PRAGMAS = {
    "busy_timeout": "5000",  # milliseconds; first, because turning WAL on may have to wait
    "journal_mode": "WAL",
    "synchronous": "FULL",  # NORMAL loses acknowledged answers at a power cut
    "foreign_keys": "ON",
    "secure_delete": "ON",  # erased is erased: no text left in free pages
    "trusted_schema": "OFF",
    "journal_size_limit": "67108864",  # bytes
    "temp_store": "MEMORY",
}
READING = "pluis_reading"
WRITER_PATIENCE = 30.0  # seconds; a write takes milliseconds, so longer means somebody forgot to close


class ReadOnly(RuntimeError):
    """Something was changed in a session that only reads."""


class Database:
    """Where sessions come from.  Close each one: ``with database.writing() as session: …``."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        in_memory = isinstance(self.engine.pool, StaticPool)
        self._write_lock = Lock() if self.engine.dialect.name == "sqlite" else None
        self._read_lock = self._write_lock if in_memory else None  # all share one connection
        self._reader = self.engine.execution_options(**{READING: True}, postgresql_readonly=True)

    def reading(self) -> Session:
        """A session with one consistent view of the data, in which every change is refused."""
        return _ReadSession(self._reader, self._read_lock)

    def writing(self) -> Session:
        """A session that is the only writer from its first query until commit, rollback or close.

        Raises TimeoutError when another writer doesn't finish.
        """
        return _QueuedSession(self.engine, self._write_lock)

    def close(self) -> None:
        """Let go of every pooled connection."""
        self.engine.dispose()


def make_engine(url: str) -> Engine:
    """An engine for ``url``; on SQLite with our pragmas on each connection and transactions of our own."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    if parsed.database in (None, "", ":memory:"):
        engine = create_engine(parsed, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(
            parsed, pool_size=16, max_overflow=16, connect_args={"check_same_thread": False}
        )
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine


def checkpoint(engine: Engine) -> bool:
    """Empty SQLite's write-ahead log, which keeps erased text; False when a reader is in the way."""
    if engine.dialect.name != "sqlite":
        return True
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
        cursor.close()
    return row is not None and row[0] == 0


def _set_up_connection(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # Python's driver would begin transactions of its own, as a reader
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    cursor = connection.connection.cursor()  # the driver's own: this runs for every page
    cursor.execute(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
    cursor.execute("BEGIN" if reading else "BEGIN IMMEDIATE")
    cursor.close()


class _QueuedSession(Session):
    """A session whose outermost transaction holds a lock, if there is one."""

    def __init__(self, engine: Engine, lock: Lock | None) -> None:
        # What was committed stays readable: looking it up again would make every redirect queue as a writer.
        super().__init__(engine, expire_on_commit=False)
        self.lock = lock
        self.locked = False

    def acquire(self) -> None:
        if self.lock is None:
            return
        if not self.lock.acquire(timeout=WRITER_PATIENCE):
            raise TimeoutError("another writing session was not closed")
        self.locked = True

    def release(self) -> None:
        if self.lock is not None and self.locked:
            self.locked = False
            self.lock.release()

    def close(self) -> None:
        try:
            super().close()
        finally:
            self.release()


class _ReadSession(_QueuedSession):
    def flush(self, objects: Sequence[Any] | None = None) -> None:
        if self.new or self.dirty or self.deleted:
            raise ReadOnly("this session only reads; Database.writing() gives one that writes")
        super().flush(objects)


@event.listens_for(_QueuedSession, "after_transaction_create", propagate=True)
def _transaction_started(session: _QueuedSession, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.acquire()


@event.listens_for(_QueuedSession, "after_transaction_end", propagate=True)
def _transaction_ended(session: _QueuedSession, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.release()
