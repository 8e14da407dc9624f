"""Answers of people who take part to the pulse survey, by month and question: kind ``pulse``."""

from __future__ import annotations

from data_model import PulseCount
from data_model.rows import PulseRow
from data_model.surveys import PULSE_ANSWERS
from loaders.cells import Cell
from loaders.kind import Kind, Record, hide_suppressed, write_month
from loaders.matching import Known


class Pulse(Kind):
    """One row a month, place and question."""

    name = "pulse"
    row = PulseRow
    model = PulseCount
    key = ("month", "directorate_id", "borough_id", "team_id", "question")
    streams = True

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with stars where the answers were hidden."""
        cells = write_month(record, super().write_cells(record, known))
        return hide_suppressed(cells, PULSE_ANSWERS) if record["agree"] is None else cells
