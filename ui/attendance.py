"""Who came to the workshops, by role."""

from __future__ import annotations

import streamlit as st

from charts.attendance_columns import write_attendance_columns
from measures.attendance import build_attendance_table, describe_attendance
from measures.notes import describe_notes
from measures.sentences import describe_series
from ui.access import current_viewer
from ui.filters import Filters
from ui.numbers import build_numbers_table
from ui.panel import write_sentence, write_working
from ui.reads import read_series
from ui.take_away import write_take_away
from ui.text import write_folded, write_lines, write_table


def show_attendance(filters: Filters) -> None:
    """People at workshops month by month, one colour and shade a role. Carers are always apart."""
    (series,) = read_series(
        current_viewer(), "workshop_attendance", [filters.area.id], first_shown=filters.first_shown
    )
    answer = write_sentence(series, series.definition.question, describe_attendance(series))
    if series.last is None:
        st.html(answer)
        return
    columns = write_attendance_columns(series, describe_series(series))
    table = build_attendance_table(series)
    table["Usual range"] = build_numbers_table(series)["Usual range"]
    numbers = write_table(table, "People at workshops by role")
    roles = write_folded("Show the numbers", numbers, f"roles-{series.area.code}")
    notes = write_lines(describe_notes(series))
    st.html(answer + columns + notes + roles + write_working(series) + write_take_away(series))
