"""Text files with separators: decoded and split strictly as they are read, numbered as in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from loaders.cells import clean_cell
from loaders.report import RefusedFileError
from loaders.sheets import RawRows, TextRow
from loaders.sniffing import AS_CSV

SEPARATORS = (",", ";", "\t")
CHUNK = 8192
# The library's own limit would end the whole file; long cells are judged one by one later.
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True)
class TextFile:
    """A text file that can be read from the top again and again. Line ends of every system are one."""

    file: BinaryIO
    encoding: str

    def peek_rows(self, separator: str, rows: int) -> list[TextRow]:
        """The first rows, split without strictness: enough to find the header with this separator."""
        return list(_number(islice(self._records(separator, strict=False), rows)))

    def read_rows(self, separator: str) -> Iterator[TextRow]:
        """All rows that are not blank, their cells cleaned.

        Raises:
            RefusedFileError: quotation marks do not fit together, so rows would run into one another.
        """
        return _number(self._strict(separator))

    def read_chunks(self, separator: str, after: int) -> Iterator[RawRows]:
        """All rows below row ``after`` as they stand, blank ones too, a few thousand at a time."""
        records = self._strict(separator)
        next(islice(records, after - 1, after), None)
        first = after + 1
        while rows := list(islice(records, CHUNK)):
            yield RawRows(range(first, first + len(rows)), rows)
            first += len(rows)

    def _strict(self, separator: str) -> Iterator[list[str]]:
        last = 0
        try:
            for last, record in enumerate(self._records(separator, strict=True), 1):  # noqa: B007
                yield record
        except csv.Error:
            raise RefusedFileError(
                f"The quotation marks do not fit together after row {last}, so rows would run into one "
                f'another. Every " must be closed, and a " inside a text written twice (""). {AS_CSV}'
            ) from None

    def _records(self, separator: str, *, strict: bool) -> Iterator[list[str]]:
        self.file.seek(0)
        text = io.TextIOWrapper(self.file, self.encoding)
        try:
            yield from csv.reader(text, delimiter=separator, strict=strict)
        finally:
            # The file stays open, to be read again.
            text.detach()


def _number(records: Iterator[list[str]]) -> Iterator[TextRow]:
    for number, cells in enumerate(records, 1):
        cleaned = tuple(map(clean_cell, cells))
        if any(cleaned):
            yield TextRow(number, cleaned)
