"""Our own drawings and tables as one element. Markdown carries them, as `st.html` drops the icons."""

from __future__ import annotations

import streamlit as st


def show_drawn(html: str) -> None:
    """Show HTML that we wrote, with every word from a file escaped before it comes here.

    A block of HTML in Markdown ends at an empty line, after which words would act as Markdown; so there is
    never one.
    """
    st.markdown(" ".join(html.split()), unsafe_allow_html=True)
