"""What must hold for any series: drawn by hypothesis, short ones point by point, long ones from a seed."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
NEEDS_A_MOVING_RANGE = {"xmr", "t", "p_prime", "u_prime", "i_prime"}
TURNED = {
    "common_cause": "common_cause",
    "improvement_high": "improvement_low",
    "improvement_low": "improvement_high",
    "concern_high": "concern_low",
    "concern_low": "concern_high",
}

every_chart = pytest.mark.parametrize("name", ALL)
modest = settings(max_examples=15, deadline=None)


def gaps(numbers):
    return st.one_of(st.none(), st.just(float("nan")), numbers)


@st.composite
def columns(draw, name, longest=400):
    """Columns that the chart takes, with gaps: any numbers in a short series, seeded ones in a long one."""
    n = draw(st.integers(0, longest))
    if n > 40:
        rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
        sizes = rng.integers(0, draw(st.sampled_from([2, 40, 5000])), n)
        values = rng.binomial(sizes, rng.random()) if rng.random() < 0.8 else sizes
        lost = rng.random(n) < draw(st.sampled_from([0, 0.1, 0.9]))
        first = [None if gone else int(value) for value, gone in zip(values, lost, strict=True)]
        return (first,) if name in ONE_COLUMN else (first, sizes)
    low = -1e9 if name in {"xmr", "run", "i_prime", "p", "p_prime"} else 0
    first = st.one_of(st.integers(0, 9), st.floats(low, 1e9))
    second = st.one_of(st.integers(0, 20), st.floats(0 if name == "i_prime" else -10, 1e9))
    values = draw(st.lists(gaps(first), min_size=n, max_size=n))
    return (values,) if name in ONE_COLUMN else (values, draw(st.lists(gaps(second), min_size=n, max_size=n)))


options = st.fixed_dictionaries(
    {},
    optional={
        "improvement": st.sampled_from(["increase", "decrease", "neutral"]),
        "target": st.none() | st.floats(-10, 1e6),
        "baseline_n": st.none() | st.integers(12, 30),
        "screen": st.booleans(),
        "run_length": st.integers(2, 12),
        "rules": st.lists(st.sampled_from(["outside", "trend", "two_in_three", "shift"])),
    },
)


def with_rebase(draw, n, given_options):
    return given_options | {"rebase": draw.draw(st.lists(st.integers(0, n - 1), max_size=3)) if n else []}


def cut(arrays, phase):
    return tuple(list(column)[phase] for column in arrays)


@every_chart
@modest
@given(draw=st.data(), given_options=options)
def test_nothing_raises_and_every_row_has_its_place(name, draw, given_options):
    data = draw.draw(columns(name))
    n = len(data[0])
    result = ALL[name](*data, **with_rebase(draw, n, given_options))
    arrays = [
        result.value,
        result.mean,
        result.lpl,
        result.upl,
        result.phase,
        result.cause,
        result.special_cause,
    ]
    assert {array.shape for array in [*arrays, *result.hits.values()]} == {(n,)}
    assert len(result.runs) == max(result.phase, default=0) + 1
    assert (np.diff(result.phase) >= 0).all()
    gone = np.isnan(result.value)
    assert not any(hits[gone].any() for hits in result.hits.values())
    assert not np.isinf([result.mean, result.lpl, result.upl]).any()


@every_chart
@modest
@given(draw=st.data())
def test_limits_are_there_where_the_rules_give_them(name, draw):
    result = ALL[name](*draw.draw(columns(name)))
    seen = ~np.isnan(result.value)
    has_range = (seen[1:] & seen[:-1]).any()
    due = seen if name in TWO_COLUMNS else np.full(len(seen), seen.any())
    if name == "run" or (name in NEEDS_A_MOVING_RANGE and not has_range):
        due = np.zeros(len(seen), dtype=bool)
    assert np.isnan(result.mean).all() if not seen.any() else not np.isnan(result.mean).any()
    assert np.array_equal(~np.isnan(result.lpl), due)
    assert np.array_equal(~np.isnan(result.upl), due)
    slack = 1e-9 * np.maximum(1, np.abs(result.mean[due]))
    assert (result.lpl[due] <= result.mean[due] + slack).all()
    assert (result.upl[due] >= result.mean[due] - slack).all()


@every_chart
@modest
@given(draw=st.data(), given_options=options)
def test_a_phase_knows_nothing_of_the_others(name, draw, given_options):
    """Each phase of a rebased chart equals the chart of its rows alone, whatever comes after or before."""
    data = draw.draw(columns(name, longest=80))
    n = len(data[0])
    whole = ALL[name](*data, **with_rebase(draw, n, given_options))
    for number, runs in enumerate(whole.runs):
        phase = slice(*np.searchsorted(whole.phase, [number, number + 1]))
        alone = ALL[name](*cut(data, phase), **given_options)
        for line in ("value", "mean", "lpl", "upl"):
            assert np.array_equal(getattr(whole, line)[phase], getattr(alone, line), equal_nan=True)
        assert whole.cause[phase].tolist() == alone.cause.tolist()
        assert all((whole.hits[rule][phase] == alone.hits[rule]).all() for rule in alone.hits)
        assert runs == alone.runs[0]


short_decimals = st.lists(gaps(st.integers(0, 100)), max_size=60)


@modest
@given(values=short_decimals, factor=st.sampled_from([2, 10, 0.5, 100]))
def test_scaling_the_values_scales_the_lines_and_moves_no_flag(values, factor):
    scaled = [value if value is None else value * factor for value in values]
    for chart in (spc.xmr, spc.run):
        before, after = chart(values), chart(scaled)
        assert after.mean == pytest.approx(before.mean * factor, nan_ok=True)
        assert after.upl == pytest.approx(before.upl * factor, nan_ok=True)
        assert before.cause.tolist() == after.cause.tolist()


def assert_mirrored(result, mirror, axis):
    """Every line reflected, every hit in place, every improvement still an improvement."""
    assert mirror.mean == pytest.approx(axis - result.mean, nan_ok=True, abs=1e-9)
    assert mirror.upl == pytest.approx(axis - result.lpl, nan_ok=True, abs=1e-9)
    assert mirror.lpl == pytest.approx(axis - result.upl, nan_ok=True, abs=1e-9)
    assert all((mirror.hits[rule] == result.hits[rule]).all() for rule in result.hits)
    assert mirror.special_cause.tolist() == result.special_cause.tolist()
    assert mirror.variation == TURNED[result.variation]
    assert (mirror.mixed, mirror.assurance) == (result.mixed, result.assurance)


@modest
@given(values=short_decimals)
def test_less_is_better_is_the_mirror_of_more_is_better(values):
    target = 50.123
    mirrored = [value if value is None else 100 - value for value in values]
    result = spc.xmr(values, target=target)
    assert_mirrored(result, spc.xmr(mirrored, target=100 - target, improvement="decrease"), 100)


@modest
@given(rows=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=48))
def test_counting_the_others_is_the_mirror_of_a_p_chart(rows):
    numerators, denominators = [min(row) for row in rows], [max(row) for row in rows]
    others = [n - x for x, n in zip(numerators, denominators, strict=True)]
    for chart in (spc.p, spc.p_prime):
        result = chart(numerators, denominators, target=0.4123)
        assert_mirrored(result, chart(others, denominators, target=0.5877, improvement="decrease"), 1)


@every_chart
@modest
@given(draw=st.data())
def test_the_callers_columns_stay_as_they_were(name, draw):
    data = draw.draw(columns(name, longest=60))
    arrays = [np.array([np.nan if x is None else x for x in column], dtype=float) for column in data]
    lists = [list(array) for array in arrays]
    kept = [array.copy() for array in arrays]
    from_lists, from_arrays = ALL[name](*lists), ALL[name](*arrays)
    for array, column, original in zip(arrays, lists, kept, strict=True):
        assert np.array_equal(array, original, equal_nan=True)
        assert np.array_equal(column, original, equal_nan=True)
    assert np.array_equal(from_lists.upl, from_arrays.upl, equal_nan=True)


units = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=40)


@settings(max_examples=40, deadline=None)
@given(rows=units, overdispersion=st.booleans())
def test_funnel_lines_never_turn_back(rows, overdispersion):
    """In order of size: every line comes nearer to the target, stays within 0 and 1 and on its side."""
    numerators, denominators = [min(row) for row in rows], [max(row) for row in rows]
    result = spc.funnel(numerators, denominators, overdispersion=overdispersion)
    order = [i for i in np.argsort(denominators, kind="stable") if denominators[i]]
    for lower, upper in ((result.lower95, result.upper95), (result.lower998, result.upper998)):
        assert all(before <= after + 1e-12 for before, after in pairwise(lower[order]))
        assert all(before >= after - 1e-12 for before, after in pairwise(upper[order]))
        assert (lower[order] <= result.target + 1e-12).all()
        assert (upper[order] >= result.target - 1e-12).all()
        assert (lower[order] >= 0).all()
        assert (upper[order] <= 1).all()
    assert (result.lower998[order] <= result.lower95[order]).all()
    assert np.array_equal(np.isnan(result.value), np.array(denominators, dtype=int) == 0)
    assert all(result.flag[i] == "" for i in range(len(rows)) if not denominators[i])
