"""The sheets of a Friends and Family Test file: those of trusts are read, the others are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from data_model.public_figures import FFTQuestion, FFTSetting
from data_model.surveys import FFT_ANSWERS
from loaders.cells import show_value
from loaders.layouts.nhs_fft_columns import KIND, FFTColumns, find_columns
from loaders.layouts.nhs_fft_figures import FIGURES, FFTFigures
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

COLUMNS = ("month", "setting", "level", "org_code", "org_name", "question", *FIGURES)
# Rows of a second sheet get numbers of their own, in which the sheet's own row can still be read.
_NEXT_SHEET = 100_000
# The collection system gives its sheets of sites and wards the same headings, cut off at 31 characters.
_NAMED_AS_PARTS = re.compile(r"\b(?:sites?|wards?|icbs?|modes?|collecti)", re.IGNORECASE)
TrustSheet = tuple[RawTable, FFTColumns]


def find_trust_sheets(tables: Sequence[RawTable]) -> list[TrustSheet]:
    """The tables whose rows are organisations with all six answers.

    Raises:
        RefusedFileError: there is none, or a heading stands twice.
    """
    found = [(table, columns) for table in tables if (columns := find_columns(table))]
    of_trusts = [(table, columns) for table, columns in found if columns.is_of_trusts]
    of_trusts = [each for each in of_trusts if not _NAMED_AS_PARTS.search(each[0].name)] or of_trusts
    for _, columns in of_trusts:
        columns.refuse_doubled()
    if of_trusts:
        return of_trusts
    if any(set(FFT_ANSWERS) <= columns.places.keys() for _, columns in found):
        reason = "The file has figures of sites, wards, practices or ICBs only"
    else:
        reason = "The headings of the six answers (Very Good to Don't Know) are not all there"
    raise RefusedFileError(f"{reason}. Load the sheet of trusts, or the whole workbook as published.", KIND)


def write_figures(
    figures: FFTFigures, sheet: int, month: str, setting: FFTSetting, question: FFTQuestion
) -> TextRow:
    """A row in the columns of the template; ``sheet`` counts the sheets of trusts from 0."""
    known = (month, str(setting), str(figures.level), figures.code, figures.name, str(question))
    numbers = (figures.cells[name] for name in FIGURES)
    return TextRow(sheet * _NEXT_SHEET + figures.number, (*known, *numbers))


def describe_sheets(tables: Sequence[RawTable], found: Sequence[TrustSheet]) -> Iterator[str]:
    """What was left out besides rows, and how the rows of further sheets are numbered."""
    read = {id(table) for table, _ in found}
    others = [show_value(table.name) for table in tables if id(table) not in read and find_columns(table)]
    if others:
        yield f"Worksheets of sites, wards, ICBs or modes were not read: {', '.join(others)}."
    if any(columns.holds_score for _, columns in found):
        yield "The Friends and Family Test Score of 2013-14 was left out: shares come from the answers."
    for at, (table, _) in enumerate(found[1:], 1):
        yield f'Rows of "{show_value(table.name)}" are numbered from {at * _NEXT_SHEET:,}.'
