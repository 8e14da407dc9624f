"""The rows that a load set aside as a workbook: corrected in place and loaded as it is, only they change."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from xlsxwriter.workbook import Format
from xlsxwriter.worksheet import Worksheet

from loaders.cells import guard_cell
from loaders.exports import open_workbook
from loaders.headers import WHY
from loaders.kinds import KINDS
from loaders.report import AsideRow, LoadReport, Problem

_LONGEST_WHY = 2000
_NARROWEST, _WIDEST, _WIDTH_OF_WHY = 10, 40, 90
_WRONG = "#FFE7C2"


def write_set_aside(report: LoadReport) -> bytes:
    """A workbook of the rows that were set aside: the template's columns, and why in the last one.

    The cells that have a problem are coloured. The column ``why`` is passed over when the workbook is
    loaded, so it need not be taken out.

    Args:
        report: of a load or preview that set rows aside.

    Raises:
        ValueError: no row was set aside.
    """
    if report.kind is None or not report.aside:
        raise ValueError("no row was set aside")
    columns = KINDS[report.kind].row.columns()
    problems: dict[int, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        problems[problem.row].append(problem)
    stream = io.BytesIO()
    with open_workbook(stream) as book:
        sheet = book.add_worksheet()
        bold, wrong = book.add_format({"bold": True}), book.add_format({"bg_color": _WRONG})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [*columns, WHY], bold)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _width(column, report.aside))
        sheet.set_column(len(columns), len(columns), _WIDTH_OF_WHY)
        for number, row in enumerate(report.aside, 1):
            cells = {column: guard_cell(row.cells.get(column, "")) for column in columns}
            _write_row(sheet, number, cells, {p.column for p in problems[row.row]}, wrong)
            sheet.write_string(number, len(columns), _describe_why(row, problems[row.row]), wrapped)
    return stream.getvalue()


def _write_row(
    sheet: Worksheet, number: int, cells: Mapping[str, str], named: Collection[str | None], wrong: Format
) -> None:
    for place, (column, text) in enumerate(cells.items()):
        form = wrong if column in named else None
        if text:
            sheet.write_string(number, place, text, form)
        elif form:
            # A blank text cannot be written, but a blank cell can be coloured.
            sheet.write_blank(number, place, None, form)


def _describe_why(row: AsideRow, problems: Sequence[Problem]) -> str:
    said = [f"{p.column}: {p.problem} {p.cure}" if p.column else f"{p.problem} {p.cure}" for p in problems]
    # Without the number of the row nobody finds it again in the file that it came from.
    return f"Row {row.row} of the file. {' '.join(said)}"[:_LONGEST_WHY]


def _width(column: str, rows: Sequence[AsideRow]) -> int:
    longest = max(len(row.cells.get(column, "")) for row in rows)
    return min(max(longest, len(column), _NARROWEST) + 2, _WIDEST)
