"""The words beside a chart over time, and the numbered change ideas above it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from charts.labels import Label, spread_labels
from charts.month_axis import place_day
from charts.picture import Row
from charts.spc_stages import Stage
from charts.theme import Size
from charts.value_axis import SCORE_MIDDLE, ValueAxis
from measures.definitions import Unit
from measures.periods import period_end, period_start
from measures.sentences import FEWEST_FOR_LIMITS
from measures.series import MeasureSeries
from measures.writing import describe_point, format_range, format_value

# Two numbered circles closer than this share of the width would touch on a phone.
_CIRCLE_SHARE = 0.11
MOST_ROWS = 4  # of circles above a chart
# How firmly words stand where they belong: the newest value hardly moves, words for a band easily do.
_WEIGHTS = {"last": 20.0, "target": 3.0, "middle": 3.0, "level": 1.0, "range": 1.0}


class _Words(NamedTuple):
    """Words that belong at a value; ``kind`` is "last", "level", "range", "target" or "middle"."""

    kind: str
    value: float
    text: str
    tone: str


def label_rows(
    series: MeasureSeries,
    stages: list[Stage],
    axis: ValueAxis,
    size: Size,
    *,
    last_tone: str,
    rows_above: int = 0,
) -> Iterator[Row]:
    """One row for each of the words in the right margin: they belong at ``value`` and stand at ``at``.

    ``at`` is a share of the height of the plot, down from its top.
    """
    if not series.observed or series.observed[-1] < series.shown.start:
        return
    space = size.plot_height(rows_above)
    words = [_last_words(series, last_tone)]
    if size.words:
        words += [*_line_words(series, axis), *_usual_words(series, stages, axis)]
    labels = [_label(word, axis, size, space) for word in words]
    while len(words) > 1 and sum(label.height for label in labels) > space:
        del words[-1], labels[-1]  # the least needed stand last
    places = spread_labels(labels, space)
    for word, at in zip(words, places, strict=True):
        row = {"text": word.text, "tone": word.tone, "shape": word.kind, "at": at / space}
        yield {"what": "label", "value": axis.hold(word.value), **row}


def _label(word: _Words, axis: ValueAxis, size: Size, space: float) -> Label:
    return Label(
        at=(axis.high - axis.hold(word.value)) / (axis.high - axis.low) * space,
        height=size.line_height * (1 + word.text.count("\n")) + 5,
        weight=_WEIGHTS[word.kind],
    )


def _last_words(series: MeasureSeries, tone: str) -> _Words:
    point, definition = series.points[series.observed[-1]], series.definition
    value = point.value or 0.0
    text = (
        describe_point(point, definition)
        if definition.unit == Unit.COUNT
        else format_value(value, definition)
    )
    if definition.unit == Unit.PERCENT:
        text = f"{point.numerator:,.0f} of {point.denominator:,.0f}\n{text}"
    return _Words("last", value, text, "text" if tone == "ordinary" else tone)


def _usual_words(series: MeasureSeries, stages: list[Stage], axis: ValueAxis) -> Iterator[_Words]:
    """What is usual, at the typical size of the current phase: the pair that the sentence names too."""
    newest = series.observed[-1]
    stage = stages[newest]
    if stage in (Stage.EARLY, Stage.FIRM) and series.result is not None:
        if series.usual_range is not None:
            low, high = series.usual_range
            written = " to ".join(format_range(low, high, series.definition))
            value = series.points[newest].value or 0.0
            roomier = high if axis.hold(high) - value >= value - axis.hold(low) else low
            yield _Words("range", roomier, f"usually\n{written}", "usual_level")
        yield _level_words(series, float(series.result.mean[newest]), "usual level")
    if stage == Stage.MIDDLE:
        few = len(series.phase_observed) < FEWEST_FOR_LIMITS
        yield _level_words(series, _middle_of_phase(series), "level so far" if few else "usual level")


def _level_words(series: MeasureSeries, level: float, called: str) -> _Words:
    return _Words("level", level, f"{called}\n{format_value(level, series.definition)}", "usual_level")


def _middle_of_phase(series: MeasureSeries) -> float:
    values = sorted(series.points[i].value or 0.0 for i in series.phase_observed)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2 if values else math.nan


def _line_words(series: MeasureSeries, axis: ValueAxis) -> Iterator[_Words]:
    if series.target is not None and axis.low <= series.target.value <= axis.high:
        text = f"target {format_value(series.target.value, series.definition)}"
        yield _Words("target", series.target.value, text, "target")
    if series.definition.unit == Unit.SCORE:
        yield _Words("middle", SCORE_MIDDLE, f"{SCORE_MIDDLE:.0f} in the middle", "quiet")


def line_rows(series: MeasureSeries, axis: ValueAxis) -> Iterator[Row]:
    """The lines across the plot: the target from the day it was agreed, and the middle of a score."""
    points = series.points[series.shown]
    if not points:
        return
    if series.definition.unit == Unit.SCORE:
        yield {"what": "middle", "value": SCORE_MIDDLE}
    if series.target is None or not axis.low <= series.target.value <= axis.high:
        return
    start = max(points[0].period_start, min(series.target.from_date, points[-1].period_start))
    yield {"what": "target", "x": place_day(start), "value": series.target.value}


def change_rows(series: MeasureSeries) -> Iterator[Row]:
    """One row a mark since the first shown point; ``at`` is its row above the plot, from 0.

    Circles that would touch stand one above the other, up to `MOST_ROWS`: more would leave a strip of the
    chart below them. Of a month that alone has more, the newest are drawn. What came after the newest figures
    widens the chart: what a forum says today is seen today, and that there are no figures yet as well.
    """
    points = series.points[series.shown]
    if not points:
        return
    first, last = points[0].period_start, period_end(points[-1].period_start, series.period)
    marks = [m for m in series.changes if first <= m.start_date <= max(last, series.today)]
    last = max([last, *(mark.start_date for mark in marks)])
    width = max(place_day(last) - place_day(first), 1.0)
    ends: list[tuple[float, int]] = []  # the last circle of each row: where, and which
    drawn: dict[tuple[int, float], Row] = {}
    for mark in marks:
        x = place_day(period_start(mark.start_date, series.period))
        row = next((i for i, (end, _) in enumerate(ends) if x - end >= _CIRCLE_SHARE * width), len(ends))
        if row == MOST_ROWS:
            row = ends.index(min(ends))
        ends[row : row + 1] = [(x, mark.number)]
        drawn[row, x] = {"what": "change", "x": x, "text": str(mark.number), "at": row}
    yield from drawn.values()
