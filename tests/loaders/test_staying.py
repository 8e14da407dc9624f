ROWS = """
month   | directorate | borough | joined | after_3_months | after_6_months | after_12_months
2025-03 | NMH         |         | 12     | 9              | 10             |
2025-04 | NMH         |         | 8      |                |                |
2025-04 | NMH         | LBN     | *      |                |                |
"""


def test_a_blank_count_is_not_counted_yet_and_a_star_hides_all(load, exported):
    assert load(ROWS).rows.added == 3
    later = ("joined", "after_3_months", "after_6_months", "after_12_months")
    assert [tuple(r[c] for c in later) for r in exported("staying")] == [
        (12, 9, 10, None), (8, None, None, None), ("*", "*", "*", "*"),
    ]  # fmt: skip


def test_a_later_file_fills_in_what_was_not_counted_yet(load, exported):
    load(ROWS)
    report = load(ROWS.replace("| 8      |                |", "| 8      | 7              |"))
    assert (report.rows.changed, report.rows.unchanged) == (1, 2)
    assert exported("staying")[1]["after_3_months"] == 7


def test_nobody_stays_who_did_not_join(load):
    report = load(ROWS.replace("| 10  ", "| 13  "))
    assert [(p.row, p.column) for p in report.problems] == [(2, "after_6_months")]
