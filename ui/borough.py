"""Which borough a visitor is in: picked once with one tap, and remembered by the link."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from data_model.terms import AreaType
from measures.areas import AreaRef
from ui.access import current_viewer
from ui.filters import read_filters
from ui.links import is_known
from ui.reads import read_areas
from ui.text import show_text


def choose_borough() -> AreaRef | None:
    """The chosen borough; None while none is loaded or chosen, which the page then says."""
    viewer = current_viewer()
    offered = {a.name: a for a in read_areas().of_type(AreaType.BOROUGH) if viewer.may_see(a.id)}
    if not offered:
        show_text("There are no boroughs yet. A people participation lead can load the areas.", "sentence")
        return None
    is_known("borough", offered, "Choose your borough here.")
    _take_from_filter(offered)
    chosen = st.pills(
        "Your borough", list(offered), key="borough", bind="query-params", persist_state="session"
    )
    if chosen is None:
        show_text("Choose your borough. The link of the page will remember it.", "sentence")
    return offered.get(chosen or "")


def _take_from_filter(offered: Collection[str]) -> None:
    """Whoever chose a borough under "Area" on another page need not choose it again."""
    area = read_filters().area
    is_asked = "borough" in st.session_state or "borough" in st.query_params
    if area.type == AreaType.BOROUGH and area.name in offered and not is_asked:
        st.session_state["borough"] = area.name
