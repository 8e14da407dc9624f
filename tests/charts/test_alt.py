from charts.alt import describe_chart
from measures.periods import add_months
from tests.charts.conftest import FIRST


def test_sentence_then_kind_dates_and_values(make_series):
    series = make_series("big_i_active", [5, None, 11], 20)
    assert describe_chart(series, "It rose.", "Line chart") == (
        "It rose. Line chart, April 2022 to June 2022, from 25% to 55%."
    )


def test_one_value_and_one_month_are_said_once(make_series):
    assert describe_chart(make_series("big_i_active", [10, 10]), "Flat.", "Line chart").endswith(
        "2022, at 50%."
    )
    one = describe_chart(make_series("workshops_held", [3]), "New.", "Chart of single points")
    assert one == "New. Chart of single points, April 2022, at 3."


def test_only_what_is_shown_is_said(make_series):
    series = make_series("big_i_active", [1, 10, 12], first_shown=add_months(FIRST, 1))
    assert "May 2022 to June 2022, from 50% to 60%" in describe_chart(series, "So.", "Line chart")


def test_nothing_shown_leaves_the_sentence(make_series):
    assert describe_chart(make_series("big_i_active", [None]), "No figures.", "Line chart") == "No figures."
