"""Directorates compared fairly: a funnel in place of a league table."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import streamlit as st

from charts.funnel import build_funnel_chart
from charts.picture import ChartPicture
from data_model.terms import AreaType
from measures.comparison import (
    build_comparison_table,
    calculate_comparison,
    describe_comparison,
    describe_comparison_notes,
    describe_comparison_working,
)
from measures.series import MeasureSeries
from ui.access import current_viewer
from ui.panel import show_picture
from ui.reads import read_areas, read_series
from ui.text import show_text, write_folded, write_lines, write_table

_MEASURE = "big_i_active"
_HOW_TO_READ = (
    "Each point is a directorate: across, for how many projects we know who is involved; up, how many of "
    "them have a service user or carer on the team. By chance alone 95 in 100 would lie between the "
    "inner lines, and 998 in 1,000 in the whole band."
)


class _Drawn(NamedTuple):
    """A comparison as it stands on the page: its sentence, its picture, and the rest as HTML."""

    sentence: str
    picture: ChartPicture
    details: str


def show_comparison() -> None:
    """All directorates at the newest month end; named are only those that chance does not account for."""
    directorates = [area.id for area in read_areas().of_type(AreaType.DIRECTORATE)]
    drawn = _draw(tuple(read_series(current_viewer(), _MEASURE, directorates, period="month")))
    if drawn is None:
        show_text("There are no projects to compare yet.")
        return
    show_text(drawn.sentence, "sentence")
    show_text(_HOW_TO_READ)
    show_picture(drawn.picture, "comparison")
    st.html(drawn.details)


@lru_cache(maxsize=32)
def _draw(found: tuple[MeasureSeries, ...]) -> _Drawn | None:
    """The same series are the same figures, so this is done once. None where there are no projects."""
    comparison = calculate_comparison(found)
    if comparison is None:
        return None
    table = write_table(build_comparison_table(comparison), "The directorates side by side, by name")
    working = write_lines(f"{heading}: {text}" for heading, text in describe_comparison_working(comparison))
    details = (
        write_lines(describe_comparison_notes(comparison))
        + write_folded("Show the numbers", table, "numbers-comparison")
        + write_folded("How we worked this out", working, "working-comparison")
    )
    return _Drawn(describe_comparison(comparison), build_funnel_chart(comparison), details)
