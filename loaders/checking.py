"""Every row of a table checked: records that can be stored, and problems of rows that are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from data_model.rows import CellProblem, ReadingContext, describe_errors
from data_model.rows.dates import MonthFirst, judge_order
from loaders.cells import LONGEST_CELL, has_unwanted_characters, show_value
from loaders.headers import Header, blank_heading
from loaders.kind import Kind, Record, RowRefusedError
from loaders.matching import AREA_COLUMNS, Known
from loaders.personal_data import NOT_SHOWN, find_personal_data
from loaders.repeats import Entry, Repeats, find_repeats
from loaders.report import Problem, RefusedFileError
from loaders.sheets import TextRow
from loaders.swallowed_rows import holds_other_rows
from loaders.tables import FileTable

_TOTALS = re.compile(r"(?:grand |sub[ -]?|overall )?totals?(?:[ :].*)?", re.IGNORECASE)


@dataclass
class CheckedRows:
    """What became of the rows of one file.

    Attributes:
        records: what the store would hold, by row number, one for each key.
        read: how many rows were not blank.
        repeated: rows that say again what another row of the file says.
        problems: why rows were set aside, in the order of the file.
        lacking_as_at: how many rows did not say of which day they are.
    """

    records: dict[int, Record] = field(default_factory=dict)
    read: int = 0
    repeated: int = 0
    problems: list[Problem] = field(default_factory=list)
    lacking_as_at: int = 0

    @property
    def rows_aside(self) -> int:
        """How many rows were set aside."""
        return len({problem.row for problem in self.problems})


class RowChecker:
    """Checks one row after the other, each for itself.

    Attributes:
        lacking_as_at: how many rows did not say of which day they are.
    """

    def __init__(
        self,
        table: FileTable,
        known: Known,
        today: date,
        as_at: date | None = None,
        month_first: frozenset[str] = frozenset(),
    ) -> None:
        self.table, self.known = table, known
        self.context = ReadingContext(today=today, month_first=month_first)
        self.lacking_as_at, self._as_at = 0, (as_at or today).isoformat()
        self._keeps_as_at = "as_at" in table.header.kind.row.model_fields
        # A set: a file whose rows share keys is walked through several times.
        self._ragged: set[int] = set()

    def check(self, row: TextRow) -> Record:
        """The record of a row.

        Raises:
            RowRefusedError: the row is set aside.
            RefusedFileError: the file is, for content under a blank heading.
        """
        header = self.table.header
        problems = list(self._check_shape(row))
        if problems:
            raise RowRefusedError(problems)
        cells = {column: text for column, place in header.places.items() if (text := row.cells[place])}
        problems = list(_check_cells(cells, header.kind))
        if problems:
            raise RowRefusedError(problems)
        if self._keeps_as_at and "as_at" not in cells:
            self.lacking_as_at += 1
            cells["as_at"] = self._as_at
        return self._build_record(cells)

    def find_problems(self, row: TextRow, error: RowRefusedError) -> list[Problem]:
        """Why a row is set aside, for people. No value that looks like personal data is kept."""
        return [shown_problem(row.number, problem) for problem in error.problems]

    def refuse_ragged(self, read: int) -> None:
        """Refuse a file of which most rows do not fit the header, once ``read`` rows were checked."""
        if len(self._ragged) * 2 > read:
            header = self.table.header
            raise RefusedFileError(
                f"{len(self._ragged):,} of {read:,} rows do not have the {header.width} cells of the "
                f"header (row {min(self._ragged)} is the first). Export the file again.",
                header.kind.name,
            )

    def _build_record(self, cells: dict[str, str]) -> Record:
        kind = self.table.header.kind
        try:
            checked = kind.row.model_validate(cells, context=self.context)
        except ValidationError as error:
            raise RowRefusedError(describe_errors(error, cells)) from None
        return kind.build_record(checked, self.known)

    def _check_shape(self, row: TextRow) -> Iterator[CellProblem]:
        header, separator = self.table.header, self.table.separator
        if is_ragged(row.cells, header):
            self._ragged.add(row.number)
            _refuse_blank_heading(row, header)
            yield CellProblem(
                None,
                "",
                f"The row has {len(row.cells)} cells, but the header has {header.width}.",
                "Look for a missing or extra separator, or for one in a text without quotation marks.",
            )
        elif all(row.cells[place] == header.row.cells[place] for place in header.places.values()):
            yield CellProblem(None, "", "The headings are repeated here.", "Delete this row.")
        elif separator and holds_other_rows(row, header, separator, self.context):
            yield CellProblem(
                None,
                "",
                "One cell holds other rows of the file: a quotation mark was opened and closed rows later.",
                'Look for a stray " in this row, and load the file again. The rows inside were not read.',
            )
        else:
            named = [row.cells[place] for column, place in header.places.items() if column in AREA_COLUMNS]
            total = next(filter(is_total, [next(filter(None, row.cells)), *named]), None)
            if total:
                yield CellProblem(None, total, "This looks like a row of totals.", "Delete this row.")


def check_rows(table: FileTable, known: Known, today: date, as_at: date | None = None) -> CheckedRows:
    """Check all rows of a table: cells, schema, areas, and each row against the others.

    Args:
        table: the table of the file.
        known: what rows are matched with.
        today: nothing that has happened may be later.
        as_at: fills an empty ``as_at`` where the kind has one.

    Raises:
        RefusedFileError: most rows do not fit the header, or a column of dates is month first.
    """
    rows = list(table.rows)
    checker = RowChecker(table, known, today, as_at, _month_first_columns(table.header, rows))
    checked = CheckedRows(read=len(rows))
    for row in rows:
        try:
            checked.records[row.number] = checker.check(row)
        except RowRefusedError as refused:
            checked.problems += checker.find_problems(row, refused)
    checker.refuse_ragged(len(rows))
    checked.lacking_as_at = checker.lacking_as_at
    kind = table.header.kind
    _settle(checked, kind, find_repeats(Entry.of(n, n, r, kind) for n, r in checked.records.items()))
    for number, problems in kind.check_together(checked.records, known).items():
        checked.records.pop(number)
        checked.problems += [shown_problem(number, problem) for problem in problems]
    checked.problems.sort(key=lambda problem: problem.row)
    return checked


def shown_problem(row: int, found: CellProblem) -> Problem:
    """A problem as it may be shown and kept."""
    return Problem(row, found.column, show_value(found.value), found.problem, found.cure)


def is_total(text: str) -> bool:
    """Whether a cell says that its row holds totals."""
    return bool(_TOTALS.fullmatch(text))


def is_ragged(cells: Sequence[str], header: Header) -> bool:
    """Whether a row has too few cells, or content beyond the last heading."""
    return len(cells) < header.width or any(cells[header.width :])


def judge_columns(kind: Kind, texts: dict[str, set[str]]) -> frozenset[str]:
    """The columns that hold a day which can only be month first, so that others there could be either.

    Args:
        kind: what kind of file it is.
        texts: everything that stands in each column of dates.

    Raises:
        RefusedFileError: every day of a column that tells is month first.
    """
    orders = {column: judge_order(found) for column, found in texts.items()}
    for column, order in orders.items():
        if order == MonthFirst.ALL:
            raise RefusedFileError(
                f"The dates in the column {column} have the month before the day (as in 07/22/2025). "
                "Write the day first, or write them as 2025-07-22.",
                kind.name,
            )
    return frozenset(column for column, order in orders.items() if order == MonthFirst.SOME)


def describe_conflict(others: Iterable[int], kind: Kind) -> CellProblem:
    """Why a row is set aside that contradicts other rows of its file."""
    columns = ", ".join(name.removesuffix("_id") for name in kind.key)
    return CellProblem(
        None,
        "",
        f"Conflict with row {', '.join(map(str, others))}: the same {columns}, but other content.",
        "Keep the row that is right and delete the other.",
    )


def _settle(checked: CheckedRows, kind: Kind, repeats: Repeats) -> None:
    for number in repeats.dropped:
        del checked.records[number]
    checked.repeated = len(repeats.dropped)
    for number, others in repeats.conflicts.items():
        del checked.records[number]
        checked.problems.append(shown_problem(number, describe_conflict(others, kind)))


def _month_first_columns(header: Header, rows: Iterable[TextRow]) -> frozenset[str]:
    places = {
        column: header.places[column] for column in header.kind.row.date_columns if column in header.places
    }
    texts: dict[str, set[str]] = {column: set() for column in places}
    for row in rows:
        for column, place in places.items():
            if place < len(row.cells):
                texts[column].add(row.cells[place])
    return judge_columns(header.kind, texts)


def _refuse_blank_heading(row: TextRow, header: Header) -> None:
    named = len(header.row.cells)
    blank = [place for place, text in enumerate(row.cells[:named], 1) if text and place > header.width]
    if blank:
        raise blank_heading(blank, header.row, header.kind)


def _check_cells(cells: dict[str, str], kind: Kind) -> Iterator[CellProblem]:
    for column, text in cells.items():
        if len(text) > LONGEST_CELL:
            yield CellProblem(
                column, text, f"The cell holds {len(text):,} characters.", f"Shorten it to {LONGEST_CELL:,}."
            )
        elif has_unwanted_characters(text):
            yield CellProblem(
                column,
                text,
                "The cell holds characters that cannot be seen or are damaged.",
                "Type it again.",
            )
        elif column in kind.row.free_text and (found := find_personal_data(text)):
            yield CellProblem(
                column,
                NOT_SHOWN,
                f"This looks like {found}.",
                "Take out everything that could name a person.",
            )
