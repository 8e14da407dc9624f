"""Whether a link asks for the big screen, for which slide, and the links that do."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

SCREEN_PAGE = "qi-forum"
VIEW, SCREEN, NUMBER = "view", "screen", "slide"  # their names in the link
_KEPT = ("as", "text", "contrast", "dates", "embed_options")  # what goes along to another page


def is_on_screen() -> bool:
    """Whether the link asks for the big screen."""
    return st.query_params.get(VIEW) == SCREEN


def write_screen_link(number: int) -> str:
    """The link that opens the big screen at one item with what is chosen now. Relative to this page."""
    return f"{SCREEN_PAGE}?{urlencode({**st.query_params.to_dict(), VIEW: SCREEN, NUMBER: number})}"


def write_forum_link(area_name: str) -> str:
    """The link to the page of one directorate's forum, from another page, with how it is read."""
    kept = {name: value for name, value in st.query_params.to_dict().items() if name in _KEPT}
    return f"{SCREEN_PAGE}?{urlencode({**kept, 'forum': area_name})}"


def read_number() -> int | None:
    """Which item of the agenda the link asks for, from 1; None where it names no number."""
    asked = st.query_params.get(NUMBER, "")
    return int(asked) if asked.isdecimal() else None


def go_to(number: int) -> None:
    """Ask for another slide."""
    st.query_params[NUMBER] = str(number)


def leave_screen() -> None:
    """Back to the page with its menu and filters."""
    for name in (VIEW, NUMBER):
        if name in st.query_params:
            del st.query_params[name]
