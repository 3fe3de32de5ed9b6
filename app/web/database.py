"""One database session a request: a view that only shows reads, a view that changes writes and commits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, g

if TYPE_CHECKING:
    from app.db import Database, Session


def reading() -> Session:
    """The session for looking; it refuses to write."""
    if "reading" not in g:
        g.reading = _database().reading()
    session: Session = g.reading
    return session


def writing() -> Session:
    """The session for changing.  From here until the commit nobody else writes, so open it late."""
    if "writing" not in g:
        stop_reading()
        g.writing = _database().writing()
    session: Session = g.writing
    return session


def stop_reading() -> None:
    """End the read transaction: it would hold an old picture while we change things."""
    if reading := g.pop("reading", None):
        reading.close()


def close(_error: BaseException | None = None) -> None:
    """At the end of a request: what was not committed is gone."""
    stop_reading()
    if writing := g.pop("writing", None):
        writing.close()


def _database() -> Database:
    database: Database = current_app.extensions["database"]
    return database
