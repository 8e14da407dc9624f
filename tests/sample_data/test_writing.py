import zipfile

from openpyxl import load_workbook

from sample_data.writing import write_csv, write_workbook


def test_csv_has_a_header_lf_and_quotes_only_where_needed(tmp_path):
    write_csv(tmp_path / "a.csv", ("title", "count"), [("Tea, and talk", 3), ("Größe", "")])
    assert (tmp_path / "a.csv").read_bytes() == 'title,count\n"Tea, and talk",3\nGröße,\n'.encode()


def test_a_workbook_is_the_same_twice_plain_inside_and_readable(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, "pulse", ("month", "answers"), [("2025-04", 12)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    book = load_workbook(tmp_path / "a.xlsx")
    assert list(book["pulse"].values) == [("month", "answers"), ("2025-04", 12)]
    assert book.properties.created.year == 2026
    book.close()
