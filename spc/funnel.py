"""The funnel: units side by side against lines that narrow as denominators grow (rule 10 of the rules).

Source: Spiegelhalter 2005 (Statistics in Medicine 24(8): 1185–1202) on the arcsine scale, as FunnelPlotR
0.6.0 and the Power BI funnels draw it. Unlike theirs the lines are clamped, and plain funnels flag exactly.
"""

from math import asin, fsum, inf, isnan, nan, pi, sin, sqrt
from typing import NamedTuple

import numpy as np

from spc.binomial import lower_tail, upper_tail
from spc.chart import freeze
from spc.limits import observed, slack_at
from spc.options import check_switch
from spc.result import FunnelLines, FunnelResult
from spc.rows import Numbers, Rows, read_not_negative, read_proportions

Z95, Z998 = 1.959963984540054, 3.0902323061678132  # 2.5 % and 0.1 % a side
TAIL95, TAIL998 = 0.025, 0.001
WINSORISE = 0.1  # a tenth of the scores at either end
# The screen offers to widen the lines from this many units; with fewer the estimate is a guess.
OVERDISPERSION_FROM_UNITS = 10
LARGEST_COUNT = 1e9  # exact tails of more would be slow, and no trust counts so many


class Spread(NamedTuple):
    """How far the units differ beyond chance: mean squared winsorised z, and variance between units."""

    phi: float
    tau2: float


def funnel(numerators: Numbers, denominators: Numbers, *, overdispersion: bool = False) -> FunnelResult:
    """Return lines at 95 % and 99.8 % and a flag for each unit.

    One numerator and denominator a unit, whole counts. A unit without a denominator (or that is missing, or
    counts more than all) is left out: NaN and "". The flags are exact binomial tails against the target. With
    `overdispersion` the lines are widened by `tau2` and flag what lies beyond them; if `tau2` is 0 there is
    nothing to widen and the flags stay exact. ValueError for text, lengths that differ, negative or broken
    counts.
    """
    check_switch(overdispersion, "overdispersion")
    rows = _read_units(numerators, denominators)
    sizes = observed(rows.sizes)
    target = fsum(observed(rows.numerators)) / fsum(sizes) if sizes else nan
    spread = estimate_spread(rows, target)
    tau2 = spread.tau2 if overdispersion else 0.0
    lines = _draw_lines(target, rows.sizes, tau2)
    flags = _flag_beyond_lines(rows.values, lines, target) if tau2 > 0 else _flag_exactly(rows, target)
    return FunnelResult(
        target=target,
        value=freeze(rows.values),
        **{name: freeze(line) for name, line in lines.items()},
        flag=freeze(flags, "<U7"),
        tau2=spread.tau2,
        phi=spread.phi,
    )


def funnel_lines(target: float, denominators: Numbers, *, tau2: float = 0.0) -> FunnelLines:
    """Return the four lines at any denominators, so that they can be drawn between the units.

    `target` is a share from 0 to 1, `tau2` the variance between units that widens the lines (0: chance
    alone). One entry a denominator; NaN where there is none or it is not positive. ValueError for a target
    that is no share, a negative `tau2`, text or negative denominators.
    """
    if not 0 <= target <= 1:
        raise ValueError(f"target must be a share from 0 to 1, not {target}.")
    if not 0 <= tau2 < inf:
        raise ValueError(f"tau2 must be 0 or more, not {tau2}.")
    sizes = [size if size > 0 else nan for size in read_not_negative(denominators, "denominators")]
    return FunnelLines(**{name: freeze(line) for name, line in _draw_lines(target, sizes, tau2).items()})


def estimate_spread(rows: Rows, target: float) -> Spread:
    """Return phi and tau2 from winsorised z scores on the arcsine scale (DerSimonian and Laird 1986)."""
    units = [(value, size) for value, size in zip(rows.values, rows.sizes, strict=True) if not isnan(value)]
    n = len(units)
    if n < 2:  # noqa: PLR2004 -- one unit cannot differ from itself
        return Spread(0.0, 0.0)
    centre = asin(sqrt(target))
    scores = [2 * sqrt(size) * (asin(sqrt(value)) - centre) for value, size in units]
    low, high = np.quantile(scores, [WINSORISE, 1 - WINSORISE])
    phi = fsum(min(max(score, low), high) ** 2 for score in scores) / n
    weights = [4 * size for _, size in units]
    total = fsum(weights)
    # Σw − Σw²/Σw, written so that one huge unit among small ones cannot round it to 0.
    apart = fsum(weight * (total - weight) for weight in weights) / total
    return Spread(float(phi), max(0.0, float((n * phi - (n - 1)) / apart)))


def _read_units(numerators: Numbers, denominators: Numbers) -> Rows:
    tops = _read_whole_counts(numerators, "numerators")
    return read_proportions(tops, _read_whole_counts(denominators, "denominators"))


def _read_whole_counts(sequence: Numbers, name: str) -> list[float]:
    counts = read_not_negative(sequence, name)
    for row, count in enumerate(counts):
        if not isnan(count) and (count != int(count) or count > LARGEST_COUNT):
            raise ValueError(f"{name}, row {row}: {count:g} is not a whole count up to {LARGEST_COUNT:g}.")
    return counts


def _draw_lines(target: float, sizes: list[float], tau2: float) -> dict[str, list[float]]:
    return {
        name: [_draw_line(target, size, z, tau2) for size in sizes]
        for name, z in (("lower95", -Z95), ("upper95", Z95), ("lower998", -Z998), ("upper998", Z998))
    }


def _draw_line(target: float, size: float, z: float, tau2: float) -> float:
    """Return one line at one denominator; NaN without one.

    The angle is clamped before it is squared: past 0 or a right angle the line would turn back into the data.
    """
    if isnan(size):
        return nan
    angle = asin(sqrt(target)) + z * sqrt(1 / (4 * size) + tau2)
    return sin(min(max(angle, 0.0), pi / 2)) ** 2


def _flag_exactly(rows: Rows, target: float) -> list[str]:
    return [
        "" if isnan(bottom) else _flag_one_exactly(int(top), int(bottom), target)
        for top, bottom in zip(rows.numerators, rows.sizes, strict=True)
    ]


def _flag_one_exactly(top: int, bottom: int, target: float) -> str:
    low, high = lower_tail(top, bottom, target), upper_tail(top, bottom, target)
    return _name_flag(low < TAIL998, low < TAIL95, high < TAIL998, high < TAIL95)


def _flag_beyond_lines(values: list[float], lines: dict[str, list[float]], target: float) -> list[str]:
    slack = slack_at(target)
    return [
        _name_flag(
            value < lines["lower998"][row] - slack,
            value < lines["lower95"][row] - slack,
            value > lines["upper998"][row] + slack,
            value > lines["upper95"][row] + slack,
        )
        for row, value in enumerate(values)
    ]


def _name_flag(low998: bool, low95: bool, high998: bool, high95: bool) -> str:
    if low998 or high998:
        return "low998" if low998 else "high998"
    if low95 or high95:
        return "low95" if low95 else "high95"
    return ""
