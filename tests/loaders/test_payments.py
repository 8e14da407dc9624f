ROWS = """
month   | directorate | borough | team  | claims | paid_on_time
2025-03 | NMH         |         |       | 40     | 31
2025-03 | NMH         | LBN     | T-NSO | 3      | *
"""


def test_claims_by_place_and_hidden_ones(load, exported):
    assert load(ROWS).rows.added == 2
    assert [(r["team"], r["claims"], r["paid_on_time"]) for r in exported("payments")] == [
        (None, 40, 31), ("T-NSO", "*", "*"),
    ]  # fmt: skip


def test_more_paid_than_were_due_is_set_aside(load):
    report = load(ROWS.replace("| 31", "| 41"))
    assert [(p.row, p.column) for p in report.problems] == [(2, "paid_on_time")]
