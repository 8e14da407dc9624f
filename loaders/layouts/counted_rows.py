"""Rows that are counted and forgotten: walked through once, whatever their number, and never kept."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date

from data_model.rows.dates import MonthFirst
from loaders.layouts.column_finder import FoundColumns
from loaders.layouts.left_out import LeftOut
from loaders.layouts.months_of_days import MONTH_FIRST, DayRead, MonthsOfDays
from loaders.report import RefusedFileError
from loaders.sheets import RawTable

_FEWEST_CELLS = 3
Row = tuple[int, tuple[str, ...], DayRead]


class CountedRows:
    """The rows of a file of which only counts by month are kept.

    Attributes:
        read: how many rows stood below the headings so far.
        left_out: rows that could not be counted.
    """

    def __init__(self, today: date) -> None:
        self.read = 0
        self.left_out = LeftOut()
        self._days = MonthsOfDays(today)
        self._unsure = 0
        self._first_unsure = (0, "")

    def walk(self, table: RawTable, found: FoundColumns, sheet: str = "") -> Iterator[Row]:
        """Each row that has a month: its number, its cells, its day.

        Args:
            table: the worksheet or text file.
            found: its columns; the day stands in ``date``.
            sheet: its name, if rows of several worksheets are counted.

        Raises:
            RefusedFileError: a stray quotation mark made one cell of many rows.
        """
        header, width, date_at = found.row.number, found.width, found.places["date"]
        read_day, is_text = self._days.read, table.separator is not None
        for number, cells in table.read():
            if number <= header:
                continue
            self.read += 1
            if len(cells) != width and (len(cells) < width or any(cells[width:])):
                self.left_out.add("more or fewer cells than headings", number, sheet)
                continue
            if is_text and "\n" in "".join(cells):
                self._refuse_swallowed(number, cells, found, table.separator or "")
            day = read_day(cells[date_at])
            if day.month is None:
                self.left_out.add(day.problem, number, sheet)
                continue
            if day.unsure:
                self._first_unsure = self._first_unsure if self._unsure else (number, sheet)
                self._unsure += 1
            yield number, cells, day

    def settle_unsure(self, heading: str) -> bool:
        """Whether days that could be read either way count, now that every row was read.

        Raises:
            RefusedFileError: every day that tells has the month before the day.
        """
        order = self._days.order
        if order is MonthFirst.ALL:
            raise RefusedFileError(
                f"The dates in the column {heading} have the month before the day (as in 07/22/2025). "
                "Write the day first, or write them as 2025-07-22."
            )
        if order is MonthFirst.SOME and self._unsure:
            self.left_out.add(MONTH_FIRST, *self._first_unsure, rows=self._unsure)
        return order is MonthFirst.NO

    def _refuse_swallowed(self, number: int, cells: tuple[str, ...], found: FoundColumns, mark: str) -> None:
        """Refuse if a cell of several lines holds rows of the file: they would be missing from the counts."""
        for place, text in enumerate(cells):
            lines = text.split("\n")[1:]
            if any(self._looks_like_row(line, place, found, mark) for line in lines):
                raise RefusedFileError(
                    f"In row {number} one cell holds other rows of the file: a quotation mark was opened and "
                    'closed rows later. Look for a stray " there, and load the file again.'
                )

    def _looks_like_row(self, line: str, place: int, found: FoundColumns, mark: str) -> bool:
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=mark), [])]
        if len(cells) not in (found.width, place + 1) or sum(map(bool, cells)) < _FEWEST_CELLS:
            return False
        date_at = found.places["date"]
        return date_at >= len(cells) or self._days.read(cells[date_at]).month is not None
