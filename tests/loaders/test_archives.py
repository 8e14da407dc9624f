import io
import zipfile

import pytest

from loaders.archives import MOST_ENTRIES, check_archive
from loaders.report import RefusedFileError

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
    [("xl/vbaProject.bin", "macros"), ("xl/workbook.bin", "xlsb"), ("content.xml", "OpenDocument")],
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
