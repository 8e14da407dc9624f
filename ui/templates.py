"""Empty files with the headings of a kind."""

from __future__ import annotations

import streamlit as st

from loaders import write_template


@st.cache_data(max_entries=50, show_spinner=False)
def write_template_cached(kind: str) -> bytes:
    """The empty workbook of a kind."""
    return write_template(kind, ".xlsx")
