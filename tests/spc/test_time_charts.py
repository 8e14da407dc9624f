"""Each chart by name, on numbers worked out by hand."""

from math import nan, sqrt

import numpy as np
import pytest

import spc

ONE_COLUMN = {"xmr": spc.xmr, "run": spc.run, "c": spc.c, "t": spc.t}
TWO_COLUMNS = {
    "p": spc.p,
    "p_prime": spc.p_prime,
    "u": spc.u,
    "u_prime": spc.u_prime,
    "i_prime": spc.i_prime,
}
ALL = ONE_COLUMN | TWO_COLUMNS


def draw(name, values=(), sizes=(), **options):
    columns = (values,) if name in ONE_COLUMN else (values, sizes)
    return ALL[name](*columns, **options)


def lines(result):
    return result.mean[0], result.lpl[0], result.upl[0]


def test_xmr():
    assert lines(spc.xmr([4, 6, 5, 9])) == pytest.approx((6, 6 - 2.66 * 7 / 3, 6 + 2.66 * 7 / 3))


def test_run_has_a_median_and_no_limits():
    assert lines(spc.run([3, 9, 4])) == pytest.approx((4, nan, nan), nan_ok=True)


def test_c():
    assert lines(spc.c([2, 6, 4])) == (4, 0, 10)


def test_p_limits_follow_the_denominator():
    result = spc.p([10, 40], [20, 80])
    assert result.upl == pytest.approx([0.5 + 1.5 / sqrt(20), 0.5 + 1.5 / sqrt(80)])
    assert result.lpl == pytest.approx(1 - result.upl)


def test_p_prime_widens_by_sigma_z():
    """z = 1, −1, 1, −1 at n = 100: σz = 2 / 1.128 and sigma 0.05."""
    assert spc.p_prime([55, 45] * 2, [100] * 4).upl == pytest.approx([0.5 + 3 * 0.05 * 2 / 1.128] * 4)


def test_u_and_u_prime():
    assert spc.u([2, 6], [1, 1]).upl.tolist() == [10, 10]
    assert spc.u_prime([2, 6], [1, 1]).upl == pytest.approx([4 + 3 * 2 * 2 / 1.128] * 2)


def test_i_prime_narrows_with_size():
    result = spc.i_prime([3, 5, 4], [1, 3, 12])
    distances = result.upl - result.mean
    assert result.mean == pytest.approx([(3 + 15 + 48) / 16] * 3)
    assert distances * np.sqrt([1, 3, 12]) == pytest.approx([distances[0]] * 3)


def test_t_is_xmr_of_straightened_days():
    days = [1.0, 2.0**3.6, 3.0**3.6, 2.0**3.6]  # straightened: 1, 2, 3, 2
    result = spc.t(days)
    assert result.value.tolist() == days
    assert lines(result) == pytest.approx((2**3.6, 0, (2 + 2.66) ** 3.6))


@pytest.mark.parametrize(
    ("target", "assurance"), [(260, "fail"), (100, "inconsistent"), (0, "pass"), (-1, "pass")]
)
def test_t_takes_its_target_in_days(target, assurance):
    """The limits of the chart above are 0 and about 254 days."""
    days = [1.0, 2.0**3.6, 3.0**3.6, 2.0**3.6]
    assert 254 < spc.t(days).upl[0] < 255
    assert spc.t(days, target=np.int64(target)).assurance == assurance


@pytest.mark.parametrize("days", [[0, 0, 0], [4, 4, 4]])
def test_t_without_variation_has_its_limits_on_the_mean(days):
    assert lines(spc.t(days)) == pytest.approx((days[0],) * 3)


@pytest.mark.parametrize("name", ALL)
def test_every_chart_takes_every_option(name):
    sizes = [20] * 30
    values = [8, 9, 10, 9, 8, 11] * 5
    result = draw(
        name, values, sizes, improvement="decrease", target=0.5, rebase=(15,), baseline_n=12, screen=False,
        run_length=8, rules=("outside",),
    )  # fmt: skip
    assert result.phase.tolist() == [0] * 15 + [1] * 15
    assert result.limits_state == "provisional"


@pytest.mark.parametrize("name", ALL)
def test_every_chart_takes_lists_tuples_and_arrays(name):
    values, sizes = [3, 4, 5, 4], [10, 11, 12, 13]
    expected = draw(name, values, sizes)
    for kind in (tuple, np.array, lambda numbers: np.array(numbers, dtype=object)):
        result = draw(name, kind(values), kind(sizes))
        assert np.array_equal(result.upl, expected.upl, equal_nan=True)
        assert np.array_equal(result.mean, expected.mean)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"rebase": (4,)}, "outside the 4 rows"),
        ({"baseline_n": 11}, "at least 12"),
        ({"improvement": "better"}, "improvement"),
        ({"target": "high"}, "target"),
    ],
)
def test_every_chart_refuses_bad_options(name, options, reason):
    with pytest.raises(ValueError, match=reason):
        draw(name, [3, 4, 5, 4], [10, 11, 12, 13], **options)


@pytest.mark.parametrize("name", ALL)
def test_every_chart_refuses_text(name):
    with pytest.raises(ValueError, match="is not a number"):
        draw(name, [3, "four"], [10, 11])


@pytest.mark.parametrize("name", TWO_COLUMNS)
def test_every_chart_of_two_columns_refuses_different_lengths(name):
    with pytest.raises(ValueError, match="must be the same"):
        draw(name, [3, 4], [10])


@pytest.mark.parametrize("name", ["c", "t", "u", "u_prime"])
def test_negative_counts_and_days_are_refused(name):
    with pytest.raises(ValueError, match="negative"):
        draw(name, [3, -4], [10, 10])


def test_negative_sizes_of_means_are_refused_and_negative_denominators_are_missing():
    with pytest.raises(ValueError, match="negative"):
        spc.i_prime([3, 4], [10, -10])
    assert np.isnan(spc.p([3, 4], [10, -10]).value).tolist() == [False, True]
    assert np.isnan(spc.u([3, 4], [10, -10]).value).tolist() == [False, True]
