"""The NHS Staff Survey's benchmark workbook: a sheet a benchmark group, a column a variable and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.cells import show_value
from loaders.layouts.layout import Asked, Layout, Rewritten
from loaders.layouts.left_out import LeftOut
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_ID, _NAME, _TYPE = "org_id", "org_name", "org_type_reporting_name"
_ENGAGEMENT = re.compile(r"theme_engagement_20[0-9]{2}", re.IGNORECASE)
_VARIABLE = re.compile(
    r"(theme_[a-z_]+?|pp[1-9](?:_[1-9])?|response_rate)(_n)?_(20[0-9]{2})", re.IGNORECASE | re.ASCII
)
_SIGNIFICANCE = re.compile(r"_sig(?:_|$)", re.IGNORECASE)
# What a sheet and a row count for in the number of a figure.
_SHEET, _ROW = 10_000_000, 10_000
_COLUMNS = ("org_id", "org_name", "benchmark_group", "variable", "year", "value", "answers")


@dataclass
class _Columns:
    """Where columns stand: values and numbers of answers by (variable, year)."""

    row: int
    named: dict[str, int]
    values: dict[tuple[str, str], int]
    answers: dict[tuple[str, str], int]
    left_out: int = 0


class StaffSurveyBenchmarks(Layout):
    """The benchmark workbook, or one of its sheets as CSV."""

    name = "nhs_staff_survey_benchmarks"
    title = "NHS Staff Survey benchmark workbook"
    kind = "nhs_staff_survey"

    def fits(self, table: RawTable) -> bool:
        """Whether a row has ``org_id`` and the engagement theme of a year."""
        return _find_header(table) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """One row a figure, numbered so that its group, row and column can be read from the number.

        Raises:
            RefusedFileError: a heading is missing or doubled, or the organisations have no benchmark group.
        """
        found = [(table, _place(table, row)) for table in tables if (row := _find_header(table))]
        sheets = [show_value(table.name) for table, _ in found if table.name]
        left_out = sum(columns.left_out for _, columns in found)
        notes = [f"Benchmark groups: {'; '.join(sheets)}."] if sheets else []
        notes.append(
            "Kept: themes, People Promise elements and response rates. Left out: "
            f"{left_out:,} other columns (questions and signs of significance)."
        )
        notes.append(
            "Figures are numbered by group, row and column: 20170045 is the second group, row 17, column 45."
        )
        return Rewritten(_COLUMNS, _figures(found, notes), notes)


def _figures(found: Sequence[tuple[RawTable, _Columns]], notes: list[str]) -> Iterator[TextRow]:
    organisations, gaps, left_out = 0, 0, LeftOut()
    for sheet, (table, columns) in enumerate(found, 1):
        for row in table.read():
            if row.number <= columns.row:
                continue
            cells = {name: _cell(row, place) for name, place in columns.named.items()}
            if not cells[_ID]:
                left_out.add("no org_id", row.number, table.name)
                continue
            organisations += 1
            group = table.name or cells.get(_TYPE, "")
            for (variable, year), place in columns.values.items():
                value = _cell(row, place)
                if not value:
                    gaps += 1
                    continue
                answers = _cell(row, columns.answers.get((variable, year)))
                number = _number_figure(sheet, row.number, place + 1)
                yield TextRow(number, (cells[_ID], cells[_NAME], group, variable, year, value, answers))
    notes += left_out.describe()
    notes.append(f"Organisations: {organisations:,}. The rows that are counted here are their figures.")
    if gaps == 1:
        notes.append("One figure is empty in the file: it stays a gap.")
    elif gaps:
        notes.append(f"{gaps:,} figures are empty in the file: they stay gaps.")


def _number_figure(sheet: int, row: int, column: int) -> int:
    """A number of its own for each figure: rows that shared one would take each other's place."""
    if row >= _SHEET // _ROW or column >= _ROW:
        raise RefusedFileError(
            "A sheet has more rows or columns than a benchmark workbook has. Load the workbook as published.",
            StaffSurveyBenchmarks.kind,
        )
    return sheet * _SHEET + row * _ROW + column


def _cell(row: TextRow, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _find_header(table: RawTable) -> TextRow | None:
    for row in table.first:
        keys = [cell.lower() for cell in row.cells]
        if _ID in keys and any(map(_ENGAGEMENT.fullmatch, keys)):
            return row
    return None


def _place(table: RawTable, row: TextRow) -> _Columns:
    columns = _Columns(row.number, {}, {}, {})
    for place, key in enumerate(map(str.lower, row.cells)):
        if key in (_ID, _NAME, _TYPE):
            _put(columns.named, key, place, key)
        elif _SIGNIFICANCE.search(key) or not (match := _VARIABLE.fullmatch(key)):
            columns.left_out += bool(key)
        else:
            holds = columns.answers if match[2] else columns.values
            _put(holds, (match[1], match[3]), place, key)
    group = table.name or columns.named.get(_TYPE)
    if _NAME not in columns.named or group is None:
        raise RefusedFileError(
            f"Row {row.number} has headings of the NHS Staff Survey, but {_NAME} or {_TYPE} is missing. "
            "Load the workbook as it was published.",
            StaffSurveyBenchmarks.kind,
        )
    return columns


def _put(places: dict, key: object, place: int, heading: str) -> None:
    if key in places:
        raise RefusedFileError(
            f'The heading "{show_value(heading)}" stands more than once. Download the workbook again.',
            StaffSurveyBenchmarks.kind,
        )
    places[key] = place
