"""Which chart a series is worked out on, and the working out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import spc
from measures.definitions import Chart, Definition
from measures.series import MeasureSeries, Point


def calculate_chart(
    definition: Definition, points: Sequence[Point], rebase: Sequence[int], target: float | None
) -> tuple[Chart, spc.SpcResult | None]:
    """Limits, rules and icons of a series, on the chart that its definition names.

    Only the definition's deciding rules may decide what is said; every rule that fired is kept in
    ``hits``. Returns no result for a plain line or an empty series.
    """
    if definition.chart == Chart.LINE or not any(p.value is not None for p in points):
        return definition.chart, None
    options: dict[str, Any] = {
        "improvement": definition.direction,
        "target": target,
        "rebase": tuple(rebase),
        "rules": definition.deciding_rules,
    }
    if definition.chart in (Chart.P, Chart.P_PRIME):
        return _calculate_share(definition, points, options)
    calculate = {Chart.C: spc.c, Chart.T: spc.t, Chart.RUN: spc.run}.get(definition.chart, spc.xmr)
    return definition.chart, calculate([p.value for p in points], **options)


def _calculate_share(
    definition: Definition, points: Sequence[Point], options: dict[str, Any]
) -> tuple[Chart, spc.SpcResult]:
    tops = [p.numerator if p.value is not None else None for p in points]
    sizes = [p.denominator if p.value is not None else None for p in points]
    if definition.chart == Chart.P_PRIME or _is_overdispersed(definition, tops, sizes, options["rebase"]):
        return Chart.P_PRIME, spc.p_prime(tops, sizes, **options)
    return Chart.P, spc.p(tops, sizes, **options)


def _is_overdispersed(
    definition: Definition,
    tops: Sequence[float | None],
    sizes: Sequence[float | None],
    rebase: Sequence[int],
) -> bool:
    """Whether a measure that may be widened varies more than counts alone explain, since its last rebase."""
    start = max(rebase, default=0)
    return definition.widen_if_overdispersed and spc.advise_p(tops[start:], sizes[start:]).offer_p_prime


def calculate_board_chart(series: MeasureSeries) -> MeasureSeries:
    """The same series as board papers show it: XmR of the percentage, with all four rules deciding."""
    starts = [
        next(i for i, p in enumerate(series.points) if p.period_start >= r.date) for r in series.rebases
    ]
    result = spc.xmr(
        [p.value for p in series.points],
        improvement=series.definition.direction,
        target=None if series.target is None else series.target.value,
        rebase=tuple(starts),
    )
    return replace(series, chart=Chart.XMR, result=result)
