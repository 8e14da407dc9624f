from math import inf, isnan

import numpy as np
import pytest

import spc
from spc.advice import largest_by_chance


def test_a_stable_series_needs_no_prime():
    """Binomial scatter: 24 months of 40 at 30 %, seeded."""
    rng = np.random.default_rng(3)
    advice = spc.advise_p(rng.binomial(40, 0.3, 24), [40] * 24)
    assert 0.6 < advice.sigma_z < 1.48
    assert (advice.offer_p_prime, advice.few_events) == (False, False)


def test_wide_scatter_offers_p_prime():
    numerators = [100, 200, 300, 150, 250, 120] * 4
    advice = spc.advise_p(numerators, [1000] * 24)
    assert advice.sigma_z > 5
    assert advice.offer_p_prime


def test_fewer_than_twelve_points_cannot_ask_for_p_prime():
    advice = spc.advise_p([100, 200, 300, 150, 250, 120], [1000] * 6)
    assert advice.sigma_z > 5
    assert not advice.offer_p_prime


@pytest.mark.parametrize(
    ("numerators", "few"), [([1, 2, 2, 1], True), ([9, 9, 8, 9], True), ([3, 4, 5, 4], False)]
)
def test_few_events_or_few_others(numerators, few):
    assert spc.advise_p(numerators, [10] * 4).few_events is few


@pytest.mark.parametrize("columns", [([], []), ([0], [0]), ([3], [9])])
def test_too_little_to_tell_the_scatter(columns):
    advice = spc.advise_p(*columns)
    assert isnan(advice.sigma_z)
    assert not advice.offer_p_prime


@pytest.mark.parametrize(("n", "largest"), [(11, inf), (12, 1.70), (24, 1.48), (36, 1.38), (200, 1.38)])
def test_largest_sigma_z_by_chance(n, largest):
    assert largest_by_chance(n) == pytest.approx(largest)


def test_between_the_known_lengths_chance_falls_as_one_over_root_n():
    """Simulated 99th percentile at 18 points: 1.56."""
    assert largest_by_chance(18) == pytest.approx(1.56, abs=0.01)
