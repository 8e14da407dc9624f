"""Means and spreads worked out by hand."""

from math import isnan, nan, pi, sqrt

import pytest

from spc.limits import (
    average,
    c_limits,
    i_prime_limits,
    moving_ranges,
    p_limits,
    p_prime_limits,
    run_limits,
    screened_average,
    sigma_z,
    slack_at,
    u_limits,
    u_prime_limits,
    xmr_limits,
)
from spc.rows import read_counts, read_means, read_proportions, read_rates, read_values

SLACK = 1e-9


def test_slack_grows_with_the_mean_but_not_below_one():
    assert (slack_at(0.2), slack_at(-50), slack_at(nan)) == (1e-9, 50 * 1e-9, 1e-9)


def test_sums_are_exact():
    assert average([0.1] * 10) == 0.1
    assert isnan(average([]))


def test_moving_ranges_are_not_joined_across_a_gap():
    assert moving_ranges([3.0, 5.0, nan, 9.0, 8.0]) == [2.0, 1.0]
    assert moving_ranges([3.0, nan, 5.0]) == []


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], nan),
        ([2.0], 2.0),
        ([0.0, 0.0], 0.0),
        ([1.0, 1.0, 1.0, 1.0, 20.0], 1.0),  # 20 is above 3.267 × 4.8
        ([1.0, 1.0, 1.0, 5.0], 2.0),  # 5 is not above 3.267 × 2
        ([0.0, 0.0, 0.0, 4.0], 1.0),  # only zeros would be left: the raw average stays
        ([1e-17, 1e-17, 1e-17, 4.0], 1.0),  # so do differences that are only rounding
    ],
)
def test_screening_drops_extreme_ranges_once(ranges, expected):
    assert screened_average(ranges, True, SLACK) == pytest.approx(expected, nan_ok=True)


def test_screening_is_one_pass():
    """The first pass drops 40; 8 would be dropped by a second one (average 1.7) but is kept."""
    assert screened_average([1.0] * 9 + [8.0, 40.0], True, SLACK) == 1.7


def test_a_range_exactly_on_the_screening_limit_is_dropped():
    assert screened_average([1.0, 1.0, 1.0, 3.0], True, SLACK, above=2) == 1.0


def test_screening_can_be_switched_off():
    assert screened_average([1.0, 1.0, 1.0, 1.0, 20.0], False, SLACK) == 4.8


def test_xmr():
    assert xmr_limits(read_values([4, 6, 5, 9]), True) == (6.0, pytest.approx(2.66 * 7 / 3))


@pytest.mark.parametrize("values", [[], [5], [5, None, 7]])
def test_xmr_without_a_moving_range_has_no_limits(values):
    assert isnan(xmr_limits(read_values(values), True)[1])


@pytest.mark.parametrize(("values", "middle"), [([3, 9, 4], 4), ([3, 9, 4, None, 6], 5), ([], nan)])
def test_run_chart_is_the_median_without_limits(values, middle):
    centre, spread = run_limits(read_values(values), True)
    assert centre == pytest.approx(middle, nan_ok=True)
    assert isnan(spread)


def test_c():
    assert c_limits(read_counts([2, 6, 4], "counts"), True) == (4.0, 6.0)


def test_p_is_the_ratio_of_the_sums_not_the_mean_of_the_ratios():
    centre, spread = p_limits(read_proportions([1, 9], [10, 10]), True)
    assert (centre, spread) == (0.5, 1.5)
    assert p_limits(read_proportions([1, 8], [10, 80]), True)[0] == 0.1


def test_u():
    assert u_limits(read_rates([2, 6], [1, 1]), True) == (4.0, 6.0)


def test_i_prime_weighs_by_size():
    """Means 3 and 5 of 1 and 3 answers: 4.5; one step of √(π/2)·2/√(1 + 1/3)."""
    centre, spread = i_prime_limits(read_means([3, 5], [1, 3]), True)
    assert centre == 4.5
    assert spread == pytest.approx(3 * sqrt(pi / 2) * 2 / sqrt(4 / 3))


def test_i_prime_is_screened_too():
    values = [*[3, 4] * 6, 40]
    sizes = [1] * 13
    screened = i_prime_limits(read_means(values, sizes), True)[1]
    assert screened == pytest.approx(3 * sqrt(pi / 2) / sqrt(2))
    assert i_prime_limits(read_means(values, sizes), False)[1] > 3 * screened


def test_i_prime_without_two_neighbours_has_no_limits():
    assert isnan(i_prime_limits(read_means([3, None, 5], [1, 1, 1]), True)[1])
    assert isnan(i_prime_limits(read_means([], []), True)[0])


def test_sigma_z_is_not_set_by_rounding():
    """Twelve months of 0.3, every other one with another last digit, then one change: that step must stay."""
    rows = read_proportions([*[3, (0.1 + 0.2) * 10] * 6, 9], [10] * 13)
    assert rows.values[0] != rows.values[1]
    centre, spread = p_limits(rows, True)
    only_step = (0.9 - 0.3) * sqrt(10) / (spread / 3) / 12
    assert sigma_z(rows, centre, spread, True) == pytest.approx(only_step / 1.128)


def test_sigma_z_is_the_average_step_of_z():
    """p = ½, sigma = 0.1 at n = 25: z = 1, −1, 1, −1, so every step is 2."""
    rows = read_proportions([15, 10, 15, 10], [25] * 4)
    assert sigma_z(rows, 0.5, 1.5, True) == pytest.approx(2 / 1.128)


@pytest.mark.parametrize("limits", [p_prime_limits, u_prime_limits])
def test_prime_charts_without_a_moving_range_have_no_limits(limits):
    read = read_proportions if limits is p_prime_limits else read_rates
    assert isnan(limits(read([3, None, 4], [9, 9, 9]), True)[1])
    assert isnan(limits(read([], []), True)[0])


def test_one_month_of_all_of_all_has_no_prime_limits():
    assert isnan(p_prime_limits(read_proportions([5], [5]), True)[1])
    assert isnan(u_prime_limits(read_rates([0], [5]), True)[1])


@pytest.mark.parametrize(
    ("numerators", "centre"), [([5, 5, 5], 1.0), ([0, 0, 0], 0.0)], ids=["all of all", "none of all"]
)
def test_zero_sigma_puts_the_limits_on_the_mean(numerators, centre):
    rows = read_proportions(numerators, [5, 5, 5])
    assert p_limits(rows, True) == (centre, 0.0)
    assert p_prime_limits(rows, True) == (centre, 0.0)
