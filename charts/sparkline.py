"""A line the size of a word, for grids: no axes, the last point marked by the shape of what it says."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from charts.alt import describe_chart
from charts.icons import css_colour
from charts.month_axis import place_day
from charts.palette import Mode
from charts.spc_frame import find_signal
from charts.spc_stages import Stage, find_stages
from charts.strokes import Spot, write_circle, write_lines, write_shape
from charts.value_axis import ValueAxis, find_value_axis
from measures.sentences import describe_series
from measures.series import MeasureSeries

_DOT = 2.6  # pixels from the middle of a dot to its edge
_EDGE = 5.0  # pixels kept free for the mark of the last point


def build_sparkline(
    series: MeasureSeries,
    *,
    axis: ValueAxis | None = None,
    width: int = 120,
    height: int = 32,
    mode: Mode | None = None,
) -> str:
    """An inline SVG of the shown points; a gap stays a gap. Empty text where there is nothing to draw.

    Args:
        series: hidden and missing points are not drawn.
        axis: the vertical axis that the lines of a grid share; None finds its own.
        width: in pixels, like ``height``.
        height: in pixels.
        mode: None follows the page's own light or dark; else fixed, for a document.
    """
    if not any(p.value is not None for p in series.points[series.shown]):
        return ""
    runs = list(_runs(series, axis or find_value_axis([series]), width, height))
    newest = series.observed[-1]
    stages = find_stages(series)
    ink = css_colour("line", mode)
    drawn = [] if stages[newest] == Stage.DOTS else [f'<path d="{write_lines(runs)}" {_pen(ink)}/>']
    if stages[newest] == Stage.DOTS:
        drawn += [_mark(spot, "circle", css_colour("ordinary", mode)) for run in runs for spot in run[:-1]]
    colour, shape = find_signal(series, newest, stages[newest])
    drawn.append(_mark(runs[-1][-1], shape, css_colour(colour, mode)))
    words = describe_chart(series, describe_series(series), "Small line")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(words)}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}">{"".join(drawn)}</svg>'
    )


def _runs(series: MeasureSeries, axis: ValueAxis, width: int, height: int) -> Iterator[list[Spot]]:
    """The spots of the shown points, one list for each row of points without a gap or a new phase."""
    shown = list(range(*series.shown.indices(len(series.points))))
    phases = [0] * len(series.points) if series.result is None else series.result.phase.tolist()
    places = [place_day(series.points[i].period_start) for i in shown]
    span = max(places[-1] - places[0], 1.0)
    run: list[Spot] = []
    for i, place in zip(shown, places, strict=True):
        value = series.points[i].value
        if run and (value is None or phases[i] != phases[i - 1]):
            yield run
            run = []
        if value is not None:
            x = _EDGE + (place - places[0]) / span * (width - 2 * _EDGE)
            share = (axis.high - axis.hold(value)) / (axis.high - axis.low)
            run.append((round(x, 1), round(_EDGE + share * (height - 2 * _EDGE), 1)))
    if run:
        yield run


def _pen(ink: str) -> str:
    return f'fill="none" stroke="{ink}" stroke-width="1.5" stroke-linejoin="round"'


def _mark(spot: Spot, shape: str, ink: str) -> str:
    return write_circle(spot, _DOT, ink) if shape == "circle" else write_shape(spot, shape, ink)
