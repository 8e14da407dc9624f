from math import isnan

import numpy as np
import pytest

from spc.options import CheckedOptions
from spc.phase import calculate_phase
from spc.rows import read_proportions, read_values
from spc.time_charts import XMR, P


def test_limits_are_clipped_where_the_kind_cannot_go():
    phase = calculate_phase(P, read_proportions([1, 2, 1], [2, 2, 2]), CheckedOptions())
    assert (phase.lower, phase.upper) == ([0.0] * 3, [1.0] * 3)


def test_xmr_is_never_clipped():
    phase = calculate_phase(XMR, read_values([0, 1, 0, 1]), CheckedOptions())
    assert phase.lower == pytest.approx([0.5 - 2.66] * 4)


def test_a_missing_row_keeps_xmr_limits_and_has_no_p_limits():
    assert not any(map(isnan, calculate_phase(XMR, read_values([1, None, 2, 3]), CheckedOptions()).lower))
    phase = calculate_phase(P, read_proportions([1, 0, 2], [9, 0, 9]), CheckedOptions())
    assert list(map(isnan, phase.lower)) == list(map(isnan, phase.upper)) == [False, True, False]


def test_the_first_rows_set_the_limits():
    rows = read_values([*[10, 12] * 6, 90, 95, 99])
    phase = calculate_phase(XMR, rows, CheckedOptions(baseline_n=12))
    assert phase.centre == 11
    assert phase.upper == pytest.approx([11 + 2.66 * 2] * 15)
    assert phase.hits["outside"][-3:] == [1, 1, 1]


def test_a_baseline_longer_than_the_phase_is_the_whole_phase():
    rows = read_values([10, 12, 14])
    long = calculate_phase(XMR, rows, CheckedOptions(baseline_n=24))
    assert (long.centre, long.upper) == (12, calculate_phase(XMR, rows, CheckedOptions()).upper)


def test_typical_limits_lie_at_the_median_denominator():
    rows = read_proportions([8, 10, 6, 0], [20, 25, 16, 0])
    phase = calculate_phase(P, rows, CheckedOptions(target=0.5))
    p = 24 / 61
    assert phase.typical_limits == pytest.approx(
        (p - 3 * np.sqrt(p * (1 - p) / 20), p + 3 * np.sqrt(p * (1 - p) / 20))
    )


def test_no_target_no_typical_limits():
    rows = read_proportions([8], [20])
    assert calculate_phase(P, rows, CheckedOptions()).typical_limits is None
    assert calculate_phase(XMR, read_values([8, 9]), CheckedOptions(target=3)).typical_limits is None
