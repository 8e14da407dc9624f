"""The time charts by name: read the rows, pick the arithmetic, build the result.

Every function takes sequences of equal length, one row a period (None or NaN = missing, kept as a gap), and
the keyword options of `ChartOptions`. All raise ValueError with the reason if the input makes no sense.
"""

from dataclasses import replace
from math import copysign
from typing import Unpack

from spc import limits
from spc.chart import build_chart, freeze
from spc.options import ChartOptions, read_target
from spc.phase import ChartKind
from spc.result import SpcResult
from spc.rows import Numbers, Rows, read_counts, read_means, read_proportions, read_rates, read_values

XMR = ChartKind(limits.xmr_limits)
RUN = ChartKind(limits.run_limits)
C = ChartKind(limits.c_limits, floor=0.0)
P = ChartKind(limits.p_limits, floor=0.0, ceiling=1.0, typical=True)
P_PRIME = ChartKind(limits.p_prime_limits, floor=0.0, ceiling=1.0, typical=True)
U = ChartKind(limits.u_limits, floor=0.0, typical=True)
U_PRIME = ChartKind(limits.u_prime_limits, floor=0.0, typical=True)
I_PRIME = ChartKind(limits.i_prime_limits)
T = ChartKind(limits.xmr_limits, floor=0.0)

# Days between rare events are skewed; this power makes them nearly normal (Nelson 1994).
T_POWER = 3.6


def xmr(values: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return the XmR chart of plain values: mean ± 2.66 × average moving range, never clipped."""
    return build_chart(XMR, read_values(values), options)


def run(values: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return the run chart of plain values: `mean` is the median, no limits; see `runs` for the signal."""
    return build_chart(RUN, read_values(values), options)


def c(counts: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return the c chart of counts with equal exposure: mean ± 3√mean, not below 0."""
    return build_chart(C, read_counts(counts, "counts"), options)


def p(numerators: Numbers, denominators: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return the p chart of counts out of counts: p ± 3√(p(1−p)/n), within 0 and 1."""
    return build_chart(P, read_proportions(numerators, denominators), options)


def p_prime(numerators: Numbers, denominators: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return Laney's p′ chart: the p chart with limits widened (or narrowed) by σz."""
    return build_chart(P_PRIME, read_proportions(numerators, denominators), options)


def u(counts: Numbers, exposures: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return the u chart of counts per exposure: u ± 3√(u/n), not below 0."""
    return build_chart(U, read_rates(counts, exposures), options)


def u_prime(counts: Numbers, exposures: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return Laney's u′ chart: the u chart with limits widened (or narrowed) by σz."""
    return build_chart(U_PRIME, read_rates(counts, exposures), options)


def i_prime(values: Numbers, sizes: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return the I′ chart of means with the sizes they rest on; never clipped."""
    return build_chart(I_PRIME, read_means(values, sizes), options)


def t(days_between: Numbers, **options: Unpack[ChartOptions]) -> SpcResult:
    """Return the t chart of days between events: XmR of days^(1/3.6), lines turned back into days."""
    rows = read_counts(days_between, "days_between")
    straightened = Rows([days ** (1 / T_POWER) for days in rows.values], [], [])
    target = read_target(options.get("target"))
    if target is not None:
        options["target"] = copysign(abs(target) ** (1 / T_POWER), target)
    chart = build_chart(T, straightened, options)
    return replace(
        chart,
        value=freeze(rows.values),
        mean=freeze(chart.mean**T_POWER),
        lpl=freeze(chart.lpl**T_POWER),
        upl=freeze(chart.upl**T_POWER),
    )
