from datetime import date, datetime

import pytest

from loaders.layouts.meeting_times import (
    DateOrder,
    find_date_order,
    find_day_texts,
    find_order_of,
    needs_order,
    read_minutes,
    read_moment,
)
from loaders.report import RefusedFileError

EVENING = datetime(2026, 7, 22, 19, 0, 11)


@pytest.mark.parametrize(
    "text",
    [
        "7/22/26, 7:00:11 PM",
        "7/22/2026, 7:00:11\u202fPM",
        "22/07/2026, 19:00:11",
        "22.07.2026 19:00:11",
        "2026-07-22 19:00:11",
        "2026-07-22T19:00:11",
        "Jul 22, 2026 07:00:11 PM",
        "Wed, 22 July 2026 at 7:00:11 pm",
    ],
)
def test_one_moment_is_read_however_it_is_written(text):
    assert read_moment(text, None) == EVENING


@pytest.mark.parametrize(
    "text", ["", "Person A", "31/02/2026", "7/22/26, 25:00:00", "22 Brumaire 2026", "45748"]
)
def test_what_is_no_moment_is_none(text):
    assert read_moment(text, DateOrder.DAY_FIRST) is None


def test_a_day_that_could_be_two_needs_its_order():
    assert needs_order("3/4/26, 10:00:00 AM")
    assert not needs_order("4/4/26, 10:00:00 AM")
    assert read_moment("3/4/26", None) is None
    assert read_moment("3/4/26", DateOrder.DAY_FIRST) == datetime(2026, 4, 3)
    assert read_moment("3/4/26", DateOrder.MONTH_FIRST) == datetime(2026, 3, 4)
    assert read_moment("12/12/26, 12:05:00 AM", None) == datetime(2026, 12, 12, 0, 5)


def test_the_order_is_told_by_any_value_above_twelve_or_by_a_person():
    assert find_date_order(["3/4/26", "3/14/26"], {}) is DateOrder.MONTH_FIRST
    assert find_date_order(["3/4/26", "14/3/26"], {}) is DateOrder.DAY_FIRST
    assert find_date_order(["3/4/26", "2026-03-14"], {}) is None
    assert find_date_order(["3/4/26"], {"date_order": "Day first"}) is DateOrder.DAY_FIRST
    assert find_order_of(date(2026, 4, 3), ["1/1/26", "3/4/26"]) is DateOrder.DAY_FIRST
    assert find_order_of(date(2026, 5, 3), ["1/1/26", "3/4/26"]) is None


@pytest.mark.parametrize("answers", [{"date_order": "month first"}, {"date_order": "backwards"}])
def test_an_answer_that_does_not_fit_is_refused(answers):
    with pytest.raises(RefusedFileError, match="date_order"):
        find_date_order(["14/3/26"], answers)


def test_dates_that_contradict_each_other_are_refused():
    with pytest.raises(RefusedFileError, match="day first and others the month first"):
        find_date_order(["14/3/26", "3/14/26"], {})


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h 27m 51s", 87.85),
        ("47m 3s", 47.05),
        ("51s", 0.85),
        ("1h 30s", 60.5),
        ("00:47:03", 47.05),
        ("42", 42.0),
        ("", None),
        ("--", None),
        ("soon", None),
    ],
)
def test_lengths_of_stay(text, minutes):
    read = read_minutes(text)
    assert read == (pytest.approx(minutes) if minutes is not None else None)


def test_days_are_found_inside_a_title():
    assert find_day_texts("Date: 12/03/2025, room 4") == ["12/03/2025"]
    assert find_day_texts("From 2025-03-01 to 31st March 2025") == ["2025-03-01", "31st March 2025"]
    assert find_day_texts("Call 07700 900123 or see 1.2.3") == []
