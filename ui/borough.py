"""One borough in three sentences, for the people who live and work there."""

from __future__ import annotations

import streamlit as st

from data_model.terms import AreaType
from measures.areas import AreaRef
from measures.sentences import describe_series
from ui.access import current_viewer
from ui.headlines import show_what_big_i_means
from ui.panel import show_measure
from ui.reads import read_areas, read_series
from ui.text import show_text

_QUESTIONS = {
    "big_i_active": "How many projects near you have a seat for service users and carers?",
    "workshop_parity": "Who is in the room at workshops near you?",
    "fft_positive": "Do people near you say that their care is good?",
}
_SUBJECTS = {
    "big_i_active": "Seats on the team",
    "workshop_parity": "Who is in the room",
    "fft_positive": "How it feels",
}


def choose_borough() -> AreaRef | None:
    """Pick a borough once; the link remembers it. None while none is loaded or chosen."""
    viewer = current_viewer()
    offered = {a.name: a for a in read_areas().of_type(AreaType.BOROUGH) if viewer.may_see(a.id)}
    if not offered:
        show_text("There are no boroughs yet. A people participation lead can load the areas.", "sentence")
        return None
    chosen = st.selectbox("Your borough", list(offered), key="borough", bind="query-params")
    return offered.get(chosen or "")


def show_borough(borough: AreaRef) -> None:
    """Three sentences first, then a picture for each."""
    found = {m: read_series(current_viewer(), m, [borough.id])[0] for m in _QUESTIONS}
    for measure_id, series in found.items():
        show_text(f"{_SUBJECTS[measure_id]}: {describe_series(series)}", "sentence")
    show_what_big_i_means()
    for measure_id, series in found.items():
        show_measure(series, _QUESTIONS[measure_id])
