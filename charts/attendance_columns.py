"""Who came to workshops as plain HTML, for a page: what `charts.attendance` draws, without a script.

Its 268 marks were the most of any page, and as HTML they stand in one element with their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby

from charts.attendance import FILLED, PARTS, describe_attendance_chart, find_axis, find_rows
from charts.icons import css_colour
from charts.month_axis import find_month_ticks
from charts.picture import Row
from charts.theme import SIZES
from charts.value_axis import ValueAxis, write_tick
from measures.series import MeasureSeries

_SIZE = SIZES["large"]
_HEIGHT = _SIZE.plot_height(2)  # of the columns, in pixels
# Which months are named on a laptop and on a phone, by the pixels that the plot has at least.
_ROOM = {"wide": 560, "narrow": 230}
_INKS = (*(part.fill for part in PARTS), "ordinary", "grid", "quiet")


@lru_cache(maxsize=128)
def write_attendance_columns(series: MeasureSeries, sentence: str) -> str:
    """Columns of people by role, as wide as their place; colours follow the page's own light or dark.

    A hidden role is not drawn at all: the notes under the chart say so. `ui.look` has the style.
    """
    rows = list(find_rows(series))
    axis = find_axis(rows)
    inks = "".join(f"--{ink}:{css_colour(ink, None)};" for ink in _INKS)
    key = "".join(f'<li><b class="{part.fill}"></b>{escape(part.words)}</li>' for part in PARTS)
    drawn = "".join((*_ticks(axis), *_columns(rows, axis), *_months(rows)))
    return (
        f'<div class="columns" role="img" aria-label="{escape(describe_attendance_chart(series, sentence))}" '
        f'style="{inks}"><ul class="key">{key}</ul><div class="plot" style="height:{_HEIGHT}px">{drawn}</div>'
        "</div>"
    )


def _ticks(axis: ValueAxis) -> Iterator[str]:
    for tick in axis.ticks:
        words = write_tick(axis, tick)
        yield f'<i class="tick" style="bottom:{tick / axis.high:.2%}" data-value="{words}"></i>'


def _columns(rows: Sequence[Row], axis: ValueAxis) -> Iterator[str]:
    """One element a month, as high as the plot, which says its words to a pointer, and its parts in it."""
    for x, of_month in groupby(rows, key=lambda row: row["x"]):
        parts = list(of_month)
        words = f"{parts[0]['when']}: {', '.join(part['text'] for part in parts)}"
        left, width = _place(x - FILLED / 2, rows), FILLED / _span(rows)
        drawn = "".join(
            f'<b class="{part["tone"]}" style="height:{(part["end"] - part["start"]) / axis.high:.2%}"></b>'
            for part in parts
        )
        yield f'<div style="left:{left:.2%};width:{width:.2%}" title="{escape(words)}">{drawn}</div>'


def _months(rows: Sequence[Row]) -> Iterator[str]:
    if not rows:
        return
    for name, room in _ROOM.items():
        for x, words in find_month_ticks(rows[0]["x"], rows[-1]["x"], room, _SIZE.month_width):
            yield f'<i class="month {name}" style="left:{_place(x, rows):.2%}">{words}</i>'


def _span(rows: Sequence[Row]) -> float:
    """How many months the plot has room for."""
    return rows[-1]["x"] - rows[0]["x"] + 1


def _place(x: float, rows: Sequence[Row]) -> float:
    """The share of the plot that lies left of a place on the axis of months."""
    return (x - rows[0]["x"] + 0.5) / _span(rows)
