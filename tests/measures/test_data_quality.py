"""Missing months: of measures that somebody sends figures for, and of files of a whole month."""

import pytest

from data_model.store import reading
from measures.data_quality import MissingFiles, find_missing_months, find_sent_measures, query_missing_files
from measures.series_reader import query_series
from measures.viewer import EVERYTHING

FFT = "month,setting,level,org_code,org_name,question,responses\n"


@pytest.fixture
def missing(near_people):
    def ask():
        with reading(near_people) as session:
            return query_missing_files(session)

    return ask


def test_measures_of_which_nothing_may_be_right_are_left_out():
    # A month without workshops is no month without figures.
    assert find_sent_measures() == [
        "dialog_meetings",
        "dialog_treatment",
        "fft_positive",
        "staff_satisfaction",
        "voice_heard",
    ]


def test_a_month_without_figures_is_missing_in_team_borough_and_directorate(near_people, load_rows):
    load_rows(
        "fft",
        "month,directorate,borough,team,very_good,good,neither,poor,very_poor,dont_know\n"
        "2026-01,NMH,,,9,1,0,0,0,0\n2026-04,NMH,,,9,1,0,0,0,0\n",
    )
    with reading(near_people) as session:
        found = find_missing_months(query_series(session, EVERYTHING, "fft_positive"))
    assert {gap.periods for gap in found} == {("February 2026", "March 2026")}
    assert "Newham mental health" in {gap.area_name for gap in found}


def test_months_without_an_export_of_projects_are_missing(missing, load_rows):
    assert missing() == []
    rows = "".join(f"Q1,T,NMH,active,2024-01-01,2026-{month:02d}-28\n" for month in (5, 7, 10))
    load_rows("qi_projects", f"project_id,title,directorate,status,start_date,as_at\n{rows}")
    assert missing() == [
        MissingFiles("qi_projects", "", ("June 2026", "August 2026 to September 2026")),
    ]


def test_published_figures_are_looked_at_by_setting_and_question(missing, load_rows):
    rows = [
        ("2020-01", "recommend"),
        ("2020-03", "recommend"),
        ("2020-12", "experience"),
        ("2021-01", "experience"),
    ]
    lines = "".join(f"{month},community,trust,RZ1,Made up,{question},9\n" for month, question in rows)
    load_rows("nhs_fft", f"{FFT}{lines}2021-01,inpatient,trust,RZ1,Made up,experience,9\n")
    assert missing() == [MissingFiles("nhs_fft", "community, old question", ("February 2020",))]
