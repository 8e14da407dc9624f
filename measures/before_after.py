"""What a measure was before a day and after it, in typical values; never that the day made the difference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from measures.definitions import Unit
from measures.series import MeasureSeries, Point


def split_points(points: Sequence[Point], day: date) -> tuple[list[Point], list[Point]]:
    """The points that hold a value, of periods begun before ``day`` and of those begun on it or later."""
    seen = [p for p in points if p.value is not None]
    return [p for p in seen if p.period_start < day], [p for p in seen if p.period_start >= day]


def calculate_typical(points: Sequence[Point], series: MeasureSeries) -> float:
    """The typical value of some points of a series, in its unit; at least one must hold a value.

    Plain counts and days are averaged; all else is the sum of the numerators over that of the denominators.
    """
    if series.definition.unit in (Unit.COUNT, Unit.DAYS):
        return sum(p.value or 0 for p in points) / len(points)
    return sum(p.numerator or 0 for p in points) / sum(p.denominator or 0 for p in points)
