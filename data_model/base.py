"""What every table shares: constraint names, column types and the declarative base."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from math import isfinite
from typing import Annotated, Any, ClassVar, cast

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column

_WHOLE_LIMIT = 2**31
NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


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


class Number(TypeDecorator[float]):
    """A finite number. SQLite would turn NaN into null and PostgreSQL would keep it: both refuse it here."""

    impl = Double
    cache_ok = True

    def process_bind_param(self, value: float | None, dialect: Dialect) -> float | None:
        """Pass a finite number on."""
        if value is not None and not isfinite(value):
            raise ValueError("a number must be finite")
        return value


class Whole(TypeDecorator[int]):
    """A whole number that fits 32 bits, the smaller range of the two stores."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """Pass a whole number in range on."""
        if value is not None and not -_WHOLE_LIMIT <= value < _WHOLE_LIMIT:
            raise ValueError("a whole number is out of range")
        return value


class PlainText(TypeDecorator[str]):
    """Text without NUL, no longer than its column: SQLite would store either, PostgreSQL neither."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Pass text on that both stores keep alike."""
        length = getattr(self.impl_instance, "length", None)
        if value is not None and ("\0" in value or (length is not None and len(value) > length)):
            raise ValueError("a text holds NUL or is too long for its column")
        return value


class LongText(PlainText):
    """Text of any length without NUL."""

    impl = Text
    cache_ok = True


class Base(DeclarativeBase):
    """The base of every table: constraint names for migrations, and types that both stores keep alike."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {float: Number(), int: Whole(), str: PlainText()}


Key = Annotated[int, mapped_column(primary_key=True)]
Code = Annotated[str, mapped_column(PlainText(60))]
Name = Annotated[str, mapped_column(PlainText(300))]
Word = Annotated[str, mapped_column(PlainText(30))]
AreaKey = Annotated[int, mapped_column(ForeignKey("area.id"), index=True)]
LoadKey = Annotated[int, mapped_column(ForeignKey("load.id"), index=True)]
Json = dict[str, Any]
