"""The load log: which file brought what, what it changed, and what was set aside."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import (
    Base,
    Json,
    Key,
    LoadKey,
    LongText,
    Name,
    PlainText,
    UTCDateTime,
    Word,
    not_negative,
)


class Load(Base):
    """One file that changed the store, or had rows set aside. Its id only ever grows."""

    __tablename__ = "load"
    __table_args__ = (
        *not_negative("rows_read", "rows_added", "rows_changed", "rows_unchanged", "rows_quarantined"),
        # Numbers are never used again, so "later load" means "larger number" whatever the clock says.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    file_name: Mapped[Name]
    sha256: Mapped[str] = mapped_column(PlainText(64), index=True)
    kind: Mapped[Word] = mapped_column(index=True)
    as_at: Mapped[date | None]
    loaded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    loaded_by: Mapped[Name]
    is_sample: Mapped[bool] = mapped_column(default=False)
    rows_read: Mapped[int]
    rows_added: Mapped[int]
    rows_changed: Mapped[int]
    rows_unchanged: Mapped[int]
    rows_quarantined: Mapped[int]
    message: Mapped[str] = mapped_column(LongText)
    undone_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    undone_by: Mapped[Name | None]


class StartedLoad(Base):
    """A file whose load has begun and not ended. The load takes the row away in its own transaction.

    ``run`` is the number under which the loader shows that it lives (`data_model.dialects`). A row whose
    loader does not is a load that was killed, and of which nothing is stored.
    """

    __tablename__ = "started_load"

    id: Mapped[Key]
    run: Mapped[int]
    file_name: Mapped[Name]
    started_at: Mapped[datetime] = mapped_column(UTCDateTime)
    started_by: Mapped[Name]


class QuarantinedRow(Base):
    """One problem of a row that was set aside: where, what, and the cure. Personal values are left out."""

    __tablename__ = "quarantined_row"
    __table_args__ = (Index("ix_quarantined_row_load_row", "load_id", "row_number"),)

    id: Mapped[Key]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id", ondelete="CASCADE"))
    row_number: Mapped[int]
    column_name: Mapped[Name | None]
    value: Mapped[Name | None]
    problem: Mapped[str] = mapped_column(LongText)
    cure: Mapped[str] = mapped_column(LongText)


class RowChange(Base):
    """What a row held before a load changed it, so that history can be read and a load taken back."""

    __tablename__ = "row_change"

    id: Mapped[Key]
    load_id: Mapped[LoadKey]
    kind: Mapped[Word]
    row_key: Mapped[str] = mapped_column(LongText)
    before: Mapped[Json] = mapped_column(JSON)


class ColumnMapping(Base):
    """Which column of our template each column of somebody's file stands for, found again by its headings.

    ``columns`` is our column -> their heading, as tidied by `loaders.headers.heading_key`.
    """

    __tablename__ = "column_mapping"

    id: Mapped[Key]
    fingerprint: Mapped[str] = mapped_column(PlainText(64), unique=True)
    kind: Mapped[Word]
    columns: Mapped[Json] = mapped_column(JSON)
    saved_at: Mapped[datetime] = mapped_column(UTCDateTime)
    saved_by: Mapped[Name]


class StoreVersion(Base):
    """One row that counts the writes. A page asks it, cheaply, whether anything changed."""

    __tablename__ = "store_version"

    id: Mapped[Key]
    version: Mapped[int]
