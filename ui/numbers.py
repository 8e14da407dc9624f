"""The table behind a chart ("Show the numbers"), with nothing in it that the chart may not show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from data_model.terms import FigureState
from measures.definitions import Unit
from measures.series import MeasureSeries, Point
from measures.writing import format_value

_STATES = {
    FigureState.MISSING: "no figures",
    FigureState.TOO_EARLY: "too early to count",
}


def build_numbers_table(series: MeasureSeries) -> pd.DataFrame:
    """One row a period shown, newest first: counts, value and usual range, all as text.

    Columns: When; the numerator and denominator by the names of the definition (shares, scores and
    ratios only); Value; Usual range.
    """
    definition = series.definition
    rows = []
    for i in reversed(range(*series.shown.indices(len(series.points)))):
        point = series.points[i]
        row = {"When": series.when(point)}
        if definition.denominator is not None:
            row[definition.numerator] = _count(point, point.numerator, series)
            row[definition.denominator] = _count(point, point.denominator, series)
        row["Value"] = _value(point, series)
        row["Usual range"] = _range(series, i)
        rows.append(row)
    return pd.DataFrame(rows).astype(str)


def build_side_by_side_table(found: Sequence[MeasureSeries]) -> pd.DataFrame:
    """One row a period that any of the series shows, newest first, and one column an area, all as text.

    A share is written as its counts ("13 of 19"); a period that an area has not is "no figures".
    """
    cells: dict[date, dict[str, str]] = {}
    for series in found:
        for point in series.points[series.shown]:
            row = cells.setdefault(point.period_start, {"When": series.when(point)})
            row[series.area.name] = _share(point, series)
    columns = ["When", *(series.area.name for series in found)]
    rows = [cells[start] for start in sorted(cells, reverse=True)]
    return pd.DataFrame(rows, columns=columns).fillna(_STATES[FigureState.MISSING]).astype(str)


def _share(point: Point, series: MeasureSeries) -> str:
    if series.definition.unit == Unit.PERCENT and point.value is not None:
        return f"{point.numerator:,.0f} of {point.denominator:,.0f}"
    return _value(point, series)


def _count(point: Point, amount: float | None, series: MeasureSeries) -> str:
    if point.state == FigureState.SUPPRESSED:
        return f"fewer than {series.definition.hide_below}, or hidden with it"
    if amount is None:
        return ""
    return (
        f"{amount:,.0f}"
        if series.definition.unit != Unit.SCORE or amount == int(amount)
        else f"{amount:,.2f}"
    )


def _value(point: Point, series: MeasureSeries) -> str:
    if point.value is not None:
        return format_value(point.value, series.definition, decimals=2)
    if point.state == FigureState.SUPPRESSED:
        return f"hidden: below {series.definition.hide_below}"
    return _STATES[point.state]


def _range(series: MeasureSeries, i: int) -> str:
    usual = series.usual_range_at(i)
    if usual is None:
        return ""
    low, high = usual
    return f"{format_value(low, series.definition, 2)} to {format_value(high, series.definition, 2)}"
