"""Larger text and stronger contrast, chosen in the sidebar and carried in the link."""

from __future__ import annotations

import streamlit as st

from ui.links import is_known

# What a choice makes of the base of all sizes, in pixels, and of the charts, as a factor.
_STANDARD = "Standard"
_SIZES: dict[str, tuple[int, float] | None] = {
    _STANDARD: None,
    "Large": (20, 1.15),
    "Very large": (26, 1.45),
}
_CONTRASTS = (_STANDARD, "High")

# A chart is laid out by a script in pixels. It is given less room and drawn larger, words and all: the
# script measures the picture's place as it is seen, so that must be as much smaller as zoom makes it larger.
_LARGER = """
html {{ font-size: {base}px !important; }}
[data-testid=stSidebarNavLink] :is(span, p) {{ white-space: normal; overflow: visible; }}
[data-testid=stElementContainer]:has([data-testid=stVegaLiteChart]) {{ zoom: {factor}; }}
[data-testid=stVegaLiteChart] {{
  width: calc(100% / {factor}) !important; height: calc(100% / {factor}) !important; }}
"""
_HIGH = """
.stApp, [data-testid=stSidebar], [data-testid=stHeader] {
  background: light-dark(#FFFFFF, #000000); color: light-dark(#000000, #FFFFFF); }
.stApp { --hairline: light-dark(#000000, #FFFFFF); }
.stApp :is(.grey, .quiet, p, li, label, summary, th, td) { color: light-dark(#000000, #FFFFFF); }
.stApp a { color: light-dark(#003087, #FFEB3B); text-decoration: underline;
  text-decoration-thickness: .12em; }
.stApp :is(button, [data-baseweb=select] > div, [data-testid=stExpander] details, .made-up) {
  border: 2px solid light-dark(#000000, #FFFFFF) !important; }
.stApp button[data-selected=true] {
  background: light-dark(#000000, #FFFFFF) !important; color: light-dark(#FFFFFF, #000000) !important; }
.stApp button[data-selected=true] p { color: inherit; }
.stApp .standing { border-color: light-dark(#000000, #FFFFFF); }
.stApp :focus-visible { outline: 4px solid light-dark(#000000, #FFEB3B) !important; outline-offset: 2px; }
[data-testid=stVegaLiteChart] svg { background-color: transparent !important; }
:is([data-testid=stVegaLiteChart] svg, svg.small) text { fill: light-dark(#000000, #FFFFFF); }
.stApp div.columns i { color: light-dark(#000000, #FFFFFF); }
[data-testid=stVegaLiteChart] svg .mark-line path { stroke-width: 3px; }
[data-testid=stVegaLiteChart] svg [fill="#DCE6EE" i] { fill: #B9C9D6; }
[data-testid=stVegaLiteChart] svg [fill="#22323F" i] { fill: #3A5062; }
svg.small [fill*="#DCE6EE"] { fill: light-dark(#B9C9D6, #3A5062); }
"""


def show_reading_choices() -> None:
    """Put the two choices in the sidebar and apply them to this page."""
    is_known("text", _SIZES, "You see standard text.")
    is_known("contrast", _CONTRASTS, "You see standard contrast.")
    chosen = any(st.query_params.get(name, _STANDARD) != _STANDARD for name in ("text", "contrast"))
    with (
        st.sidebar,
        st.expander("Text size and contrast", key="reading", expanded=chosen, on_change="rerun") as box,
    ):
        # Most visitors never open it, and a page is ready sooner without the two.
        if not (box.open or chosen):
            return
        size = st.radio("Text size", list(_SIZES), key="text", bind="query-params")
        contrast = st.radio("Contrast", _CONTRASTS, key="contrast", bind="query-params")
    style = write_style(size or "", contrast or "")
    if style:
        st.html(f"<style>{style}</style>")


def write_style(size: str, contrast: str) -> str:
    """The style sheet of two choices; empty for the standard ones."""
    chosen = _SIZES.get(size)
    larger = "" if chosen is None else _LARGER.format(base=chosen[0], factor=chosen[1])
    return larger + (_HIGH if contrast == "High" else "")
