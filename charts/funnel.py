"""The funnel: areas by share and number, around what all have together and what chance allows."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import NDArray

from charts.picture import ChartPicture, Row, build_frame
from charts.places import Place, Room, Words, choose_places
from charts.theme import (
    SIZES,
    ChartSize,
    Size,
    Spec,
    axis_style,
    check_layer,
    join_layers,
    rows_of,
    tone,
    tone_of_row,
    tone_scale,
)
from charts.value_axis import PERCENT, axis_from_zero, y_axis
from measures.comparison import ComparedArea, Comparison, describe_comparison
from measures.writing import format_range, format_value

_COLUMNS = {
    "what": "str", "x": "float64", "y": "float64", "y2": "float64", "tone": "str", "fill": "str",
    "shape": "str", "line": "str", "text": "str", "dx": "float64", "dy": "float64", "align": "str",
}  # fmt: skip
_DASH = [6, 4]
_SIDE_BY_SIDE = 8  # pixels between points that would hide each other
_GAP = 10  # pixels from the middle of a point to its words
_LONGEST_LINE = 14  # letters, so that on a phone words fit at least one side of any point
_WEIGHTS = "{'circle': 1.2, 'triangle-up': 2.4, 'triangle-down': 2.4, 'diamond': 2.2, 'square': 1.8}"


def build_funnel_chart(comparison: Comparison, size: ChartSize = "large") -> ChartPicture:
    """Draw a comparison of shares; only the areas that differ by more than chance allows are named."""
    rows = [*_line_rows(comparison), *_point_rows(comparison), *_word_rows(comparison, SIZES[size])]
    values = [row.value for row in comparison.rows]
    low, high = format_range(min(values), max(values), comparison.definition)
    reach = f"at {high}" if low == high else f"from {low} to {high}"
    noun = "directorate" if len(values) == 1 else "directorates"
    said = f"Funnel of {len(values)} {noun} by number of {comparison.definition.words.counted}, {reach}."
    spec = _prepare(size, _reach(comparison))
    return ChartPicture(
        spec, build_frame(rows, _COLUMNS), f"{describe_comparison(comparison)} {said}", spec["height"]
    )


def _reach(comparison: Comparison) -> int:
    return comparison.sizes[-1]


def _line_rows(comparison: Comparison) -> Iterator[Row]:
    """The band between the outer lines, the inner lines and the share of all together."""
    lines = comparison.lines
    for i, x in enumerate(comparison.sizes):
        yield {"what": "band", "x": x, "y": lines.lower998[i], "y2": lines.upper998[i]}
        yield {"what": "inner", "x": x, "y": lines.lower95[i], "line": "lower"}
        yield {"what": "inner", "x": x, "y": lines.upper95[i], "line": "upper"}
    yield {"what": "level", "y": comparison.target}


def _point_rows(comparison: Comparison) -> Iterator[Row]:
    noun = comparison.definition.words.counted
    alike = Counter((row.numerator, row.denominator) for row in comparison.rows)
    drawn: Counter[tuple[int, int]] = Counter()
    for row in (*(r for r in comparison.rows if not r.flag), *comparison.outside):
        shape, colour = _look(row, comparison)
        spot = row.numerator, row.denominator
        drawn[spot] += 1
        yield {
            "what": "point", "x": row.denominator, "y": row.value, "shape": shape, "tone": colour,
            "fill": "paper" if row.flag.endswith("95") else colour,
            "dx": (drawn[spot] - (alike[spot] + 1) / 2) * _SIDE_BY_SIDE,
            "text": f"{row.area_name}: {row.counts} {noun} "
            f"({format_value(row.value, comparison.definition)})",
        }  # fmt: skip


def _look(row: ComparedArea, comparison: Comparison) -> tuple[str, str]:
    """Shape and colour of a point; both say which way it differs."""
    if not row.flag:
        return "circle", "ordinary"
    if comparison.definition.direction == "neutral":
        return "square", "neither"
    high = row.flag.startswith("high")
    if high != (comparison.definition.direction == "increase"):
        return "diamond", "worse"
    return "triangle-up" if high else "triangle-down", "better"


def _word_rows(comparison: Comparison, size: Size) -> Iterator[Row]:
    """All words in the plot: the names of the points outside, far ones first, then what the lines are."""
    room = Room(_plot_height(size), size.font, size.line_height)
    points = [(_across(r.denominator, comparison), _down(r.value, room)) for r in comparison.rows]
    outside = sorted(comparison.outside, key=lambda r: r.flag.endswith("95"))
    words = [*(_name_point(r, comparison, room) for r in outside), *_name_lines(comparison, room)]
    tones = [*("text" for _ in outside), "usual_level", "quiet", "quiet"]
    for block, place, ink in zip(words, choose_places(words, points, room), tones, strict=True):
        if place is not None:
            yield {
                "what": "words", "x": place.x * _end(comparison), "y": 1 - place.y / room.height,
                "dx": place.dx, "dy": -room.line_height * (len(block.lines) - 1) / 2, "align": place.align,
                "text": "\n".join(block.lines), "tone": ink,
            }  # fmt: skip


def _name_lines(comparison: Comparison, room: Room) -> Iterator[Words]:
    """Words for the three kinds of line, as near to their right end as they find room."""
    half = room.line_height / 2 + 2
    level = _down(comparison.target, room)
    share = format_value(comparison.target, comparison.definition)
    spots = [(x, level + side, align) for x, align in _LEVEL_ENDS for side in (-half, half)]
    yield Words((f"all together {share}",), tuple(Place(x, y, 0, align) for x, y, align in spots))
    lines = comparison.lines
    for text, upper, lower in (
        ("95 in 100", lines.upper95, lines.lower95),
        ("998 in 1,000", lines.upper998, lines.lower998),
    ):
        yield Words((text,), tuple(_places_along(upper, lower, comparison, room)))


def _places_along(
    upper: NDArray[np.float64], lower: NDArray[np.float64], comparison: Comparison, room: Room
) -> Iterator[Place]:
    """Just inside a pair of lines, from their right end to the left: all lines spread out to the left.

    The line further from the middle comes first: on that side the lines lie further apart.
    """
    half, level = room.line_height / 2 + 2, comparison.target
    for share in _ALONG:
        i = round((len(comparison.sizes) - 1) * share)
        x = _across(comparison.sizes[i], comparison)
        pair = [(float(upper[i]), half), (float(lower[i]), -half)]
        for value, inwards in sorted(pair, key=lambda one: -abs(one[0] - level)):
            yield Place(x, _down(value, room) + inwards, 0, "right")


# Shares of the way from the first denominator to the last.
_ALONG = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
_LEVEL_ENDS = ((1.0, "right"), (0.0, "left"), (0.5, "center"))


def _name_point(row: ComparedArea, comparison: Comparison, room: Room) -> Words:
    lines = (*textwrap.wrap(row.area_name, _LONGEST_LINE, break_long_words=False), row.counts)
    x, y = _across(row.denominator, comparison), _down(row.value, room)
    tall = len(lines) * room.line_height
    beside = [
        Place(x, _hold(y + down * tall, tall, room), dx, align)
        for down in (0, -0.3, 0.3, -0.6, 0.6)
        for dx, align in ((_GAP, "left"), (-_GAP, "right"))
    ]
    apart = [Place(x, y + side * (tall / 2 + _GAP), 0, "center") for side in (-1, 1)]
    return Words(lines, (*beside, *apart))


def _hold(y: float, tall: float, room: Room) -> float:
    """The nearest height at which a block stays in the plot."""
    return min(max(y, tall / 2), room.height - tall / 2)


def _across(count: int, comparison: Comparison) -> float:
    return count / _end(comparison)


def _down(value: float, room: Room) -> float:
    return (1 - value) * room.height


def _end(comparison: Comparison) -> float:
    return _reach(comparison) * _BEYOND


_BEYOND = 1.04  # so that the last point is not cut by the edge


def _plot_height(size: Size) -> int:
    """What the words of the axis below leave for the plot."""
    return size.plot_height(0) - size.line_height - 8


@lru_cache(maxsize=64)
def _prepare(size_name: ChartSize, reach: int) -> Spec:
    size = SIZES[size_name]
    layers = [
        rows_of("band", _band()),
        rows_of("inner", _inner_lines()),
        rows_of("level", _level()),
        rows_of("point", _points(size, reach)),
        rows_of("words", _words(size)),
    ]
    return join_layers(layers, height=size.height)


def _band() -> Spec:
    area = alt.Chart().mark_area(fill=tone("usual_range"), interpolate="monotone", tooltip=None)
    return check_layer(area.encode(x="x:Q", y="y:Q", y2="y2:Q"))


def _inner_lines() -> Spec:
    line = alt.Chart().mark_line(stroke=tone("line"), strokeWidth=1, interpolate="monotone", tooltip=None)
    return check_layer(line.encode(x="x:Q", y="y:Q", detail="line:N"))


def _level() -> Spec:
    rule = alt.Chart().mark_rule(stroke=tone("usual_level"), strokeWidth=1.5, strokeDash=_DASH, tooltip=None)
    return check_layer(rule.encode(y="y:Q"))


def _points(size: Size, reach: int) -> Spec:
    """The points: filled beyond the outer lines, hollow between the two. Brings the axes and the colours."""
    area: Any = {"expr": f"({_WEIGHTS})[datum.shape] * {size.point} * clamp(width / 500, 0.7, 1)"}
    ticks = axis_from_zero(reach, whole=True).ticks
    style = axis_style(size, flush=False) | {
        "title": "Number of projects", "titleAnchor": "end", "titleColor": tone("quiet"),
        "titleFontSize": size.font, "titleFontWeight": 400, "titlePadding": 2,
    }  # fmt: skip
    across = (
        alt.X("x:Q")
        .scale(domain=[0, reach * _BEYOND], nice=False, zero=False)
        .axis(grid=False, values=[t for t in ticks if t <= reach], format=",d", **style)
    )
    aside: Any = {"expr": "datum.dx"}
    mark = alt.Chart().mark_point(
        fill=tone_of_row("fill"), opacity=1, strokeWidth=1.8, size=area, xOffset=aside
    )
    return check_layer(
        mark.encode(
            x=across,
            y=y_axis(PERCENT, size, "y"),
            color=tone_scale("tone"),
            shape=alt.Shape("shape:N").scale(None).legend(None),
            tooltip=alt.Tooltip("text:N", title=" "),
        )
    )


def _words(size: Size) -> Spec:
    place: Any = {field: {"expr": f"datum.{field}"} for field in ("dx", "dy", "align")}
    words = alt.Chart().mark_text(
        fill=tone_of_row("tone"), fontSize=size.font, lineHeight=size.line_height, lineBreak="\n",
        baseline="middle", tooltip=None, **place,
    )  # fmt: skip
    return check_layer(words.encode(x="x:Q", y="y:Q", text="text:N"))
