"""Text files with separators: decoded and split strictly as they are read, numbered as in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from loaders.cells import clean_cell
from loaders.report import RefusedFileError
from loaders.sheets import RawRows, TextRow
from loaders.sniffing import AS_CSV

SEPARATORS = (",", ";", "\t")
# As many rows as a processor keeps at hand: eight times more take half as long again.
CHUNK = 1024
# The library's own limit would end the whole file; long cells are judged one by one later.
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True)
class TextFile:
    """A text file that can be read from the top again and again. Line ends of every system are one."""

    file: BinaryIO
    encoding: str

    def peek_rows(self, separator: str, rows: int) -> list[TextRow]:
        """The first rows, split without strictness: enough to find the header with this separator."""
        with self._reader(separator, strict=False) as reader:
            return list(_number(islice(reader, rows)))

    def read_rows(self, separator: str) -> Iterator[TextRow]:
        """All rows that are not blank, their cells cleaned.

        Raises:
            RefusedFileError: quotation marks do not fit together, so rows would run into one another.
        """
        for numbers, rows in self.read_chunks(separator, 0):
            yield from _number(rows, numbers[0])

    def read_chunks(self, separator: str, after: int) -> Iterator[RawRows]:
        """All rows below row ``after`` as they stand, blank ones too, some at a time.

        Raises:
            RefusedFileError: as `read_rows`.
        """
        first = after + 1
        with self._reader(separator, strict=True) as reader:
            try:
                next(islice(reader, after, after), None)
                while rows := list(islice(reader, CHUNK)):
                    yield RawRows(range(first, first + len(rows)), rows)
                    first += len(rows)
            except csv.Error:
                is_open = True
            else:
                is_open = False
        if is_open:
            raise self._open_quotes(separator)

    def _open_quotes(self, separator: str) -> RefusedFileError:
        last = 0
        with self._reader(separator, strict=True) as reader, suppress(csv.Error):
            for _ in reader:
                last += 1
        return RefusedFileError(
            f"The quotation marks do not fit together after row {last}, so rows would run into one "
            f'another. Every " must be closed, and a " inside a text written twice (""). {AS_CSV}'
        )

    @contextmanager
    def _reader(self, separator: str, *, strict: bool) -> Iterator[Iterator[list[str]]]:
        self.file.seek(0)
        text = io.TextIOWrapper(self.file, self.encoding)
        try:
            yield csv.reader(text, delimiter=separator, strict=strict)
        finally:
            # The file stays open, to be read again.
            text.detach()


def _number(records: Iterable[Sequence[str]], first: int = 1) -> Iterator[TextRow]:
    for number, cells in enumerate(records, first):
        cleaned = tuple(map(clean_cell, cells))
        if any(cleaned):
            yield TextRow(number, cleaned)
