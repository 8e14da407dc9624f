"""Links: the address of this very view, and what is said where a link asks for what there is not."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlencode

import streamlit as st

from ui.text import show_text

_LONGEST_SAID = 80


def build_address() -> str:
    """The address of this view with all choices; empty where no browser tells where it is."""
    chosen = urlencode(st.query_params.to_dict())
    place = st.context.url or ""
    return f"{place}?{chosen}" if place and chosen else place


def show_copy_link() -> None:
    """A box with the address of this view, one click to open and one to copy."""
    address = build_address()
    if not address:
        return
    with st.expander("Copy a link to this view", key="copy-link", on_change="rerun") as box:
        # The browser takes 0.4 s to get ready for any code at all, so only once somebody asks for it.
        if box.open:
            show_text("Whoever opens this link sees what you see now.")
            st.code(address, language=None, wrap_lines=True)


def keep_in_link(name: str, value: str | None) -> None:
    """Have the link of this view say ``value`` as ``name``, or nothing of it for None."""
    if st.query_params.get(name) == value:
        return
    if value is None:
        del st.query_params[name]
    else:
        st.query_params[name] = value


def is_known(name: str, known: Collection[str], instead: str = "") -> bool:
    """Whether the link asks, as ``name``, for nothing or for something that there is.

    Where there is not, the page says so and what it shows ``instead``: a sentence.
    """
    asked = st.query_params.get(name)
    if asked is None or asked in known:
        return True
    show_text(
        f"The link asked for “{asked[:_LONGEST_SAID]}”, which there is not here. {instead}".strip(),
        "standing",
    )
    return False
