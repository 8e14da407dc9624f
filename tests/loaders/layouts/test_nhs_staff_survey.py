"""The benchmark workbook: notes, and a sheet a benchmark group with a column a variable and year."""

from datetime import date

import pytest
from public_files import as_table, as_tables

from loaders.layouts.layout import Asked
from loaders.layouts.nhs_staff_survey import StaffSurveyBenchmarks
from loaders.report import RefusedFileError

HEADINGS = [
    "org_id", "org_name", "org_type_reporting_name", "response_rate_2025", "theme_engagement_2024",
    "theme_engagement_2025", "theme_engagement_n_2025", "theme_engagement_2025_sig", "PP1_2025",
    "PP3_2_2025", "PP3_2_n_2025", "theme_morale_sig_2025", "q25c_2025",
]  # fmt: skip
FULL = ["RZ1", "Made Up Trust", "Some type", 0.55, 7.04, 7.1, 3200, "Higher", 7.3, 6.69, 3100, "n.s.", 0.61]
# A trust whose earlier samples were drawn wrongly: nothing before the newest year.
YOUNG = ["RWK", "Made Up Trust East", "Some type", 0.5, "", 7.0, 2000, "", "*", "", "", "", 0.6]
GROUP = "MH&LD, MH, LD&Community Trusts"


def rewrite(tables):
    rewritten = StaffSurveyBenchmarks().rewrite(tables, Asked("nss.xlsx", date(2026, 11, 1)))
    return list(rewritten.rows), rewritten


def figures(rows):
    return {(cells[0], cells[3], cells[4]): cells[5:] for _, cells in rows}


def test_one_row_a_figure_with_its_number_of_answers():
    rows, rewritten = rewrite(as_tables({"Notes": [["About"]], GROUP: [HEADINGS, FULL]}))
    assert rewritten.columns == (
        "org_id", "org_name", "benchmark_group", "variable", "year", "value", "answers",
    )  # fmt: skip
    assert rows[0].cells[:3] == ("RZ1", "Made Up Trust", GROUP)
    assert figures(rows) == {
        ("RZ1", "response_rate", "2025"): ("0.55", ""),
        ("RZ1", "theme_engagement", "2024"): ("7.04", ""),
        ("RZ1", "theme_engagement", "2025"): ("7.1", "3200"),
        ("RZ1", "pp1", "2025"): ("7.3", ""),
        ("RZ1", "pp3_2", "2025"): ("6.69", "3100"),
    }


def test_a_gap_stays_a_gap_and_a_star_is_hidden():
    rows, rewritten = rewrite(as_tables({GROUP: [HEADINGS, FULL, YOUNG]}))
    young = {key[1:]: value for key, value in figures(rows).items() if key[0] == "RWK"}
    assert ("theme_engagement", "2024") not in young
    assert young["pp1", "2025"] == ("*", "")
    assert "2 figures are empty in the file: they stay gaps." in rewritten.notes


def test_every_group_is_read_and_every_figure_has_a_number_of_its_own():
    sheets = {GROUP: [HEADINGS, FULL], "Community Trusts": [["Title"], HEADINGS, ["RZ9", *FULL[1:]]]}
    rows, rewritten = rewrite(as_tables(sheets))
    assert {row.cells[2] for row in rows} == set(sheets)
    assert [row.number for row in rows[:2]] == [10_020_004, 10_020_005], "sheet 1, row 2, columns 4 and 5"
    assert rows[-1].number == 20_030_010
    assert len({row.number for row in rows}) == len(rows) == 10
    notes = " ".join(rewritten.notes)
    assert f"Benchmark groups: {GROUP}; Community Trusts." in notes
    assert "Organisations: 2." in notes
    assert "6 other columns" in notes


def test_rows_without_an_organisation_are_left_out_and_said():
    _, rewritten = rewrite(as_tables({GROUP: [HEADINGS, FULL, ["", "Benchmark median", "", 0.5]]}))
    assert f'1 row was left out: no org_id (first: row 3 of "{GROUP}").' in rewritten.notes


def test_a_sheet_as_text_takes_the_group_from_its_column():
    rows, _ = rewrite([as_table([HEADINGS, FULL])])
    assert rows[0].cells[2] == "Some type"
    without = [[cell for cell in line if cell not in ("Some type", HEADINGS[2])] for line in (HEADINGS, FULL)]
    with pytest.raises(RefusedFileError, match="org_type_reporting_name is missing"):
        rewrite([as_table(without)])


def test_a_heading_that_stands_twice_is_refused():
    doubled = [[*HEADINGS, "PP1_2025"], [*FULL, 7.4]]
    with pytest.raises(RefusedFileError, match='"pp1_2025" stands more than once'):
        rewrite(as_tables({GROUP: doubled}))


@pytest.mark.parametrize(
    "headings",
    [["org_id", "org_name", "q25c_2025"], ["theme_engagement_2025"], ["org_id", "theme_engagement"]],
)
def test_other_files_do_not_fit(headings):
    assert not StaffSurveyBenchmarks().fits(as_table([headings, ["x"] * 3]))


def test_a_sheet_that_is_too_long_to_number_is_refused():
    with pytest.raises(RefusedFileError, match="more rows or columns"):
        rewrite(as_tables({GROUP: [HEADINGS, *[FULL] * 999]}))
