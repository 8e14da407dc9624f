import math

from charts.month_axis import place_day
from charts.picture import build_frame
from charts.spc_frame import COLUMNS, find_signal, point_rows
from charts.spc_stages import Stage, find_stages
from charts.value_axis import find_value_axis
from measures.periods import add_months
from tests.charts.conftest import FIRST

SWING = [9, 11, 10, 12, 8]


def rows(series):
    return list(point_rows(series, find_stages(series), find_value_axis([series])))


def test_one_row_a_month_with_its_words(make_series):
    found = rows(make_series("big_i_active", [13], 19))
    assert found == [
        {
            "what": "point", "x": place_day(FIRST), "value": 13 / 19, "tone": "ordinary", "shape": "circle",
            "when": "April 2022", "text": "13 of 19 projects (68%)",
        }
    ]  # fmt: skip


def test_a_gap_keeps_its_place_and_says_nothing(make_series):
    found = rows(make_series("big_i_active", [10, None, 12]))
    assert found[1] == {"what": "point", "x": place_day(add_months(FIRST, 1))}


def test_limits_follow_the_denominator_and_bridge_a_gap(make_series):
    found = rows(make_series("big_i_active", [*SWING * 4, None, 3], [20] * 20 + [None, 5]))
    assert found[0]["lower"] == found[20]["lower"] > 0
    assert found[21]["lower"] < found[0]["lower"]
    assert found[21]["upper"] > found[0]["upper"]


def test_nothing_is_usual_before_the_first_and_after_the_last_month_of_a_phase(make_series):
    found = rows(make_series("dialog_meetings", [None, *[100, 104, 98, 103, 99] * 5, None]))
    assert "lower" not in found[0] and "level" not in found[0]
    assert "lower" not in found[-1] and "level" not in found[-1]
    assert "lower" in found[1] and "lower" in found[-2]


def test_an_empty_row_cuts_the_lines_where_a_phase_begins(make_series):
    found = rows(make_series("big_i_active", SWING * 8, rebase=[20]))
    assert len(found) == 41
    assert found[20] == {"what": "point", "x": found[21]["x"]}


def test_a_phase_without_limits_does_not_borrow_those_of_the_phase_before(make_series):
    lonely = [number for pair in zip(SWING * 3, [None] * 15, strict=True) for number in pair]
    found = rows(make_series("dialog_meetings", [100, 104, 98, 103] * 6 + lonely, rebase=[24]))
    assert found[23]["lower"] > 0
    assert "early_lower" not in found[25]


def test_limits_never_leave_the_axis(make_series):
    series = make_series("active_projects", [0, 9, 1, 8, 0, 10, 2, 9, 1, 7, 0, 9] * 2)
    assert series.result.lpl[0] < 0
    assert rows(series)[0]["lower"] == 0


def test_early_limits_stand_in_columns_of_their_own(make_series):
    found = rows(make_series("big_i_active", SWING * 3))
    assert "lower" not in found[0]
    assert found[0]["early_lower"] < found[0]["level"] < found[0]["early_upper"]


def test_the_middle_of_few_points_is_the_median(make_series):
    found = rows(make_series("big_i_active", [2, 2, 2, 20, 20, 3, 3]))
    assert {row["level"] for row in found} == {3 / 20}


def test_points_before_the_first_shown_are_not_drawn(make_series):
    series = make_series("big_i_active", SWING * 5, first_shown=add_months(FIRST, 20))
    assert [row["x"] for row in rows(series)] == [place_day(add_months(FIRST, 20 + i)) for i in range(5)]


def test_shape_and_colour_say_which_way(make_series):
    series = make_series("big_i_active", [*SWING * 4, 20, 0], 20)
    assert find_signal(series, 20, Stage.FIRM) == ("better", "triangle-up")
    assert find_signal(series, 21, Stage.FIRM) == ("worse", "diamond")
    assert find_signal(series, 0, Stage.FIRM) == ("ordinary", "circle")


def test_lower_is_better_points_down(make_series):
    series = make_series("workshop_gap", [30, 35, 28, 33, 31, 29, 34] * 3 + [1])
    assert find_signal(series, 21, Stage.FIRM) == ("better", "triangle-down")


def test_neither_good_nor_bad_has_its_own_shape(make_series):
    series = make_series("workshop_attendance", [30, 35, 28, 33, 31, 29, 34] * 3 + [90])
    assert find_signal(series, 21, Stage.FIRM) == ("neither", "square")


def test_too_few_points_give_no_signal(make_series):
    series = make_series("big_i_active", [*SWING, *SWING, 20])
    assert series.result.special_cause[10] == "improvement"
    assert find_signal(series, 10, Stage.MIDDLE) == ("ordinary", "circle")


def test_columns_have_the_same_kinds_with_and_without_rows(make_series):
    full, empty = build_frame(rows(make_series("big_i_active", SWING)), COLUMNS), build_frame([], COLUMNS)
    assert list(full.columns) == list(empty.columns) == list(COLUMNS)
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert len(empty) == 0
    assert math.isnan(full["level"].iloc[0])
    assert "image" not in full.columns
