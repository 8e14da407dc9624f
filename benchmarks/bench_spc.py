"""How long 500 charts of 24 points take, in yardsticks of sum(i * i for i in range(10**6)).

Chart and yardstick take turns in one process, so that a busy machine slows both; the median ratio counts.
The limit is 1 yardstick, that is 500 charts with limits, all rules and icons in the time of one such sum.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

import spc

SERIES, POINTS, ROUNDS, LIMIT = 500, 24, 11, 1.0


def make_series() -> tuple[list[list[float]], list[list[int]], list[list[int]]]:
    """Return values, numerators and denominators of made-up series, one list of 24 each (seeded)."""
    rng = np.random.default_rng(20250930)
    values = rng.normal(50, 5, (SERIES, POINTS)).round(1).tolist()
    denominators = rng.integers(12, 40, (SERIES, POINTS))
    numerators = rng.binomial(denominators, 0.4)
    return values, numerators.tolist(), denominators.tolist()


def yardstick() -> None:
    """Do a fixed amount of plain Python work."""
    sum(i * i for i in range(10**6))


def measure(work: Callable[[], None]) -> float:
    """Return the seconds that one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def compare(work: Callable[[], None]) -> tuple[float, float, float]:
    """Return lowest, median and highest ratio of the work to the yardstick over the rounds."""
    ratios = []
    for _ in range(ROUNDS):
        before = measure(yardstick)
        took = measure(work)
        ratios.append(2 * took / (before + measure(yardstick)))
    return min(ratios), median(ratios), max(ratios)


def main() -> int:
    """Print one line a chart; return 1 if a median is above the limit."""
    values, numerators, denominators = make_series()
    pairs = list(zip(numerators, denominators, strict=True))

    def draw_xmr() -> None:
        for series in values:
            spc.xmr(series, target=50)

    def draw_p() -> None:
        for tops, bottoms in pairs:
            spc.p(tops, bottoms, target=0.5)

    def draw_p_prime() -> None:
        for tops, bottoms in pairs:
            spc.p_prime(tops, bottoms, target=0.5)

    print(
        f"yardstick {measure(yardstick) * 1000:.0f} ms; {SERIES} series of {POINTS} points; {ROUNDS} rounds"
    )
    slow = 0
    for name, work in (("xmr", draw_xmr), ("p", draw_p), ("p_prime", draw_p_prime)):
        lowest, middle, highest = compare(work)
        slow += middle > LIMIT
        print(f"{name:8} {middle:.2f} yardsticks (from {lowest:.2f} to {highest:.2f}; limit {LIMIT:.0f})")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
