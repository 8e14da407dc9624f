"""The class of a figure says neither more nor less than the sentence under its chart."""

import pytest

from data_model.terms import FigureState
from measures.definitions import Chart
from measures.examples import build_all_examples
from measures.sentences import describe_series
from measures.standing import Standing, count_late, find_assurance, judge_series

WOBBLE = [16, 20, 18, 19, 17, 19, 16, 20, 17, 18] * 3


def of_forty(make_series, tops, measure="big_i_new", **more):
    return make_series(measure, tops, [40] * len(tops), period="month", **more)


@pytest.mark.parametrize(
    ("tops", "standing"),
    [
        (WOBBLE, Standing.NORMAL),
        ([16, 17] * 12 + [24] * 8, Standing.BETTER),
        ([20, 19] * 12 + [13] * 8, Standing.WORSE),
        ([*WOBBLE, 38], Standing.LOOK_BETTER),
        ([*WOBBLE, 1], Standing.LOOK_WORSE),
        ([*WOBBLE, 39, 38, 39], Standing.BETTER),
        ([*WOBBLE, 40, 40, 40], Standing.ALL),
        ([*WOBBLE, 0, 0, 0], Standing.NONE),
        (WOBBLE[:4], Standing.TOO_EARLY),
        (WOBBLE[:11], Standing.TOO_EARLY),
        ([], Standing.NO_DATA),
    ],
)
def test_each_shape_has_its_class(make_series, tops, standing):
    assert judge_series(of_forty(make_series, tops)) == standing


def test_every_example_is_judged_as_its_sentence_says():
    judged = set()
    for definition, (name, _), series in build_all_examples():
        standing, words = judge_series(series), describe_series(series)
        judged.add(standing)
        where = f"{definition.id} / {name}: {standing} / {words}"
        if series.chart == Chart.LINE:
            continue  # shown for context; its sentence judges nothing
        said_better = "real change" in words and "no sign of real change" not in words
        assert said_better == (standing == Standing.BETTER), where
        assert ("needs a conversation" in words) == (standing == Standing.WORSE), where
        look = "ask what happened" in words or "Keep an eye on it" in words
        more = "more than ups and downs" in words
        assert look <= (standing in (Standing.LOOK, Standing.LOOK_BETTER, Standing.LOOK_WORSE)), where
        assert more <= (standing not in (Standing.NORMAL, Standing.BETTER, Standing.WORSE)), where
        assert ("no sign of real change" in words) == (standing == Standing.NORMAL), where
    assert {Standing.BETTER, Standing.WORSE, Standing.NEITHER, Standing.LOOK, Standing.ALL} <= judged


def test_a_hidden_newest_figure_is_hidden_even_if_a_later_month_is_missing(make_series):
    states = {24: FigureState.SUPPRESSED}
    series = make_series("fft_positive", [80] * 24 + [None, None], [99] * 24 + [None, None], states=states)
    assert judge_series(series) == Standing.HIDDEN


def test_months_too_early_to_count_are_not_late(make_series):
    states = {24: FigureState.TOO_EARLY, 25: FigureState.TOO_EARLY}
    tops = [16, 20] * 12 + [None, None]
    early = make_series("big_i_new", tops, [40] * 26, period="month", states=states)
    assert (count_late(early), judge_series(early)) == (0, Standing.NORMAL)
    missing = make_series("big_i_new", tops, [40] * 26, period="month")
    assert count_late(missing) == 2


def test_only_too_early_figures_are_too_early(make_series):
    series = make_series("big_i_new", [None], [None], states={0: FigureState.TOO_EARLY})
    assert judge_series(series) == Standing.TOO_EARLY
    assert count_late(series) == 0


def test_a_target_is_judged_only_where_there_are_limits(make_series):
    assert find_assurance(of_forty(make_series, WOBBLE, target=0.9)) == "fail"
    assert find_assurance(of_forty(make_series, WOBBLE[:8], target=0.9)) is None
    assert find_assurance(of_forty(make_series, [*WOBBLE, 40, 40, 40], target=0.6)) is None
    assert find_assurance(of_forty(make_series, WOBBLE)) is None
    assert find_assurance(make_series("big_i_new", [], [])) is None


def test_long_stretches_on_a_run_chart_are_no_real_change(make_series):
    moved = make_series("involvement_recorded", [80, 81] * 8 + [95, 96] * 8, [100] * 32)
    assert judge_series(moved) == Standing.LOOK_BETTER
    fell = make_series("involvement_recorded", [95, 96] * 8 + [80, 81] * 8, [100] * 32)
    assert judge_series(fell) == Standing.LOOK_WORSE
