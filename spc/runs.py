"""Anhøj's runs analysis of one phase (rule 9 of the chart rules).

Source: Anhøj and Olesen 2014 (PLoS ONE 9(11): e113825), as qicharts2 0.8.1 works it out.
"""

from functools import lru_cache
from math import comb, log2
from operator import ne

from spc.result import PhaseRuns

NOTHING_USEFUL = PhaseRuns(0, None, None, None, None, signal=False)


def calculate_runs(sides: list[int]) -> PhaseRuns:
    """Return longest run and crossings of the signs 1 above, -1 below; 0 (on the line, missing) is left."""
    useful = [side for side in sides if side]
    n = len(useful)
    if not n:
        return NOTHING_USEFUL
    # One byte for each step between useful points, 1 where the line was crossed; cut at the crossings.
    stretches = bytes(map(ne, useful, useful[1:])).split(b"\x01")
    longest, crossings = 1 + max(map(len, stretches)), len(stretches) - 1
    longest_max, crossings_min = longest_allowed(n), fewest_crossings(n)
    signal = longest > longest_max or crossings < crossings_min
    return PhaseRuns(n, longest, longest_max, crossings, crossings_min, signal)


def longest_allowed(n: int) -> int:
    """Return the longest run that chance explains among n useful points: round(log2 n) + 3."""
    return round(log2(n)) + 3


@lru_cache(maxsize=1024)
def fewest_crossings(n: int) -> int:
    """Return the smallest k with P(Bin(n − 1, ½) ≤ k) ≥ 0.05, in whole numbers so that it is exact."""
    ways, k = 1, 0
    while 20 * ways < 2 ** (n - 1):
        k += 1
        ways += comb(n - 1, k)
    return k
