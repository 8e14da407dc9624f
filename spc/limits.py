"""Mean and spread of one phase, one function a chart kind (rule 3 of the chart rules).

Each function takes the rows that set the limits and returns the centre line and the spread: the three-sigma
distance at a denominator of 1, so that the limits of a row of size n are centre ± spread / √n. NaN means that
there is none. Sources: XmR as NHSRplotthedots 0.2.2, all others as qicharts2 0.8.1; screening after Nelson
1982, p′ and u′ after Laney 2002.
"""

from collections.abc import Callable
from itertools import filterfalse, pairwise
from math import fsum, isnan, nan, pi, sqrt
from statistics import median

from spc.rows import Rows

XMR_FACTOR = 2.66  # 3 / 1.128 as NHS workbooks round it
RANGE_TO_SIGMA = 1.128  # expected range of two normal values, in standard deviations (d2)
SCREEN_ABOVE = 3.267  # upper limit of a moving range, in average moving ranges (D4)
I_PRIME_SCREEN_ABOVE = 3.2665
SLACK = 1e-9

LimitsFunction = Callable[[Rows, bool], tuple[float, float]]


def slack_at(centre: float) -> float:
    """Return the distance within which a point counts as on the line (guards against rounding)."""
    return SLACK * max(1.0, abs(centre))


def observed(numbers: list[float]) -> list[float]:
    """Return the numbers that are not missing."""
    return list(filterfalse(isnan, numbers))


def average(numbers: list[float]) -> float:
    """Return the exactly summed mean, NaN if there is none."""
    return fsum(numbers) / len(numbers) if numbers else nan


def moving_ranges(values: list[float]) -> list[float]:
    """Return |difference| of each two adjacent observed values; nothing is joined across a gap."""
    return observed([abs(later - earlier) for earlier, later in pairwise(values)])


def screened_average(ranges: list[float], screen: bool, slack: float, above: float = SCREEN_ABOVE) -> float:
    """Return the average range, once without those ≥ `above` × the average; NaN if there is no range.

    If nothing but zeros would be left, the raw average stays: otherwise one change in a flat series would
    set the limits on top of the mean and flag every point.
    """
    raw = average(ranges)
    if not screen or not ranges:
        return raw
    cut = above * raw
    screened = average([size for size in ranges if size < cut])
    return screened if screened > slack else raw


def xmr_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """XmR: mean ± 2.66 × average moving range."""
    centre = average(observed(rows.values))
    return centre, XMR_FACTOR * screened_average(moving_ranges(rows.values), screen, slack_at(centre))


def run_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """Return the median and no limits, for a run chart."""
    values = observed(rows.values)
    return (median(values) if values else nan), nan


def c_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """c: mean count, Poisson spread 3√c."""
    centre = average(observed(rows.values))
    return centre, 3 * sqrt(centre)


def p_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """p: Σnumerators / Σdenominators, binomial spread 3√(p(1−p))."""
    centre = _ratio_of_sums(rows)
    return centre, 3 * sqrt(centre * (1 - centre))


def u_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """u: Σcounts / Σexposures, Poisson spread 3√u."""
    centre = _ratio_of_sums(rows)
    return centre, 3 * sqrt(centre)


def p_prime_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """p′ (Laney): the spread of p × σz."""
    centre, spread = p_limits(rows, screen)
    return centre, spread * sigma_z(rows, centre, spread, screen)


def u_prime_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """u′ (Laney): the spread of u × σz."""
    centre, spread = u_limits(rows, screen)
    return centre, spread * sigma_z(rows, centre, spread, screen)


def i_prime_limits(rows: Rows, screen: bool) -> tuple[float, float]:
    """I′: mean weighted by size, spread 3 × average of √(π/2)·|Δy| / √(1/n₁ + 1/n₂)."""
    sizes = observed(rows.sizes)
    if not sizes:
        return nan, nan
    weighted = observed([value * size for value, size in zip(rows.values, rows.sizes, strict=True)])
    centre = fsum(weighted) / fsum(sizes)
    steps = observed(
        [
            sqrt(pi / 2) * abs(y2 - y1) / sqrt(1 / n1 + 1 / n2)
            for (y1, n1), (y2, n2) in pairwise(zip(rows.values, rows.sizes, strict=True))
        ]
    )
    return centre, 3 * screened_average(steps, screen, slack_at(centre), I_PRIME_SCREEN_ABOVE)


def sigma_z(rows: Rows, centre: float, spread: float, screen: bool) -> float:
    """Return Laney's σz: how much wider the points scatter than chance alone (1 = as chance).

    Rows that all lie at 0 or at 1 have no sigma; they do not vary, so σz is 1 and the limits are the mean.
    NaN without two adjacent observed rows.
    """
    if spread <= 0:
        return 1.0 if moving_ranges(rows.values) else nan
    sigma = spread / 3
    scores = [
        (value - centre) * sqrt(size) / sigma for value, size in zip(rows.values, rows.sizes, strict=True)
    ]
    return screened_average(moving_ranges(scores), screen, SLACK) / RANGE_TO_SIGMA


def _ratio_of_sums(rows: Rows) -> float:
    sizes = observed(rows.sizes)
    return fsum(observed(rows.numerators)) / fsum(sizes) if sizes else nan
