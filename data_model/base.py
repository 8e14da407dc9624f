"""What every table shares: constraint names, column types and the declarative base."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, cast

from sqlalchemy import CheckConstraint, DateTime, Dialect, ForeignKey, MetaData, String, Table, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every table; its naming convention lets migrations name each constraint."""

    metadata = MetaData(naming_convention=NAMING)


def table_of(model: type[Base]) -> Table:
    """The table behind a model, for statements on many rows."""
    return cast("Table", model.__table__)


class UTCDateTime(TypeDecorator[datetime]):
    """A moment in UTC, stored without a zone so that SQLite and PostgreSQL return the same value."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into naive UTC; a naive one is refused as ambiguous."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must carry its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back with its zone."""
        return value.replace(tzinfo=UTC) if value else None


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """A named check that ``column`` is one of the words of ``values`` (null passes)."""
    words = ", ".join("'" + str(v) + "'" for v in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def not_negative(*columns: str) -> list[CheckConstraint]:
    """One named check a column: the count is null or at least 0."""
    return [CheckConstraint(f"{c} >= 0", name=f"{c}_not_negative") for c in columns]


Key = Annotated[int, mapped_column(primary_key=True)]
Code = Annotated[str, mapped_column(String(60))]
Name = Annotated[str, mapped_column(String(300))]
Word = Annotated[str, mapped_column(String(30))]
AreaKey = Annotated[int, mapped_column(ForeignKey("area.id"), index=True)]
LoadKey = Annotated[int, mapped_column(ForeignKey("load.id"), index=True)]
Json = dict[str, Any]
