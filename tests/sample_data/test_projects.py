from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from sample_data.areas import directorate_of, teams_of
from sample_data.projects import INVOLVEMENT_COLUMNS, PROJECT_COLUMNS

BIG = ("Big I", "Both")


def is_month_end(text):
    return (date.fromisoformat(text) + timedelta(days=1)).day == 1


def test_columns_are_those_of_the_template(rows):
    assert tuple(rows("qi_projects")[0]) == PROJECT_COLUMNS
    assert tuple(rows("involvement")[0]) == INVOLVEMENT_COLUMNS


def test_keys_are_unique(rows):
    states = Counter((row["project_id"], row["as_at"]) for row in rows("qi_projects"))
    records = Counter((row["project_id"], row["from_date"]) for row in rows("involvement"))
    assert max(states.values()) == max(records.values()) == 1


def test_every_state_row_passes_the_template(rows):
    for row in rows("qi_projects"):
        assert all(row[name] for name in ("project_id", "title", "directorate", "start_date", "aim", "as_at"))
        assert row["status"] in ("active", "completed", "paused", "stopped")
        assert row["start_date"] <= row["as_at"] <= "2026-10-31"
        assert is_month_end(row["as_at"])
        assert not row["end_date"] or row["start_date"] < row["end_date"] <= row["as_at"]
        assert bool(row["end_date"]) == (row["status"] in ("completed", "stopped"))
        assert row["progress_score"] in {f"{half / 2:.1f}" for half in range(1, 11)}
        assert row["aim_result"] in ("", "met", "not met", "too early", "not known")
        assert bool(row["aim_result"]) == (row["status"] == "completed")


def test_places_of_a_project_belong_to_its_directorate(rows):
    for row in rows("qi_projects"):
        directorate = directorate_of(row["directorate"])
        boroughs = row["boroughs"].split(";") if row["boroughs"] else []
        assert set(boroughs) <= set(directorate.boroughs)
        assert bool(boroughs) == bool(directorate.boroughs)
        team = next((team for team in teams_of(directorate.code) if team.code == row["team"]), None)
        assert not row["team"] or team is not None
        assert team is None or not team.borough or boroughs == [team.borough]


def test_states_start_at_the_first_month_end_and_say_only_what_changed(twin):
    for states in twin.states.values():
        first = states[0]
        assert first["as_at"][:7] == first["start_date"][:7]
        assert first["status"] == "active"
        for before, after in pairwise(states):
            assert before["status"] in ("active", "paused")
            assert {k: v for k, v in before.items() if k != "as_at"} != {
                k: v for k, v in after.items() if k != "as_at"
            }
            for fixed in ("title", "directorate", "boroughs", "team", "start_date", "aim"):
                assert before[fixed] == after[fixed]


def test_the_level_in_a_state_is_the_level_on_record(rows):
    records = {}
    for row in rows("involvement"):
        records.setdefault(row["project_id"], []).append(row)
    for state in rows("qi_projects"):
        known = [r for r in records.get(state["project_id"], []) if r["from_date"] <= state["as_at"]]
        newest = max(known, key=lambda r: r["from_date"], default=None)
        for column in ("involvement", "service_users", "carers"):
            assert state[column] == (newest[column] if newest else "")


def test_people_are_counted_where_there_is_big_i(rows):
    for row in rows("involvement"):
        assert row["involvement"] in ("Big I", "Little I", "Both", "None")
        if row["involvement"] in BIG:
            assert int(row["service_users"]) + int(row["carers"]) >= 1
        else:
            assert row["service_users"] == row["carers"] == ""
    carers_only = [r for r in rows("involvement") if r["service_users"] == "0" and r["carers"] != "0"]
    assert len(carers_only) >= 10


def test_a_record_is_never_older_than_its_project(rows, twin):
    for row in rows("involvement"):
        assert twin.newest(row["project_id"])["start_date"] <= row["from_date"] <= "2026-10-31"


def test_titles_vary_and_projects_last_about_nine_months(twin):
    newest = [twin.newest(project) for project in twin.states]
    # Projects that were under way when the register opened began before their start date.
    opening = min(row["start_date"] for row in newest)
    assert len({row["title"] for row in newest}) > 0.9 * len(newest)
    ended = [
        (date.fromisoformat(row["end_date"]) - date.fromisoformat(row["start_date"])).days / 30.44
        for row in newest
        if row["end_date"] and row["start_date"] > opening
    ]
    assert 8 <= sum(ended) / len(ended) <= 10.5
    assert min(ended) > 2
    assert 18 < max(ended) < 36


def test_all_statuses_and_levels_occur(rows):
    statuses = Counter(row["status"] for row in rows("qi_projects"))
    assert min(statuses[name] for name in ("active", "completed", "paused", "stopped")) >= 20
    levels = Counter(row["involvement"] for row in rows("involvement"))
    assert min(levels[name] for name in ("Big I", "Little I", "Both", "None")) >= 40
