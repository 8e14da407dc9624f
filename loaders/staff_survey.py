"""Staff who are satisfied with the care they deliver, by month: kind ``staff_survey``."""

from __future__ import annotations

from data_model import StaffSurveyCount
from data_model.rows import StaffSurveyRow
from loaders.cells import Cell
from loaders.kind import Kind, Record, hide_suppressed, write_month
from loaders.matching import Known


class StaffSurvey(Kind):
    """One row a month, directorate and team."""

    name = "staff_survey"
    row = StaffSurveyRow
    model = StaffSurveyCount
    key = ("month", "directorate_id", "team_id")
    streams = True

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with stars where the answers were hidden."""
        cells = write_month(record, super().write_cells(record, known))
        return hide_suppressed(cells, ("answers", "positive")) if record["answers"] is None else cells
