"""Friends and Family Test figures of all trusts, as NHS England publishes them: kind ``nhs_fft``."""

from __future__ import annotations

from data_model import NHSFFTFigure
from data_model.public_figures import CellState
from data_model.rows import NHSFFTRow, Row
from data_model.surveys import FFT_ANSWERS
from loaders.cells import Cell
from loaders.kind import Kind, Record, write_month
from loaders.matching import Known

# Which state stands for which columns.
_STATE_OF = {
    "responses_state": ("responses",),
    "eligible_state": ("eligible",),
    "answers_state": FFT_ANSWERS,
    "positive_state": ("printed_positive",),
    "negative_state": ("printed_negative",),
}
_MARKS: dict[str, Cell] = {CellState.SUPPRESSED: "*", CellState.NOT_CALCULATED: "-"}


class NHSFFT(Kind):
    """One row a month, setting, organisation and question. A mark instead of a number is kept as a state."""

    name = "nhs_fft"
    row = NHSFFTRow
    model = NHSFFTFigure
    key = ("month", "setting", "org_code", "question")

    def build_record(self, row: Row, known: Known) -> Record:
        """As every kind, with the state of each number beside it."""
        record = super().build_record(row, known)
        for state, columns in _STATE_OF.items():
            record[state] = record[columns[0]].state.value
            record |= {column: record[column].value for column in columns}
        return record

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with the mark that stood in the place of a number."""
        cells = write_month(record, super().write_cells(record, known))
        for state, columns in _STATE_OF.items():
            if mark := _MARKS.get(record[state]):
                cells |= dict.fromkeys(columns, mark)
        return cells
