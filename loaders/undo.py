"""Taking a load back: every row exactly as it was before it, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import Date, Engine, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_model import Load, RowChange
from data_model.store import writing
from loaders.faults import describe_fault
from loaders.kind import Kind, Record
from loaders.kinds import KINDS
from loaders.referring_loads import query_referring_loads
from loaders.stored_rows import query_matching
from measures.refresh import refresh_figures
from settings import read_settings

_SOME = 1000


@dataclass(frozen=True)
class UndoReport:
    """How an undo ended.

    Attributes:
        restored: how many rows hold again what they held before the load.
        removed: how many rows that the load had added are gone.
        figures: how many figures of each measure moved, by measure id.
        message: one or a few plain sentences.
    """

    load_id: int
    kind: str | None
    status: Literal["undone", "refused"]
    restored: int = 0
    removed: int = 0
    figures: Mapping[str, int] = field(default_factory=dict)
    message: str = ""
    is_fault: bool = False

    def as_json(self) -> dict[str, Any]:
        """The report as ``undo --json`` prints it."""
        return {
            "load_id": self.load_id,
            "kind": self.kind,
            "status": self.status,
            "rows": {"restored": self.restored, "removed": self.removed},
            "figures": dict(self.figures),
            "message": self.message,
        }


class _RefusedError(Exception):
    """The load cannot be undone; the text says why and what to do."""


def undo_load(engine: Engine, load_id: int, *, undone_by: str | None = None) -> UndoReport:
    """Undo one load in one transaction, also after other loads touched other rows.

    Args:
        engine: an open store.
        load_id: the number of the load, as the load log has it.
        undone_by: a role or account name for the load log.

    Returns:
        The report. Where a later load changed a row of this one, or rests on it, nothing is undone and
        the message says which load that is. A fault of ours is a report too, not an exception.
    """
    kind = None
    try:
        with writing(engine) as session:
            load = _find(session, load_id)
            kind = load.kind
            return _undo(session, load, undone_by or read_settings().loaded_by)
    except _RefusedError as refused:
        return UndoReport(load_id, kind, "refused", message=f"{refused} Nothing was undone.")
    except IntegrityError:
        message = "Other rows rest on this load, or it rested on rows that are gone. Nothing was undone."
        return UndoReport(load_id, kind, "refused", message=message)
    except Exception as error:
        message = describe_fault(error, "The load stays as it was.")
        return UndoReport(load_id, kind, "refused", message=message, is_fault=True)


def _find(session: Session, load_id: int) -> Load:
    load = session.get(Load, load_id)
    if load is None:
        newest = session.scalar(select(func.max(Load.id)))
        known = f"The newest is {newest}." if newest else "Nothing has been loaded yet."
        raise _RefusedError(f"There is no load {load_id}. {known}")
    if load.undone_at is not None:
        raise _RefusedError(f"Load {load_id} was undone already, on {load.undone_at:%d %B %Y}.")
    return load


def _undo(session: Session, load: Load, undone_by: str) -> UndoReport:
    kind = KINDS[load.kind]
    _refuse_if_changed_since(session, load)
    restored = _restore(session, load, kind)
    _refuse_if_rested_on(session, load, kind)
    removed = kind.delete_rows(session, load.id)
    load.undone_at, load.undone_by = datetime.now(UTC), undone_by
    session.flush()
    figures = refresh_figures(session, {kind.name})
    message = (
        f"Load {load.id} ({load.file_name}) was undone: {removed:,} rows that it had added are gone, "
        f"{restored:,} rows hold again what they held before."
    )
    return UndoReport(load.id, kind.name, "undone", restored, removed, figures, message)


def _refuse_if_changed_since(session: Session, load: Load) -> None:
    later = (
        select(Load, func.count(), func.min(RowChange.row_key))
        .join(RowChange, RowChange.load_id == Load.id)
        .where(
            RowChange.kind == load.kind,
            RowChange.load_id > load.id,
            Load.undone_at.is_(None),
            RowChange.before["load_id"].as_integer() == load.id,
        )
        .group_by(Load.id)
        .order_by(Load.id.desc())
    )
    found = session.execute(later).all()
    if found:
        named = ", ".join(f"{each.id} ({each.file_name}, {rows:,} rows)" for each, rows, _ in found)
        raise _RefusedError(
            f"Later loads changed rows of load {load.id}: {named}; one of the rows is {found[0][2]}. "
            "Undo those first, the newest first."
        )


def _refuse_if_rested_on(session: Session, load: Load, kind: Kind) -> None:
    loads = query_referring_loads(session, kind, load.id)
    if loads:
        named = ", ".join(f"{each.id} ({each.file_name})" for each in loads)
        raise _RefusedError(
            f"Rows of later loads rest on rows that load {load.id} brought: {named}. "
            "Undo those first, the newest first."
        )


def _restore(session: Session, load: Load, kind: Kind) -> int:
    """Give every row that the load changed its earlier content and its earlier load again."""
    changes = session.execute(
        select(RowChange.before).where(RowChange.load_id == load.id).order_by(RowChange.id)
    )
    restored, everything = 0, {} if kind.streams else kind.query_stored(session)
    for some in changes.scalars().partitions(_SOME):
        earlier = sorted(((b["load_id"], b["record"]) for b in some), key=lambda pair: pair[0])
        for load_id, group in groupby(earlier, key=lambda pair: pair[0]):
            records = [_record(kind, sent) for _, sent in group]
            stored = query_matching(session, kind, records) if kind.streams else everything
            rows = [(stored[kind.key_of(record)].row_id, record) for record in records]
            kind.write_rows(session, [], rows, load_id)
            restored += len(rows)
    return restored


def _record(kind: Kind, sent: Mapping[str, Any]) -> Record:
    """The record that `loaders.columns.as_sent` and JSON made plain."""
    days = {column.name for column in kind.table.columns if isinstance(column.type, Date)}
    return {name: _value(value, name in days) for name, value in sent.items()}


def _value(value: Any, is_day: bool) -> Any:  # noqa: ANN401 - whatever a record holds
    if is_day and value is not None:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
