"""The headings that somebody told us of, and the way to forget them so that they can be told anew."""

from __future__ import annotations

import streamlit as st

from data_model.store import reading, writing
from loaders.kind_titles import describe_kind
from loaders.saved_mappings import SavedMapping, delete_mapping, query_mappings
from ui.store import open_app_store, read_version
from ui.text import show_text


def show_saved_headings() -> None:
    """Each mapping with what it says, to forget; nothing if there are none."""
    found = _mappings(read_version())
    if not found:
        return
    with st.expander("Headings that somebody told us of"):
        show_text("Files with these headings are known. Forget one to say anew which column is which.")
        for mapping in found:
            pairs = ", ".join(f"{theirs} is {ours}" for ours, theirs in mapping.columns.items())
            show_text(f"{describe_kind(mapping.kind)}, told on {mapping.saved_at:%d/%m/%Y}: {pairs}.")
            if st.button("Forget these headings", key=f"forget-{mapping.fingerprint}"):
                with writing(open_app_store()) as session:
                    delete_mapping(session, mapping.fingerprint)
                st.rerun()


@st.cache_resource(max_entries=5, show_spinner=False)
def _mappings(version: int) -> list[SavedMapping]:
    with reading(open_app_store()) as session:
        return query_mappings(session)
