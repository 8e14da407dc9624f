"""How a page prints: black on white, nothing to press, no chart cut, whatever the screen looks like."""

from __future__ import annotations

STYLE = """
@media print {
  @page { size: A4; margin: 12mm 14mm; }
  .stApp, .stApp * { color-scheme: light !important; }
  .stApp, [data-testid=stMain], body { background: #FFFFFF !important; }
  .stApp :is(p, li, dt, dd, th, td, h1, h2, h3, a, span, strong, label, blockquote) {
    color: #000000 !important; }
  [data-testid=stSidebar], [data-testid=stHeader], [data-testid=stToolbar], .stApp nav, .st-key-door-line,
  .st-key-foot, .stApp .take, .stButton, .stDownloadButton,
  [data-testid=stButtonGroup], .stApp summary, [data-testid=stExpandSidebarButton],
  :is([data-testid=stExpander]:not(:has(details[open])), .folded:not([open])) { display: none !important; }
  [data-testid=stMainBlockContainer] { max-width: none; padding: 0; }
  [data-testid=stVegaLiteChart], .card, .near, tr { break-inside: avoid; }
  [data-testid=stHeading], h2, h3 { break-after: avoid; }
  /* A table that stands in a line, or scrolls, cannot go on over two pages. */
  [data-testid=stTable] table { display: table !important; }
  [data-testid=stTable], [data-testid=stTable] div { overflow: visible !important; }
  /* A chart was laid out for the screen: on paper it shrinks to the width there is. */
  [data-testid=stVegaLiteChart] svg {
    max-width: 100% !important; height: auto !important; background-color: transparent !important; }
  [data-testid=stVegaLiteChart] svg text { fill: #000000 !important; }
  [data-testid=stVegaLiteChart] svg [fill="#22323F" i] { fill: #DCE6EE !important; }
  [data-testid=stVegaLiteChart] svg [stroke="#2A3742" i] { stroke: #D8DDE0 !important; }
  [data-testid=stVegaLiteChart] svg :is([stroke="#FFFFFF" i], [stroke="#B8C0C6" i], [stroke="#AEB7BD" i],
    [stroke="#8A97A1" i]) { stroke: #425563 !important; }
}
"""
