"""One kind of file: its row schema, its table, its natural key, and how rows are stored and read back."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, cast

from sqlalchemy import CursorResult, Select, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from data_model import Base
from data_model.base import table_of
from data_model.bulk import check_references
from data_model.rows import CellProblem, Row
from loaders.cells import Cell
from loaders.matching import AREA_COLUMNS, Known

Record = dict[str, Any]
Key = Hashable


class RowRefusedError(ValueError):
    """A row that reads well does not fit what the store knows; it is set aside."""

    def __init__(self, problems: Sequence[CellProblem]) -> None:
        super().__init__("row set aside")
        self.problems = problems


class Stored(NamedTuple):
    """A row of the store: its id, the load that wrote it last, and its content."""

    row_id: int
    load_id: int
    record: Record


class Kind:
    """A kind whose rows lie in one table, one row each. Subclasses say what is different.

    A record holds what the store would hold of one row, by column name, areas as ids.
    """

    name: ClassVar[str]
    row: ClassVar[type[Row]]
    model: ClassVar[type[Base]]
    key: ClassVar[tuple[str, ...]]
    # Columns that the official file is known to have and that are left out on purpose.
    left_out: ClassVar[frozenset[str]] = frozenset()
    # Files of this kind may have a million rows: they are checked and stored a few thousand at a time.
    streams: ClassVar[bool] = False
    # A file is a whole list as it stood on one day, which the file itself does not say.
    is_dated_list: ClassVar[bool] = False

    @cached_property
    def table(self) -> Table:
        """The table that holds the rows."""
        return table_of(self.model)

    @cached_property
    def _stored_columns(self) -> list[str]:
        return [c.name for c in self.table.columns if c.name not in ("id", "load_id")]

    def key_of(self, record: Record) -> Key:
        """What makes two rows the same row."""
        return tuple(record[name] for name in self.key)

    @cached_property
    def record_columns(self) -> tuple[str, ...]:
        """The columns of a record as `Kind.build_record` makes it, in the order of the template."""
        return tuple(f"{name}_id" if name in AREA_COLUMNS else name for name in self.row.columns())

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The columns of the file that make the natural key, in the order of the template."""
        names = {name.removesuffix("_id") for name in self.key} | set(self.key)
        return tuple(column for column in self.row.columns() if column in names)

    def build_record(self, row: Row, known: Known) -> Record:
        """What the store would hold of a checked row.

        Raises:
            RowRefusedError: an area is not known, or the areas of the row do not belong together.
        """
        record: Record = {k: v.value if isinstance(v, Enum) else v for k, v in row}
        problems = known.areas.match_columns(record)
        if problems:
            raise RowRefusedError(problems)
        return record

    def check_together(self, records: Mapping[int, Record], known: Known) -> dict[int, list[CellProblem]]:
        """Problems that show only when all records of a file are seen, by row number."""
        return {}

    def version_of(self, record: Record) -> int:
        """Of two differing rows with the same key, the one with the larger version holds."""
        return 0

    def query_stored(self, session: Session) -> dict[Key, Stored]:
        """Every stored row of this kind, by key."""
        return {self.key_of(stored.record): stored for stored in self.query_rows(session)}

    def query_rows(self, session: Session, wanted: Select | None = None) -> Iterator[Stored]:
        """The rows of the table as they are: all, or those that ``wanted`` selects from it."""
        names = self._stored_columns
        columns = [self.table.c.id, self.table.c.load_id, *(self.table.c[name] for name in names)]
        statement = select(*columns) if wanted is None else wanted.with_only_columns(*columns)
        for row in session.execute(statement):
            row_id, load_id, *values = tuple(row)
            yield Stored(row_id, load_id, dict(zip(names, values, strict=True)))

    def write_rows(
        self, session: Session, added: Sequence[Record], changed: Sequence[tuple[int, Record]], load_id: int
    ) -> None:
        """Store new rows, and new content of rows that exist, given as (row id, record)."""
        if added:
            check_references(session, self.table, {name: [row[name] for row in added] for name in added[0]})
            session.execute(insert(self.table), [{**record, "load_id": load_id} for record in added])
        if changed:
            values = {name: bindparam(f"new_{name}") for name in (*self._stored_columns, "load_id")}
            statement = update(self.table).where(self.table.c.id == bindparam("row_id")).values(values)
            rows = [
                {"row_id": row_id, **{f"new_{k}": v for k, v in record.items()}, "new_load_id": load_id}
                for row_id, record in changed
            ]
            session.connection().execute(statement, rows)

    def select_removed(self, load_id: int) -> tuple[Table, Select]:
        """Which rows of which table would go with a load and may be what other rows refer to.

        What the load changed must be restored before.
        """
        return self.table, select(self.table).where(self.table.c.load_id == load_id)

    def delete_rows(self, session: Session, load_id: int) -> int:
        """Delete the rows that a load added; returns how many. What it changed must be restored before."""
        gone = session.execute(delete(self.table).where(self.table.c.load_id == load_id))
        return cast("CursorResult", gone).rowcount

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """The record in the template's form: one cell a column, areas by code, days in ISO form."""
        cells: dict[str, Cell] = {}
        for column in self.row.columns():
            if column in AREA_COLUMNS:
                cells[column] = known.areas.code_of(record[f"{column}_id"])
            else:
                cells[column] = plain_cell(record[column])
        return cells


def plain_cell(value: Any) -> Cell:  # noqa: ANN401 - whatever a column holds
    """A stored value as a cell: days in ISO form, numbers and text as they are."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def write_month(record: Record, cells: dict[str, Cell]) -> dict[str, Cell]:
    """The same cells with the month written as 2025-03."""
    return {**cells, "month": f"{record['month']:%Y-%m}"}


def hide_suppressed(cells: dict[str, Cell], columns: Collection[str]) -> dict[str, Cell]:
    """The same cells with a star in ``columns``: their answer set was hidden in the file."""
    return {**cells, **dict.fromkeys(columns, "*")}
