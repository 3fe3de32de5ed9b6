"""Migrations: from any earlier database to the tables of today, and back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect

from app.db import READING, make_engine

if TYPE_CHECKING:
    from alembic.config import Config

HERE = Path(__file__).resolve().parent


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to ``revision``, keeping every row."""
    if revision == "head" and _is_newest(engine):
        return  # most starts: Alembic itself is not needed, and weighs 11 MB
    from alembic import command

    with migrating(engine) as connection:
        command.upgrade(_config(connection), revision)


def _is_newest(engine: Engine) -> bool:
    newest = max(path.stem.partition("_")[0] for path in (HERE / "versions").glob("[0-9]*.py"))
    with engine.connect().execution_options(**{READING: True}) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return list(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars()) == [
            newest
        ]


def downgrade(engine: Engine, revision: str) -> None:
    """Take the tables back to ``revision`` (``base`` is: no tables), keeping the rows that still fit."""
    from alembic import command

    with migrating(engine) as connection:
        command.downgrade(_config(connection), revision)


def current(engine: Engine) -> str | None:
    """The revision that this database has; None for an empty one."""
    from alembic.migration import MigrationContext

    with engine.connect().execution_options(**{READING: True}) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def revisions() -> list[str]:
    """Every revision, oldest first."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(_config())
    return [revision.revision for revision in script.walk_revisions()][::-1]


def draft(message: str, revision: str) -> None:
    """Write a revision with what the models have and the migrations lack, to be read and finished by hand."""
    from alembic import command

    with migrating(make_engine("sqlite://")) as connection:
        config = _config(connection)
        command.upgrade(config, "head")
        command.revision(config, message, autogenerate=True, rev_id=revision)


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction that may rebuild tables.

    SQLite rebuilds a table by dropping the old one, which would delete every row that refers to it.
    So foreign keys are off meanwhile, and all of them are checked before the commit.
    """
    with engine.connect() as connection:
        _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                yield connection
                _refuse_orphans(connection)
        finally:
            _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    if connection.dialect.name == "sqlite":
        cursor = connection.connection.cursor()  # outside a transaction, or SQLite ignores it
        cursor.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
        cursor.close()


def _refuse_orphans(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise RuntimeError(f"the migration leaves rows that refer to nothing: {orphans[:5]}")


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", HERE.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
