from math import asin, inf, isnan, nan, pi, sin, sqrt

import numpy as np
import pytest

import spc

SIZES = [1, 2, 5, 20, 50, 1000]
NAMES = ("lower95", "upper95", "lower998", "upper998")
Z = (-1.959963984540054, 1.959963984540054, -3.0902323061678132, 3.0902323061678132)
HETEROGENEOUS = ([5, 30, 12, 40, 9, 33, 18, 2, 27, 45, 20, 8], [50] * 12)


def test_lines_by_hand():
    """Half of 100 is the target; at n = 100 the angle is π/4 ± 1.96 / 20."""
    result = spc.funnel([50, 50], [100, 100])
    half_width = 1.959963984540054 / 20
    assert result.target == 0.5
    assert result.lower95 == pytest.approx([sin(pi / 4 - half_width) ** 2] * 2)
    assert result.upper95 == pytest.approx([sin(pi / 4 + half_width) ** 2] * 2)


@pytest.mark.parametrize(
    ("numerator", "flag"),
    [(50, ""), (40, ""), (39, "low95"), (33, "low998"), (60, ""), (61, "high95"), (67, "high998")],
)
def test_flags_are_exact_tails(numerator, flag):
    """Bin(100, ½): P(≤ 40) = 0.0284, P(≤ 39) = 0.0176, P(≤ 33) = 0.0004. The big unit holds the target."""
    result = spc.funnel([numerator, 500_000_000], [100, 1_000_000_000])
    assert result.flag.tolist() == [flag, ""]


def test_units_without_a_denominator_are_left_out():
    result = spc.funnel([3, 0, None, 4, 9, 2], [10, 0, 10, None, 8, 10])
    assert np.isnan(result.value).tolist() == [False, True, True, True, True, False]
    assert np.isnan(result.upper998).tolist() == np.isnan(result.value).tolist()
    assert result.flag.tolist() == [""] * 6
    assert result.target == 0.25


@pytest.mark.parametrize(("numerators", "denominators"), [([], []), ([0], [0]), ([None], [3])])
def test_no_units_no_target(numerators, denominators):
    result = spc.funnel(numerators, denominators)
    assert isnan(result.target)
    assert (result.tau2, result.phi) == (0, 0)
    assert result.flag.tolist() == [""] * len(numerators)


def test_one_unit_cannot_differ_from_itself():
    result = spc.funnel([3], [10], overdispersion=True)
    assert (result.tau2, result.phi, result.flag.tolist()) == (0, 0, [""])


def test_overdispersion_widens_the_lines_and_flags_what_lies_beyond():
    plain, widened = spc.funnel(*HETEROGENEOUS), spc.funnel(*HETEROGENEOUS, overdispersion=True)
    assert plain.tau2 == widened.tau2 > 0
    assert (widened.lower95 < plain.lower95).all()
    assert (widened.upper998 > plain.upper998).all()
    beyond = (widened.value < widened.lower95) | (widened.value > widened.upper95)
    assert [flag != "" for flag in widened.flag] == beyond.tolist()
    assert sum(plain.flag != "") > sum(widened.flag != "")


def test_tau2_by_hand():
    """Twelve units of 50: τ² = (12·phi − 11) / (4·50·11), z winsorised at the 10th and 90th percentile."""
    result = spc.funnel(*HETEROGENEOUS)
    z = [2 * sqrt(50) * (asin(sqrt(top / 50)) - asin(sqrt(result.target))) for top in HETEROGENEOUS[0]]
    low, high = np.percentile(z, [10, 90])
    phi = np.mean(np.clip(z, low, high) ** 2)
    assert result.phi == pytest.approx(phi)
    assert result.tau2 == pytest.approx((12 * phi - 11) / (4 * 50 * 11))


def test_without_heterogeneity_flags_stay_exact():
    """30 of 30 lies beyond its arcsine line at 95 %, but by the exact tail it is nothing unusual."""
    numerators = [5, 8, 10, 11, 14, 17, 19, 24, 28, 30]
    denominators = [5, 8, 10, 12, 15, 18, 20, 25, 29, 30]
    result = spc.funnel(numerators, denominators, overdispersion=True)
    assert result.tau2 == 0
    assert result.upper95[-1] < 1
    assert result.flag.tolist() == [""] * 10


def test_one_huge_unit_among_small_ones_is_worked_out():
    result = spc.funnel([500_000_000, 1, 0], [1_000_000_000, 2, 1], overdispersion=True)
    assert np.isfinite([result.tau2, result.phi]).all()


