from datetime import date

from sample_data.staying import STAYING_COLUMNS, build_staying_rows

LATER = {3: "after_3_months", 6: "after_6_months", 12: "after_12_months"}
LAST = 2026 * 12 + 9  # October 2026, in months


def number(month):
    return int(month[:4]) * 12 + int(month[5:]) - 1


def test_columns_and_keys_are_those_of_the_template(rows):
    assert tuple(rows("staying")[0]) == STAYING_COLUMNS
    keys = [tuple(row[name] for name in STAYING_COLUMNS[:4]) for row in rows("staying")]
    assert len(keys) == len(set(keys))


def test_nobody_comes_back_and_what_lies_ahead_is_empty(rows):
    for row in rows("staying"):
        here = int(row["joined"])
        for months, column in LATER.items():
            assert (row[column] == "") == (number(row["month"]) + months > LAST)
            if row[column]:
                assert int(row[column]) <= here
                here = int(row[column])


def test_about_seven_in_ten_are_there_after_half_a_year_and_half_after_a_year(rows):
    for column, low, high in (("after_6_months", 0.66, 0.73), ("after_12_months", 0.48, 0.56)):
        known = [row for row in rows("staying") if row[column]]
        share = sum(int(row[column]) for row in known) / sum(int(row["joined"]) for row in known)
        assert low < share < high


def test_an_earlier_end_gives_the_same_people_and_fewer_counts_of_them(rows):
    early = build_staying_rows(date(2025, 12, 31), 29)
    whole = [tuple(row.values()) for row in rows("staying")]
    written = [tuple(str(cell) for cell in row) for row in early]
    assert [row[:5] for row in written] == [row[:5] for row in whole if row[0] <= "2025-12"]
    for before, after in zip(written, whole, strict=False):
        assert all(was in ("", now) for was, now in zip(before, after, strict=True))
