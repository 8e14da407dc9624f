"""How phases, icons and the frozen result come together."""

import pickle
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

import spc

STEADY = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51]


def test_each_phase_has_its_own_mean_and_limits():
    result = spc.xmr([*STEADY, *[value + 30 for value in STEADY]], rebase=[12])
    assert result.phase.tolist() == [0] * 12 + [1] * 12
    assert result.mean[12:] == pytest.approx(result.mean[:12] + 30)
    assert result.upl[12:] == pytest.approx(result.upl[:12] + 30)
    assert len(result.runs) == 2
    assert not result.hits["shift"].any()


def test_a_trend_does_not_cross_a_rebase():
    rising = [1, 2, 3, 4, 5, 6, 7, 8]
    assert spc.xmr(rising).hits["trend"].all()
    assert not spc.xmr(rising, rebase=[4]).hits["trend"].any()


def test_icons_speak_of_the_last_observed_row():
    high = [*STEADY, 90]
    assert spc.xmr(high).variation == "improvement_high"
    assert spc.xmr([*high, None, None]).variation == "improvement_high"


def test_a_rebase_without_data_yet_leaves_the_icons_of_the_phase_before():
    result = spc.xmr([*STEADY, 90, None], rebase=[13], target=10)
    assert (result.variation, result.assurance, result.limits_state) == (
        "improvement_high", "pass", "provisional",
    )  # fmt: skip
    assert np.isnan(result.mean[-1])


@pytest.mark.parametrize("values", [[], [None], [None, None]])
def test_nothing_observed_says_nothing(values):
    result = spc.xmr(values, target=5)
    assert (result.variation, result.mixed, result.limits_state) == ("common_cause", False, "none")
    assert (result.assurance, result.assurance_last) == (None, None)
    assert np.isnan(result.value).all()
    assert result.runs[0].n_useful == 0


def test_the_last_denominator_does_not_turn_assurance():
    numerators, denominators = [16] * 23 + [1], [20] * 23 + [2]
    result = spc.p(numerators, denominators, target=0.4)
    assert (result.assurance, result.assurance_last) == ("pass", "inconsistent")


def test_limits_state_is_that_of_the_current_phase():
    assert spc.xmr(STEADY * 2).limits_state == "firm"
    assert spc.xmr(STEADY * 2, rebase=[12]).limits_state == "provisional"
    assert spc.xmr(STEADY * 2, rebase=[20]).limits_state == "run"
    assert spc.xmr(STEADY * 2, rebase=[23]).limits_state == "none"
    assert spc.xmr([*STEADY, *[None] * 8]).limits_state == "provisional"


CONFLICT = [50, 49, 51, 50, 49, 50, 51, 50, 49, 50, 51, 64, 63, 62, 61, 60, 59, 58, 57, 56]


def test_rules_of_both_directions_are_mixed():
    result = spc.xmr(CONFLICT)
    assert (result.cause[-1], result.hits["shift"][-1], result.mixed) == ("F", True, True)


def test_mixed_looks_only_at_rules_that_may_decide():
    result = spc.xmr(CONFLICT, rules=("outside", "shift"))
    assert (result.cause[-1], result.variation, result.mixed) == ("S", "improvement_high", False)
    assert result.hits["trend"][-1]


def test_no_deciding_rule_is_common_cause_and_keeps_the_hits():
    result = spc.xmr(CONFLICT, rules=())
    assert (set(result.cause), set(result.special_cause)) == ({"."}, {""})
    assert (result.variation, result.hits["shift"].any()) == ("common_cause", True)


def test_the_result_cannot_be_changed():
    result = spc.p([1, 2, 3], [4, 4, 4])
    with pytest.raises(FrozenInstanceError):
        result.mean = 0
    arrays = [result.value, result.mean, result.lpl, result.upl, result.phase, result.cause]
    for array in [*arrays, result.special_cause, *result.hits.values()]:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = array[1]


def test_the_result_has_the_promised_types():
    result = spc.p([1, 2, None], [4, 4, 4])
    for array in (result.value, result.mean, result.lpl, result.upl):
        assert array.dtype == float
    assert (result.phase.dtype, result.cause.dtype) == (int, "<U1")
    assert list(result.hits) == ["outside", "trend", "two_in_three", "shift"]
    assert all(hits.dtype == bool and hits.shape == (3,) for hits in result.hits.values())


def test_a_result_survives_a_cache_that_pickles():
    result = spc.p([1, 2, 3], [4, 4, 4], rebase=[1])
    copy = pickle.loads(pickle.dumps(result))  # noqa: S301 -- our own bytes
    assert np.array_equal(copy.upl, result.upl)
    assert copy.runs == result.runs
