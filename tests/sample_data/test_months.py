from datetime import date

import pytest

from sample_data.months import (
    interpolate,
    last_complete_month_end,
    month_end,
    month_ends,
    month_words,
    pick_weekday,
    weekdays,
)


def test_month_ends_know_leap_years():
    assert month_end(2024, 2) == date(2024, 2, 29)
    assert month_ends("2023-12", date(2024, 2, 29)) == [
        date(2023, 12, 31),
        date(2024, 1, 31),
        date(2024, 2, 29),
    ]
    assert month_ends("2024-02", date(2024, 2, 28)) == []


@pytest.mark.parametrize(
    ("until", "last"),
    [
        (date(2026, 10, 31), date(2026, 10, 31)),
        (date(2026, 10, 30), date(2026, 9, 30)),
        (date(2026, 1, 1), date(2025, 12, 31)),
    ],
)
def test_only_complete_months_count(until, last):
    assert last_complete_month_end(until) == last


def test_lines_between_months_are_straight_and_flat_outside():
    points = {"2024-01": 10.0, "2024-05": 30.0}
    assert interpolate(points, date(2023, 1, 31)) == 10
    assert interpolate(points, date(2024, 2, 29)) == 15
    assert interpolate(points, date(2024, 5, 31)) == 30
    assert interpolate(points, date(2025, 5, 31)) == 30


def test_weekdays_leave_out_the_weekend(rng):
    saturday = date(2026, 10, 31)
    assert weekdays(date(2026, 10, 29), saturday) == [date(2026, 10, 29), date(2026, 10, 30)]
    assert pick_weekday(rng, saturday, saturday) is None
    assert pick_weekday(rng, date(2026, 10, 30), saturday) == date(2026, 10, 30)


def test_a_month_number_is_written_in_english():
    assert month_words(2025 * 12) == "January 2025"
    assert month_words(2025 * 12 + 11) == "December 2025"
