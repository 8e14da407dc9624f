PROJECT = """
project_id | title | directorate | status | start_date | as_at
Q1         | Waits | LCH         | active | 2025-04-01 | 2025-04-30
"""
ROWS = """
opportunity_id|project_id|title|directorate|borough|where|how_to_take_part|ask_role|payment|open_until
O1|Q1|A seat|LCH|TH|Hall|Just come|QI coach|Paid|2030-01-31
O2||Reading|N & M||Home|Ask for a pack|QI coach|None|
"""


def test_a_way_to_take_part_has_a_project_or_none(load, exported):
    load(PROJECT)
    assert load(ROWS).rows.added == 2
    stored = exported("opportunities")
    assert [(r["project_id"], r["directorate"], r["borough"]) for r in stored] == [
        ("Q1", "LCH", "B-TH"), (None, "NMH", None),
    ]  # fmt: skip


def test_a_project_that_is_given_must_be_known(load):
    report = load(ROWS)
    assert (report.rows.added, report.rows.quarantined) == (1, 1)
    assert [(p.column, p.value) for p in report.problems] == [("project_id", "Q1")]
    load(PROJECT)
    assert load(ROWS).rows.added == 1


def test_whom_to_ask_is_a_role_and_never_an_address(load):
    report = load(ROWS.replace("QI coach", "pat@example.org"))
    assert {(p.column, p.value) for p in report.problems} == {("ask_role", "(not shown)")}
    assert report.rows.added == 0
