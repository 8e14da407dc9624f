"""Links to the parts of a long page, so that each is one tap away."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st


def show_jump_links(parts: Mapping[str, str]) -> None:
    """A row of links; ``parts`` maps the name of each place on the page to the words of its link."""
    links = "".join(
        f'<li><a href="#{name}" target="_self">{escape(words)}</a></li>' for name, words in parts.items()
    )
    st.html(f'<nav aria-label="On this page"><ul class="jump" role="list">{links}</ul></nav>')


def show_part_heading(name: str, words: str) -> None:
    """The heading of a part, to which a jump link leads; focus goes with it."""
    st.html(f'<h2 class="part" id="{name}" tabindex="-1">{escape(words)}</h2>')
