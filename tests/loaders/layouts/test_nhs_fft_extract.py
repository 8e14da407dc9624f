"""The extract of the collection system: sheets of organisations, sites and wards, a month in each row."""

from datetime import date

import pytest
from public_files import as_table, as_tables

from loaders.layouts import LAYOUTS, Asked
from loaders.layouts.nhs_fft_extract import ExtractedFFT
from loaders.report import RefusedFileError

HEADINGS = [
    "Yearnumber", "Periodname", "Parent org code", "Parent name", "Org code", "Org name", "1 Very Good SUM",
    "2 Good SUM", "3 Neither Good nor Poor SUM", "4 Poor SUM", "5 Very Poor SUM", "6 Dont Know SUM",
    "Total Responses", "Total Eligible SUM", "Prop_Pos", "Response Rate",
]  # fmt: skip


def line(year, period, code="RZ1", *figures):
    return [year, period, "QXX", "MADE UP ICB", code, "MADE UP NHS TRUST", *(figures or FIGURES)]


FIGURES = (60, 30, 3, 2, 3, 2, 100, 900, 0.9, 0.11)


def rewrite(tables, name="FFT_Inpatients_V1_July.xlsx", **answers):
    rewritten = ExtractedFFT().rewrite(tables, Asked(name, date(2026, 11, 1), answers=answers))
    return [dict(zip(rewritten.columns, row.cells, strict=True)) for row in rewritten.rows], " ".join(
        rewritten.notes
    )


@pytest.mark.parametrize(
    ("year", "period", "month"),
    [
        ("2025_26", "AUGUST", "2025-08-01"),
        ("2025_26", "APRIL", "2025-04-01"),
        ("2025_26", "MARCH", "2026-03-01"),
        ("2025-26", "January", "2026-01-01"),
    ],
)
def test_april_to_december_belong_to_the_first_year(year, period, month):
    [row], _ = rewrite([as_table([HEADINGS, line(year, period)])])
    assert row == {
        "month": month, "setting": "inpatient", "level": "trust", "org_code": "RZ1",
        "org_name": "MADE UP NHS TRUST", "question": "experience", "responses": "100", "eligible": "900",
        "very_good": "60", "good": "30", "neither": "3", "poor": "2", "very_poor": "3", "dont_know": "2",
        "printed_positive": "0.9", "printed_negative": "",
    }  # fmt: skip


@pytest.mark.parametrize(("year", "period"), [("2025_27", "AUGUST"), ("2025", "AUGUST"), ("2025_26", "Q1")])
def test_a_period_that_cannot_be_read_is_passed_on_to_be_set_aside(year, period):
    [row], _ = rewrite([as_table([HEADINGS, line(year, period)])])
    assert row["month"] == f"{period} {year}"


def test_one_file_may_hold_several_months_and_only_organisations_are_read():
    sheets = {
        "Parent & Self Trusts - Organisa": [
            ["Some title"],
            HEADINGS,
            line("2025_26", "JULY"),
            line("2025_26", "MAY"),
        ],
        "Parent & Self Trusts - Site Lev": [[*HEADINGS, "Site code"], [*line("2025_26", "JULY"), "RZ101"]],
    }
    rows, notes = rewrite(as_tables(sheets), "FFT_A&E_V1.xlsx")
    assert [(row["month"], row["setting"]) for row in rows] == [("2025-07-01", "A&E"), ("2025-05-01", "A&E")]
    assert "not read: Parent & Self Trusts - Site Lev." in notes


def test_the_setting_is_asked_where_the_name_does_not_say_it():
    table = as_table([HEADINGS, line("2025_26", "JULY")])
    with pytest.raises(RefusedFileError, match="which setting"):
        rewrite([table], "extract.xlsx")
    assert rewrite([table], "extract.xlsx", setting="community")[0][0]["setting"] == "community"


def test_an_extract_is_no_monthly_file_and_the_other_way_round():
    extract = as_table([HEADINGS, line("2025_26", "JULY")])
    assert [layout.name for layout in LAYOUTS if layout.fits(extract)] == ["nhs_fft_extract"]
    monthly = as_table([["Trust Code", "Trust Name", *HEADINGS[6:]], ["RZ1", "X", *FIGURES]])
    assert [layout.name for layout in LAYOUTS if layout.fits(monthly)] == ["nhs_fft_published"]


def test_sheets_of_sites_and_wards_with_the_same_headings_are_told_by_their_names():
    part = [*line("2025_26", "AUGUST", "RZ101")]
    sheets = {
        "Parent & Self Trusts - Organisa": [HEADINGS, line("2025_26", "AUGUST")],
        "Parent & Self Trusts - Site Lev": [HEADINGS, part],
        "Parent & Self Trusts - Ward Lev": [HEADINGS, part],
    }
    rows, notes = rewrite(as_tables(sheets))
    assert [row["org_code"] for row in rows] == ["RZ1"]
    assert "were not read: Parent & Self Trusts - Site Lev, Parent & Self Trusts - Ward Lev." in notes
