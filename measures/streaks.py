"""How long the last points have run one way: outside, on one side, rising, or all the same."""

from __future__ import annotations

from measures.definitions import Unit
from measures.series import MeasureSeries


def count_all_same(series: MeasureSeries) -> int:
    """How many of the last periods in a row were all or nothing (100 % or 0 %); 0 if the last was neither.

    A missing period ends the row: nobody knows what it was.
    """
    if series.definition.unit != Unit.PERCENT or series.last is None or series.last.value not in (0, 1):
        return 0
    row = 0
    for point in reversed(series.points[: series.observed[-1] + 1]):
        if point.value != series.last.value:
            break
        row += 1
    return row


def count_outside(series: MeasureSeries) -> int:
    """How many of the last observed points in a row lie beyond the same limit."""
    if series.result is None:
        return 0
    cause, row = str(series.result.cause[series.observed[-1]]), 0
    for i in reversed(series.phase_observed):
        if str(series.result.cause[i]) != cause:
            break
        row += 1
    return row


def count_one_side(series: MeasureSeries) -> tuple[int, int]:
    """The side of the usual level (1 above, -1 below) of the last point off it, and its unbroken row."""
    side, row = 0, 0
    for i in reversed(range(series.observed[-1] + 1)):
        value = series.points[i].value
        if series.result is None or value is None or series.result.phase[i] != series.result.phase[-1]:
            break
        distance = value - float(series.result.mean[i])
        here = (distance > 0) - (distance < 0)
        if here == 0 or (side and here != side):
            break
        side, row = here, row + 1
    return side, row


def count_steps(series: MeasureSeries, rising: bool) -> int:
    """How many of the last points in a row each went the same way, the first of them included."""
    row, later = 1, None
    for i in reversed(range(series.observed[-1] + 1)):
        value = series.points[i].value
        if value is None:
            break
        if later is not None:
            if (later > value) != rising or later == value:
                break
            row += 1
        later = value
    return row
