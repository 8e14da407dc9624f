import io
from datetime import date

import pytest
import xlsxwriter

from loaders.report import RefusedFileError
from loaders.workbooks import read_workbook


@pytest.fixture
def workbook():
    """``workbook({sheet: rows}, hidden=[...])``: the bytes of a workbook with typed cells."""

    def make(sheets: dict[str, list[list]], hidden=()) -> bytes:
        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, {"default_date_format": "dd/mm/yyyy"}) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                if name in hidden:
                    sheet.hide()
                for at, row in enumerate(rows):
                    sheet.write_row(at, 0, row)
        return stream.getvalue()

    return make


def test_typed_cells_are_text_and_rows_keep_their_numbers(workbook):
    data = workbook({"Data": [[], ["month", "n"], [date(2025, 3, 31), 5.0], [], ["", " x "]]})
    [(name, sheet)] = read_workbook(data)
    assert name == "Data"
    assert [tuple(row) for row in sheet.rows] == [
        (2, ("month", "n")), (3, ("2025-03-31", "5")), (5, ("", "x")),
    ]  # fmt: skip


def test_hidden_sheets_are_not_read(workbook):
    data = workbook({"Front": [["a"]], "BS": [["b"]], "Data": [["c"]]}, hidden=["BS"])
    assert [name for name, _ in read_workbook(data)] == ["Front", "Data"]


def test_cells_with_errors_are_said(workbook):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write_formula("A1", "=NA()", None, "#N/A")
    [(_, sheet)] = read_workbook(stream.getvalue())
    assert "result: 1." in sheet.notes[0]


def test_a_workbook_whose_inside_is_nonsense_is_refused(workbook):
    data = workbook({"Data": [["a"]]})
    broken = data.replace(b"worksheets", b"worksheetz")
    with pytest.raises(RefusedFileError, match="damaged"):
        list(read_workbook(broken))


@pytest.mark.parametrize("since_1904", [False, True])
def test_a_day_is_the_same_day_in_both_calendars_of_excel(since_1904):
    stream = io.BytesIO()
    options = {"date_1904": since_1904, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(stream, options) as book:
        book.add_worksheet().write_row(0, 0, [date(2025, 3, 31), date(2024, 2, 29)])
    [(_, sheet)] = read_workbook(stream.getvalue())
    assert sheet.rows[0].cells == ("2025-03-31", "2024-02-29")
