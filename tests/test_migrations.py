"""The migrations make exactly the models' tables, and no row is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations

from app.db import Database
from app.migrations import current, downgrade, migrating, revisions, upgrade
from app.models import Base

Rows = dict[str, list[tuple[Any, ...]]]
STEPS = list(pairwise(["base", *revisions()]))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    database = Database(f"sqlite:///{(tmp_path / 'pluis.sqlite3').as_posix()}")
    yield database.engine
    database.close()


def test_the_migrations_make_the_models(engine: sa.Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    assert checks(reflected(engine)) == checks(Base.metadata)


def test_a_missing_column_would_be_seen(engine: sa.Engine) -> None:
    upgrade(engine)
    with migrating(engine) as connection:
        operations(connection).drop_column("team", "contact_phone")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) != []


def test_upgrading_twice_changes_nothing(engine: sa.Engine) -> None:
    assert current(engine) is None
    upgrade(engine)
    fill(engine)
    before = rows(engine)
    upgrade(engine)
    assert rows(engine) == before
    assert current(engine) == revisions()[-1]


def test_an_in_memory_database_is_migrated_too() -> None:
    database = Database("sqlite://")
    upgrade(database.engine)
    assert current(database.engine) == revisions()[-1]
    database.close()


@pytest.mark.parametrize(("older", "newer"), STEPS)
def test_one_revision_down_and_up_with_rows_in_every_table(engine: sa.Engine, older: str, newer: str) -> None:
    upgrade(engine, newer)
    fill(engine)
    before = rows(engine)
    assert all(before.values())
    downgrade(engine, older)
    kept = rows(engine)
    assert {table: len(found) for table, found in kept.items()} == {
        table: len(before[table]) for table in kept
    }
    upgrade(engine, newer)
    assert {table: len(found) for table, found in rows(engine).items() if table in kept} == {
        table: len(before[table]) for table in kept
    }


def test_all_the_way_down_leaves_nothing(engine: sa.Engine) -> None:
    upgrade(engine)
    fill(engine)
    downgrade(engine, "base")
    assert rows(engine) == {}


def test_rebuilding_a_table_keeps_what_refers_to_it(engine: sa.Engine) -> None:
    upgrade(engine)
    fill(engine)
    before = rows(engine)
    with migrating(engine) as connection, operations(connection).batch_alter_table("team", recreate="always"):
        pass
    assert rows(engine) == before
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_migration_that_leaves_orphans_is_undone(engine: sa.Engine) -> None:
    upgrade(engine)
    fill(engine)
    before = rows(engine)
    with pytest.raises(RuntimeError, match="refer to nothing"), migrating(engine) as connection:
        connection.exec_driver_sql("DELETE FROM team")
    assert rows(engine) == before


def operations(connection: sa.Connection) -> Operations:
    return Operations(MigrationContext.configure(connection))


def reflected(engine: sa.Engine) -> sa.MetaData:
    metadata = sa.MetaData()
    metadata.reflect(engine)
    if "alembic_version" in metadata.tables:
        metadata.remove(metadata.tables["alembic_version"])
    return metadata


def checks(metadata: sa.MetaData) -> dict[str, set[str]]:
    """Per table the names of its check constraints, which Alembic doesn't compare."""
    return {
        table.name: {str(rule.name) for rule in table.constraints if isinstance(rule, sa.CheckConstraint)}
        for table in metadata.sorted_tables
    }


def rows(engine: sa.Engine) -> Rows:
    tables = reflected(engine).sorted_tables
    with engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(sa.select(table))), key=repr) for table in tables
        }


def fill(engine: sa.Engine) -> None:
    """Put two rows in every table, with each column filled as far as the table's own rules allow."""
    tables = reflected(engine).sorted_tables
    with engine.begin() as connection:
        for table in tables:
            for number in (1, 2):
                insert_fullest(connection, table, row(connection, table, number))


def row(connection: sa.Connection, table: sa.Table, number: int) -> dict[str, Any]:
    return {column.name: value(connection, column, number) for column in table.columns}


def value(connection: sa.Connection, column: sa.Column[Any], number: int) -> Any:
    if column.foreign_keys:
        target = next(iter(column.foreign_keys)).column
        return connection.scalar(sa.select(target).order_by(target).offset(number - 1).limit(1))
    samples = {
        bool: bool(number % 2),
        int: number,
        float: number + 0.5,
        str: f"{column.name} {number} – ‘é’",
        object: {"a": [number, "é"]},  # JSON
        date: date(2026, 11, number),
        datetime: datetime(2026, 11, number, 19, 30, tzinfo=UTC),
    }
    return samples[column.type.python_type]


def insert_fullest(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    optional = [column.name for column in table.columns if column.nullable]
    for left_out in (names for size in range(len(optional) + 1) for names in combinations(optional, size)):
        try:
            with connection.begin_nested():
                connection.execute(table.insert().values(values | dict.fromkeys(left_out)))
        except sa.exc.IntegrityError:
            continue
        return
    raise AssertionError(f"no row fits in {table.name}")
