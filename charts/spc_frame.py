"""The rows that a chart over time is drawn from: its points, the words beside it, its change ideas."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from charts.month_axis import place_day
from charts.picture import Row
from charts.spc_stages import Stage
from charts.value_axis import ValueAxis
from measures.series import MeasureSeries
from measures.writing import describe_point

COLUMNS = {
    "what": "str", "x": "float64", "value": "float64", "lower": "float64", "upper": "float64",
    "early_lower": "float64", "early_upper": "float64", "level": "float64", "tone": "str", "shape": "str",
    "when": "str", "text": "str", "at": "float64",
}  # fmt: skip
_TONES = {"improvement": "better", "concern": "worse", "neutral": "neither"}
_HIGH = "URTS"


def point_rows(series: MeasureSeries, stages: list[Stage], axis: ValueAxis) -> Iterator[Row]:
    """One row a shown point; a gap has no value. An empty row cuts all lines where a phase begins."""
    phases = [0] * len(series.points) if series.result is None else series.result.phase.tolist()
    middles = _middles(series, phases)
    first, last = _ends(series, phases)
    last_limits: tuple[float, float] | None = None
    for i in range(*series.shown.indices(len(series.points))):
        x = place_day(series.points[i].period_start)
        if i > series.shown.start and phases[i] != phases[i - 1]:
            last_limits = None
            yield {"what": "point", "x": x}
        row = {"what": "point", "x": x, **_said(series, i, stages[i])}
        if first[phases[i]] <= i <= last[phases[i]]:
            last_limits = _limits(series, i, axis) or last_limits
            row |= _lines(series, i, stages[i], middles[phases[i]], last_limits)
        yield row


def _ends(series: MeasureSeries, phases: list[int]) -> tuple[dict[int, int], dict[int, int]]:
    """The first and last point with a value in each phase: nothing is usual before or after them."""
    nowhere = len(phases)
    first, last = dict.fromkeys(phases, nowhere), dict.fromkeys(phases, -1)
    for i in series.observed:
        first[phases[i]] = min(first[phases[i]], i)
        last[phases[i]] = i
    return first, last


def _middles(series: MeasureSeries, phases: list[int]) -> dict[int, float]:
    found: dict[int, list[float]] = {phase: [] for phase in phases}
    for phase, point in zip(phases, series.points, strict=True):
        if point.value is not None:
            found[phase].append(point.value)
    return {phase: median(values) if values else math.nan for phase, values in found.items()}


def _limits(series: MeasureSeries, i: int, axis: ValueAxis) -> tuple[float, float] | None:
    if series.result is None:
        return None
    lower, upper = float(series.result.lpl[i]), float(series.result.upl[i])
    if math.isnan(lower) or math.isnan(upper):
        return None
    return axis.hold(lower), axis.hold(upper)


def _said(series: MeasureSeries, i: int, stage: Stage) -> Row:
    """What a point shows and says; a gap shows and says nothing."""
    point = series.points[i]
    if point.value is None:
        return {}
    tone, shape = find_signal(series, i, stage)
    return {
        "value": point.value,
        "tone": tone,
        "shape": shape,
        "when": series.when(point),
        "text": describe_point(point, series.definition),
    }


def find_signal(series: MeasureSeries, i: int, stage: Stage) -> tuple[str, str]:
    """Colour and shape of point ``i``; signals only where there are limits to judge by."""
    word = "" if series.result is None else str(series.result.special_cause[i])
    if not word or stage not in (Stage.EARLY, Stage.FIRM):
        return "ordinary", "circle"
    assert series.result is not None  # noqa: S101 - it gave the word
    high = str(series.result.cause[i]) in _HIGH
    shape = {"concern": "diamond", "neutral": "square"}.get(word, "triangle-up" if high else "triangle-down")
    return _TONES[word], shape


def _lines(
    series: MeasureSeries, i: int, stage: Stage, middle: float, limits: tuple[float, float] | None
) -> Row:
    row: Row = {}
    if stage == Stage.MIDDLE:
        row["level"] = middle
    if stage in (Stage.EARLY, Stage.FIRM) and series.result is not None:
        row["level"] = float(series.result.mean[i])
        names = ("lower", "upper") if stage == Stage.FIRM else ("early_lower", "early_upper")
        row |= dict(zip(names, limits or (), strict=False))
    return row
