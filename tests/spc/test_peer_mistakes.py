"""What the peers get wrong on data like ours: each mistake is one test that ours does not make it."""

import numpy as np
import pytest

import spc

PROPORTION_CHARTS = [spc.p, spc.p_prime]
RATE_CHARTS = [spc.u, spc.u_prime]


def assert_quiet(result):
    """No point flagged, and limits at every observed month."""
    assert set(result.cause) == {"."}
    assert result.variation == "common_cause"
    seen = ~np.isnan(result.value)
    assert np.isfinite(result.lpl[seen]).all()
    assert np.isfinite(result.upl[seen]).all()


@pytest.mark.parametrize("chart", [*PROPORTION_CHARTS, *RATE_CHARTS])
def test_a_month_of_none_of_none_is_a_gap_and_nothing_else(chart):
    """Peers flag it as a concern, or the whole chart loses its limits."""
    numerators = [9, 8, 10, 9, 7, 9, 0, 8, 10, 9, 8, 9]
    denominators = [20, 19, 21, 20, 18, 20, 0, 19, 21, 20, 18, 20]
    result = chart(numerators, denominators)
    assert_quiet(result)
    assert np.flatnonzero(np.isnan(result.value)).tolist() == [6]
    without = [row for row in range(12) if row != 6]
    rest = chart([numerators[row] for row in without], [denominators[row] for row in without])
    assert result.mean[0] == rest.mean[0]


@pytest.mark.parametrize("chart", PROPORTION_CHARTS)
@pytest.mark.parametrize(("target", "assurance"), [(0.8, "pass"), (1.0, "pass")])
def test_all_of_all_every_month_passes(chart, target, assurance):
    """Peers give no limits, then "hit or miss" or "fail"."""
    sizes = [19, 15, 16, 12, 19, 18, 14, 15, 16, 19, 12, 13]
    result = chart(sizes, sizes, target=target)
    assert_quiet(result)
    assert set(result.lpl) == set(result.upl) == {1.0}
    assert (result.assurance, result.assurance_last) == (assurance, assurance)


@pytest.mark.parametrize("value", [0.1, 0.3, 0.7, 1 / 3, 100.0])
def test_ten_equal_decimals_are_not_flagged_through_rounding(value):
    """Added up one by one, ten times 0.1 is not 1: a peer then sees ten months above the mean."""
    result = spc.xmr([value] * 10, target=value)
    assert_quiet(result)
    assert result.lpl == pytest.approx([value] * 10)
    assert result.assurance == "pass"


@pytest.mark.parametrize("chart", PROPORTION_CHARTS)
def test_ten_equal_proportions_of_different_denominators_are_not_flagged(chart):
    """3/10, 6/20, 9/30 … are the same proportion in different binary digits."""
    result = chart([3 * k for k in range(1, 13)], [10 * k for k in range(1, 13)])
    assert_quiet(result)


@pytest.mark.parametrize("later", [41, 60, 39, 0.1])
def test_one_change_in_a_flat_series_keeps_its_limits(later):
    """Screening drops the only step; peers then set the limits on the mean and flag every point."""
    result = spc.xmr([40] * 12 + [later] * 12)
    step = abs(later - 40)
    assert result.upl - result.mean == pytest.approx([2.66 * step / 23] * 24)
    assert np.isfinite(result.lpl).all()
    shifted = spc.xmr([40] * 3 + [later] * 3)
    assert not shifted.hits["outside"].any()


@pytest.mark.parametrize("chart", [spc.p_prime, spc.u_prime, spc.i_prime])
def test_one_change_in_a_flat_series_keeps_the_limits_of_prime_charts(chart):
    result = chart([8] * 6 + [12] * 6, [20] * 12)
    assert (result.upl > result.mean).all()


def test_noise_in_the_last_digit_does_not_count_as_what_screening_leaves():
    """0.3 and 0.1 + 0.2 differ by 4e-17: to the eye and to the chart they are equal."""
    values = [0.3, 0.1 + 0.2] * 6 + [0.9] * 2
    result = spc.xmr(values)
    assert result.upl[0] - result.mean[0] == pytest.approx(2.66 * 0.6 / 13)


def test_a_missing_month_inside_a_rising_run_breaks_it():
    """Peers stop with an error, or join the line across the gap and see a trend."""
    rising = [10, 11, 12, 13, None, 14, 15, 16]
    result = spc.xmr(rising)
    assert not result.hits["trend"].any()
    assert np.isnan(result.value[4])
    assert spc.xmr([value for value in rising if value]).hits["trend"].all()


def test_a_missing_month_inside_a_shift_breaks_it():
    assert not spc.xmr([5] * 8 + [9, 8, 9, None, 9, 8, 9, 8]).hits["shift"][8:].any()


def test_seven_points_exactly_on_the_mean_are_no_shift():
    result = spc.xmr([46, 54, 45, 55, *[50] * 8, 55, 45, 54, 46])
    assert result.mean[0] == 50
    assert_quiet(result)
    assert result.runs[0].n_useful == 8


@pytest.mark.parametrize("chart", [*PROPORTION_CHARTS, *RATE_CHARTS])
def test_a_tiny_last_denominator_does_not_turn_the_assurance_icon(chart):
    numerators = [17, 16, 18, 17, 15, 16, 17, 18, 16, 17, 16, 17] * 2
    full = chart(numerators, [20] * 24, target=0.2)
    tiny = chart([*numerators[:-1], 1], [20] * 23 + [1], target=0.2)
    assert full.assurance == tiny.assurance == "pass"
    assert tiny.assurance_last == "inconsistent"


def test_a_baseline_and_a_rebase_go_together():
    """One peer stops with an error, another lets the rebase drop the baseline in silence."""
    first, second = [40, 42, 41, 43, 39, 41] * 3, [50, 52, 51, 53, 49, 51] * 3
    result = spc.xmr([*first, *second], rebase=[18], baseline_n=12)
    assert result.mean[0] == np.mean(first[:12])
    assert result.mean[-1] == np.mean(second[:12])


def test_funnel_lines_do_not_wrap_round_and_flag_thirty_of_thirty():
    """29 units of 5 in 5 and one of 4 in 5: a line that turns back at 1 puts every unit outside."""
    numerators, denominators = [5] * 29 + [4], [5] * 30
    result = spc.funnel(numerators, denominators)
    assert (result.upper95 == 1).all()
    assert (result.upper998 == 1).all()
    wrapped = np.sin(np.arcsin(np.sqrt(result.target)) + 1.96 / (2 * np.sqrt(5))) ** 2
    assert wrapped < 1
    assert sum(result.value > wrapped) == 29
    assert result.flag.tolist() == [""] * 30


def test_funnel_of_no_events_flags_nobody():
    result = spc.funnel([0, 0, 0, 0], [12, 20, 30, 18])
    assert (result.lower95 == 0).all()
    assert result.flag.tolist() == [""] * 4
