ROWS = """
month   | directorate | borough | team | item | answered | mean_score | satisfied
2025-03 | NMH         |         |      | 11   | 40       | 5.52       | 31
2025-03 | NMH         |         |      | 2    | *        | *          | *
2025-03 | NMH         |         |      | 3    | 0        | -          |
"""


def test_items_sort_as_numbers_and_hidden_or_absent_means_are_told_apart(load, exported):
    assert load(ROWS).rows.added == 3
    assert [(r["item"], r["answered"], r["mean_score"]) for r in exported("dialog")] == [
        (2, "*", "*"), (3, 0, "-"), (11, 40, 5.52),
    ]  # fmt: skip


def test_a_changed_mean_is_a_change(load):
    load(ROWS)
    report = load(ROWS.replace("5.52", "5.53"))
    assert (report.rows.changed, report.rows.unchanged) == (1, 2)
