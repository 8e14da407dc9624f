import io
import zipfile
import zlib

import pytest
import python_calamine
from public_files import as_workbook

from loaders.archives import MOST_ENTRIES, check_archive, holds_macros
from loaders.report import RefusedFileError
from loaders.workbooks import read_workbook

SHEET = "xl/worksheets/sheet1.xml"


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in {"xl/workbook.xml": b"<workbook/>", **parts}.items():
            made.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedFileError) as refused:
        check_archive(data)
    return str(refused.value)


def test_a_plain_workbook_passes():
    assert check_archive(archive(**{SHEET: b'<c r="B2"><v>1</v></c>'})) == 0


def test_a_bomb_is_refused_before_it_is_opened():
    assert "100 MB" in refusal(archive(**{SHEET: b" " * (101 * 1024 * 1024)}))


def test_a_stray_cell_in_the_last_corner_is_refused():
    assert "far outside" in refusal(archive(**{SHEET: b'<c r="A1"/><c s="1" r="XFD1048576"/>'}))


def test_a_long_narrow_table_is_not_stray():
    assert check_archive(archive(**{SHEET: b'<c r="T200000"><v>1</v></c>'})) == 0


@pytest.mark.parametrize("text", [b"<!DOCTYPE x [", b"<!ENTITY x 'y'>", b" " * 1048570 + b"<!DOCTYPE x>"])
def test_a_dtd_is_refused(text):
    assert "DTD" in refusal(archive(**{SHEET: text}))


def test_utf_16_parts_cannot_hide_a_dtd():
    assert "damaged" in refusal(archive(**{SHEET: "<!DOCTYPE x>".encode("utf-16")}))


@pytest.mark.parametrize(
    ("part", "word"),
    [("xl/workbook.bin", "xlsb"), ("content.xml", "OpenDocument")],
)
def test_other_workbooks_are_named(part, word):
    assert word in refusal(archive(**{part: b"x"}))


def test_a_zip_of_files_is_no_workbook():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("fft.csv", "month")
    assert "ZIP archive" in refusal(stream.getvalue())


def test_too_many_parts():
    assert "too many parts" in refusal(archive(**{f"xl/p{i}.xml": b"" for i in range(MOST_ENTRIES)}))


@pytest.mark.parametrize("cut", [5, 30, 100])
def test_a_damaged_archive_is_refused(cut):
    assert "damaged" in refusal(archive(**{SHEET: b"<c/>" * 50})[:-cut])


def test_a_part_larger_than_it_says_is_refused():
    data = archive(**{SHEET: b"x" * 1000})
    lied = data.replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lied != data
    assert "damaged" in refusal(lied)


def test_errors_and_formulas_without_results_are_counted():
    cells = b'<c r="A1" t="e"><v>#N/A</v></c><c r="A2"><f>1/0</f><v /></c><c r="A3"><f>1</f><v>1</v></c>'
    assert check_archive(archive(**{SHEET: cells})) == 2


GRID = {"Data": [["a", "b"], ["1", "2"]]}
MACROS = b"Sub Auto_Open() canary" * 20


def cells_of(data: bytes) -> list:
    return [(name, sheet.rows) for name, sheet in read_workbook(data)]


def test_a_workbook_with_macros_is_read_as_the_same_workbook_without():
    plain, with_macros = as_workbook(GRID), as_workbook(GRID, macros=MACROS)
    assert (holds_macros(plain), holds_macros(with_macros)) == (False, True)
    assert cells_of(with_macros) == cells_of(plain)
    assert "canary" not in str(list(read_workbook(with_macros)))


def test_the_reader_never_so_much_as_unpacks_the_macros():
    # The part is broken in the archive: whoever opened it would fail, as the check of the archive does.
    data = as_workbook(GRID, macros=MACROS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo("xl/vbaProject.bin")
    start = entry.header_offset + 30 + len(entry.filename)
    broken = data[:start] + bytes(entry.compress_size) + data[start + entry.compress_size :]
    with zipfile.ZipFile(io.BytesIO(broken)) as archive, pytest.raises(zlib.error):
        archive.read("xl/vbaProject.bin")
    sheet = python_calamine.load_workbook(io.BytesIO(broken)).get_sheet_by_name("Data")
    assert sheet.to_python() == GRID["Data"]
    assert "damaged" in refusal(broken)


def test_the_reader_has_no_way_to_macros_at_all():
    offered = {
        *dir(python_calamine),
        *dir(python_calamine.CalamineWorkbook),
        *dir(python_calamine.CalamineSheet),
    }
    assert not [name for name in offered if "vba" in name.lower() or "macro" in name.lower()]


def test_a_bomb_among_the_macros_is_refused_too():
    assert "100 MB" in refusal(archive(**{"xl/vbaProject.bin": b" " * (101 * 1024 * 1024)}))
