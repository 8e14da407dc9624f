PROJECT = """
project_id | title | directorate | status | start_date | as_at
Q1         | Waits | LCH         | active | 2025-04-01 | 2025-04-30
"""
RECORDS = """
project_id | from_date  | involvement | service_users | carers | note
Q1         | 2025-04-01 | little i    |               |        | asked by post
Q1         | 2025-06-01 | None        | 0             | 0      |
"""


def test_records_follow_their_project(load, exported):
    load(PROJECT)
    assert load(RECORDS).rows.added == 2
    assert [(r["involvement"], r["service_users"]) for r in exported("involvement")] == [
        ("Little I", None), ("None", 0),
    ]  # fmt: skip


def test_a_project_that_is_not_known_comes_first(load):
    report = load(RECORDS)
    assert (report.rows.quarantined, report.rows.added) == (2, 0)
    assert report.problems[0].cure.startswith("Load the project first")


def test_rows_set_aside_are_loaded_once_what_they_lacked_is_there(load):
    assert load(RECORDS).rows.quarantined == 2
    load(PROJECT)
    report = load(RECORDS)
    assert (report.status, report.rows.added, report.rows.quarantined) == ("loaded", 2, 0)


def test_a_corrected_record_keeps_what_it_held(load, exported):
    load(PROJECT)
    load(RECORDS)
    report = load(RECORDS.replace("asked by post", "asked by telephone"))
    assert (report.rows.changed, report.rows.unchanged) == (1, 1)
    assert exported("involvement")[0]["note"] == "asked by telephone"
