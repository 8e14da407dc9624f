ROWS = """
entry_id|entry_type|entry_date|directorate|measure|project_id|text|owner_role|due_date|done_date
E1|Note|2026-03-01|NMH|Big I new||Two came|||
E2|action|2026-03-01|NMH|||Send it|QI coach|2030-01-01|2026-03-02
E3|Big I plan|2026-03-01|LCH||Q1|Ask two|||
"""
PROJECT = """
project_id | title | directorate | status | start_date | as_at
Q1         | Waits | LCH         | active | 2025-04-01 | 2025-04-30
"""


def test_entries_of_all_types(load, exported):
    load(PROJECT)
    assert load(ROWS).rows.added == 3
    assert [(r["entry_type"], r["measure"], r["project_id"]) for r in exported("forum_entries")] == [
        ("note", "big_i_new", None), ("action", None, None), ("big_i_plan", None, "Q1"),
    ]  # fmt: skip


def test_all_that_an_entry_names_and_nobody_knows_is_said_at_once(load):
    report = load(ROWS.replace("|Big I new||", "|Big I knew|Q7|"))
    found = [(p.row, p.column) for p in report.problems]
    assert found == [(2, "project_id"), (2, "measure"), (4, "project_id")]


def test_an_action_needs_its_owner(load):
    report = load(ROWS.replace("QI coach", ""))
    assert [(p.column, p.problem) for p in report.problems if p.row == 3] == [
        ("owner_role", "This cell is empty, but entry_type is action.")
    ]
