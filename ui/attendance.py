"""Who came to the workshops, by role."""

from __future__ import annotations

import streamlit as st

from charts.attendance import build_attendance_chart
from measures.attendance import build_attendance_table, describe_attendance
from measures.notes import describe_notes
from measures.sentences import describe_series
from ui.access import current_viewer
from ui.filters import Filters
from ui.panel import show_details, show_picture, show_sentence
from ui.reads import read_series
from ui.text import show_lines, show_table, show_text


def show_attendance(filters: Filters) -> None:
    """People at workshops month by month, one colour and shade a role. Carers are always apart."""
    (series,) = read_series(
        current_viewer(), "workshop_attendance", [filters.area.id], first_shown=filters.first_shown
    )
    st.header(series.definition.question, anchor=False)
    show_sentence(series)
    if series.last is None:
        return
    show_text(describe_attendance(series), "latest")
    show_picture(build_attendance_chart(series, describe_series(series)), f"attendance-{series.area.code}")
    show_lines(describe_notes(series))
    with st.expander("Show who came, by role", key=f"roles-{series.area.code}"):
        table = build_attendance_table(series)
        show_table(table, "People at workshops by role")
    show_details(series)
