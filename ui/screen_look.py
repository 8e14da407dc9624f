"""The look of the big screen: nothing but the slide, in letters that can be read from the back of a room."""

from __future__ import annotations

import streamlit as st

from exports.inks import find_inks

# 28 pixels on the smallest wall, and larger as the wall grows; charts are drawn as wide as the wall allows.
_STYLE = """
html { font-size: max(28px, min(2.19vw, 3.9vh)) !important; }
[data-testid=stSidebar], [data-testid=stHeader], [data-testid=stToolbar], [data-testid=stExpandSidebarButton],
[data-testid=stStatusWidget], [data-testid=stDecoration], [data-testid=InputInstructions] {
  display: none !important; }
[data-testid=stMainBlockContainer] { max-width: none; padding: .5rem 1.2rem .3rem !important; }
.stApp :is(p, li, td, th, label, button, input, textarea, [data-baseweb=select] *, button *, label *) {
  font-size: 1rem !important; line-height: 1.3 !important; }
.st-key-slide { flex: none; height: calc(100vh - 4.3rem); overflow-y: auto; gap: .4rem; }
[data-testid=stMain]:focus, [data-testid=stMain]:focus-visible { outline: none; }
.st-key-slide > * { flex: none; }
.st-key-slide [data-testid=stMarkdownContainer] { margin-bottom: 0; }
.slide { color: light-dark(#000000, #FFFFFF); line-height: 1.3; overflow-wrap: break-word; }
.slide h1 { font-size: 1.45rem !important; line-height: 1.15; margin: 0 0 .4rem; padding: 0; }
.slide .body { display: flex; flex-direction: column; align-items: flex-start; }
.slide :is(p, ul, table) { margin: 0 0 .4rem; }
.slide :is(.message, ul, .note) { max-width: 62ch; }
.slide .message { font-weight: 600; }
.slide .alone .message { font-weight: 400; font-size: 1.3rem !important; line-height: 1.4 !important; }
@media (min-aspect-ratio: 3/2) and (min-height: 800px) {
  .slide .body:not(.beside) :is(.message, li) { font-size: 1.15rem !important; }
}
.slide ul { padding-left: 1.1rem; }
.slide li { margin: 0 0 .25rem; }
.slide .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.8fr); gap: 0 1rem;
  width: 100%; padding-right: .6rem; }
.slide .beside .picture { grid-column: 2; grid-row: 1 / span 9; }
.slide .beside > :not(.picture) { grid-column: 1; align-self: start; }
/* The words beside a chart begin with their number, and have a line of a narrow wall each. */
.slide .beside ul { list-style: none; padding-left: 0; }
.slide .beside li { padding-left: 0; }
.slide .picture svg { display: block; width: 100%; height: auto; overflow: visible;
  min-height: 480px; max-height: max(480px, calc(100vh - 6.2rem)); }
.slide .picture svg text { font-family: inherit; }
.slide table { border-collapse: collapse; }
.slide :is(th, td) { text-align: left; vertical-align: top; border: 0; padding: .2rem .8rem .2rem 0;
  border-bottom: 1px solid var(--grid); }
.slide .note { color: light-dark(#4C6272, #B8C0C6); margin: .4rem 0 0; }
.st-key-slide:has(.st-key-actions) .alone .message { font-size: 1rem !important; font-weight: 600; }
.st-key-slide .st-key-actions { max-width: none; }
.st-key-slide .st-key-actions [class*=st-key-action-] { padding: .2rem 0; }
.st-key-slide .st-key-actions button { min-height: 0; padding: .05rem .6rem; }
.stApp .st-key-slide .action { grid-template-columns: 3.4rem minmax(0, 1fr) minmax(0, 11.5rem);
  line-height: 1.3; }
.stApp .st-key-slide p:is(.note, .said) { margin: 0; }
.st-key-slide [data-testid=stForm] [data-testid=stVerticalBlock] { gap: .4rem; }
.slide .code svg { width: min(60vh, 80vw); height: auto; display: block; }
.slide .address { overflow-wrap: anywhere; }
.slide li.new { animation: arrive 1.2s ease-out; }
@keyframes arrive { from { opacity: 0; } to { opacity: 1; } }
@media (prefers-reduced-motion: reduce) { .slide li.new { animation: none; } }
@media (max-aspect-ratio: 3/2) {
  .slide .picture.wide { display: none; }
  .slide .picture.square { display: block !important; }
  .slide .beside .picture { grid-row: 1 / span 8; }
  .slide .beside ul { grid-row: 2 / span 9; }
  .slide .beside .note { grid-column: 2; grid-row: 9 / span 2; }
  .slide .picture svg { max-height: max(480px, calc(100vh - 9.2rem)); }
}
.st-key-bar, .st-key-live { position: fixed; left: 1.2rem; right: 1.2rem; width: auto;
  background: light-dark(#FFFFFF, #0B0F14); }
.st-key-bar { bottom: 1.55rem; padding-bottom: .3rem; padding-top: .2rem; gap: .35rem; }
.st-key-live { bottom: .2rem; }
.st-key-bar button { min-height: 0; padding: .05rem .45rem; white-space: nowrap; }
.st-key-bar > * { width: auto !important; flex: none !important; }
/* The key of each button is written on it where there is room. */
@media (max-width: 1279px) { .st-key-bar kbd { display: none; } }
.st-key-pointing, .st-key-not-pointing, .st-key-look-again { display: none !important; }
.stApp .status { margin: 0; white-space: nowrap; }
/* What an item has left stands in the corner that a heading leaves free. */
.st-key-live [data-testid=stElementContainer]:has(.timer) { position: fixed; top: .75rem; right: 1.2rem;
  width: auto; }
.stApp .timer { margin: 0; color: light-dark(#4C6272, #B8C0C6); }
.stApp:has(.timer) .slide h1 { padding-right: 8.5rem; }
/* While the answer to a key is on its way the slide stays as it is: nothing pales, nothing jumps. */
.stApp [data-stale=true] { opacity: 1 !important; transition: none !important; }
/* On a phone, which the square code leads to, a slide is a page that scrolls, its buttons at the end. */
@media (max-width: 799px) {
  html { font-size: 20px !important; }
  .st-key-slide { height: auto; }
  .st-key-bar, .st-key-live { position: static; flex-wrap: wrap; }
  .stApp .status { white-space: normal; }
  .slide .beside { display: block; }
  .slide .picture svg { min-height: 0; }
  .slide :is(table, tbody, tr, td) { display: block; }
  .slide thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .slide td { border: 0; padding: 0; }
  .slide tr { border-bottom: 1px solid var(--grid); padding: .3rem 0; }
  .slide td:first-child { font-weight: 600; }
  .stApp .st-key-slide .action { grid-template-columns: 3rem minmax(0, 1fr); }
  .stApp .st-key-slide .action .who { grid-column: 2; }
}
"""


def show_screen_style() -> None:
    """Put the style of the big screen on the page; it ends with the view."""
    st.html(f"<style>:root {{ {_write_colours()} }}\n{_STYLE}</style>")


def _write_colours() -> str:
    """The colours that the drawings ask for by name, in light and in dark."""
    light, dark = find_inks("light"), find_inks("dark")
    return " ".join(f"--{name.replace('_', '-')}: light-dark({light[name]}, {dark[name]});" for name in light)
