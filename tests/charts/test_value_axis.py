from datetime import date

import pytest

from charts.theme import SIZES
from charts.value_axis import PERCENT, SCORE, axis_from_zero, find_value_axis, y_axis


def test_percentages_and_scores_have_fixed_axes(make_series):
    assert find_value_axis([make_series("big_i_active", [10, 11])]) == PERCENT
    assert find_value_axis([make_series("dialog_meetings", [100, 110])]) == SCORE
    assert (SCORE.low, SCORE.high) == (1, 7)


@pytest.mark.parametrize(
    ("reach", "ticks"),
    [
        (0, (0, 1)),
        (3, (0, 1, 2, 3)),
        (7, (0, 2, 4, 6, 8)),
        (151, (0, 40, 80, 120, 160)),
        (1000, (0, 200, 400, 600, 800, 1000)),
    ],
)
def test_counts_begin_at_nothing_and_end_at_a_round_number(reach, ticks):
    axis = axis_from_zero(reach, whole=True)
    assert axis.ticks == ticks
    assert (axis.low, axis.high) == (0, ticks[-1])


def test_ratios_may_have_halves():
    assert axis_from_zero(1.9, whole=False).ticks == (0, 0.4, 0.8, 1.2000000000000002, 1.6, 2.0)


def test_the_axis_holds_points_target_and_usual_range(make_series):
    assert find_value_axis([make_series("active_projects", [3, 4, 5], target=38)]).high >= 38
    series = make_series("active_projects", [26, 30] * 12)
    assert find_value_axis([series]).high >= series.result.upl[0] > 30


def test_a_range_far_above_all_points_does_not_press_them_down(make_series):
    series = make_series("workshop_gap", [1, 60, 2, 70, 1, 50, 3, 90, 1, 80, 2, 60, 1])
    assert series.result.upl[-1] > 400
    assert find_value_axis([series]).high <= 160


def test_a_usual_range_above_all_shown_points_is_on_the_axis(make_series):
    low = make_series("active_projects", [*[30, 32] * 12, 6, 5, 6], first_shown=date(2024, 4, 1))
    assert max(p.value for p in low.points[low.shown]) == 6
    assert find_value_axis([low]).high >= low.result.upl[-1]


def test_limits_that_are_not_drawn_need_no_room(make_series):
    assert find_value_axis([make_series("active_projects", [20, 30] * 4)]).high == 30


def test_one_axis_serves_many_series(make_series):
    some = [make_series("active_projects", [5, 6]), make_series("active_projects", [90, 95])]
    assert find_value_axis(some).high == 100
    assert find_value_axis([]) == PERCENT


def test_a_value_beyond_the_axis_is_held_at_its_end():
    assert [PERCENT.hold(v) for v in (-0.2, 0.4, 1.3)] == [0, 0.4, 1]


def test_small_charts_have_few_ticks():
    ticks = {name: y_axis(PERCENT, size, "value").to_dict()["axis"]["values"] for name, size in SIZES.items()}
    assert ticks["large"] == [0, 0.25, 0.5, 0.75, 1]
    assert ticks["small"] == ticks["phone"] == [0, 0.5, 1]
