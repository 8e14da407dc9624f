"""Where a value axis begins and ends, and its few ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import altair as alt

from charts.spc_stages import Stage, find_stages
from charts.theme import Size, axis_style
from measures.definitions import Unit
from measures.series import MeasureSeries

# A range that reaches far above every value would press the points to the floor.
_MOST_ABOVE_VALUES = 1.6
_STEPS = (1.0, 2.0, 2.5, 4.0, 5.0, 10.0)
_MOST_INTERVALS = 5


@dataclass(frozen=True)
class ValueAxis:
    """A vertical axis in the measure's own unit: ends, ticks, and how d3-format writes a tick."""

    low: float
    high: float
    ticks: tuple[float, ...]
    number_format: str

    def hold(self, value: float) -> float:
        """The nearest value that can be drawn."""
        return min(max(value, self.low), self.high)


PERCENT = ValueAxis(0.0, 1.0, (0.0, 0.25, 0.5, 0.75, 1.0), ".0%")
SCORE = ValueAxis(1.0, 7.0, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), "d")
SCORE_MIDDLE = 4.0


def y_axis(axis: ValueAxis, size: Size, field: str) -> alt.Y:
    """The vertical axis with its few ticks and its horizontal grid."""
    return (
        alt.Y(f"{field}:Q")
        .scale(domain=[axis.low, axis.high], nice=False, zero=False)
        .axis(
            values=list(find_ticks(axis, size)),
            format=axis.number_format,
            grid=True,
            minExtent=size.font * 2.6,
            **axis_style(size, flush=False),
        )
        .title(None)
    )


def find_ticks(axis: ValueAxis, size: Size) -> tuple[float, ...]:
    """The ticks that a chart of this size has room for: all, or the ends and the middle one."""
    if size.many_ticks:
        return axis.ticks
    middle = (axis.ticks[len(axis.ticks) // 2],) if len(axis.ticks) % 2 else ()
    return axis.ticks[0], *middle, axis.ticks[-1]


def write_tick(axis: ValueAxis, value: float) -> str:
    """A tick in words, as ``number_format`` writes it in a browser: "50%", "7", "1,200", "2.5"."""
    if axis.number_format.endswith("%"):
        return f"{value:.0%}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def find_value_axis(series: Iterable[MeasureSeries]) -> ValueAxis:
    """One axis for all of the series: percentages 0 to 100, scores 1 to 7, all else from 0.

    Give all series of a set of small charts at once, so that they share it. All must have one unit.
    """
    found = list(series)
    unit = found[0].definition.unit if found else Unit.PERCENT
    if unit == Unit.PERCENT:
        return PERCENT
    if unit == Unit.SCORE:
        return SCORE
    return axis_from_zero(max((_reach(s) for s in found), default=0.0), whole=unit != Unit.RATIO)


def axis_from_zero(reach: float, *, whole: bool) -> ValueAxis:
    """An axis from 0 to a round number at or above ``reach``; ``whole``: ticks are whole numbers only."""
    rough = max(reach, 1.0) / _MOST_INTERVALS
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * s for s in _STEPS if size * s >= rough * (1 - 1e-9))
    if whole:
        step = max(1.0, step if step == int(step) else math.ceil(step))
    count = max(1, math.ceil(max(reach, step) / step - 1e-9))
    return ValueAxis(0.0, step * count, tuple(step * i for i in range(count + 1)), ",.2~f")


def _reach(series: MeasureSeries) -> float:
    """The highest value that a series needs room for."""
    values = [p.value for p in series.points[series.shown] if p.value is not None]
    if series.target is not None:
        values.append(series.target.value)
    top = max(values, default=0.0)
    if series.result is None:
        return top
    result = series.result
    drawn = [
        i
        for i, stage in list(enumerate(find_stages(series)))[series.shown]
        if stage in (Stage.EARLY, Stage.FIRM) and math.isfinite(result.upl[i])
    ]
    # All shown may lie below the usual range, which has to be seen all the same.
    usual = max((max(result.lpl[i], result.mean[i]) for i in drawn), default=0.0)
    above = max((result.upl[i] for i in drawn), default=0.0)
    return max(top, usual, min(above, max(top, usual) * _MOST_ABOVE_VALUES))
