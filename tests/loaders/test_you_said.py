ROWS = """
item_id|directorate|borough|asked_on|we_asked|you_said|status|we_did|why_not|answer_due|answered_on
Y1|NMH|LBN|2026-01-10|How?|Loud|Done|Quiet||2026-02-10|2026-02-01
Y2|NMH||2026-01-10|What?|A bus|could not||Not ours||
"""


def test_what_was_said_and_what_came_of_it(load, exported):
    assert load(ROWS).rows.added == 2
    assert [(r["status"], r["borough"], r["why_not"]) for r in exported("you_said")] == [
        ("done", "B-NE", None), ("could not", None, "Not ours"),
    ]  # fmt: skip


def test_an_answer_that_comes_later_changes_its_row(load):
    load(ROWS)
    report = load(ROWS.replace("could not||Not ours", "waiting||"))
    assert (report.rows.changed, report.rows.unchanged) == (1, 1)


def test_a_no_needs_its_reason(load):
    report = load(ROWS.replace("Not ours", ""))
    assert [(p.column, p.problem) for p in report.problems] == [
        ("why_not", "This cell is empty, but status is could not.")
    ]
