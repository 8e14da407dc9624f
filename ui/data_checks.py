"""What is loaded, what was set aside and why, and which months are missing."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data_model.terms import AreaType
from measures.data_quality import find_missing_months
from ui.access import current_viewer
from ui.reads import read_areas, read_history, read_quarantined, read_series
from ui.text import show_table, show_text

_SENT_MONTHLY = ("fft_positive", "dialog_meetings", "staff_satisfaction")


def show_loads() -> None:
    """The load log, newest first."""
    st.header("What has been loaded?", anchor=False)
    loads = read_history()
    if not loads:
        show_text("Nothing has been loaded yet.", "sentence")
        return
    show_text(
        f"{len(loads)} files have been loaded. The last one came on {loads[0].loaded_at:%d/%m/%Y}.",
        "sentence",
    )
    rows = [
        {
            "When (UTC)": f"{load.loaded_at:%d/%m/%Y %H:%M}",
            "File": load.file,
            "Kind": load.kind.replace("_", " "),
            "Loaded by": load.loaded_by,
            "Added": load.rows.added,
            "Changed": load.rows.changed,
            "Unchanged": load.rows.unchanged,
            "Set aside": load.rows.quarantined,
        }
        for load in loads
    ]
    show_table(pd.DataFrame(rows), "Files that have been loaded, newest first")


def show_set_aside() -> None:
    """Each row that was set aside, with what is wrong and what to do."""
    st.header("What was set aside?", anchor=False)
    found = [
        (load, row)
        for load in read_history()
        if load.rows.quarantined
        for row in read_quarantined(load.load_id)
    ]
    if not found:
        show_text("No row was set aside.", "sentence")
        return
    show_text(
        f"{len(found)} problems kept rows out of the figures. Correct them and load the file again.",
        "sentence",
    )
    rows = [
        {
            "File": load.file,
            "Row": row.row,
            "Column": row.column or "",
            "Value": row.value or "",
            "What is wrong": row.problem,
            "What to do": row.cure,
        }
        for load, row in found
    ]
    show_table(pd.DataFrame(rows), "Rows that were set aside")


def show_missing_months() -> None:
    """Directorates that sent no figures for some months between their first and the newest."""
    st.header("Which months are missing?", anchor=False)
    viewer = current_viewer()
    directorates = [a.id for a in read_areas().of_type(AreaType.DIRECTORATE)]
    found = [gap for m in _SENT_MONTHLY for gap in find_missing_months(read_series(viewer, m, directorates))]
    if not found:
        show_text("No month is missing.", "sentence")
        return
    show_text("A missing month is drawn as a gap, never as nought.", "sentence")
    rows = [
        {"Measure": gap.measure_title, "Directorate": gap.area_name, "Missing": ", ".join(gap.periods)}
        for gap in found
    ]
    show_table(pd.DataFrame(rows), "Missing months by measure and directorate")
