"""Change ideas as bars over time, one lane each, above the line of the measure that they aimed at.

Both share one axis of time. How far an idea has come is said by its word, by how its bar is filled and by how
it ends; colour adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from charts.month_axis import place_day
from charts.picture import ChartPicture, Row, build_frame
from charts.spc_chart import build_spc_chart
from charts.spc_frame import COLUMNS
from charts.theme import SIZES, ChartSize, Size, Spec, check_layer, rows_of, tone
from measures.change_ideas import ChangeIdea
from measures.idea_lanes import describe_when
from measures.series import MeasureSeries

_COLUMNS = {**COLUMNS, "end": "float64"}
# How a bar is filled and how it ends; an idea still tested is open, one given up is broken and crossed.
_FILLS = {"adopted": "deep", "adapted": "pale", "testing": "paper", "abandoned": "paper"}
_ENDS = {"testing": "triangle-right", "abandoned": "cross"}
_BROKEN = [3, 3]
_DOTS = [2, 3]
_GAP = 10  # pixels between the lanes and the plot
# Shares of a lane, down from its top: the middle of its words, and the ends of its bar.
_WORDS_AT, _BAR_FROM, _BAR_TO = 0.28, 0.55, 0.85


def build_swim_lanes(
    series: MeasureSeries, ideas: Sequence[ChangeIdea], *, size: ChartSize = "large", with_place: bool = False
) -> ChartPicture:
    """Draw a measure of one area with ideas as lanes above it, the first idea at the top.

    Args:
        series: drawn as on every page, without its own marks of change.
        ideas: those to draw (see `find_lanes`); they are numbered from 1 in their order.
        size: as for the chart over time.
        with_place: whether each lane names where the idea was tried.
    """
    base = build_spc_chart(replace(series, changes=()), size=size)
    rows = list(_lane_rows(series, ideas, with_place=with_place))
    if not rows or not series.points[series.shown]:
        return base
    frame = pd.concat([base.frame.assign(end=float("nan")), build_frame(rows, _COLUMNS)], ignore_index=True)
    height = base.height + round(len(ideas) * _lane_height(SIZES[size])) + _GAP
    layers = [*base.spec["layer"], _begun(), *_front(size)]
    alt_text = f"{base.alt} {_describe(ideas)}"
    return ChartPicture({**base.spec, "layer": layers, "height": height}, frame, alt_text, height)


def _lane_rows(series: MeasureSeries, ideas: Sequence[ChangeIdea], *, with_place: bool) -> Iterator[Row]:
    """One row a lane, and one for each start in the months drawn. ``at`` counts up from the plot."""
    points = series.points[series.shown]
    if not points:
        return
    first = place_day(points[0].period_start)
    newest = max([place_day(points[-1].period_start), *(place_day(i.start_date) for i in ideas)])
    for number, idea in enumerate(ideas, start=1):
        start, at = place_day(idea.start_date), len(ideas) - number + 1
        end = newest if idea.end_date is None else min(place_day(idea.end_date), newest)
        where = f" ({idea.place})" if with_place else ""
        text = f"{number}  {idea.status.capitalize()}: {idea.title}{where}"
        x = max(start, first)
        yield {"what": "lane", "x": x, "end": max(end, x), "at": at, "shape": idea.status, "text": text}
        if start >= first:
            yield {"what": "begin", "x": start, "at": at}


def _describe(ideas: Sequence[ChangeIdea]) -> str:
    said = "; ".join(
        f"{number}, {idea.title}, {idea.place}, {idea.status}, {describe_when(idea)}"
        for number, idea in enumerate(ideas, start=1)
    )
    count = "one bar" if len(ideas) == 1 else f"{len(ideas)} bars"
    return f"Above it {count} of what was tried: {said}."


def _lane_height(size: Size) -> float:
    return size.font * 2.7


def _down(share: float, size: Size) -> Any:  # noqa: ANN401 - an expression where Altair wants a number
    """A height above the plot: a share of the way down the lane of each row."""
    return {"expr": f"-{_GAP} - {_lane_height(size)} * (datum.at - {share})"}


@cache
def _begun() -> Spec:
    """Where each idea began, dotted down through the plot."""
    span: Any = {"y": -_GAP, "y2": {"expr": "height"}}
    rule = alt.Chart().mark_rule(stroke=tone("line"), strokeDash=_DOTS, tooltip=None, **span)
    return rows_of("begin", check_layer(rule.encode(x="x:Q")))


@cache
def _front(size_name: ChartSize) -> list[Spec]:
    """The lanes: a bar a status, its beginning, its end and its words."""
    size = SIZES[size_name]
    bars = [_of_status(status, _bar(status, size)) for status in _FILLS]
    ends = [_of_status(status, _end(shape, size)) for status, shape in _ENDS.items()]
    tick: Any = {"y": _down(_BAR_FROM - 0.06, size), "y2": _down(_BAR_TO + 0.06, size)}
    begin = alt.Chart().mark_rule(stroke=tone("text"), strokeWidth=2, tooltip=None, **tick)
    return [*bars, rows_of("begin", check_layer(begin.encode(x="x:Q"))), *ends, rows_of("lane", _words(size))]


def _of_status(status: str, layer: Spec) -> Spec:
    wanted = f"datum.what === 'lane' && datum.shape === '{status}'"
    return {"transform": [{"filter": wanted}], "layer": [layer]}


def _bar(status: str, size: Size) -> Spec:
    span: Any = {"y": _down(_BAR_FROM, size), "y2": _down(_BAR_TO, size)}
    if status == "abandoned":
        span["strokeDash"] = _BROKEN
    bar = alt.Chart().mark_rect(
        fill=tone(_FILLS[status]), stroke=tone("ordinary"), strokeWidth=1.2, tooltip=None, **span
    )
    return check_layer(bar.encode(x="x:Q", x2="end:Q"))


def _end(shape: str, size: Size) -> Spec:
    place: Any = {"y": _down((_BAR_FROM + _BAR_TO) / 2, size)}
    mark = alt.Chart().mark_point(
        shape=shape, filled=True, fill=tone("ordinary"), opacity=1, size=size.font * 10, angle=_turn(shape),
        tooltip=None, **place,
    )  # fmt: skip
    return check_layer(mark.encode(x="end:Q"))


def _turn(shape: str) -> int:
    return 45 if shape == "cross" else 0  # an upright cross would read as "more"


def _words(size: Size) -> Spec:
    """Number, word and title from where the bar begins, or up to the right edge where there is no room."""
    fits = f"scale('x', datum.x) + length(datum.text) * {size.font * 0.49} < width"
    place: Any = {
        "x": {"expr": f"{fits} ? scale('x', datum.x) : width"},
        "align": {"expr": f"{fits} ? 'left' : 'right'"},
        "y": _down(_WORDS_AT, size),
        "limit": {"expr": "width"},
    }
    words = alt.Chart().mark_text(
        fill=tone("text"), fontSize=size.font, baseline="middle", tooltip=None, **place
    )
    return check_layer(words.encode(text="text:N"))
