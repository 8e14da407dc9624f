"""One measure in many areas: small pictures that share their scale, those with something to say first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from charts.spc_chart import build_spc_chart
from charts.value_axis import ValueAxis, find_value_axis
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.writing import describe_point
from ui.panel import show_picture
from ui.text import show_text

NOTE = (
    "All pictures share one scale. About 2 in 100 mark their last month by chance alone, "
    "so one marked picture among many is not yet news."
)


def show_multiples(found: Sequence[MeasureSeries]) -> None:
    """Two pictures a row on a laptop, one on a phone; areas whose last point is a sign come first."""
    show_text(NOTE)
    ordered = sorted((s for s in found if s.last is not None), key=lambda s: (not has_sign(s), s.area.name))
    axis = find_value_axis(ordered)
    with st.grid(columns="auto", min_column_width=340, gap="medium"):
        for series in ordered:
            with st.container(key=f"multiple-{series.definition.id}-{series.area.code}"):
                _show_small(series, axis)


def has_sign(series: MeasureSeries) -> bool:
    """Whether a rule that may decide fired on the last point."""
    return series.result is not None and series.result.variation != "common_cause"


def _show_small(series: MeasureSeries, axis: ValueAxis) -> None:
    latest = ""
    if series.last is not None:
        latest = f"{series.when(series.last)}: {describe_point(series.last, series.definition)}."
    # One element and not three: twenty areas make a page heavy.
    st.html(
        f'<h3>{escape(series.area.name)}</h3><p class="latest">{escape(latest)}</p>'
        f'<p class="quiet">{escape(describe_series(series))}</p>'
    )
    show_picture(
        build_spc_chart(series, size="small", axis=axis), f"small-{series.definition.id}-{series.area.code}"
    )
