"""For how long people stay: the same people counted after 3, 6 and 12 months."""

from __future__ import annotations

import streamlit as st

from charts.staying_curve import build_staying_curve
from measures.notes import describe_age
from measures.staying import (
    build_staying_table,
    describe_staying,
    describe_staying_notes,
    describe_staying_working,
)
from ui.access import current_viewer
from ui.drawn import show_drawn
from ui.filters import Filters
from ui.reads import read_series, read_staying_curve
from ui.text import show_answer, write_folded, write_lines, write_table


def show_staying(filters: Filters) -> None:
    """The line of one year's people in the chosen area; nothing where nobody is known to have joined."""
    viewer, area = current_viewer(), filters.area
    (stayed,) = read_series(viewer, "staying_involved", [area.id])
    if not stayed.points:
        return
    curve = read_staying_curve(viewer, area.id)
    show_answer("For how long do people stay?", describe_staying(curve, stayed))
    if curve is None:
        return
    show_drawn(build_staying_curve(curve))
    table = write_table(build_staying_table(curve), "How many people were still involved")
    working = write_lines(f"{heading}: {text}" for heading, text in describe_staying_working(curve))
    st.html(
        write_lines(filter(None, (*describe_staying_notes(curve), describe_age(stayed))))
        + write_folded("Show the numbers", table, f"numbers-stay-{area.code}")
        + write_folded("How we worked this out", working, f"working-stay-{area.code}")
    )
