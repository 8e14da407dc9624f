from pathlib import Path

import pytest
from openpyxl import load_workbook

from sample_data.areas import DIRECTORATES
from sample_data.staff_survey import STAFF_COLUMNS

FILE = Path(__file__).parents[2] / "sample_data" / "staff_survey.xlsx"


@pytest.fixture(scope="module")
def sheet():
    book = load_workbook(FILE)
    assert book.sheetnames == ["staff_survey"]
    header, *lines = book["staff_survey"].values
    book.close()
    assert header == STAFF_COLUMNS
    return [dict(zip(header, line, strict=True)) for line in lines]


def test_every_row_passes_the_template(sheet):
    assert len({(row["month"], row["directorate"]) for row in sheet}) == len(sheet)
    for row in sheet:
        assert row["directorate"] in {one.name for one in DIRECTORATES}
        assert row["team"] in (None, "")
        assert 0 <= row["positive"] <= row["answers"]


def test_the_pulse_comes_every_quarter(sheet):
    months = sorted({row["month"] for row in sheet})
    assert (months[0], months[-1], len(months)) == ("2021-04", "2026-10", 23)
    assert {month[5:] for month in months} == {"01", "04", "07", "10"}


def test_forensics_alone_is_under_ten_in_some_quarters(sheet):
    small = {(row["directorate"], row["month"]) for row in sheet if row["answers"] < 10}
    assert {directorate for directorate, _ in small} == {"Forensics"}
    assert 3 <= len(small) <= 20


def test_about_three_in_four_staff_are_satisfied(sheet):
    recent = [row for row in sheet if row["month"] >= "2025-10"]
    share = sum(row["positive"] for row in recent) / sum(row["answers"] for row in recent)
    assert 0.71 < share < 0.78
