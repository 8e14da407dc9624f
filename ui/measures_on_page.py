"""Measures as pages call them: for the chosen area, or for every directorate."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data_model.terms import AreaType
from measures.definitions import read_definitions
from ui.access import current_viewer
from ui.filters import Filters
from ui.multiples import show_multiples
from ui.notices import show_nothing_matches
from ui.panel import show_as_board_papers, show_measure
from ui.reads import read_areas, read_series
from ui.text import show_text


def show_for_area(measure_id: str, filters: Filters, question: str | None = None) -> None:
    """One measure in full, for the area of the filters.

    Days between workshops mean something in one place only; over a whole trust there is one most days.
    """
    if read_definitions()[measure_id].period == "event" and filters.area.type == AreaType.TRUST:
        st.header(question or read_definitions()[measure_id].question, anchor=False)
        show_text("Choose a directorate or a borough to see how long it is from one workshop to the next.")
        return
    for series in read_series(
        current_viewer(), measure_id, [filters.area.id], first_shown=filters.first_shown
    ):
        if series.points:
            show_measure(series, question)
        else:
            st.header(question or series.definition.question, anchor=False)
            show_nothing_matches(filters.area.name, series.definition.title)


def show_as_board_papers_for(measure_ids: Sequence[str], filters: Filters) -> None:
    """These measures for the chosen area once more, as board papers show them; at the end of a page."""
    viewer, area_ids = current_viewer(), [filters.area.id]
    read = (read_series(viewer, m, area_ids, first_shown=filters.first_shown) for m in measure_ids)
    show_as_board_papers([series for found in read for series in found])


def show_by_directorate(measure_id: str, filters: Filters) -> None:
    """One measure for every directorate that the viewer may see, as small pictures."""
    directorates = [a.id for a in read_areas().of_type(AreaType.DIRECTORATE)]
    show_multiples(read_series(current_viewer(), measure_id, directorates, first_shown=filters.first_shown))
