"""Stretches of a series on which a rule that may decide found a real change, by the words of `standing`.

A single point outside, and two of three near a limit, are worth a look and no real change by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from measures.definitions import Chart
from measures.series import MeasureSeries
from measures.streaks import count_all_same

_HIGH, _LOW, _OUTSIDE = "URTS", "LFts", "UL"
_ROW_RULES = ("shift", "trend")
_FEWEST_OUTSIDE = 2


class Signal(NamedTuple):
    """One stretch: positions of its first and last point; its side is 1 high or rising, -1 low or falling."""

    first: int
    last: int
    side: int


def find_real_signals(series: MeasureSeries) -> list[Signal]:
    """The stretches in order of time; none on a run chart or a plain line, whose words never say "real".

    A stretch is all neighbouring points with a deciding rule to one side inside one phase. It is real where
    a shift or a trend is in it, or two points outside in a row. Points in the last row of all or nothing
    carry no limits on any chart, so they prove nothing; a stretch may only run on into them.
    """
    if series.result is None or series.chart in (Chart.RUN, Chart.LINE):
        return []
    proving = set(series.observed[: len(series.observed) - count_all_same(series)])
    groups = groupby(series.observed, key=lambda i: _side_and_phase(series, i))
    stretches = [(side, list(group)) for (side, _), group in groups if side]
    return [
        Signal(some[0], some[-1], side)
        for side, some in stretches
        if _is_real(series, [i for i in some if i in proving])
    ]


def _side_and_phase(series: MeasureSeries, i: int) -> tuple[int, int]:
    assert series.result is not None  # noqa: S101 - only called with one
    cause = str(series.result.cause[i])
    return (cause in _HIGH) - (cause in _LOW), int(series.result.phase[i])


def _is_real(series: MeasureSeries, stretch: list[int]) -> bool:
    assert series.result is not None  # noqa: S101 - only called with one
    deciding = [rule for rule in _ROW_RULES if rule in series.definition.deciding_rules]
    if any(bool(series.result.hits[rule][i]) for rule in deciding for i in stretch):
        return True
    return max(_rows_outside(series, stretch), default=0) >= _FEWEST_OUTSIDE


def _rows_outside(series: MeasureSeries, stretch: list[int]) -> Iterator[int]:
    assert series.result is not None  # noqa: S101 - only called with one
    for outside, group in groupby(stretch, key=lambda i: str(series.result.cause[i]) in _OUTSIDE):  # type: ignore[union-attr]
        if outside:
            yield len(list(group))
