"""Who came to workshops: one column a month, one part a role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import altair as alt

from charts.alt import describe_chart
from charts.month_axis import month_axis, month_signals, place_day
from charts.parts import name_parts, part_fill
from charts.picture import ChartPicture, Row, build_frame
from charts.theme import SIZES, ChartSize, Spec, axis_style, check_layer, join_layers, tone
from charts.value_axis import ValueAxis, axis_from_zero, y_axis
from measures.attendance import ROLE_WORDS
from measures.calculations.workshops import ROLES
from measures.series import MeasureSeries

PARTS = name_parts({role: ROLE_WORDS[role] for role in ROLES})
_COLUMNS = {"x": "float64", "start": "float64", "end": "float64", "tone": "str", "when": "str", "text": "str"}
FILLED = 0.8  # share of a month that its column takes


def build_attendance_chart(series: MeasureSeries, sentence: str, size: ChartSize = "large") -> ChartPicture:
    """Columns of people by role. A hidden role is not drawn at all: the notes under the chart say so."""
    rows = list(find_rows(series))
    said = describe_attendance_chart(series, sentence)
    return ChartPicture(
        _prepare(size, find_axis(rows)), build_frame(rows, _COLUMNS), said, SIZES[size].height
    )


def describe_attendance_chart(series: MeasureSeries, sentence: str) -> str:
    """What the columns say to those who cannot see them."""
    return describe_chart(series, sentence, "Columns by role: service users, carers, staff and others")


def find_axis(rows: Sequence[Row]) -> ValueAxis:
    """An axis that has room for the highest column."""
    return axis_from_zero(max((row["end"] for row in rows), default=0.0), whole=True)


def find_rows(series: MeasureSeries) -> Iterator[Row]:
    """One row a role and month that may be seen, stacked from the bottom in the order of the roles."""
    for i in range(*series.shown.indices(len(series.points))):
        begun = 0.0
        when = series.when(series.points[i])
        for part in PARTS:
            count = series.parts[part.key][i].value if part.key in series.parts else None
            if not count:
                continue
            yield {
                "x": place_day(series.points[i].period_start), "start": begun, "end": begun + count,
                "tone": part.fill, "when": when, "text": f"{count:,.0f} {part.words}",
            }  # fmt: skip
            begun += count


@lru_cache(maxsize=64)
def _prepare(size_name: ChartSize, axis: ValueAxis) -> Spec:
    size = SIZES[size_name]
    wide: Any = {"expr": f"max(2, {FILLED} * width / (span(months) + 1))"}
    columns = (
        alt.Chart()
        .mark_bar(width=wide, stroke=tone("ordinary"), strokeWidth=0.75)
        .encode(
            x=month_axis(axis_style(size, flush=True), beside=0.5),
            y=y_axis(axis, size, "start"),
            y2="end:Q",
            color=part_fill(PARTS, size),
            tooltip=[alt.Tooltip("when:N", title=" "), alt.Tooltip("text:N", title="  ")],
        )
    )
    return join_layers([check_layer(columns)], height=size.height, signals=month_signals(size.month_width))
