import io

import pytest
import xlsxwriter

from loaders import tables
from loaders.report import RefusedFileError


def read_table(data: bytes, name: str, kind: str | None = None):
    return tables.read_table(io.BytesIO(data), tables.Hints(name, kind))


STAFF = """
month   | directorate | team | answers | positive
2025-03 | NMH         |      | 10      | 7
"""


def workbook(*sheets: str) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for drawn in sheets:
            sheet = book.add_worksheet()
            for at, line in enumerate(drawn.strip().splitlines()):
                sheet.write_row(at, 0, [cell.strip() for cell in line.split("|")])
    return stream.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separators_and_encodings(as_csv, separator, encoding):
    table = read_table(as_csv(STAFF, separator, encoding), "staff.csv")
    assert (table.header.kind.name, table.separator) == ("staff_survey", separator)
    assert next(table.rows).cells == ("2025-03", "NMH", "", "10", "7")


@pytest.mark.parametrize("ends", [b"\r\n", b"\r", b"\n"])
def test_line_ends_of_every_system(as_csv, ends):
    table = read_table(as_csv(STAFF).replace(b"\n", ends), "staff.csv")
    assert len(list(table.rows)) == 1


def test_a_title_with_commas_does_not_mislead_about_the_separator(as_csv):
    data = b"Survey, all of it, by team, by month, and so on\n" + as_csv(STAFF, ";")
    assert read_table(data, "staff.csv").separator == ";"


def test_the_first_sheet_with_a_known_header_is_read_and_said():
    table = read_table(workbook("Notes\nRead me", STAFF, STAFF), "staff.xlsx")
    assert next(table.rows).cells[3] == "10"
    assert 'Only the worksheet "Sheet2" was read.' in table.notes
    assert table.separator is None


def test_other_sheets_with_the_same_headings_and_rows_are_named():
    form, other = STAFF.strip().splitlines()[0], STAFF.replace("team", "borough")
    table = read_table(workbook(STAFF, STAFF, form, other, STAFF), "staff.xlsx")
    [note] = [note for note in table.notes if "same headings" in note]
    assert note.startswith('Not read, though they have the same headings: "Sheet2", "Sheet5".')
    assert not any("same headings" in note for note in read_table(workbook(STAFF, form), "staff.xlsx").notes)


def test_a_workbook_without_a_known_header():
    with pytest.raises(RefusedFileError, match="looks most like staff_survey"):
        read_table(workbook(STAFF.replace("positive", "happy")), "staff.xlsx")


def test_an_empty_workbook():
    with pytest.raises(RefusedFileError, match="headings that are known"):
        read_table(workbook(""), "staff.xlsx")


def test_names_that_mislead_are_refused_with_advice(as_csv):
    with pytest.raises(RefusedFileError, match=r"ends in \.xlsx"):
        read_table(workbook(STAFF), "staff.csv")
    with pytest.raises(RefusedFileError, match="not an Excel workbook"):
        read_table(as_csv(STAFF), "staff.xlsx")


def test_headings_without_rows(as_csv):
    with pytest.raises(RefusedFileError, match="no rows below"):
        read_table(as_csv(STAFF.strip().splitlines()[0]), "staff.csv")


def test_a_kind_that_is_not_there():
    with pytest.raises(RefusedFileError, match="no kind"):
        read_table(b"a,b\n", "x.csv", "surprise")


def test_a_given_kind_must_fit(as_csv):
    with pytest.raises(RefusedFileError, match="looks most like fft") as refused:
        read_table(as_csv(STAFF), "staff.csv", "fft")
    assert refused.value.kind == "fft"
