"""Reading the load log: which files came in, and what was set aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import Load, QuarantinedRow
from loaders.report import Problem, RowCounts


@dataclass(frozen=True)
class LoggedLoad:
    """One line of the load log; ``loaded_at`` is in UTC."""

    load_id: int
    file: str
    kind: str
    as_at: date | None
    loaded_at: datetime
    loaded_by: str
    is_sample: bool
    rows: RowCounts
    message: str
    undone_at: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """The line as ``history --json`` prints it."""
        return {
            "load_id": self.load_id,
            "file": self.file,
            "kind": self.kind,
            "as_at": self.as_at.isoformat() if self.as_at else None,
            "loaded_at": self.loaded_at.isoformat(timespec="seconds"),
            "loaded_by": self.loaded_by,
            "is_sample": self.is_sample,
            "rows": self.rows.as_json(),
            "message": self.message,
            "undone_at": self.undone_at.isoformat(timespec="seconds") if self.undone_at else None,
        }


def query_history(session: Session) -> list[LoggedLoad]:
    """Every load, the newest first."""
    return [
        LoggedLoad(
            load.id,
            load.file_name,
            load.kind,
            load.as_at,
            load.loaded_at,
            load.loaded_by,
            load.is_sample,
            RowCounts(
                load.rows_read,
                load.rows_added,
                load.rows_changed,
                load.rows_unchanged,
                load.rows_quarantined,
            ),
            load.message,
            load.undone_at,
        )
        for load in session.scalars(select(Load).order_by(Load.id.desc()))
    ]


def query_quarantined(session: Session, load_id: int) -> list[Problem]:
    """The problems of the rows that a load set aside, in the order of its file."""
    columns = (
        QuarantinedRow.row_number,
        QuarantinedRow.column_name,
        QuarantinedRow.value,
        QuarantinedRow.problem,
        QuarantinedRow.cure,
    )
    of_load = select(*columns).where(QuarantinedRow.load_id == load_id).order_by(QuarantinedRow.id)
    rows = session.execute(of_load)
    return [Problem(row, column, value or "", problem, cure) for row, column, value, problem, cure in rows]
