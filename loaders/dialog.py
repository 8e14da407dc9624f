"""DIALOG answers by month and item: kind ``dialog``."""

from __future__ import annotations

from data_model import DialogScore
from data_model.rows import DialogRow
from loaders.cells import Cell
from loaders.kind import Kind, Record, hide_suppressed, write_month
from loaders.matching import Known


class Dialog(Kind):
    """One row a month, place and item (1 to 11)."""

    name = "dialog"
    row = DialogRow
    model = DialogScore
    key = ("month", "directorate_id", "borough_id", "team_id", "item")
    streams = True

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with stars where hidden, and a dash for the mean of no answers."""
        cells = write_month(record, super().write_cells(record, known))
        if record["answered"] is None:
            return hide_suppressed(cells, ("answered", "mean_score", "satisfied"))
        return cells if record["answered"] else {**cells, "mean_score": "-"}
