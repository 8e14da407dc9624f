"""Claims that were due and those paid on time, by month: kind ``payments``."""

from __future__ import annotations

from data_model import PaymentCount
from data_model.rows import PaymentRow
from loaders.cells import Cell
from loaders.kind import Kind, Record, hide_suppressed, write_month
from loaders.matching import Known


class Payments(Kind):
    """One row a month and place."""

    name = "payments"
    row = PaymentRow
    model = PaymentCount
    key = ("month", "directorate_id", "borough_id", "team_id")
    streams = True

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with stars where the counts were hidden."""
        cells = write_month(record, super().write_cells(record, known))
        return hide_suppressed(cells, ("claims", "paid_on_time")) if record["claims"] is None else cells
