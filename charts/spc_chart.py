"""The chart over time: points, usual level and usual range, target, change ideas, one labelled last point."""

from __future__ import annotations

from functools import lru_cache

from charts import spc_layers as draw
from charts.alt import describe_chart
from charts.month_axis import month_signals
from charts.picture import ChartPicture, Row, build_frame
from charts.spc_frame import COLUMNS, point_rows
from charts.spc_stages import Stage, find_stages
from charts.spc_words import change_rows, label_rows, line_rows
from charts.theme import SIZES, ChartSize, Spec, join_layers, rows_of
from charts.value_axis import ValueAxis, find_value_axis
from measures.sentences import describe_series
from measures.series import MeasureSeries


@lru_cache(maxsize=512)
def build_spc_chart(
    series: MeasureSeries, *, size: ChartSize = "large", axis: ValueAxis | None = None
) -> ChartPicture:
    """Draw one measure of one area over time.

    Args:
        series: only the points in ``series.shown`` are drawn; hidden and missing ones leave a gap.
        size: "large" for a laptop, "paper" for two on a page, "phone", "small" for one of many side by
            side, "screen" for a wall.
        axis: the vertical axis that small charts share (see `find_value_axis`); None finds its own.
    """
    axis = axis or find_value_axis([series])
    stages = find_stages(series)
    rows = list(point_rows(series, stages, axis))
    tones = [row["tone"] for row in rows if row.get("value") is not None]
    lines = list(line_rows(series, axis)) if SIZES[size].words else []
    changes = list(change_rows(series)) if SIZES[size].words else []
    above = 1 + max((int(row["at"]) for row in changes), default=-1)
    last_tone = tones[-1] if tones else "ordinary"
    labels = list(label_rows(series, stages, axis, SIZES[size], last_tone=last_tone, rows_above=above))
    layers = find_layers([*rows, *lines, *changes], stages)
    return ChartPicture(
        spec=_prepare(size, axis, layers),
        frame=build_frame([*rows, *lines, *labels, *changes], COLUMNS),
        alt=describe_chart(series, describe_series(series), name_kind(layers)),
        height=SIZES[size].height,
    )


def find_layers(rows: list[Row], stages: list[Stage]) -> frozenset[str]:
    """The layers that these rows need, by name, such as "band", "level" or "change"."""
    named = {"lower": "band", "early_lower": "early", "level": "level"}
    found = [layer for column, layer in named.items() if any(row.get(column) is not None for row in rows)]
    if any(stage != Stage.DOTS for stage in stages):
        found.append("line")
    lines = [what for what in ("middle", "target", "change") if any(r["what"] == what for r in rows)]
    return frozenset(found + lines)


def name_kind(layers: frozenset[str]) -> str:
    """What the alt text calls a chart of these layers."""
    if "band" in layers or "early" in layers:
        return "Line chart with the usual range"
    return "Line chart" if "line" in layers else "Chart of single points"


@lru_cache(maxsize=256)
def _prepare(size_name: ChartSize, axis: ValueAxis, layers: frozenset[str]) -> Spec:
    """The spec of one variant, from back to front, made once: only the rows differ from series to series."""
    size = SIZES[size_name]
    limits = [
        *([draw.band()] if "band" in layers else []),
        *([draw.early_limit(f) for f in ("early_lower", "early_upper")] if "early" in layers else []),
        *([draw.usual_level()] if "level" in layers else []),
    ]
    seen = [*([draw.joining_line()] if "line" in layers else []), draw.points(axis, size)]
    layered = [
        *([rows_of("point", *limits)] if limits else []),
        *([draw.middle_line()] if "middle" in layers else []),
        *([draw.target_line()] if "target" in layers else []),
        *([draw.change_lines(size)] if "change" in layers else []),
        rows_of("point", *seen),
        draw.margin_words(size),
        *([draw.change_numbers(size)] if "change" in layers else []),
    ]
    return join_layers(layered, height=size.height, signals=month_signals(size.month_width))
