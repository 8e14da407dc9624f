"""A made-up look-alike of NHS England's file: 17 columns, a mark at its start, repeats over the quarters."""

import csv
import io

import pytest

import loaders
from data_model import OversightFigure
from data_model.store import reading

HEADER = (
    "Quarter,Region,Trust_type,Trust_subtype,Trust_code,Trust_name,Domain,Sub-domain,Metric_ID,"
    "Metric_description,Reporting_date,Units,Value,Median_value,Lower_quartile,Upper_quartile,Rank"
)


def line(
    quarter: str, date: str, value: str, *, code="RZ1", rank="3.0", metric="OF0079", name="Made Up NHS Trust"
):
    return [
        quarter, "Nowhere", "Mental health and community trust", "Care Trust", code, name, "People",
        "Culture", metric, "Staff engagement sub-score ", date, "out of 10", value, "7.0", "6.9", "7.2", rank,
    ]  # fmt: skip


def oversight(*lines) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([HEADER.split(","), *lines])
    return stream.getvalue().encode("utf-8-sig")


@pytest.fixture
def load_lines(engine):
    return lambda *lines: loaders.load_file(engine, oversight(*lines), "nof.csv")


@pytest.fixture
def figures(engine):
    def read():
        with reading(engine) as session:
            return {
                (r["trust_code"], r["reporting_date"]): r
                for r in loaders.query_export(session, "nhs_oversight")
            }

    return read


def test_yearly_values_repeat_by_quarter_and_count_once(load_lines, figures):
    report = load_lines(
        line("Q1 2025/26", "2024", "7.04"),
        line("Q2 2025/26", "2024", "7.04", rank="4.0"),
        line("Q3 2025/26", "2025", "7.1"),
        line("Q1 2025/26", "2024", "6.5", code="RZ2", name="Other Trust\u00a0"),
    )
    assert report.rows.as_json() == {"read": 4, "added": 3, "changed": 0, "unchanged": 1, "quarantined": 0}
    assert report.message == "4 rows read: 3 added, 1 unchanged."
    newest = figures()["RZ1", "2024"]
    assert (newest["quarter"], newest["rank"], newest["metric_description"]) == (
        "Q2 2025/26", 4.0, "Staff engagement sub-score",
    )  # fmt: skip
    assert figures()["RZ2", "2024"]["trust_name"] == "Other Trust"


def test_the_newest_quarter_wins_whatever_the_order_of_rows_and_files(load_lines, figures):
    load_lines(line("Q4 2025/26", "2025", "7.3"), line("Q3 2025/26", "2025", "7.2"))
    assert figures()["RZ1", "2025"]["value"] == 7.3
    assert load_lines(line("Q1 2025/26", "2025", "7.1")).status == "unchanged"
    assert figures()["RZ1", "2025"]["value"] == 7.3
    assert load_lines(line("Q1 2026/27", "2025", "7.4")).rows.changed == 1
    assert figures()["RZ1", "2025"]["value"] == 7.4


def test_two_values_in_one_quarter_are_a_conflict_but_an_older_quarter_holds(load_lines, figures):
    report = load_lines(
        line("Q1 2025/26", "2025", "7.0"),
        line("Q2 2025/26", "2025", "7.1"),
        line("Q2 2025/26", "2025", "7.2"),
    )
    assert (report.rows.added, report.rows.quarantined) == (1, 2)
    assert "Conflict with row 4" in report.problems[0].problem
    assert figures()["RZ1", "2025"]["value"] == 7.0


def test_no_areas_are_needed_and_missing_values_are_nulls(load_lines, figures, engine, count_rows):
    assert load_lines(line("Q1 2025/26", "Jun-25", "", rank="")).rows.added == 1
    assert figures()["RZ1", "Jun-25"]["value"] is None
    assert count_rows(engine, OversightFigure) == 1
