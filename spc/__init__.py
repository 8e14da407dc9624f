"""The arithmetic of charts: limits, rules and icons. Plain sequences in, a frozen result out."""

from spc.advice import PChartAdvice, advise_p
from spc.funnel import OVERDISPERSION_FROM_UNITS, funnel, funnel_lines
from spc.result import FunnelLines, FunnelResult, PhaseRuns, SpcResult
from spc.time_charts import c, i_prime, p, p_prime, run, t, u, u_prime, xmr

__all__ = [
    "OVERDISPERSION_FROM_UNITS",
    "FunnelLines",
    "FunnelResult",
    "PChartAdvice",
    "PhaseRuns",
    "SpcResult",
    "advise_p",
    "c",
    "funnel",
    "funnel_lines",
    "i_prime",
    "p",
    "p_prime",
    "run",
    "t",
    "u",
    "u_prime",
    "xmr",
]
