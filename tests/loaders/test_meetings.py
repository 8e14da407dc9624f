ROWS = """
meeting_id | title   | meeting_date | start_time | directorate | borough | place | how_to_join | ask_role
M1         | Group   | 2028-01-31   | 9:30       | NMH         | Newham  | Hall  | Just come   | QI coach
M2         | For all | 2020-01-31   |            |             |         | Hall  | Just come   | QI coach
"""


def test_a_meeting_may_lie_ahead_and_may_be_for_the_whole_trust(load, exported):
    assert load(ROWS).rows.added == 2
    assert [(r["start_time"], r["directorate"], r["borough"]) for r in exported("meetings")] == [
        ("09:30", "NMH", "B-NE"), (None, None, None),
    ]  # fmt: skip


def test_a_borough_is_served_by_the_directorate(load):
    report = load(ROWS.replace("Newham", "Luton"))
    assert [(p.column, p.value) for p in report.problems] == [("borough", "Luton")]
