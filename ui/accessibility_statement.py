"""How well everybody can use these pages: only what is true, and whom to tell."""

from __future__ import annotations

import streamlit as st

from ui.text import show_list, show_text

_WRITTEN = "Written in November 2026. Nobody from outside has checked these pages yet."
_PARTS = {
    "What you can do here": (
        "Make the text larger or the contrast stronger: use the menu at the side.",
        "Zoom in to 400%, or use a small phone. Nothing runs off the side.",
        "Use the keyboard alone. Press Tab to move, and Enter to open.",
        "Read each chart in words. Open “Show the numbers” for a table of it.",
        "Print a page, or print “Our sheet” for your borough in large type.",
        "Tell signs apart without colour. Each one has its own shape.",
    ),
    "What we have tested": (
        "A tool called axe looks for faults on each page. It looks at the size of a laptop and of a phone.",
        "A test opens each page in Chromium at the size of a phone. Nothing may run off the side.",
        "Some tests use the keyboard, and do real tasks with it.",
        "Black, white and all colours of words were chosen for strong contrast.",
    ),
    "What we have not tested": (
        "We have not tried these pages with a screen reader.",
        "We have not tried voice control, or other tools that people use.",
        "We have not asked disabled people to try the pages. We should.",
        "The PDF files have tags for screen readers. We have not tried them with one.",
    ),
    "What we know does not work well": (
        "The box that takes a file, on “Check the data”, may be read out in a strange way.",
        "A screen reader is not told when a page has changed.",
        "The letter “r” loads the page again when you press it. It cannot be switched off.",
        "The single points of a chart cannot be reached by keyboard. Its table has the same numbers.",
    ),
}
_WHY = "The first three come from Streamlit, the tool that these pages are made with."
_TELL = (
    "Tell the people participation lead of your trust. Say which page it was and what went wrong. "
    "You can also ask them for any page in large print, in easy read or on paper."
)


def show_statement() -> None:
    """What was made for, tested, not tested and found, and whom to tell."""
    show_text("We want everybody to be able to use these pages. This is how far we have come.", "sentence")
    show_text(_WRITTEN)
    for heading, lines in _PARTS.items():
        st.header(heading, anchor=False)
        show_list(lines, "plain")
    show_text(_WHY)
    st.header("Tell us what does not work for you", anchor=False)
    show_text(_TELL)
