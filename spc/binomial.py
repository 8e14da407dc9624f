"""Exact tails of the binomial distribution, summed outwards from the count until the terms stop mattering."""

from math import exp, lgamma, log

NEGLIGIBLE = 1e-17


def lower_tail(count: int, n: int, p: float) -> float:
    """Return P(X ≤ count) for X ~ Bin(n, p), 0 ≤ p ≤ 1.

    The shorter side of the mean is summed, so that a small tail keeps its digits.
    """
    if count >= n or p <= 0:
        return 1.0 if count >= 0 else 0.0
    if count < 0 or p >= 1:
        return 0.0
    if count > n * p:
        return 1 - lower_tail(n - count - 1, n, 1 - p)
    term = total = exp(_log_chance(count, n, p))
    odds = (1 - p) / p
    for k in range(count, 0, -1):
        term *= k / (n - k + 1) * odds
        total += term
        if term < NEGLIGIBLE * total:
            break
    return min(total, 1.0)


def upper_tail(count: int, n: int, p: float) -> float:
    """Return P(X ≥ count) for X ~ Bin(n, p)."""
    return lower_tail(n - count, n, 1 - p)


def _log_chance(count: int, n: int, p: float) -> float:
    """Return log P(X = count)."""
    ways = lgamma(n + 1) - lgamma(count + 1) - lgamma(n - count + 1)
    return ways + count * log(p) + (n - count) * log(1 - p)
