"""People who joined and were still involved later, by the month in which they joined: kind ``staying``."""

from __future__ import annotations

from data_model import StayingCount
from data_model.paid_and_staying import STAYING_COLUMNS
from data_model.rows import StayingRow
from loaders.cells import Cell
from loaders.kind import Kind, Record, hide_suppressed, write_month
from loaders.matching import Known


class Staying(Kind):
    """One row a month of joining and place; what nobody has counted yet comes in a later file."""

    name = "staying"
    row = StayingRow
    model = StayingCount
    key = ("month", "directorate_id", "borough_id", "team_id")
    streams = True

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with stars where the counts were hidden."""
        cells = write_month(record, super().write_cells(record, known))
        return hide_suppressed(cells, ("joined", *STAYING_COLUMNS)) if record["joined"] is None else cells
