"""Broken files of every sort: each is refused or loaded with rows set aside, and nothing else happens."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

import loaders
from data_model import Load
from data_model.store import reading
from data_model.terms import LoadStatus
from loaders.exports import write_rows
from loaders.kinds import KINDS

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELLS = st.one_of(
    st.sampled_from([
        "", "*", "-", "0", "12", "1_0", "NaN", "inf", "2025-03", "07/22/2025", "45748", "Big I", "None",
        "NMH", "Newham", "=1+1", "\x00", "\u202e", "x" * 10_001, "NHS no 999 123 4560", "total", '"', "1e400",
        "9" * 30, "-5", "2025-02-30", "T-NSO", "big_i_new", "active", "Q1 2025/26", "trust", "١",
    ]),
    st.text(max_size=12),
)  # fmt: skip


@pytest.fixture(scope="module")
def any_store(stores):
    with stores.opened("sqlite", "with_areas") as engine:
        yield engine


def count_loads(engine) -> int:
    with reading(engine) as session:
        return session.scalar(select(func.count()).select_from(Load))


def check(engine, data: bytes, name: str):
    """Load a file; whatever it was, the report adds up and nothing of a refused file is stored."""
    loads = count_loads(engine)
    report = loaders.load_file(engine, data, name)
    assert not report.is_fault, report.message
    rows = report.rows
    assert rows.read == rows.added + rows.changed + rows.unchanged + rows.quarantined
    assert {p.row for p in report.problems} == set() or rows.quarantined
    assert all(len(p.value) <= 80 and "\x1b" not in p.value for p in report.problems)
    assert count_loads(engine) - loads == (report.status == LoadStatus.LOADED)
    return report


@given(data=st.binary(max_size=400), name=st.sampled_from(["a.csv", "a.xlsx", "a"]))
@QUICK
def test_random_bytes(any_store, data, name):
    assert check(any_store, data, name).status == LoadStatus.REFUSED


@given(data=st.data(), kind=st.sampled_from(list(KINDS)), ending=st.sampled_from([".csv", ".xlsx"]))
@QUICK
def test_random_cells_under_the_right_headings(any_store, data, kind, ending):
    columns = KINDS[kind].row.columns()
    row = st.fixed_dictionaries(dict.fromkeys(columns, CELLS))
    rows = data.draw(st.lists(row, min_size=1, max_size=5))
    check(any_store, write_rows(columns, rows, ending), f"file{ending}")


@given(data=st.data())
@QUICK
def test_a_good_file_with_bytes_cut_swapped_or_put_in(any_store, data, areas_file):
    at = data.draw(st.integers(0, len(areas_file)))
    cut = data.draw(st.integers(0, 30))
    put = data.draw(
        st.one_of(st.binary(max_size=5), st.sampled_from([b'"', b",", b"\n", b"\x00", b";", b"\xff\xfe"]))
    )
    check(any_store, areas_file[:at] + put + areas_file[at + cut :], "areas.csv")


@given(data=st.data())
@QUICK
def test_a_workbook_with_bytes_changed(any_store, data):
    good = write_rows(["measure", "area", "from_date", "value", "agreed_by"], [
        {"measure": "big_i_new", "area": "NMH", "from_date": "2025-04-01", "value": 0.7, "agreed_by": "Board"}
    ], ".xlsx")  # fmt: skip
    at = data.draw(st.integers(0, len(good) - 1))
    put = data.draw(st.binary(min_size=1, max_size=4))
    check(any_store, good[:at] + put + good[at + len(put) :], "targets.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_stores_the_same(sqlite_engine, encoding, separator, as_csv):
    data = as_csv(
        "area_code|area_name|area_type|aliases\nS|Forensics – sécurité|directorate|A;B", separator, encoding
    )
    assert check(sqlite_engine, data, "areas.csv").rows.added == 1
    with reading(sqlite_engine) as session:
        [area] = loaders.query_export(session, "areas")
    assert (area["area_name"], area["aliases"]) == ("Forensics – sécurité", "A;B")


STAFF = "month,directorate,team,answers,positive\n2025-03,NMH,,20,10\n"
SHEET = "xl/worksheets/sheet1.xml"


def archive(*, password: bool = False, **parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    data = bytearray(stream.getvalue())
    if password:
        for at in (6, data.index(b"PK\x01\x02") + 8):  # the flag of the one part, in both its headers
            data[at] |= 1
    return bytes(data)


def workbook(sheet: bytes) -> bytes:
    return archive(**{"xl/workbook.xml": b"<workbook/>", SHEET: sheet})


def good_workbook() -> bytes:
    return write_rows(KINDS["staff_survey"].row.columns(), [
        {"month": "2025-03", "directorate": "NMH", "team": "", "answers": 20, "positive": 10}
    ], ".xlsx")  # fmt: skip


ENTITIES = (
    b'<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
)
MANY_HEADINGS = ",".join(map("c{}".format, range(10_000))).encode() + b","
WRONG_FILES = {
    "a web page": (b"\n<!DOCTYPE html><html><body>Sign in</body></html>", "a.csv", "web page"),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "a.csv", "PDF"),
    "JSON": (b'[{"month": "2025-03"}]', "a.csv", "JSON"),
    "XML": (b"<?xml version='1.0'?><rows/>", "a.csv", "XML"),
    "a compressed file": (b"\x1f\x8b\x08\x00rest", "a.csv", "gzip"),
    "a picture": (b"\x89PNG\r\n\x1a\nrest", "a.csv", "picture"),
    "a database": (b"SQLite format 3\x00rest", "a.csv", "database"),
    "an old or encrypted workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "password"),
    "a binary workbook": (archive(**{"xl/workbook.bin": b"x"}), "a.xlsb", "xlsb"),
    "an OpenDocument file": (archive(**{"content.xml": b"<x/>"}), "a.xlsx", "OpenDocument"),
    "a password": (archive(password=True, **{"xl/workbook.xml": b"x"}), "a.xlsx", "password"),
    "an archive of tables": (archive(**{"a.csv": STAFF.encode()}), "a.xlsx", "one by one"),
    "a workbook named .csv": (good_workbook(), "a.csv", "ends in .xlsx"),
    "text named .xlsx": (STAFF.encode(), "a.xlsx", "rename it to .csv"),
    "a bomb": (lambda: workbook(b"<c/>" * 27_000_000), "a.xlsx", "100 MB"),
    "too many parts": (archive(**{f"part{n}": b"" for n in range(2001)}), "a.xlsx", "too many parts"),
    "a bomb of entities": (workbook(ENTITIES), "a.xlsx", "DTD"),
    "an outside entity": (workbook(b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>'), "a.xlsx", "DTD"),
    "a stray far cell": (workbook(b'<c r="A1"/><c r="XFD1048576"/>'), "a.xlsx", "far outside"),
    "UTF-32": (STAFF.encode("utf-32"), "a.csv", "UTF-32"),
    "UTF-16 without a mark": (STAFF.encode("utf-16-le"), "a.csv", "NUL"),
    "UTF-16 cut off": (STAFF.encode("utf-16")[:-1], "a.csv", "cut off"),
    "two encodings": (STAFF.encode() + "Café".encode() + "Café".encode("cp1252"), "a.csv", "two encodings"),
    "NUL": (STAFF.encode() + b"2025-04,NMH,\x00,1,1\n", "a.csv", "NUL"),
    "nothing": (b" \r\n\t\n", "a.csv", "empty"),
    "an open quotation mark": (STAFF.encode() + b'2025-04,"NMH,,1,1\n', "a.csv", "quotation marks"),
    "too many columns": (MANY_HEADINGS + STAFF.encode(), "a.csv", "1,000 columns"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG_FILES)
def test_a_file_that_is_no_table_is_refused_in_words_and_stores_nothing(any_store, what):
    data, name, word = WRONG_FILES[what]
    report = check(any_store, data() if callable(data) else data, name)
    assert report.status == LoadStatus.REFUSED
    assert word in report.message
    assert report.message.endswith("Nothing was stored.")
    assert report.rows.read == 0


@pytest.mark.parametrize(
    "path", ["../../../tmp/evil.csv", "/etc/cron.d/evil.csv", "C:\\evil\\evil.csv", "\x1b[2J.csv"]
)
def test_a_name_is_no_path(any_store, path):
    report = check(any_store, STAFF.encode(), path)
    assert report.file in ("evil.csv", "\\x1b[2J.csv")
    assert report.rows.read == 1


def test_values_are_bound_and_never_part_of_a_statement(sqlite_engine, as_csv):
    name = "x'); DROP TABLE load; --"
    assert (
        check(sqlite_engine, as_csv(f"area_code|area_name|area_type\nX|{name}|trust"), "a.csv").rows.added
        == 1
    )
    with reading(sqlite_engine) as session:
        assert [area["area_name"] for area in loaders.query_export(session, "areas")] == [name]
