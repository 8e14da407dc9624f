from datetime import date

import pytest

from data_model import QIProject, QIProjectState, QIProjectStateBorough

HEADER = "project_id | title | directorate | boroughs | team | status | start_date | involvement | as_at\n"
ROW = "Q1 | Shorter waits | LCH | Newham; TH | | active | 01/04/2025 | Big I | 2025-04-30"


def test_one_project_many_days(load, store, count_rows, exported):
    assert load(HEADER + ROW).rows.added == 1
    later = ROW.replace("2025-04-30", "2025-05-31").replace("active", "completed")
    assert load(HEADER + later).rows.added == 1
    assert (count_rows(store, QIProject), count_rows(store, QIProjectState)) == (1, 2)
    assert [row["status"] for row in exported("qi_projects")] == ["active", "completed"]


def test_an_earlier_day_is_corrected_without_touching_the_later(load, exported):
    load(HEADER + ROW + "\n" + ROW.replace("2025-04-30", "2025-05-31"))
    report = load(HEADER + ROW.replace("Newham; TH", "Newham").replace("Big I", ""))
    assert (report.rows.changed, report.rows.added) == (1, 0)
    first, second = exported("qi_projects")
    assert (first["boroughs"], first["involvement"]) == ("B-NE", None)
    assert (second["boroughs"], second["involvement"]) == ("B-NE;B-TH", "Big I")


def test_boroughs_are_a_set(load, store, count_rows):
    load(HEADER + ROW)
    assert load(HEADER + ROW.replace("Newham; TH", "tower hamlets;LBN;B-NE")).rows.unchanged == 1
    assert count_rows(store, QIProjectStateBorough) == 2


def test_each_borough_must_be_known_and_served(load):
    report = load(HEADER + ROW.replace("Newham; TH", "Newham; Luton; Atlantis"))
    assert [(p.column, p.value) for p in report.problems] == [("boroughs", "Luton"), ("boroughs", "Atlantis")]


def test_a_team_of_another_directorate(load):
    report = load(HEADER + ROW.replace("| | active", "| T-NSO | active"))
    assert [(p.column, p.problem) for p in report.problems] == [
        ("team", "This team is not part of London community health.")
    ]


WITHOUT = (HEADER + ROW).replace(" | as_at", "").replace(" | 2025-04-30", "")


def test_as_at_fills_what_is_empty(load, exported):
    report = load(WITHOUT, as_at=date(2025, 4, 30))
    assert "as at 30 April 2025" in report.message
    assert exported("qi_projects")[0]["as_at"] == "2025-04-30"


def test_as_at_does_not_replace_what_is_filled(load, exported):
    load(HEADER + ROW + "\n" + ROW.replace("Q1", "Q2").replace("2025-04-30", ""), as_at=date(2025, 6, 30))
    assert [row["as_at"] for row in exported("qi_projects")] == ["2025-04-30", "2025-06-30"]


def test_without_any_day_it_is_today_and_the_message_says_so(load, exported, settings_env):
    settings_env(PARTICIPATION_TODAY="2025-07-01")
    report = load(WITHOUT)
    assert "as at today, 01 July 2025" in report.message
    assert exported("qi_projects")[0]["as_at"] == "2025-07-01"
    assert load(WITHOUT).status == "unchanged"


def test_the_same_file_on_another_day_is_another_export(load):
    assert load(WITHOUT, as_at=date(2025, 4, 30)).rows.added == 1
    assert load(WITHOUT, as_at=date(2025, 4, 30)).status == "unchanged"
    assert load(WITHOUT, as_at=date(2025, 5, 31)).rows.added == 1


def test_an_export_cannot_be_from_the_future(load, store, content_of):
    before = content_of(store)
    report = load(WITHOUT, as_at=date(2999, 1, 1))
    assert report.status == "refused"
    assert content_of(store) == before


@pytest.mark.parametrize("word", ["None", "", "Both"])
def test_none_and_not_recorded_stay_two_things(load, exported, word):
    load(HEADER + ROW.replace("Big I", word))
    assert exported("qi_projects")[0]["involvement"] == (word or None)
