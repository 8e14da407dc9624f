"""Good rows into the store as they arrive, with what they replace and what was set aside. One load each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_model import Load, QuarantinedRow, RowChange
from data_model.bulk import insert_new
from loaders.cells import Cell
from loaders.columns import as_sent
from loaders.comparing import Difference, compare
from loaders.history import query_quarantined
from loaders.kind import Key, Kind, Record, Stored
from loaders.matching import Known
from loaders.reading import Rows
from loaders.report import AsideRow, CellChange, Problem, RowCounts
from loaders.stored_rows import holds_any, query_matching

# So many problems and changes are kept for the report; the store holds every one.
MOST_LISTED = 10_000


@dataclass(frozen=True)
class Source:
    """Where a file came from and how it is to be loaded.

    Attributes:
        name: the file's name as it may be shown.
        sha256: of the file's bytes.
        as_at: the day of the export, for kinds that keep it, where a row does not say.
        today: nothing that has happened may be later.
    """

    name: str
    sha256: str
    as_at: date | None
    today: date
    loaded_by: str
    is_sample: bool


class RepeatedKeysError(Exception):
    """Two rows of the file have the same key; which of them holds must be known before any is stored."""


class Storing:
    """Takes the rows of one file. Nothing counts until `finish`; the caller rolls back what must not stay.

    Attributes:
        problems: the first of the problems, as a report lists them.
        changes: the first of the cells that the file changes.
        aside: the first of the rows that are set aside.
    """

    def __init__(self, session: Session, kind: Kind, source: Source, known: Known) -> None:
        self._session, self._kind, self._source, self._known = session, kind, source, known
        self._read = self._added = self._changed = self._unchanged = 0
        self._unwritten: list[Problem] = []
        self._load: Load | None = None
        self.problems: list[Problem] = []
        self.changes: list[CellChange] = []
        self.aside: list[AsideRow] = []

    @property
    def counts(self) -> RowCounts:
        """What became of the rows so far."""
        kept = self._added + self._changed + self._unchanged
        return RowCounts(self._read, self._added, self._changed, self._unchanged, self._read - kept)

    @property
    def changes_store(self) -> bool:
        """Whether anything but a line in the log would change."""
        return bool(self._added or self._changed)

    def take(self, rows: Rows) -> None:
        """Compare some rows with the store, and store what is new.

        Raises:
            RepeatedKeysError: a row has the key of an earlier row of the file.
        """
        self._read += rows.read
        self._unchanged += rows.repeated
        self._note([Problem(*problem) for problem in rows.problems])
        self.aside += [AsideRow(*row) for row in rows.aside][: MOST_LISTED - len(self.aside)]
        if not rows.columns:
            return
        if self._kind.streams and not self._any_stored:
            self._insert(rows.columns)
        else:
            self._compare(_records(self._kind, rows.columns))

    def finish(self, message: str, as_at: date | None) -> int:
        """Write the last problems and the line in the load log; returns the number of the load."""
        load = self._started
        self._write_problems()
        load.as_at, load.message = as_at, message
        for name, count in self.counts.as_json().items():
            setattr(load, f"rows_{name}", count)
        self._session.flush()
        return load.id

    def nothing_new_aside(self, newest: Load | None) -> bool:
        """Whether no row was set aside that the newest load of the same file had not set aside as well."""
        if not self.counts.quarantined:
            return True
        return newest is not None and query_quarantined(self._session, newest.id) == self.problems

    @cached_property
    def _any_stored(self) -> bool:
        return holds_any(self._session, self._kind)

    @cached_property
    def _all_stored(self) -> dict[Key, Stored]:
        return self._kind.query_stored(self._session)

    @property
    def _started(self) -> Load:
        """The line in the load log; rows refer to it, so it is there before them."""
        if self._load is None:
            source = self._source
            self._load = Load(
                file_name=source.name,
                sha256=source.sha256,
                kind=self._kind.name,
                loaded_at=datetime.now(UTC),
                loaded_by=source.loaded_by,
                is_sample=source.is_sample,
                message="",
                **{f"rows_{name}": 0 for name in RowCounts().as_json()},
            )
            self._session.add(self._load)
            self._session.flush()
        return self._load

    def _insert(self, columns: Mapping[str, list[Any]]) -> None:
        count = len(next(iter(columns.values())))
        stored = insert_new(
            self._session, self._kind.table, {**columns, "load_id": [self._started.id] * count}
        )
        if stored < count:
            raise RepeatedKeysError
        self._added += count

    def _compare(self, records: list[Record]) -> None:
        stored = (
            query_matching(self._session, self._kind, records) if self._kind.streams else self._all_stored
        )
        if self._kind.streams and self._repeats(records, stored):
            raise RepeatedKeysError
        difference = compare(records, stored, self._kind)
        self._added += len(difference.added)
        self._changed += len(difference.changed)
        self._unchanged += difference.unchanged
        if difference.added or difference.changed:
            self._write(difference)

    def _repeats(self, records: Sequence[Record], stored: Mapping[Key, Stored]) -> bool:
        mine = self._load.id if self._load else None
        keys = {self._kind.key_of(record) for record in records}
        return len(keys) < len(records) or any(row.load_id == mine for row in stored.values())

    def _write(self, difference: Difference) -> None:
        load_id, kind = self._started.id, self._kind
        before = [(kind.write_cells(stored.record, self._known), stored) for stored, _ in difference.changed]
        after = [kind.write_cells(record, self._known) for _, record in difference.changed]
        for (cells, _), new in zip(before, after, strict=True):
            self._list_changes(cells, new)
        changed = [(stored.row_id, record) for stored, record in difference.changed]
        kind.write_rows(self._session, difference.added, changed, load_id)
        if before:
            rows = [
                {
                    "load_id": load_id,
                    "kind": kind.name,
                    "row_key": row_key(kind, cells),
                    # The record is what an undo puts back, to the last digit; the cells are for people.
                    "before": {**cells, "load_id": earlier.load_id, "record": _plain(earlier.record)},
                }
                for cells, earlier in before
            ]
            self._session.execute(insert(RowChange), rows)

    def _list_changes(self, before: Mapping[str, Cell], after: Mapping[str, Cell]) -> None:
        key = ", ".join(str(before[name]) for name in self._kind.key_columns if before[name] is not None)
        for column, old in before.items():
            if old != after[column] and len(self.changes) < MOST_LISTED:
                self.changes.append(CellChange(key, column, old, after[column]))

    def _note(self, problems: list[Problem]) -> None:
        self.problems += problems[: MOST_LISTED - len(self.problems)]
        self._unwritten += problems
        if len(self._unwritten) > MOST_LISTED:
            self._write_problems()

    def _write_problems(self) -> None:
        rows = [
            {
                "load_id": self._started.id,
                "row_number": p.row,
                "column_name": p.column,
                "value": p.value,
                "problem": p.problem,
                "cure": p.cure,
            }
            for p in self._unwritten
        ]
        if rows:
            self._session.execute(insert(QuarantinedRow), rows)
        self._unwritten = []


def row_key(kind: Kind, cells: Mapping[str, Cell]) -> str:
    """The natural key of a row as the load log keeps it."""
    return json.dumps([cells[name] for name in kind.key_columns], ensure_ascii=False)


def _plain(record: Record) -> dict[str, Any]:
    return {name: as_sent(value) for name, value in record.items()}


def query_newest_load(session: Session, kind: Kind, sha256: str) -> Load | None:
    """The newest load of a kind that was not undone, if it was of this very file."""
    newest = select(Load).where(Load.kind == kind.name, Load.undone_at.is_(None))
    load = session.scalar(newest.order_by(Load.id.desc()).limit(1))
    return load if load and load.sha256 == sha256 else None


def _records(kind: Kind, columns: Mapping[str, list[Any]]) -> list[Record]:
    dated = {*kind.row.date_columns} & columns.keys()
    days = {name: [day and date.fromisoformat(day) for day in columns[name]] for name in dated}
    names = list(columns)
    return [
        dict(zip(names, values, strict=True)) for values in zip(*{**columns, **days}.values(), strict=True)
    ]
