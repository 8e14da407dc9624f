"""The look that the theme file cannot give: one style sheet, put on every page by the frame."""

from __future__ import annotations

import streamlit as st

STYLE = """
<style>
/* The toolbar of a chart offers its technical rows, and says the whole alt text four times over. The
   numbers stand under each chart in words. */
.stPrintGraphic [data-testid=stElementToolbar] { display: none; }
.stApp .sentence { font-size: 1.3rem; line-height: 1.45; max-width: 62ch; margin: 0 0 .4rem; }
.stApp .latest { font-size: 1.05rem; margin: 0 0 .2rem; }
.stApp .quiet { font-size: .95rem; line-height: 1.5; max-width: 75ch; margin: 0 0 .3rem; }
.stApp .standing { border-left: .35rem solid #005EB8; padding: .5rem 1rem; max-width: 75ch; }
.stApp .made-up { border: 1px solid #6B7A85; padding: .5rem 1rem; max-width: 75ch; }
.stApp ol.changes { padding-left: 1.6rem; max-width: 75ch; }
[data-testid=stMainBlockContainer] { max-width: 72rem; padding-top: 3.5rem; }
[data-testid=stHeading] h2 { margin-top: 1rem; }
@media (max-width: 40rem) {
  .stApp .sentence { font-size: 1.15rem; }
  [data-testid=stMainBlockContainer] { padding-left: 1rem; padding-right: 1rem; }
}
@media print {
  [data-testid=stSidebar], [data-testid=stHeader], [data-testid=stToolbar] { display: none !important; }
  [data-testid=stVegaLiteChart] { break-inside: avoid; }
}
</style>
"""


def show_style() -> None:
    """Put the style sheet on the page."""
    st.html(STYLE)
