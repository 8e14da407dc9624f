"""Small pictures of one borough: the line of a year, and the usual range for who asks."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from charts.alt import describe_chart
from charts.small_chart import build_small_chart
from charts.spc_chart import build_spc_chart
from measures.definitions import Chart
from measures.near_you import describe_latest_share
from measures.notes import describe_notes
from measures.sentences import describe_series
from measures.series import MeasureSeries
from ui.drawn import show_drawn
from ui.near_reads import Near
from ui.panel import show_details, show_picture
from ui.text import show_lines, show_text

QUESTIONS = {
    "big_i_active": "How many projects near you have a seat for service users or carers?",
    "fft_positive": "Do people near you say that their care is good?",
    "workshop_worth": "Do people say that workshops near you are worth their time?",
    "workshop_parity": "Who is in the room at workshops near you?",
}


def show_pictures(near: Near) -> None:
    """One picture a question, side by side where there is room."""
    with st.grid(columns="auto", min_column_width=300, gap="medium"):
        for series in (near.seats, near.feels, near.room):
            with st.container(key=f"near-{series.definition.id}"):
                _show_one(series)


def _show_one(series: MeasureSeries) -> None:
    st.subheader(QUESTIONS[series.definition.id], anchor=False)
    sentence, latest = describe_series(series), describe_latest_share(series)
    show_text(sentence)
    if series.last is None:
        return
    show_text(f"{latest}.", "latest")
    show_drawn(_draw_line(series))
    key = f"near-{series.definition.id}-{series.area.code}"
    with st.expander("Show the usual range", key=f"range-{key}", on_change="rerun") as usual:
        if usual.open:
            whole = replace(series, first_shown=None, changes=())  # change ideas stand on other pages
            show_picture(build_spc_chart(whole, size="phone"), f"limits-{key}")
            show_lines(describe_notes(series))
    show_details(series)


@lru_cache(maxsize=128)
def _draw_line(series: MeasureSeries) -> str:
    """Without its arithmetic the chart is a line; the words stay those of the whole series."""
    alt = describe_chart(series, describe_series(series), "Line chart")
    return build_small_chart(replace(series, result=None, chart=Chart.LINE), alt=alt)
