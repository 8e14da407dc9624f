"""Friends and Family Test answers by month: kind ``fft``."""

from __future__ import annotations

from data_model import FFTCount
from data_model.rows import FFTRow
from data_model.surveys import FFT_ANSWERS
from loaders.cells import Cell
from loaders.kind import Kind, Record, hide_suppressed, write_month
from loaders.matching import Known


class FFT(Kind):
    """One row a month, directorate, borough and team; a blank borough or team is a place of its own."""

    name = "fft"
    row = FFTRow
    model = FFTCount
    key = ("month", "directorate_id", "borough_id", "team_id")
    streams = True

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with stars where the answers were hidden."""
        cells = write_month(record, super().write_cells(record, known))
        return hide_suppressed(cells, FFT_ANSWERS) if record["very_good"] is None else cells
