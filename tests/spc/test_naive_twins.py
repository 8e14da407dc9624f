"""Slow code that nobody can misread, beside ours, on random series.

The twins take one phase as plain lists with None for a missing month. They use no slack: the series below are
short decimals, whose points are either exactly on a line or far from it.
"""

import random
from fractions import Fraction
from itertools import pairwise
from math import sqrt

import numpy as np
import pytest

import spc

SEEDS = range(150)


def windows(n, length):
    return [range(first, first + length) for first in range(n - length + 1)]


def naive_outside(values, lower, upper):
    marks = ["."] * len(values)
    for i, value in enumerate(values):
        if value is not None and lower[i] is not None and value > upper[i] + 1e-9:
            marks[i] = "+"
        if value is not None and lower[i] is not None and value < lower[i] - 1e-9:
            marks[i] = "-"
    return marks


def naive_shift(values, mean):
    marks = ["."] * len(values)
    for window in windows(len(values), 7):
        inside = [values[i] for i in window]
        if None in inside:
            continue
        if all(value > mean for value in inside):
            for i in window:
                marks[i] = "+"
        if all(value < mean for value in inside):
            for i in window:
                marks[i] = "-"
    return marks


def naive_trend(values):
    marks = ["."] * len(values)
    for window in windows(len(values), 7):
        inside = [values[i] for i in window]
        if None in inside:
            continue
        if all(inside[k] < inside[k + 1] for k in range(6)):
            for i in window:
                marks[i] = "+"
        if all(inside[k] > inside[k + 1] for k in range(6)):
            for i in window:
                marks[i] = "-"
    return marks


def naive_two_in_three(values, mean, lower_two, upper_two):
    marks = ["."] * len(values)
    for window in windows(len(values), 3):
        if any(values[i] is None or lower_two[i] is None for i in window):
            continue
        high = [i for i in window if values[i] > upper_two[i] + 1e-9]
        low = [i for i in window if values[i] < lower_two[i] - 1e-9]
        if len(high) >= 2 and all(values[i] > mean for i in window):
            for i in high:
                marks[i] = "+"
        if len(low) >= 2 and all(values[i] < mean for i in window):
            for i in low:
                marks[i] = "-"
    return marks


def naive_xmr(values):
    """Mean and three-sigma distance, in fractions until the last step."""
    there = [Fraction(str(value)) for value in values if value is not None]
    if not there:
        return None, None
    mean = sum(there) / len(there)
    ranges = []
    for before, after in pairwise(values):
        if before is not None and after is not None:
            ranges.append(abs(Fraction(str(after)) - Fraction(str(before))))
    if not ranges:
        return mean, None
    average = sum(ranges) / len(ranges)
    kept = [size for size in ranges if size < Fraction("3.267") * average]
    if any(kept):
        average = sum(kept) / len(kept)
    return mean, Fraction("2.66") * average


def naive_p(numerators, denominators):
    mean = Fraction(sum(numerators), sum(denominators))
    return mean, [3 * sqrt(mean * (1 - mean) / n) for n in denominators]


def naive_cause(marks):
    letters = {"outside": "UL", "trend": "RF", "two_in_three": "Tt", "shift": "Ss"}
    cause = ""
    for i in range(len(marks["outside"])):
        fired = [rule for rule in letters if marks[rule][i] != "."]
        cause += "." if not fired else letters[fired[0]]["+-".index(marks[fired[0]][i])]
    return cause


def assert_same(result, marks):
    for rule, expected in marks.items():
        assert result.hits[rule].tolist() == [mark != "." for mark in expected], rule
    assert "".join(result.cause) == naive_cause(marks)


def random_series(seed):
    """Level, drift, runs and ties as real measures have them; one month in ten missing."""
    draw = random.Random(seed)  # noqa: S311 -- test data
    values, level = [], draw.randint(20, 60)
    for _ in range(draw.randint(0, 60)):
        level += draw.choice([0, 0, 0, 1, 1, 2, -1, -2, 12, -12]) if seed % 2 else draw.choice([0, 1, 1, -1])
        noise = draw.choice([0, 0, 0, 1, -1, 0.5]) if seed % 3 else 0
        values.append(None if draw.random() < 0.1 * (seed % 5 == 0) else level + noise)
    return values


@pytest.mark.parametrize("seed", SEEDS)
def test_xmr_equals_its_twin(seed):
    values = random_series(seed)
    mean, distance = naive_xmr(values)
    result = spc.xmr(values)
    if mean is None:
        assert np.isnan(result.mean).all()
        return
    lines = [
        None if distance is None else mean + way * distance
        for way in (-1, 1, Fraction(-2, 3), Fraction(2, 3))
    ]
    lower, upper, lower_two, upper_two = [[line] * len(values) for line in lines]
    assert result.mean == pytest.approx([float(mean)] * len(values))
    if distance is None:
        assert np.isnan(result.upl).all()
    else:
        assert result.upl == pytest.approx([float(upper[0])] * len(values))
        assert result.lpl == pytest.approx([float(lower[0])] * len(values))
    marks = {
        "outside": naive_outside(values, lower, upper),
        "trend": naive_trend(values),
        "two_in_three": naive_two_in_three(values, mean, lower_two, upper_two),
        "shift": naive_shift(values, mean),
    }
    assert_same(result, marks)


@pytest.mark.parametrize("seed", SEEDS)
def test_p_equals_its_twin(seed):
    draw = random.Random(seed)  # noqa: S311 -- test data
    denominators = [draw.randint(1, 30 if seed % 3 else 4) for _ in range(draw.randint(1, 48))]
    chance = draw.choice([0.05, 0.4, 0.5, 0.9, 1.0])
    numerators = [
        sum(draw.random() < chance + (0.3 if month > 20 and seed % 2 else 0) for _ in range(n))
        for month, n in enumerate(denominators)
    ]
    mean, distances = naive_p(numerators, denominators)
    values = [Fraction(x, n) for x, n in zip(numerators, denominators, strict=True)]
    lower = [max(0.0, float(mean) - distance) for distance in distances]
    upper = [min(1.0, float(mean) + distance) for distance in distances]
    result = spc.p(numerators, denominators)
    assert result.value.tolist() == [float(value) for value in values]
    assert result.lpl == pytest.approx(lower, abs=1e-12)
    assert result.upl == pytest.approx(upper)
    marks = {
        "outside": naive_outside(values, lower, upper),
        "trend": naive_trend(values),
        "two_in_three": naive_two_in_three(
            values,
            mean,
            [float(mean) - distance * 2 / 3 for distance in distances],
            [float(mean) + distance * 2 / 3 for distance in distances],
        ),
        "shift": naive_shift(values, mean),
    }
    assert_same(result, marks)


def test_the_random_series_set_off_every_rule():
    """Otherwise the twins would agree about nothing."""
    fired = {"".join(sorted(set(spc.xmr(random_series(seed)).cause))) for seed in SEEDS}
    assert set("".join(fired)) == set(".ULRFTtSs")
