"""One measure in many areas: small pictures that share their scale, those with something to say first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

from charts.small_chart import build_small_chart
from charts.value_axis import ValueAxis, find_value_axis
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.writing import describe_point
from ui.drawn import show_drawn
from ui.numbers import build_side_by_side_table
from ui.text import show_folded, show_text, write_table

NOTE = (
    "All pictures share one scale. About 2 in 100 mark their last month by chance alone, "
    "so one marked picture among many is not yet news."
)


def show_multiples(found: Sequence[MeasureSeries]) -> None:
    """Two pictures a row on a laptop, one on a phone; areas whose last point is a sign come first."""
    show_text(NOTE)
    ordered = sorted((s for s in found if s.last is not None), key=lambda s: (not has_sign(s), s.area.name))
    axis = find_value_axis(ordered)
    show_drawn(write_multiples({series.area.name: series for series in ordered}, axis))
    if ordered:
        _show_numbers_of_all(ordered)


def _show_numbers_of_all(found: Sequence[MeasureSeries]) -> None:
    """One table behind all of the pictures, in the order of names."""
    by_name = sorted(found, key=lambda series: series.area.name)
    definition = by_name[0].definition
    table = write_table(
        build_side_by_side_table(by_name), f"The numbers behind the pictures: {definition.title}"
    )
    show_folded("Show the numbers", table, f"numbers-all-{definition.id}")


def write_multiples(found: Mapping[str, MeasureSeries], axis: ValueAxis) -> str:
    """Small pictures under their headings, all on one axis, as HTML.

    One element and not three for each: twenty areas make a page heavy.
    """
    drawn = "".join(_write_small(heading, series, axis) for heading, series in found.items())
    return f'<div class="multiples">{drawn}</div>'


def has_sign(series: MeasureSeries) -> bool:
    """Whether a rule that may decide fired on the last point."""
    return series.result is not None and series.result.variation != "common_cause"


@lru_cache(maxsize=512)
def _write_small(heading: str, series: MeasureSeries, axis: ValueAxis) -> str:
    latest = ""
    if series.last is not None:
        latest = f"{series.when(series.last)}: {describe_point(series.last, series.definition)}."
    # Streamlit would hang a link of its own on an h3.
    return (
        f'<section class="multiple"><div role="heading" aria-level="3">{escape(heading)}</div>'
        f'<p class="latest">{escape(latest)}</p><p class="quiet">{escape(describe_series(series))}</p>'
        f"{build_small_chart(series, axis=axis)}</section>"
    )
