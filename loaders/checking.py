"""Every row of a table checked: records that can be stored, and problems of rows that are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from data_model.rows import CellProblem, ReadingContext, describe_errors
from data_model.rows.dates import MonthFirst, judge_order
from loaders.cells import LONGEST_CELL, has_unwanted_characters, show_value
from loaders.headers import Header
from loaders.kind import Key, Kind, Record, RowRefusedError
from loaders.matching import AREA_COLUMNS, Known
from loaders.personal_data import NOT_SHOWN, find_personal_data
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
        repeated: rows that say again what another row of the file says.
        problems: why rows were set aside, in the order of the file once `finish` was called.
    """

    records: dict[int, Record] = field(default_factory=dict)
    repeated: int = 0
    problems: list[Problem] = field(default_factory=list)

    def set_aside(self, row: int, found: Iterable[CellProblem]) -> None:
        """Note why a row is set aside. No value that looks like personal data is kept."""
        self.records.pop(row, None)
        self.problems += [Problem(row, p.column, show_value(p.value), p.problem, p.cure) for p in found]

    @property
    def rows_aside(self) -> int:
        """How many rows were set aside."""
        return len({problem.row for problem in self.problems})


def check_rows(table: FileTable, known: Known, today: date, as_at: date | None) -> CheckedRows:
    """Check all rows of a table: cells, schema, areas, and each row against the others.

    Args:
        table: the table of the file.
        known: what rows are matched with.
        today: nothing that has happened may be later.
        as_at: fills an empty ``as_at`` where the kind has one.

    Raises:
        RefusedFileError: most rows do not fit the header, or a column of dates is month first.
    """
    _refuse_ragged(table)
    context = ReadingContext(today=today, month_first=_month_first_columns(table))
    checked = CheckedRows()
    for row in table.rows:
        try:
            cells = _cells_of(row, table, context)
            if as_at and "as_at" in table.header.kind.row.model_fields:
                cells.setdefault("as_at", as_at.isoformat())
            checked.records[row.number] = _build_record(cells, table.header.kind, known, context)
        except RowRefusedError as refused:
            checked.set_aside(row.number, refused.problems)
    _settle_same_keys(checked, table.header.kind)
    for number, problems in table.header.kind.check_together(checked.records, known).items():
        checked.set_aside(number, problems)
    checked.problems.sort(key=lambda problem: problem.row)
    return checked


def _cells_of(row: TextRow, table: FileTable, context: ReadingContext) -> dict[str, str]:
    """The filled cells of a row by column, once nothing about them as text is wrong."""
    problems = list(_check_shape(row, table, context))
    if problems:
        raise RowRefusedError(problems)
    cells = {column: text for column, place in table.header.places.items() if (text := row.cells[place])}
    problems = list(_check_cells(cells, table.header.kind))
    if problems:
        raise RowRefusedError(problems)
    return cells


def _build_record(cells: dict[str, str], kind: Kind, known: Known, context: ReadingContext) -> Record:
    try:
        checked = kind.row.model_validate(cells, context=context)
    except ValidationError as error:
        raise RowRefusedError(describe_errors(error, cells)) from None
    return kind.build_record(checked, known)


def _check_shape(row: TextRow, table: FileTable, context: ReadingContext) -> Iterator[CellProblem]:
    header, separator = table.header, table.separator
    if _is_ragged(row, header):
        yield CellProblem(
            None,
            "",
            f"The row has {len(row.cells)} cells, but the header has {header.width}.",
            "Look for a missing or extra separator, or for one in a text without quotation marks.",
        )
    elif all(row.cells[place] == header.row.cells[place] for place in header.places.values()):
        yield CellProblem(None, "", "The headings are repeated here.", "Delete this row.")
    elif separator and holds_other_rows(row, header, separator, context):
        yield CellProblem(
            None,
            "",
            "One cell holds other rows of the file: a quotation mark was opened and closed rows later.",
            'Look for a stray " in this row, and load the file again. The rows inside were not read.',
        )
    else:
        named = [row.cells[place] for column, place in header.places.items() if column in AREA_COLUMNS]
        total = next(filter(_TOTALS.fullmatch, [next(filter(None, row.cells)), *named]), None)
        if total:
            yield CellProblem(None, total, "This looks like a row of totals.", "Delete this row.")


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


def _is_ragged(row: TextRow, header: Header) -> bool:
    return len(row.cells) < header.width or any(row.cells[header.width :])


def _refuse_ragged(table: FileTable) -> None:
    ragged = [row.number for row in table.rows if _is_ragged(row, table.header)]
    if len(ragged) * 2 > len(table.rows):
        raise RefusedFileError(
            f"{len(ragged):,} of {len(table.rows):,} rows do not have the {table.header.width} cells of the "
            f"header (row {ragged[0]} is the first). Export the file again.",
            table.header.kind.name,
        )


def _month_first_columns(table: FileTable) -> frozenset[str]:
    found = set()
    for column in table.header.kind.row.date_columns:
        place = table.header.places.get(column)
        if place is None:
            continue
        order = judge_order({row.cells[place] for row in table.rows if place < len(row.cells)})
        if order == MonthFirst.ALL:
            raise RefusedFileError(
                f"The dates in the column {column} have the month before the day (as in 07/22/2025). "
                "Write the day first, or write them as 2025-07-22.",
                table.header.kind.name,
            )
        if order == MonthFirst.SOME:
            found.add(column)
    return frozenset(found)


def _settle_same_keys(checked: CheckedRows, kind: Kind) -> None:
    rows_of: dict[Key, list[int]] = {}
    for number, record in checked.records.items():
        rows_of.setdefault(kind.key_of(record), []).append(number)
    for rows in rows_of.values():
        if len(rows) > 1:
            _settle(checked, kind, rows)


def _settle(checked: CheckedRows, kind: Kind, rows: list[int]) -> None:
    """Keep the newest version; collapse exact repeats; set every version aside that contradicts itself."""
    versions: dict[tuple[int, ...], list[int]] = {}
    for number in rows:
        versions.setdefault(kind.version_of(checked.records[number]), []).append(number)
    kept = False
    for version in sorted(versions, reverse=True):
        same = versions[version]
        if any(checked.records[number] != checked.records[same[0]] for number in same):
            for number in same:
                others = ", ".join(str(other) for other in same if other != number)
                checked.set_aside(number, [_conflict(others, kind)])
            continue
        for number in same[1 if not kept else 0 :]:
            del checked.records[number]
            checked.repeated += 1
        kept = True


def _conflict(others: str, kind: Kind) -> CellProblem:
    columns = ", ".join(name.removesuffix("_id") for name in kind.key)
    return CellProblem(
        None,
        "",
        f"Conflict with row {others}: the same {columns}, but other content.",
        "Keep the row that is right and delete the other.",
    )
