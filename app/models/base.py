"""The declarative base: predictable constraint names, aware UTC times, random ids."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_urlsafe
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, MetaData
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """Stores an aware datetime as naive UTC and hands it back aware."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime}


def random_id() -> str:
    """128 random bits: an id that can't be guessed and tells nothing about order."""
    return token_urlsafe(16)


def insert_once(db: Session, table: type[Base], **values: Any) -> bool:
    """Insert a row unless a unique key says that it is already there; tell whether it was new."""
    result = db.execute(_insert(db, table, values).on_conflict_do_nothing())
    return bool(result.rowcount)  # type: ignore[attr-defined]


def upsert(db: Session, table: type[Base], **values: Any) -> None:
    """Insert a row, or give the one with the same primary key these values: the last one stays."""
    insert = _insert(db, table, values)
    keys = [column.name for column in table.__table__.primary_key]
    new = {name: insert.excluded[name] for name in values if name not in keys}
    db.execute(insert.on_conflict_do_update(index_elements=keys, set_=new))


def _insert(db: Session, table: type[Base], values: dict[str, Any]) -> Any:
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    return dialect.insert(table).values(**values)
