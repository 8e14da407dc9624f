"""Text files with separators: split strictly, numbered as a spreadsheet would."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from loaders.cells import clean_cell
from loaders.report import RefusedFileError
from loaders.sheets import TextRow
from loaders.sniffing import AS_CSV

SEPARATORS = (",", ";", "\t")
# The library's own limit would end the whole file; long cells are judged one by one later.
csv.field_size_limit(2**31 - 1)


def peek_rows(text: str, separator: str, rows: int) -> list[TextRow]:
    """The first rows, split without strictness: enough to find the header with this separator."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return list(_number(islice(reader, rows)))


def split_rows(text: str, separator: str) -> Iterator[TextRow]:
    """All rows that are not blank.

    Raises:
        RefusedFileError: quotation marks do not fit together, so rows would run into one another.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    last = 0
    try:
        for row in _number(reader):
            last = row.number
            yield row
    except csv.Error:
        raise RefusedFileError(
            f"The quotation marks do not fit together after row {last}, so rows would run into one another. "
            f'Every " must be closed, and a " inside a text written twice (""). {AS_CSV}'
        ) from None


def _number(records: Iterator[list[str]]) -> Iterator[TextRow]:
    for number, cells in enumerate(records, 1):
        cleaned = tuple(map(clean_cell, cells))
        if any(cleaned):
            yield TextRow(number, cleaned)
