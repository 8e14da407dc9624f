"""Time as a number of months, so that no browser's time zone can move a point.

A day's place is its months since year 0, the day as a fraction: July 2025 begins at 2025 × 12 + 6.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

import altair as alt

_NAMES = "['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec']"
_LABEL = f"{_NAMES}[floor(datum.value) % 12] + ' ' + floor(datum.value / 12)"
# The fourth month is where a year begins, so ticks are months that lie 3 past a multiple of the step.
_START = "ceil((domain('x')[0] - 3) / month_step) * month_step + 3"
_TICKS: Any = {"expr": f"sequence({_START}, domain('x')[1] + 0.01, month_step)"}


def place_day(day: date) -> float:
    """The place of a day on the axis, in months."""
    return day.year * 12 + day.month - 1 + (day.day - 1) / monthrange(day.year, day.month)[1]


def month_step(label_width: int) -> alt.Parameter:
    """How many months lie between two ticks: as few as the reader's width allows.

    Worked out in the browser, because only the browser knows the width. ``label_width`` is in pixels.
    """
    need = f"{label_width} * span(domain('x')) / max(width, 1)"
    steps = "need <= 1 ? 1 : need <= 3 ? 3 : need <= 6 ? 6 : need <= 12 ? 12 : 24"
    return alt.param(name="month_step", expr=steps.replace("need", f"({need})"))


def month_axis(style: dict[str, Any]) -> alt.X:
    """The horizontal axis of all charts over time, years from April; needs `month_step` on the chart."""
    return (
        alt.X("x:Q")
        .scale(zero=False, nice=False, padding=8)
        .axis(values=_TICKS, labelExpr=_LABEL, grid=False, **style)
        .title(None)
    )
