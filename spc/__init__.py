"""The arithmetic of charts: limits, rules and icons. Plain sequences in, a frozen result out."""

from spc.advice import PChartAdvice, advise_p
from spc.funnel import OVERDISPERSION_FROM_UNITS, funnel
from spc.result import FunnelResult, PhaseRuns, SpcResult
from spc.time_charts import c, i_prime, p, p_prime, run, t, u, u_prime, xmr

__all__ = [
    "OVERDISPERSION_FROM_UNITS",
    "FunnelResult",
    "PChartAdvice",
    "PhaseRuns",
    "SpcResult",
    "advise_p",
    "c",
    "funnel",
    "i_prime",
    "p",
    "p_prime",
    "run",
    "t",
    "u",
    "u_prime",
    "xmr",
]
