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


Columns = tuple[list[float], ...]


def make_values(rng: np.random.Generator) -> list[Columns]:
    """Return made-up series of 24 values."""
    return [(series,) for series in rng.normal(50, 5, (SERIES, POINTS)).round(1).tolist()]


def make_counts(rng: np.random.Generator) -> list[Columns]:
    """Return made-up series of 24 numerators and denominators."""
    denominators = rng.integers(12, 40, (SERIES, POINTS))
    numerators = rng.binomial(denominators, 0.4)
    return list(zip(numerators.tolist(), denominators.tolist(), strict=True))


CHARTS = {
    "xmr": (spc.xmr, make_values, 50),
    "p": (spc.p, make_counts, 0.5),
    "p_prime": (spc.p_prime, make_counts, 0.5),
}


def time_yardstick() -> float:
    """Return the seconds of a fixed amount of plain Python work."""
    start = perf_counter()
    sum(i * i for i in range(10**6))
    return perf_counter() - start


def time_charts(chart: Callable[..., spc.SpcResult], series: list[Columns], target: float) -> float:
    """Return the seconds that all charts take: limits, rules and both icons."""
    start = perf_counter()
    for columns in series:
        chart(*columns, target=target)
    return perf_counter() - start


def compare(name: str) -> list[float]:
    """Return the ratio to the yardstick of each round, lowest first; every round draws new series."""
    chart, make_series, target = CHARTS[name]
    rng = np.random.default_rng(20250930)
    ratios = []
    for _ in range(ROUNDS):
        series = make_series(rng)
        before = time_yardstick()
        took = time_charts(chart, series, target)
        ratios.append(2 * took / (before + time_yardstick()))
    return sorted(ratios)


def main() -> int:
    """Print one line a chart; return 1 if a median is above the limit."""
    print(f"yardstick {time_yardstick() * 1000:.0f} ms; {SERIES} series of {POINTS} points; {ROUNDS} rounds")
    slow = False
    for name in CHARTS:
        ratios = compare(name)
        middle = median(ratios)
        slow = slow or middle > LIMIT
        print(f"{name:8} {middle:.2f} yardsticks ({ratios[0]:.2f} to {ratios[-1]:.2f}; limit {LIMIT:.0f})")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
