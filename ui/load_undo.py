"""Taking a load back: what it will do is said first, and done only when that is confirmed."""

from __future__ import annotations

import streamlit as st

from loaders import undo_load
from loaders.screen_words import describe_undo
from ui.access import current_viewer, may_load
from ui.reads import read_history
from ui.store import open_app_store
from ui.text import show_text
from ui.uploads import read_uploads

_ASKED, _SAID = "undo-asked", "undo-said"


def show_undo(load_id: int, place: str) -> None:
    """A button to undo a load, and once it was pressed what that will do, to confirm or leave.

    Args:
        load_id: the number of the load.
        place: where on the page the button stands; a load may be offered in two places.
    """
    load = next((each for each in read_history() if each.load_id == load_id), None)
    if load is None or load.undone_at or not may_load(current_viewer()):
        return
    if st.session_state.get(_ASKED) != (load_id, place):
        if st.button(f"Undo load {load_id}", key=f"undo-{place}-{load_id}"):
            st.session_state[_ASKED] = (load_id, place)
            st.rerun()
        return
    show_text(describe_undo(load), "standing")
    with st.container(horizontal=True):
        if st.button(f"Yes, undo load {load_id}", key=f"undo-yes-{place}-{load_id}"):
            _undo(load_id, place)
        if st.button("No, keep it", key=f"undo-no-{place}-{load_id}"):
            del st.session_state[_ASKED]
            st.rerun()


def show_undo_answer(place: str) -> None:
    """How an undo that was asked for in this place of the page ended; said once."""
    asked_in, said = st.session_state.get(_SAID, (None, ""))
    if asked_in == place:
        del st.session_state[_SAID]
        show_text(said, "standing")


def _undo(load_id: int, place: str) -> None:
    report = undo_load(open_app_store(), load_id)
    del st.session_state[_ASKED]
    st.session_state[_SAID] = (place, report.message)
    uploads = read_uploads()
    if report.status == "undone":
        uploads.done = [each for each in uploads.done if each.load_id != load_id]
    st.rerun()
