"""The chart behind one cell of the grid. The link names the cell, so a copied link opens the same chart."""

from __future__ import annotations

from html import escape

import streamlit as st

from measures.attention import find_ideas_under_way
from measures.series import MeasureSeries
from ui.access import current_viewer
from ui.board_reads import AREA, COLUMNS, MEASURE, Board, write_link_without_cell
from ui.drawn import show_drawn
from ui.filters import read_filters
from ui.links import is_known
from ui.panel import show_as_board_papers, show_measure
from ui.reads import read_series
from ui.text import show_lines


def show_chosen_cell(board: Board) -> None:
    """The chart that the link asks for, first on the page; two boxes lead on to other cells."""
    if MEASURE not in st.query_params or AREA not in st.query_params:
        return
    measures = list(COLUMNS.values())
    areas = list(dict.fromkeys(row.area.name for row in board.rows))
    if not (is_known(MEASURE, measures) and is_known(AREA, areas)):
        return
    left, right = st.columns(2)
    with left:
        measure = _choose("Measure", measures, MEASURE)
    with right:
        area = _choose("Directorate", areas, AREA)
    chosen = _find(board, measure, area)
    if chosen is not None:
        _show_chart(chosen)
    address = escape(write_link_without_cell())
    show_drawn(f'<p><a href="{address}" target="_self">Close this chart</a></p>')


def _choose(label: str, options: list[str], key: str) -> str | None:
    # Without a first choice of its own: a box that stands at its default leaves no trace in the link.
    return st.selectbox(label, options, index=None, key=key, bind="query-params", placeholder="Choose one")


def _find(board: Board, measure: str | None, area: str | None) -> MeasureSeries | None:
    return next(
        (s for s in board.found if COLUMNS[s.definition.id] == measure and s.area.name == area),
        None,
    )


def _show_chart(series: MeasureSeries) -> None:
    (shown,) = read_series(
        current_viewer(), series.definition.id, [series.area.id], first_shown=read_filters().first_shown
    )
    show_measure(shown, f"{shown.area.name}: {shown.definition.question}")
    show_as_board_papers([shown])
    ideas = find_ideas_under_way(shown)
    show_lines([f"Change ideas under way: {'; '.join(ideas) or 'none'}."])
