"""What stands at the foot of every page: a link to this view, and where to look for more."""

from __future__ import annotations

import streamlit as st

from ui.links import show_copy_link
from ui.navigation import show_page_link


def show_foot() -> None:
    """The link to copy, and the way to what words mean and to how well everybody can use these pages."""
    with st.container(key="foot"):
        show_copy_link()
        show_page_link("accessibility", "About accessibility")
