"""What a page says when there is nothing, little or only made-up data to show."""

from __future__ import annotations

import streamlit as st

from ui.filters import choose_whole_trust
from ui.reads import read_areas, read_history
from ui.store import fill_with_examples
from ui.text import show_text

MADE_UP = "These are made-up examples, not the figures of any trust."
NOTHING_YET = (
    'There is no information yet. A people participation lead can add some on "Check the data", '
    "or you can look at made-up examples."
)


def find_made_up_notice() -> str:
    """What every page and every file says while any of the data are made up; else empty."""
    return MADE_UP if any(load.is_sample for load in read_history()) else ""


def show_made_up_notice() -> None:
    """Say on every page that the data are made up, while any of them are."""
    notice = find_made_up_notice()
    if notice:
        show_text(notice, "made-up")


def stop_if_empty(*, goes_on: bool = False) -> None:
    """Say so where the store holds nothing, offer the examples, and end the page unless it ``goes_on``."""
    if not read_areas().by_id:
        show_text(NOTHING_YET, "sentence")
        st.button("Look at made-up examples", on_click=fill_with_examples)
        if not goes_on:
            st.stop()


def show_nothing_matches(area_name: str, what: str) -> None:
    """Say which choice left nothing to show, and offer the way out."""
    show_text(f"Nothing matches. You chose {area_name} and “{what}”. Try all areas.", "sentence")
    st.button("Show the whole trust", key=f"all-areas-{what}", on_click=choose_whole_trust)
