"""Recompute the figures that a load touches, inside the load's own transaction."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select, tuple_
from sqlalchemy.orm import Session

from data_model import MeasureValue
from data_model.base import table_of
from data_model.bulk import insert_new
from data_model.dialects import upsert
from measures.areas import AreaTree, query_areas
from measures.calculations import CALCULATIONS
from measures.calculations.surveys import DIALOG_FIGURES
from measures.definitions import read_definitions

_KEY = ("measure_id", "area_id", "period_start", "part")
_BATCH = 500


def refresh_figures(session: Session, kinds: Collection[str]) -> dict[str, int]:
    """Recompute every measure that rests on one of the file ``kinds``.

    Only figures that moved are written. Returns how many of each measure were added, changed or taken
    away; measures that stay as they were are left out.
    """
    session.flush()
    for kept in ("project_history", DIALOG_FIGURES):
        session.info.pop(kept, None)
    areas = query_areas(session)
    touched = [d.id for d in read_definitions().values() if set(kinds) & set(d.kinds)]
    moved = {measure_id: _refresh_measure(session, measure_id, areas) for measure_id in touched}
    return {measure_id: count for measure_id, count in moved.items() if count}


def _refresh_measure(session: Session, measure_id: str, areas: AreaTree) -> int:
    table = table_of(MeasureValue)
    stored = {
        (row.area_id, row.period_start, row.part): (row.numerator, row.denominator, row.state)
        for row in session.execute(select(table).where(table.c.measure_id == measure_id))
    }
    computed = {
        (f.area_id, f.period_start, f.part): (_number(f.numerator), _number(f.denominator), str(f.state))
        for f in CALCULATIONS[measure_id](session, areas)
    }
    moved = [
        {
            "measure_id": measure_id, "area_id": k[0], "period_start": k[1], "part": k[2],
            "numerator": v[0], "denominator": v[1], "state": v[2],
        }
        for k, v in sorted(computed.items())
        if stored.get(k) != v
    ]  # fmt: skip
    if stored:
        upsert(session, table, moved, _KEY)
    elif moved:
        columns = {name: [row[name] for row in moved] for name in moved[0]}
        days = [day.isoformat() for day in columns["period_start"]]
        insert_new(session, table, {**columns, "period_start": days})
    gone = sorted(stored.keys() - computed.keys())
    for start in range(0, len(gone), _BATCH):
        key = tuple_(table.c.area_id, table.c.period_start, table.c.part)
        some = gone[start : start + _BATCH]
        session.execute(delete(table).where(table.c.measure_id == measure_id, key.in_(some)))
    return len(moved) + len(gone)


def _number(amount: float | None) -> float | None:
    return None if amount is None else float(amount)
