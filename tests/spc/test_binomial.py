from fractions import Fraction
from math import comb

import pytest

from spc.binomial import lower_tail, upper_tail


def exact_lower(count, n, p):
    chance = Fraction(p)
    return float(sum(comb(n, k) * chance**k * (1 - chance) ** (n - k) for k in range(count + 1)))


@pytest.mark.parametrize("p", [0.001, 0.1, 0.5, 0.965, 0.999])
@pytest.mark.parametrize("n", [1, 2, 7, 30, 80])
def test_tails_equal_the_sum_in_fractions(n, p):
    for count in {0, 1, n // 3, n // 2, n - 1, n}:
        assert lower_tail(count, n, p) == pytest.approx(exact_lower(count, n, p), rel=1e-11)
        # P(X ≥ count) in fractions, not as 1 − …, which would lose the digits of a small tail.
        assert upper_tail(count, n, p) == pytest.approx(
            float(
                1 - sum(comb(n, k) * Fraction(p) ** k * (1 - Fraction(p)) ** (n - k) for k in range(count))
            ),
            rel=1e-11,
        )


@pytest.mark.parametrize(
    ("count", "n", "p", "low", "high"),
    [(0, 9, 0.0, 1, 1), (3, 9, 0.0, 1, 0), (9, 9, 1.0, 1, 1), (3, 9, 1.0, 0, 1), (0, 0, 0.5, 1, 1)],
)
def test_certain_and_impossible_events(count, n, p, low, high):
    assert (lower_tail(count, n, p), upper_tail(count, n, p)) == (low, high)


def test_the_two_tails_share_the_count_itself():
    n, p = 50, 0.3
    for count in range(n):
        assert lower_tail(count, n, p) + upper_tail(count + 1, n, p) == pytest.approx(1)


def test_a_large_unit_keeps_the_digits_of_a_small_tail():
    """Half a million in a million at p = 0.49: 20 standard deviations out, and symmetric in p."""
    tail = upper_tail(500_000, 1_000_000, 0.49)
    assert 0 < tail < 1e-80
    assert tail == pytest.approx(lower_tail(500_000, 1_000_000, 0.51), rel=1e-6)
