"""Friends and Family Test files of NHS England, month by month, one a setting."""

from __future__ import annotations

from collections.abc import Sequence

from data_model.public_figures import FFTLevel
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.layouts.nhs_fft_columns import KIND, find_columns
from loaders.layouts.nhs_fft_figures import describe_differences, read_figures
from loaders.layouts.nhs_fft_months import MONTH, find_month, settle_question
from loaders.layouts.nhs_fft_settings import SETTING, find_settings
from loaders.layouts.nhs_fft_sheets import COLUMNS, describe_sheets, find_trust_sheets, write_figures
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow


class PublishedFFT(Layout):
    """A monthly file, workbook or CSV copy: of its sheets only those of trusts are read."""

    name = "nhs_fft_published"
    title = "NHS England Friends and Family Test, monthly file"
    kind = KIND
    questions = (MONTH, SETTING)

    def fits(self, table: RawTable) -> bool:
        """Whether a row of headings has Total Responses, and answers or percentages."""
        columns = find_columns(table)
        return columns is not None and not columns.is_extract

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Trusts and England.

        Raises:
            RefusedFileError: no sheet has figures of trusts, or month or setting are not known.
        """
        found, left_out = find_trust_sheets(tables), LeftOut()
        read = [read_figures(table, columns, left_out) for table, columns in found]
        if not any(figures.level == FFTLevel.TRUST for each in read for figures in each):
            raise RefusedFileError(
                "The file has the headings of the Friends and Family Test, but no trust below them: it is an "
                "empty form, or a filter was left on. Download it again and load it as it is.",
                KIND,
            )
        notes: list[str] = []
        month = find_month(tables, asked, notes)
        settings = find_settings(tables, [table for table, _ in found], asked)
        rows: list[TextRow] = []
        for at, (_, columns) in enumerate(found):
            question = settle_question(columns, month)
            rows += (write_figures(f, at, month.isoformat(), settings[at], question) for f in read[at])
            notes += describe_differences(read[at])
        about = f"The figures are of {month:%B %Y}, {', '.join(settings)}."
        notes = [about, *notes, *left_out.describe(), *describe_sheets(tables, found)]
        return Rewritten(COLUMNS, rows, notes)
