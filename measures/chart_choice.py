"""Which chart a series is worked out on, and the working out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import spc
from measures.definitions import Chart, Definition

if TYPE_CHECKING:
    from measures.series import Point


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
    values = [p.value for p in points]
    match definition.chart:
        case Chart.P | Chart.P_PRIME:
            observed = [p.value is not None for p in points]
            numerators = [p.numerator if seen else None for p, seen in zip(points, observed, strict=True)]
            denominators = [p.denominator if seen else None for p, seen in zip(points, observed, strict=True)]
            calculate = spc.p_prime if definition.chart == Chart.P_PRIME else spc.p
            return definition.chart, calculate(numerators, denominators, **options)
        case Chart.C:
            return Chart.C, spc.c(values, **options)
        case Chart.T:
            return Chart.T, spc.t(values, **options)
        case Chart.RUN:
            return Chart.RUN, spc.run(values, **options)
        case _:
            return Chart.XMR, spc.xmr(values, **options)
