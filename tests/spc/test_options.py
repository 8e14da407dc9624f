from math import nan

import numpy as np
import pytest

from spc.options import RULES, CheckedOptions, find_phases


def test_defaults_are_those_of_the_rule_set():
    checked = CheckedOptions()
    assert (checked.improvement, checked.target, checked.screen) == ("increase", None, True)
    assert (checked.baseline_n, checked.run_length, tuple(checked.rules)) == (None, 7, RULES)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"improvement": "up"}, "improvement must be one of increase, decrease, neutral"),
        ({"target": "50%"}, "target must be a number or None"),
        ({"target": float("inf")}, "finite"),
        ({"baseline_n": 11}, "baseline_n must be at least 12"),
        ({"baseline_n": 12.0}, "baseline_n must be a whole number"),
        ({"run_length": 1}, "run_length must be at least 2"),
        ({"screen": "yes"}, "screen must be True or False"),
        ({"screen": None}, "screen must be True or False"),
        ({"rules": "outside"}, "rules must be a list"),
        ({"rules": None}, "rules must be a list"),
        ({"rules": ("outside", "trends")}, "'trends' is not a rule"),
    ],
)
def test_options_that_make_no_sense_are_refused(options, reason):
    with pytest.raises(ValueError, match=reason):
        CheckedOptions(**options)


def test_numpy_scalars_are_options_too():
    checked = CheckedOptions(
        target=np.int64(3), baseline_n=np.int64(12), run_length=np.int32(8), screen=np.bool_(False)
    )
    assert (checked.target, checked.baseline_n, checked.run_length) == (3.0, 12, 8)


def test_a_target_of_nan_is_no_target():
    assert CheckedOptions(target=nan).target is None


@pytest.mark.parametrize(
    ("rebase", "spans"),
    [
        ((), [(0, 5)]),
        ((2,), [(0, 2), (2, 5)]),
        ([4, 2], [(0, 2), (2, 4), (4, 5)]),
        ((0, 2, 2), [(0, 2), (2, 5)]),
        (np.array([2]), [(0, 2), (2, 5)]),
    ],
)
def test_a_rebase_starts_a_phase(rebase, spans):
    assert find_phases(rebase, 5) == spans


def test_no_rows_are_one_empty_phase():
    assert find_phases((), 0) == [(0, 0)]


@pytest.mark.parametrize(
    ("rebase", "reason"),
    [
        ((5,), "outside the 5 rows"),
        ((-1,), "at least 0"),
        ((2.5,), "whole number"),
        (("2",), "whole number"),
        ("2", "list of row numbers"),
        (2, "list of row numbers"),
        (None, "list of row numbers"),
    ],
)
def test_a_rebase_outside_the_rows_is_refused(rebase, reason):
    with pytest.raises(ValueError, match=reason):
        find_phases(rebase, 5)
