"""The NHS Staff Survey's benchmark workbook: kind ``nhs_staff_survey``.

Its history is weighted anew each year, so a new workbook is loaded whole and takes the place of the old one.
"""

from __future__ import annotations

from data_model import NHSStaffSurveyFigure
from data_model.rows import NHSStaffSurveyRow
from loaders.cells import Cell
from loaders.kind import Kind, Record, hide_suppressed
from loaders.matching import Known


class NHSStaffSurvey(Kind):
    """One row an organisation, variable and year; a year without a row is a gap."""

    name = "nhs_staff_survey"
    row = NHSStaffSurveyRow
    model = NHSStaffSurveyFigure
    key = ("org_id", "variable", "year")

    def write_cells(self, record: Record, known: Known) -> dict[str, Cell]:
        """As every kind, with a star where the value was hidden."""
        cells = super().write_cells(record, known)
        return hide_suppressed(cells, ["value"]) if record["value"] is None else cells