@pytest.mark.parametrize(
    ("numerators", "denominators", "reason"),
    [
        ([1, 2], [3], "must be the same"),
        ([-1], [3], "negative"),
        ([1], [-3], "negative"),
        ([1.5], [3], "whole count"),
        ([1], [2e9], "whole count up to"),
        (["1"], [3], "not a number"),
    ],
)
def test_broken_counts_are_refused(numerators, denominators, reason):
    with pytest.raises(ValueError, match=reason):
        spc.funnel(numerators, denominators)


def test_overdispersion_is_a_switch():
    with pytest.raises(ValueError, match="overdispersion must be True or False"):
        spc.funnel([1], [3], overdispersion="auto")


def test_the_result_cannot_be_changed():
    result = spc.funnel([1, nan], [3, 4])
    for array in (result.value, result.lower95, result.upper998, result.flag):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = array[1]


def test_drawn_lines_by_hand():
    """Around one half at n = 25 the angle is π/4 ± z / 10."""
    lines = spc.funnel_lines(0.5, [25])
    for name, z in zip(NAMES, Z, strict=True):
        assert getattr(lines, name).tolist() == [pytest.approx(sin(pi / 4 + z / 10) ** 2, abs=1e-12)]


@pytest.mark.parametrize(
    ("numerators", "denominators"),
    [([5, 30, 12, 40, 0], [50, 50, 13, 77, 1]), ([30, 29, 5], [30, 30, 5]), ([0, 0], [4, 9])],
)
def test_at_the_units_they_are_the_lines_of_the_funnel(numerators, denominators):
    result = spc.funnel(numerators, denominators)
    lines = spc.funnel_lines(result.target, denominators)
    for name in NAMES:
        assert getattr(lines, name).tolist() == getattr(result, name).tolist()


def test_widened_lines_are_those_of_the_overdispersed_funnel():
    numerators, denominators = [5, 30, 12, 40, 9, 33, 18, 2, 27, 45, 20, 8], [50] * 12
    result = spc.funnel(numerators, denominators, overdispersion=True)
    lines = spc.funnel_lines(result.target, denominators, tau2=result.tau2)
    assert result.tau2 > 0
    assert lines.upper998.tolist() == result.upper998.tolist()
    assert (lines.lower95 < spc.funnel_lines(result.target, denominators).lower95).all()


@pytest.mark.parametrize("target", [0, 0.03, 0.5, 0.98, 1])
def test_they_narrow_towards_the_target_and_never_turn_back(target):
    lines = spc.funnel_lines(target, SIZES)
    assert (np.diff(lines.upper998) <= 0).all()
    assert (np.diff(lines.lower998) >= 0).all()
    stacked = np.array([lines.lower998, lines.lower95, np.full(6, target), lines.upper95, lines.upper998])
    assert (np.diff(stacked, axis=0) >= -1e-12).all()
    assert (stacked >= 0).all()
    assert (stacked <= 1).all()
    widths = lines.upper95[-1] - lines.lower95[-1]
    assert widths < 4 / sqrt(1000)


def test_without_a_denominator_there_is_no_line():
    lines = spc.funnel_lines(0.4, [0, None, nan, 10])
    for line in lines:
        assert [isnan(value) for value in line] == [True, True, True, False]


def test_no_denominators_no_lines():
    assert [line.tolist() for line in spc.funnel_lines(0.4, [])] == [[], [], [], []]


@pytest.mark.parametrize(
    ("target", "sizes", "tau2", "reason"),
    [
        (1.2, [3], 0, "share from 0 to 1, not 1.2"),
        (-0.1, [3], 0, "share from 0 to 1"),
        (nan, [3], 0, "share from 0 to 1, not nan"),
        (0.5, [3], -1, "tau2 must be 0 or more"),
        (0.5, [3], nan, "tau2 must be 0 or more"),
        (0.5, [3], inf, "tau2 must be 0 or more"),
        (0.5, [-3], 0, "negative"),
        (0.5, ["3"], 0, "not a number"),
    ],
)
def test_what_can_only_be_a_mistake_is_refused(target, sizes, tau2, reason):
    with pytest.raises(ValueError, match=reason):
        spc.funnel_lines(target, sizes, tau2=tau2)


def test_the_lines_cannot_be_changed():
    for line in spc.funnel_lines(0.4, [3, 4]):
        with pytest.raises(ValueError, match="read-only"):
            line[0] = 1
