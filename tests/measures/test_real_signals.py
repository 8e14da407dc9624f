"""Which stretches of a series are real changes."""

from measures.examples import SHAPES, build_example, build_series
from measures.real_signals import Signal, find_real_signals
from measures.standing import Standing, judge_series

WOBBLE = [8, 10, 9, 11, 10, 8, 9, 11, 10, 9, 8, 10]
REAL = (Standing.BETTER, Standing.WORSE, Standing.NEITHER)


def signals(tops, measure="big_i_new", **more):
    return find_real_signals(build_series(measure, tops, [20] * len(tops), **more))


def test_a_shift_up_and_a_shift_down_are_two_stretches():
    assert signals([*[14] * 10, *[5] * 10]) == [Signal(0, 9, 1), Signal(10, 19, -1)]


def test_one_point_outside_is_none_and_two_in_a_row_are_one():
    assert signals([*WOBBLE * 2, 20, *WOBBLE], "big_i_active") == []
    assert signals([*WOBBLE * 2, 20, 20, *WOBBLE], "big_i_active") == [Signal(24, 25, 1)]


def test_rules_that_may_not_decide_prove_nothing():
    assert signals([*[8] * 10, *[12] * 10], "big_i_active") == []


def test_all_of_them_proves_nothing_by_itself_but_a_stretch_runs_on_into_it():
    assert [s.side for s in signals([*WOBBLE * 2, *[20] * 8])] == [-1]
    assert signals([*WOBBLE * 2, *[15, 16] * 5, *[20] * 4])[-1].last == 37


def test_a_plain_line_and_a_run_chart_have_none():
    for measure in ("involvement_recorded", "little_i_active"):
        assert signals([*[4] * 12, *[18] * 12], measure) == []


def test_no_figures_no_signals():
    assert signals([]) == []
    assert signals([None] * 10) == []


def test_the_last_stretch_agrees_with_what_is_said_of_the_newest_figure():
    for measure in ("big_i_active", "big_i_new", "fft_positive", "dialog_meetings", "workshop_gap"):
        for shape in SHAPES:
            series = build_example(measure, shape)
            standing = judge_series(series)
            if standing in (Standing.TOO_EARLY, Standing.NO_DATA, Standing.ALL, Standing.NONE):
                continue
            reach = any(s.last == series.observed[-1] for s in find_real_signals(series))
            if standing in REAL or standing == Standing.NORMAL:
                assert reach == (standing in REAL), (measure, shape.name)
