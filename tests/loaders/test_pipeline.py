import pytest
from sqlalchemy import select

import loaders
from data_model import FFTCount, Load, MeasureValue, QuarantinedRow, RowChange
from data_model.store import query_store_version, reading

HEADER = "month | directorate | team | answers | positive\n"
ROWS = HEADER + "2025-03 | NMH | | 40 | 30\n2025-04 | NMH | | 42 | 31"


def test_a_load_is_logged_with_its_counts(load, store):
    report = load(ROWS + "\n2025-05 | Nowhere | | 1 | 1", name="staff.csv", loaded_by="analyst")
    assert report.as_json()["rows"] == {"read": 3, "added": 2, "changed": 0, "unchanged": 0, "quarantined": 1}
    with reading(store) as session:
        logged = session.get_one(Load, report.load_id)
        assert (logged.file_name, logged.kind, logged.loaded_by) == ("staff.csv", "staff_survey", "analyst")
        assert (logged.rows_read, logged.rows_added, logged.rows_quarantined) == (3, 2, 1)
        assert logged.message == report.message == "3 rows read: 2 added, 1 set aside."
        aside = session.scalars(select(QuarantinedRow)).one()
        assert (aside.row_number, aside.column_name, aside.value) == (4, "directorate", "Nowhere")


def test_the_same_file_again_writes_nothing(load, store, content_of):
    load(ROWS)
    before = content_of(store)
    report = load(ROWS)
    assert (report.status, report.load_id) == ("unchanged", None)
    assert report.rows.as_json() == {"read": 2, "added": 0, "changed": 0, "unchanged": 2, "quarantined": 0}
    assert content_of(store) == before


def test_the_same_rows_in_another_file_write_nothing(load, store, content_of):
    load(ROWS)
    before = content_of(store)
    assert load(ROWS.replace("2025-03", "March 2025")).status == "unchanged"
    assert content_of(store) == before


def test_the_same_file_with_the_same_rows_set_aside_writes_nothing(load, store, content_of):
    bad = ROWS + "\n2025-05 | Nowhere | | 1 | 1"
    first = load(bad)
    before = content_of(store)
    again = load(bad)
    assert again.status == "unchanged"
    assert again.problems == first.problems
    assert again.rows.as_json() == {"read": 3, "added": 0, "changed": 0, "unchanged": 2, "quarantined": 1}
    assert content_of(store) == before


def test_an_earlier_file_loaded_again_brings_its_values_back(load, exported):
    load(ROWS)
    load(ROWS.replace("40 | 30", "40 | 20"))
    report = load(ROWS)
    assert (report.status, report.rows.changed) == ("loaded", 1)
    assert exported("staff_survey")[0]["positive"] == 30


def test_a_correction_keeps_what_was_there(load, store):
    first = load(ROWS)
    second = load(ROWS.replace("40 | 30", "41 | *"))
    assert (second.rows.changed, second.rows.unchanged) == (1, 1)
    with reading(store) as session:
        change = session.scalars(select(RowChange)).one()
        assert (change.load_id, change.kind, change.row_key) == (
            second.load_id,
            "staff_survey",
            '["2025-03", "NMH", null]',
        )
        record = change.before.pop("record")
        assert (record["month"], record["answers"], record["positive"]) == ("2025-03-01", 40, 30)
        assert change.before == {
            "month": "2025-03", "directorate": "NMH", "team": None, "answers": 40, "positive": 30,
            "load_id": first.load_id,
        }  # fmt: skip


def test_each_row_names_the_load_that_wrote_it_last(load, store):
    first = load(
        "month|directorate|very_good|good|neither|poor|very_poor|dont_know\n2025-03|NMH|1|1|1|1|1|1\n2025-04|NMH|1|1|1|1|1|1"
    )
    second = load(
        "month|directorate|very_good|good|neither|poor|very_poor|dont_know\n2025-04|NMH|2|1|1|1|1|1"
    )
    with reading(store) as session:
        assert list(session.scalars(select(FFTCount.load_id).order_by(FFTCount.month))) == [
            first.load_id,
            second.load_id,
        ]


def test_figures_are_there_with_the_rows(load, store):
    load(ROWS)
    with reading(store) as session:
        moved = session.scalars(
            select(MeasureValue.numerator).where(MeasureValue.measure_id == "staff_satisfaction")
        )
        assert {30.0, 31.0} <= set(moved)


def test_the_store_version_moves_only_when_something_was_written(load, store):
    def version() -> int:
        with reading(store) as session:
            return query_store_version(session)

    start = version()
    load(ROWS)
    assert version() == start + 1
    load(ROWS)
    load("nothing | known")
    assert version() == start + 1


def test_nothing_is_stored_if_a_write_fails_half_way(load, store, content_of, monkeypatch):
    before = content_of(store)

    def fail(*_):
        raise RuntimeError("value 12345 from the file")

    monkeypatch.setattr("loaders.pipeline.refresh_figures", fail)
    report = load(ROWS)
    assert (report.status, report.is_fault) == ("refused", True)
    assert "12345" not in report.message
    assert content_of(store) == before


def test_without_areas_a_file_that_needs_them_is_refused(engine, as_csv, content_of):
    before = content_of(engine)
    report = loaders.load_file(engine, as_csv(ROWS), "staff.csv")
    assert report.status == "refused"
    assert "Load an areas file first." in report.message
    assert content_of(engine) == before


@pytest.mark.parametrize("again", [False, True])
def test_read_is_always_the_sum_of_the_rest(load, again):
    mixed = ROWS + (
        "\n2025-04 | NMH | | 42 | 31\nTotal | | | 1 | 1\n2025-06 | NMH | 1\n"
        "2025-07 | NMH | | 1 | 1\n2025-07 | NMH | | 2 | 1"
    )
    if again:
        load(ROWS.replace("40", "44"))
    rows = load(mixed).rows
    assert rows.read == 7
    assert rows.read == rows.added + rows.changed + rows.unchanged + rows.quarantined


def test_as_at_for_a_kind_without_it_is_said(load, today):
    assert "--as-at was not used" in load(ROWS, as_at=today).message
