"""Whether a p chart is the right chart: too wide a scatter asks for p′, too few events for care."""

from dataclasses import dataclass
from math import nan, sqrt
from statistics import median

import numpy as np

from spc.limits import observed, p_limits, sigma_z
from spc.rows import Numbers, read_proportions

PRIME_ABOVE = 1.5
# 99th percentile of σz by chance alone, by number of points; between them it falls nearly as 1/√n.
SIGMA_Z_BY_CHANCE = {36: 1.38, 24: 1.48, 12: 1.70}
FEWEST_EXPECTED_EVENTS = 2


@dataclass(frozen=True, slots=True)
class PChartAdvice:
    """What to know before trusting the p chart of one phase.

    `sigma_z`: how much wider the points scatter than chance (1 = as chance, NaN = cannot be said).
    `offer_p_prime`: σz is above 1.5 and beyond what chance gives at this length.
    `few_events`: the median denominator expects fewer than 2 events (or non-events), so the limits are rough.
    """

    sigma_z: float
    offer_p_prime: bool
    few_events: bool


def advise_p(numerators: Numbers, denominators: Numbers) -> PChartAdvice:
    """Return advice on one phase of counts out of counts; ValueError as for `p`."""
    rows = read_proportions(numerators, denominators)
    sizes = observed(rows.sizes)
    if not sizes:
        return PChartAdvice(nan, offer_p_prime=False, few_events=False)
    centre, spread = p_limits(rows, True)
    ratio = sigma_z(rows, centre, spread, True)
    return PChartAdvice(
        sigma_z=ratio,
        offer_p_prime=ratio > max(PRIME_ABOVE, largest_by_chance(len(sizes))),
        few_events=median(sizes) * min(centre, 1 - centre) < FEWEST_EXPECTED_EVENTS,
    )


def largest_by_chance(n: int) -> float:
    """Return the 99th percentile of σz by chance among n points; infinite below 12, too few to tell."""
    if n < min(SIGMA_Z_BY_CHANCE):
        return float("inf")
    lengths = [1 / sqrt(points) for points in SIGMA_Z_BY_CHANCE]
    return float(np.interp(1 / sqrt(n), lengths, list(SIGMA_Z_BY_CHANCE.values())))
