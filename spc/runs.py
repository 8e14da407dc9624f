"""Anhøj's runs analysis of one phase (rule 9 of the chart rules).

Source: Anhøj and Olesen 2014 (PLoS ONE 9(11): e113825), as qicharts2 0.8.1 works it out.
"""

from functools import lru_cache
from itertools import groupby
from math import comb, log2

from spc.result import PhaseRuns

NOTHING_USEFUL = PhaseRuns(0, None, None, None, None, signal=False)


def calculate_runs(sides: list[int]) -> PhaseRuns:
    """Return longest run and crossings of the signs 1 above, -1 below; 0 (on the line, missing) is left out."""
    useful = [side for side in sides if side]
    n = len(useful)
    if not n:
        return NOTHING_USEFUL
    lengths = [len(list(run)) for _, run in groupby(useful)]
    longest, longest_max = max(lengths), round(log2(n)) + 3
    crossings, crossings_min = len(lengths) - 1, fewest_crossings(n)
    signal = longest > longest_max or crossings < crossings_min
    return PhaseRuns(n, longest, longest_max, crossings, crossings_min, signal)


@lru_cache(maxsize=1024)
def fewest_crossings(n: int) -> int:
    """Return the smallest k with P(Bin(n − 1, ½) ≤ k) ≥ 0.05, in whole numbers so that it is exact."""
    ways, k = 1, 0
    while 20 * ways < 2 ** (n - 1):
        k += 1
        ways += comb(n - 1, k)
    return k
