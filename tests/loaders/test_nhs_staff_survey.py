"""The benchmark workbook all the way into the store, made here with made-up scores."""

import pytest
from public_files import as_workbook

import loaders
from data_model.store import reading

HEADINGS = [
    "org_id", "org_name", "org_type_reporting_name", "theme_engagement_2024", "theme_engagement_n_2024",
    "theme_engagement_2025", "theme_engagement_2025_sig", "PP3_2_2025", "response_rate_2025",
]  # fmt: skip
TRUST = ["RZ1", "Made Up Trust", "Type", 7.04, 3000, 7.1, "Higher", "*", 0.55]
RWK = ["RWK", "Made Up Trust East", "Type", "", "", 7.0, "", 6.69, 0.5]
GROUP = "MH&LD, MH, LD&Community Trusts"


@pytest.fixture
def exported_figures(engine):
    def read():
        with reading(engine) as session:
            rows = loaders.query_export(session, "nhs_staff_survey")
        return {(row["org_id"], row["variable"], row["year"]): row for row in rows}

    return read


def load(engine, *rows, headings=HEADINGS):
    data = as_workbook({"Notes": [["About the survey"]], GROUP: [headings, *rows]})
    return loaders.load_file(engine, data, "nss-benchmarks.xlsx")


def test_figures_are_stored_and_a_gap_stays_a_gap(engine, exported_figures):
    report = load(engine, TRUST, RWK)
    assert (report.kind, report.rows.added, report.problems) == ("nhs_staff_survey", 7, ())
    stored = exported_figures()
    assert stored["RZ1", "theme_engagement", 2024] == {
        "org_id": "RZ1", "org_name": "Made Up Trust", "benchmark_group": GROUP,
        "variable": "theme_engagement", "year": 2024, "value": 7.04, "answers": 3000,
    }  # fmt: skip
    assert stored["RZ1", "PP3_2", 2025]["value"] == "*"
    assert ("RWK", "theme_engagement", 2024) not in stored
    assert "One figure is empty in the file: it stays a gap." in report.message


def test_a_new_workbook_takes_the_place_of_the_old_one(engine, exported_figures):
    load(engine, TRUST)
    weighted_anew = [*TRUST[:3], 7.01, 3000, 7.12, *TRUST[6:]]
    report = load(engine, weighted_anew)
    assert (report.rows.changed, report.rows.unchanged) == (2, 2)
    assert exported_figures()["RZ1", "theme_engagement", 2024]["value"] == 7.01
    assert load(engine, weighted_anew).status == "unchanged"


def test_percentages_where_scores_belong_are_set_aside(engine):
    report = load(engine, [*TRUST[:5], 71, "", 6.7, 55])
    assert (report.rows.added, report.rows.quarantined) == (2, 2)
    assert {problem.value for problem in report.problems} == {"71", "55"}
