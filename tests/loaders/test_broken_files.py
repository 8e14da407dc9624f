"""Broken files of every sort: each is refused or loaded with rows set aside, and nothing else happens."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

import loaders
from data_model import Load
from data_model.store import connect, reading
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
def any_store(stores, areas_file):
    with stores.copy("sqlite") as url:
        engine = connect(url)
        loaders.load_file(engine, areas_file, "areas.csv")
        yield engine
        engine.dispose()


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
