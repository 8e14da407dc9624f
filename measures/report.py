"""A series as plain data, for the command line and for files: the keys are a contract."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from measures.sentences import describe_series
from measures.series import MeasureSeries, Point


def write_series(series: MeasureSeries) -> dict[str, Any]:
    """One series as a JSON object; null where there is none. Hidden numbers are not in it."""
    result, shown = series.result, series.shown
    return {
        "measure": series.definition.id,
        "title": series.definition.title,
        "area": series.area.name,
        "unit": str(series.definition.unit),
        "direction": series.definition.direction,
        "chart": str(series.chart),
        "points": [_point(p) for p in series.points[shown]],
        "mean": None if result is None else _line(result.mean[shown]),
        "lpl": None if result is None else _line(result.lpl[shown]),
        "upl": None if result is None else _line(result.upl[shown]),
        "cause": None if result is None else "".join(result.cause[shown]),
        "variation": None if result is None else result.variation,
        "assurance": None if result is None else result.assurance,
        "limits_state": None if result is None else result.limits_state,
        "target": None if series.target is None else series.target.value,
        "sentence": describe_series(series),
        "data_as_at": None if series.data_as_at is None else series.data_as_at.isoformat(),
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "period_start": point.period_start.isoformat(),
        "numerator": _number(point.numerator),
        "denominator": _number(point.denominator),
        "value": point.value,
        "state": str(point.state),
    }


def _number(amount: float | None) -> float | int | None:
    """Whole numbers as whole numbers: 13, not 13.0."""
    return int(amount) if amount is not None and amount == int(amount) else amount


def _line(values: Iterable[float]) -> list[float | None]:
    return [None if math.isnan(v) else float(v) for v in values]
