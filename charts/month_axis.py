"""Time as a number of months, so that no browser's time zone can move a point.

A day's place is its months since year 0, the day as a fraction: July 2025 begins at 2025 × 12 + 6.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from math import ceil
from typing import Any

import altair as alt

from charts.theme import DATA_NAME, Spec

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = f"[{','.join(repr(month) for month in MONTHS)}]"
_LABEL = f"{_NAMES}[floor(datum.value) % 12] + ' ' + floor(datum.value / 12)"
# The fourth month is where a year begins, so ticks are months that lie 3 past a multiple of the step.
_START = "ceil((months[0] - 3) / month_step) * month_step + 3"
_TICKS: Any = {"expr": f"sequence({_START}, months[1] + 0.01, month_step)"}
# Before the rows arrive there is nothing to reach over; a single point stands in the middle.
_REACH = f"extent(pluck(data('{DATA_NAME}'), 'x'))"
_MONTHS = f"{_REACH}[0] == null ? [0, 1] : span({_REACH}) ? {_REACH} : [{_REACH}[0] - 1, {_REACH}[0] + 1]"


def place_day(day: date) -> float:
    """The place of a day on the axis, in months."""
    month = day.year * 12 + day.month - 1
    return month if day.day == 1 else month + (day.day - 1) / monthrange(day.year, day.month)[1]


def find_month_ticks(first: float, last: float, room: float, label_width: int) -> list[tuple[float, str]]:
    """The ticks between two places, with their words, as a browser works them out for `month_axis`.

    ``room``: how many pixels lie between the two; a label needs ``label_width`` of them.
    """
    need = label_width * (last - first) / max(room, 1)
    step = next((months for months in (1, 3, 6, 12) if need <= months), 24 * ceil(need / 24))
    tick = ceil((first - 3) / step) * step + 3
    found = []
    while tick <= last + 0.01:
        found.append((float(tick), f"{MONTHS[tick % 12]} {tick // 12}"))
        tick += step
    return found


def month_signals(label_width: int) -> list[Spec]:
    """What the browser works out for `month_axis`: the months shown, and how many lie between two ticks.

    Ticks are as many as the reader's width allows; a label needs ``label_width`` pixels.
    """
    need = f"({label_width} * span(months) / max(width, 1))"
    steps = (
        f"{need} <= 1 ? 1 : {need} <= 3 ? 3 : {need} <= 6 ? 6 : {need} <= 12 ? 12 : 24 * ceil({need} / 24)"
    )
    return [{"name": "months", "expr": _MONTHS}, {"name": "month_step", "expr": steps}]


def month_axis(style: dict[str, Any], beside: float = 0.0) -> alt.X:
    """The horizontal axis of all charts over time, years from April; the chart needs `month_signals`.

    ``beside``: months of room before the first and after the last point.
    """
    domain: Any = {"expr": f"[months[0] - {beside}, months[1] + {beside}]"}
    return (
        alt.X("x:Q")
        .scale(domain=domain, zero=False, nice=False, padding=8)
        .axis(values=_TICKS, labelExpr=_LABEL, grid=False, **style)
        .title(None)
    )
