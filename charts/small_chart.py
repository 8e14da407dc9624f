"""One of many charts over time side by side, as inline SVG: a page with twenty stays quick on a phone.

It shows what the small chart of `spc_chart` shows, from the same rows, without a script in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise

from charts.alt import describe_chart
from charts.icons import css_colour
from charts.month_axis import find_month_ticks
from charts.picture import Row
from charts.spc_chart import find_layers, name_kind
from charts.spc_frame import point_rows
from charts.spc_stages import Stage, find_stages
from charts.spc_words import label_rows
from charts.strokes import Spot, write_circles, write_lines, write_shape
from charts.theme import SIZES
from charts.value_axis import ValueAxis, find_ticks, find_value_axis, write_tick
from measures.sentences import describe_series
from measures.series import MeasureSeries

# All lengths in pixels of a picture that is drawn as wide as on a phone; wider places enlarge it.
_SIZE = SIZES["small"]
_WIDTH, _HEIGHT = 360, _SIZE.height
_LEFT, _TOP, _MARGIN, _PADDING, _DOT, _SIGNAL = 44, 10, 14, 8, 1.8, 0.7
_LONGEST = 10  # signs of a line in the margin
_RIGHT, _FOOT = _WIDTH - _MARGIN - _SIZE.margin_width, _TOP + _SIZE.plot_height(0) - 6


@dataclass(frozen=True)
class _Plane:
    """Where a month and a value lie in the picture."""

    axis: ValueAxis
    first: float
    last: float

    def across(self, x: float) -> float:
        room = _RIGHT - _LEFT - 2 * _PADDING
        return round(_LEFT + _PADDING + (x - self.first) / (self.last - self.first) * room, 1)

    def down(self, value: float) -> float:
        share = (self.axis.high - self.axis.hold(value)) / (self.axis.high - self.axis.low)
        return round(_TOP + share * (_FOOT - _TOP), 1)


@lru_cache(maxsize=512)
def build_small_chart(series: MeasureSeries, *, axis: ValueAxis | None = None, alt: str = "") -> str:
    """The shown points of a series and what is usual for them, as SVG 360 pixels wide or more.

    Args:
        series: hidden and missing points leave a gap. Colours follow the page's own light or dark.
        axis: the vertical axis that the charts of a set share; None finds its own.
        alt: its words for who cannot see it; empty for those of the series.

    Empty text where there is nothing to draw.
    """
    if not any(p.value is not None for p in series.points[series.shown]):
        return ""
    axis = axis or find_value_axis([series])
    stages = find_stages(series)
    rows = list(point_rows(series, stages, axis))
    plane = _find_plane(rows, axis)
    words = alt or describe_chart(series, describe_series(series), name_kind(find_layers(rows, stages)))
    drawn = [*_grid(plane), *_months(plane), *_usual(rows, plane)]
    if any(stage != Stage.DOTS for stage in stages):
        drawn.append(_stroke(_runs(rows, "value", plane), "line", 1.5))
    drawn += [*_points(rows, plane), *_last_words(series, stages, rows, axis)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="small" role="img" aria-label="{escape(words)}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-size="{_SIZE.font}">{"".join(drawn)}</svg>'
    )


def _find_plane(rows: Sequence[Row], axis: ValueAxis) -> _Plane:
    places = [row["x"] for row in rows]
    first, last = min(places), max(places)
    # A single point stands in the middle.
    return _Plane(axis, first, last) if last > first else _Plane(axis, first - 1, last + 1)


def _grid(plane: _Plane) -> Iterator[str]:
    for tick in find_ticks(plane.axis, _SIZE):
        y = plane.down(tick)
        yield f'<path d="M{_LEFT} {y}H{_RIGHT}" stroke="{_ink("grid")}"/>'
        yield _text(_LEFT - 8, y + 4, write_tick(plane.axis, tick), "quiet", anchor="end")


def _months(plane: _Plane) -> Iterator[str]:
    room = _RIGHT - _LEFT
    for x, words in find_month_ticks(plane.first, plane.last, room, _SIZE.month_width):
        yield _text(plane.across(x), _HEIGHT - 8, words, "quiet", anchor="middle")


def _usual(rows: Sequence[Row], plane: _Plane) -> Iterator[str]:
    """The usual range, soft and without an edge, or two dotted lines while it still moves; the level."""
    lower, upper = (list(_runs(rows, name, plane)) for name in ("lower", "upper"))
    band = [[*_steps(low), *reversed(list(_steps(high)))] for low, high in zip(lower, upper, strict=True)]
    if band:
        yield f'<path d="{write_lines(band)}" fill="{_ink("usual_range")}"/>'
    for name in ("early_lower", "early_upper"):
        yield _stroke((list(_steps(run)) for run in _runs(rows, name, plane)), "line", 1, "2 3")
    yield _stroke(_runs(rows, "level", plane), "usual_level", 1.5, "6 4")


def _points(rows: Sequence[Row], plane: _Plane) -> Iterator[str]:
    """Ordinary points as one element, and each signal in the shape that says which way."""
    seen = [(row, (plane.across(row["x"]), plane.down(row["value"]))) for row in rows if _has(row, "value")]
    ordinary = [spot for row, spot in seen if row["shape"] == "circle"]
    if ordinary:
        yield f'<path d="{write_circles(ordinary, _DOT)}" fill="{_ink("ordinary")}"/>'
    for row, spot in seen:
        if row["shape"] != "circle":
            yield write_shape(spot, row["shape"], _ink(row["tone"]), scale=_SIGNAL)


def _last_words(
    series: MeasureSeries, stages: list[Stage], rows: Sequence[Row], axis: ValueAxis
) -> Iterator[str]:
    """The newest value beside its point, in bold."""
    tone = [row["tone"] for row in rows if _has(row, "value")][-1]
    for row in label_rows(series, stages, axis, _SIZE, last_tone=tone):
        lines = _fold(row["text"])
        y = _TOP + row["at"] * (_FOOT - _TOP) + 4 - (len(lines) - 1) * _SIZE.line_height / 2
        y = min(y, _FOOT - (len(lines) - 1) * _SIZE.line_height)
        for n, words in enumerate(lines):
            yield _text(_RIGHT + _MARGIN, y + n * _SIZE.line_height, words, row["tone"], weight=700)


def _fold(text: str) -> list[str]:
    """Lines that find room in the margin: a number and its unit do not side by side, nor "1,312 of 1,468"."""
    if "\n" not in text:
        return text.split(" ", 1)
    return [
        line
        for whole in text.split("\n")
        for line in (whole.replace(" of ", " of\n").split("\n") if len(whole) > _LONGEST else [whole])
    ]


def _runs(rows: Iterable[Row], name: str, plane: _Plane) -> Iterator[list[Spot]]:
    """The spots of one column, one list for each row of rows that have it."""
    run: list[Spot] = []
    for row in rows:
        if _has(row, name):
            run.append((plane.across(row["x"]), plane.down(row[name])))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _has(row: Row, name: str) -> bool:
    return row.get(name) is not None


def _steps(run: Sequence[Spot]) -> Iterator[Spot]:
    """A line that keeps to each spot's height and changes half way to the next."""
    yield run[0]
    for (x, y), (next_x, next_y) in pairwise(run):
        half = round((x + next_x) / 2, 1)
        yield half, y
        yield half, next_y
    yield run[-1]


def _stroke(runs: Iterable[Sequence[Spot]], ink: str, width: float, dash: str = "") -> str:
    path = write_lines(runs)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{path}" fill="none" stroke="{_ink(ink)}" stroke-width="{width}"{dashed}/>' if path else ""
    )


def _text(x: float, y: float, words: str, ink: str, *, anchor: str = "start", weight: int = 400) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-weight="{weight}" fill="{_ink(ink)}">'
        f"{escape(words)}</text>"
    )


def _ink(name: str) -> str:
    return css_colour(name, None)
