"""The Friends and Family Test extract that a trust takes from the collection system: a month in each row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from data_model.public_figures import FFTQuestion
from data_model.rows.dates import parse_month
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.layouts.nhs_fft_columns import KIND, FFTColumns, find_columns
from loaders.layouts.nhs_fft_figures import FFTFigures, describe_differences, read_figures
from loaders.layouts.nhs_fft_months import settle_question
from loaders.layouts.nhs_fft_settings import SETTING, find_settings
from loaders.layouts.nhs_fft_sheets import COLUMNS, describe_sheets, find_trust_sheets, write_figures
from loaders.sheets import RawTable, TextRow

_YEAR = re.compile(r"(20\d\d)\s*[_/\-]\s*(\d\d)", re.ASCII)
_APRIL = 4


class ExtractedFFT(Layout):
    """The extract of the Strategic Data Collection Service (SDCS)."""

    name = "nhs_fft_extract"
    title = "Friends and Family Test, extract of the collection system (SDCS)"
    kind = KIND
    questions = (SETTING,)

    def fits(self, table: RawTable) -> bool:
        """Whether the headings of the test stand beside ``Yearnumber`` and ``Periodname``."""
        columns = find_columns(table)
        return columns is not None and columns.is_extract

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Organisations.

        Raises:
            RefusedFileError: no sheet is of organisations, or the setting is not known.
        """
        found, left_out = find_trust_sheets(tables), LeftOut()
        settings = find_settings(tables, [table for table, _ in found], asked)
        rows: list[TextRow] = []
        notes = [f"The figures are of {', '.join(settings)}; each row has its own month."]
        for at, (table, columns) in enumerate(found):
            read = read_figures(table, columns, left_out)
            for figures in read:
                month, question = _read_period(figures, columns)
                rows.append(write_figures(figures, at, month, settings[at], question))
            notes += describe_differences(read)
        return Rewritten(COLUMNS, rows, [*notes, *left_out.describe(), *describe_sheets(tables, found)])


def _read_period(figures: FFTFigures, columns: FFTColumns) -> tuple[str, FFTQuestion]:
    """Financial year and name of month as a month: April to December belong to the year's first half.

    A period that cannot be read is passed on as it is, so that its row is set aside and shown.
    """
    year, period = figures.cells["year"], figures.cells["period"]
    match = _YEAR.fullmatch(year)
    try:
        month = parse_month(f"{period} {match[1]}") if match else None
    except PydanticCustomError:
        month = None
    if match is None or month is None or int(match[2]) != (int(match[1]) + 1) % 100:
        return f"{period} {year}".strip(), FFTQuestion.EXPERIENCE
    if month.month < _APRIL:
        month = month.replace(year=month.year + 1)
    return month.isoformat(), settle_question(columns, month)
