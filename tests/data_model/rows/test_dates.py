from datetime import date

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from data_model.rows import ReadingContext, Row
from data_model.rows.dates import (
    MonthFirst,
    PastDay,
    PastMonth,
    PlannedDay,
    judge_order,
    parse_date,
    parse_month,
    parse_time,
)

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-04-03", date(2025, 4, 3)),  # ISO is always ISO
        ("03/04/2025", date(2025, 4, 3)),
        ("3/4/2025", date(2025, 4, 3)),
        ("31-03-2025", date(2025, 3, 31)),
        ("31 Mar 2025", date(2025, 3, 31)),
        ("31-Mar-2025", date(2025, 3, 31)),
        ("1st September 2025", date(2025, 9, 1)),
        ("29/02/2024", date(2024, 2, 29)),
        ("2025-03-31 00:00:00", date(2025, 3, 31)),
        ("2025-03-31T10:15", date(2025, 3, 31)),
        ("31/03/2025 00:00", date(2025, 3, 31)),
    ],
)
def test_a_day_as_people_write_it(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("29/02/2025", "date_does_not_exist"),
        ("31/04/2025", "date_does_not_exist"),
        ("2025-13-01", "date_does_not_exist"),
        ("2025-07-32", "date_does_not_exist"),
        ("07/22/2025", "date_month_first"),
        ("31/03/25", "date_two_digit_year"),
        ("31 Mar 25", "date_two_digit_year"),
        ("45748", "date_serial"),
        ("45748.5", "date_serial"),
        ("0", "date_not_read"),
        ("2025", "date_not_read"),
        ("20250331", "date_not_read"),
        ("31.03.2025", "date_not_read"),
        ("31 Mai 2025", "date_not_read"),
        ("yesterday", "date_not_read"),
        ("٣١/٠٣/٢٠٢٥", "date_not_read"),
    ],
)
def test_what_is_not_a_day_says_why(text, why):
    with pytest.raises(PydanticCustomError) as found:
        parse_date(text)
    assert found.value.type == why


@pytest.mark.parametrize(
    "text",
    ["2025-03", "Mar-25", "Mar 25", "March 2025", "mar 2025", "2025-03-17", "17/03/2025", "17 March 2025"],
)
def test_a_month_or_any_day_in_it(text):
    assert parse_month(text) == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025-13", "date_does_not_exist"),
        ("03/22/2025", "date_month_first"),
        ("45748", "date_serial"),
        ("Q1 2025", "month_not_read"),
        ("2025", "month_not_read"),
    ],
)
def test_what_is_not_a_month_says_why(text, why):
    with pytest.raises(PydanticCustomError) as found:
        parse_month(text)
    assert found.value.type == why


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["01/02/2025", "03/04/2025"], MonthFirst.NO),
        (["22/07/2025"], MonthFirst.NO),
        (["07/22/2025"], MonthFirst.ALL),
        (["07/22/2025", "03/04/2025"], MonthFirst.ALL),
        (["07/22/2025", "22/07/2025"], MonthFirst.SOME),
        (["07/22/2025", "2025-07-22"], MonthFirst.SOME),
        (["07/22/2025", "Mar-25"], MonthFirst.SOME),
        (["07/22/2025", "", "soon"], MonthFirst.ALL),
        ([], MonthFirst.NO),
    ],
)
def test_whether_a_column_is_month_first(texts, order):
    assert judge_order(texts) == order


class Three(Row):
    happened: PastDay | None = None
    month: PastMonth | None = None
    planned: PlannedDay | None = None


def why_not(month_first=(), **cells) -> str | None:
    context = ReadingContext(today=TODAY, month_first=frozenset(month_first))
    try:
        Three.model_validate(cells, context=context)
    except ValidationError as error:
        return error.errors()[0]["type"]
    return None


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("happened", "2026-11-01", None),
        ("happened", "2026-11-02", "date_in_future"),
        ("happened", "2000-01-01", None),
        ("happened", "1999-12-31", "date_before_2000"),
        ("month", "2026-11", None),
        ("month", "2026-12", "date_in_future"),
        ("month", "1999-12", "date_before_2000"),
        ("planned", "2031-10-31", None),
        ("planned", "2036-11-01", "date_too_late"),
    ],
)
def test_what_happened_is_not_in_the_future_and_plans_are_not_far_off(column, text, why):
    assert why_not(**{column: text}) == why


def test_an_ambiguous_day_is_held_where_the_column_has_month_first_days():
    assert why_not(happened="03/04/2025") is None
    assert why_not(["happened"], happened="03/04/2025") == "date_month_first"
    assert why_not(["happened"], happened="04/04/2025") is None
    assert why_not(["happened"], happened="22/07/2025") is None
    assert why_not(["happened"], happened="2025-04-03") is None


@pytest.mark.parametrize(("text", "time"), [("9:05", "09:05"), ("14:00", "14:00"), ("14:00:00", "14:00")])
def test_a_time_of_day_is_by_the_clock(text, time):
    assert parse_time(text) == time


@pytest.mark.parametrize("text", ["2pm", "14", "24:00", "12:60", "14.00", "14:00:30", "1400", "noon"])
def test_another_time_is_not_guessed(text):
    with pytest.raises(PydanticCustomError) as found:
        parse_time(text)
    assert found.value.type == "time_not_read"
