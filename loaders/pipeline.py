"""One table into the store: check, compare, write, log, refresh figures. The caller owns the transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_model import Load, QuarantinedRow, RowChange
from data_model.terms import LoadStatus
from loaders.checking import CheckedRows, check_rows
from loaders.comparing import Difference, compare
from loaders.history import query_quarantined
from loaders.kind import Kind
from loaders.matching import Known
from loaders.report import LoadReport, Problem, RefusedFileError, RowCounts, describe_counts
from loaders.tables import FileTable
from measures.refresh import refresh_figures


@dataclass(frozen=True)
class Source:
    """Where a table came from and how it is to be loaded.

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


def load_table(session: Session, table: FileTable, source: Source, *, refresh: bool = True) -> LoadReport:
    """Store one table and say what happened. Marks the session as unchanged if nothing was written.

    Raises:
        RefusedFileError: the table as a whole cannot be loaded; nothing was written.
    """
    kind, known = table.header.kind, Known(session)
    as_at, notes = _settle_as_at(table, source)
    if same := _find_same_file(session, kind, source, as_at):
        return same
    _refuse_without_areas(kind, known)
    checked = check_rows(table, known, source.today, as_at)
    difference = compare(checked.records.values(), kind.query_stored(session), kind)
    counts = _count(table, checked, difference)
    problems = tuple(checked.problems)
    if not (counts.added or counts.changed) and _logged_already(session, kind, source, as_at, problems):
        session.info.setdefault("changed", False)
        message = f"Nothing has changed. {describe_counts(counts)}"
        return LoadReport(source.name, kind.name, LoadStatus.UNCHANGED, None, counts, problems, message)
    message = " ".join([describe_counts(counts), *notes, *table.notes])
    load_id = _log(session, kind, replace(source, as_at=as_at), counts, message)
    _write(session, known, kind, difference, load_id)
    _write_problems(session, problems, load_id)
    if refresh and (counts.added or counts.changed):
        refresh_figures(session, {kind.name})
    session.info["changed"] = True
    return LoadReport(source.name, kind.name, LoadStatus.LOADED, load_id, counts, problems, message)


def _settle_as_at(table: FileTable, source: Source) -> tuple[date | None, list[str]]:
    if "as_at" not in table.header.kind.row.model_fields:
        unused = "The day given with --as-at was not used: this kind of file has dates of its own."
        return None, [unused] if source.as_at else []
    place = table.header.places.get("as_at")
    if place is not None and all(row.cells[place : place + 1] > ("",) for row in table.rows):
        return None, []
    if source.as_at and source.as_at > source.today:
        raise RefusedFileError("The day given with --as-at is in the future.", table.header.kind.name)
    if source.as_at:
        return source.as_at, [f"Rows without as_at were read as at {source.as_at:%d %B %Y}."]
    return source.today, [
        f"No as_at was given, so rows without one were read as at today, {source.today:%d %B %Y}. "
        "Give the day of the export with --as-at."
    ]


def _refuse_without_areas(kind: Kind, known: Known) -> None:
    if "directorate" in kind.row.required_columns() and not known.areas.by_id:
        raise RefusedFileError(
            "The store has no areas yet, so no row could find its directorate. Load an areas file first.",
            kind.name,
        )


def _count(table: FileTable, checked: CheckedRows, difference: Difference) -> RowCounts:
    return RowCounts(
        read=len(table.rows),
        added=len(difference.added),
        changed=len(difference.changed),
        unchanged=difference.unchanged + checked.repeated,
        quarantined=checked.rows_aside,
    )


def _newest_load(session: Session, kind: Kind, source: Source, as_at: date | None) -> Load | None:
    """The newest load of a kind, if it was of this very file."""
    load = session.scalar(select(Load).where(Load.kind == kind.name).order_by(Load.id.desc()).limit(1))
    return load if load and (load.sha256, load.as_at) == (source.sha256, as_at) else None


def _find_same_file(session: Session, kind: Kind, source: Source, as_at: date | None) -> LoadReport | None:
    """The report for a file that was the last of its kind and had nothing set aside.

    A file with rows set aside is read again: what they lacked may be in the store by now.
    """
    load = _newest_load(session, kind, source, as_at)
    if load is None or load.rows_quarantined:
        return None
    session.info.setdefault("changed", False)
    counts = RowCounts(read=load.rows_read, unchanged=load.rows_read)
    message = f"This file was loaded on {load.loaded_at:%d %B %Y} (load {load.id}). Nothing has changed."
    return LoadReport(source.name, kind.name, LoadStatus.UNCHANGED, None, counts, (), message)


def _logged_already(
    session: Session, kind: Kind, source: Source, as_at: date | None, problems: tuple[Problem, ...]
) -> bool:
    """Whether nothing is left to log: no problems, or the same problems of the same file as last time."""
    if not problems:
        return True
    load = _newest_load(session, kind, source, as_at)
    return load is not None and query_quarantined(session, load.id) == list(problems)


def _log(session: Session, kind: Kind, source: Source, counts: RowCounts, message: str) -> int:
    load = Load(
        file_name=source.name,
        sha256=source.sha256,
        kind=kind.name,
        as_at=source.as_at,
        loaded_at=datetime.now(UTC),
        loaded_by=source.loaded_by,
        is_sample=source.is_sample,
        rows_read=counts.read,
        rows_added=counts.added,
        rows_changed=counts.changed,
        rows_unchanged=counts.unchanged,
        rows_quarantined=counts.quarantined,
        message=message,
    )
    session.add(load)
    session.flush()
    return load.id


def _write(session: Session, known: Known, kind: Kind, difference: Difference, load_id: int) -> None:
    before = [
        {
            "load_id": load_id,
            "kind": kind.name,
            "row_key": _row_key(kind, cells),
            "before": {**cells, "load_id": stored.load_id},
        }
        for stored, _ in difference.changed
        for cells in [kind.write_cells(stored.record, known)]
    ]
    changed = [(stored.row_id, record) for stored, record in difference.changed]
    kind.write_rows(session, difference.added, changed, load_id)
    if before:
        session.execute(insert(RowChange), before)


def _row_key(kind: Kind, cells: dict) -> str:
    return json.dumps([cells[name] for name in kind.key_columns], ensure_ascii=False)


def _write_problems(session: Session, problems: tuple[Problem, ...], load_id: int) -> None:
    if problems:
        rows = [
            {
                "load_id": load_id,
                "row_number": p.row,
                "column_name": p.column,
                "value": p.value,
                "problem": p.problem,
                "cure": p.cure,
            }
            for p in problems
        ]
        session.execute(insert(QuarantinedRow), rows)
