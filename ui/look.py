"""The look that the theme file cannot give: one style sheet, put on every page by the frame."""

from __future__ import annotations

import streamlit as st

from ui import ideas_style, near_style, print_style

STYLE = """
<style>
/* The toolbar of a chart offers its technical rows, and says the whole alt text four times over. The
   numbers stand under each chart in words. */
.stPrintGraphic [data-testid=stElementToolbar] { display: none; }
/* A box that always holds a choice need not say that it needs one. */
[data-testid=stWidgetLabelRequired] { display: none; }
/* The list of areas opens above its button, and must not reach over the top of a low window. */
[data-testid=stMenuButtonBody] { max-height: 45vh !important; }
.stMenuButton button :is(div, span, p) { justify-content: flex-start; text-align: left; }
.stMenuButton button > div { flex: 1; }
.stMenuButton button > div > :last-child { margin-left: auto; }
/* Streamlit's own links show a faint background or nothing where the keyboard is. */
.stApp a:focus-visible { outline: .2rem solid light-dark(#005EB8, #6CB4FF); outline-offset: .1rem; }
[data-testid=stMain]:focus-visible { outline: .1rem solid light-dark(#005EB8, #6CB4FF);
  outline-offset: -.1rem; }
.stApp h2.question { font-size: 1.5rem; font-weight: 700; line-height: 1.2; letter-spacing: -.005em;
  margin: 1rem 0 0; padding: 1rem 0; }
.stApp .sentence { font-size: 1.3rem; line-height: 1.45; max-width: 62ch; margin: 0 0 .4rem; }
.stApp .latest { font-size: 1.05rem; margin: 0 0 .2rem; }
.stApp .quiet { font-size: .95rem; line-height: 1.5; max-width: 75ch; margin: 0 0 .3rem; }
.stApp .standing { border-left: .35rem solid #005EB8; padding: .5rem 1rem; max-width: 75ch; }
.stApp .made-up { border: 1px solid #6B7A85; padding: .5rem 1rem; max-width: 75ch; }
.stApp ol.changes { padding-left: 1.6rem; max-width: 75ch; }
.stApp ol.changes li { margin-bottom: .3rem; }
.stApp .words { overflow-x: auto; }
.stApp .words table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
.stApp .words :is(th, td) { border: 0; border-bottom: 1px solid var(--hairline); padding: .35rem .5rem;
  text-align: left; vertical-align: top; }
.stApp .words th { font-weight: 600; }
/* What is folded away until somebody opens it; Streamlit's own folds look the same. */
.stApp details.folded { border: 1px solid light-dark(#AEB7BD, #5B6B77); border-radius: .25rem;
  margin: 0 0 1rem; }
.stApp details.folded:last-child { margin: 0; }
.stApp p + details.folded { margin-top: .9rem; }
.stApp .old { color: light-dark(#B35900, #FFB05C); font-weight: 600; }
.stApp details.folded > summary { cursor: pointer; font-size: .9rem; line-height: 1.5; list-style: none;
  padding: .4rem .75rem; border-radius: .25rem; }
.stApp details.folded > summary::-webkit-details-marker { display: none; }
.stApp details.folded > summary::before { content: ""; display: inline-block; width: .4em; height: .4em;
  margin: 0 1.1em .12em .2em; border: solid currentColor; border-width: 0 .12em .12em 0;
  transform: rotate(-45deg); }
.stApp details.folded[open] > summary::before { transform: rotate(45deg); }
.stApp details.folded > summary:hover { color: light-dark(#005EB8, #6CB4FF); }
.stApp details.folded > :not(summary) { margin-left: .75rem; margin-right: .75rem; }
.stApp .take a { color: light-dark(#005EB8, #6CB4FF); }
/* Small pictures: drawn for a phone's width, and the larger where there is room. */
.stApp .multiples { display: grid; gap: 1.4rem 2rem;
  grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); }
.stApp .multiple [role=heading] { font-size: 1.25rem; font-weight: 700; line-height: 1.3; margin: 0 0 .3rem; }
.stApp svg.small { display: block; width: 100%; max-width: 28rem; height: auto; overflow: visible;
  font-family: inherit; }
/* People at workshops: values on the left, and the plot as wide as there is room. */
.stApp .columns { container-type: inline-size; margin: .6rem 1rem .8rem 0; forced-color-adjust: none;
  print-color-adjust: exact; }
.stApp .columns .key { margin: 0 0 1.2rem 2.8rem; }
.stApp .columns b { display: block; outline: .05rem solid var(--ordinary); }
.stApp .columns .key b { display: inline-block; width: 1em; height: 1em; margin-right: .5em;
  vertical-align: -.1em; }
.stApp .columns .deep { background: var(--deep); }
.stApp .columns .middle { background: var(--middle); }
.stApp .columns .pale { background: var(--pale); }
.stApp .columns .paper { background: var(--paper); }
.stApp .columns .plot { position: relative; margin: 0 0 2.4rem 2.8rem; }
.stApp .columns .plot > * { position: absolute; }
.stApp .columns .plot > div { top: 0; bottom: 0; display: flex; flex-direction: column-reverse; }
.stApp .columns i { font-style: normal; font-size: .875rem; line-height: 1; color: var(--quiet); }
.stApp .columns .tick { left: 0; right: 0; border-bottom: 1px solid var(--grid); }
.stApp .columns .tick::before { content: attr(data-value); position: absolute; right: calc(100% + .5rem);
  transform: translateY(-50%); }
.stApp .columns .month { top: calc(100% + .7rem); transform: translateX(-50%); white-space: nowrap; }
.stApp .columns .narrow { display: none; }
@container (max-width: 42rem) {
  .stApp .columns .wide { display: none; }
  .stApp .columns .narrow { display: inline; }
}
/* Answers as bars that grow both ways. */
.stApp .answers { max-width: 48rem; margin: .6rem 0 .4rem; }
.stApp .answer { font-size: .95rem; line-height: 1.4; margin: 0 0 .7rem; }
.stApp .answer span { color: light-dark(#4C6272, #B8C0C6); margin-left: .4rem; }
.stApp .answer svg { display: block; overflow: visible; }
/* The directors' page: the list of things, the grid and the distances. */
.stApp ol.things { list-style: none; padding: 0; margin: 0; }
.stApp ol.things li { margin: 0; padding: .7rem 0; border-top: 1px solid var(--hairline); }
.stApp ol.things p { margin: 0 0 .15rem; max-width: 75ch; font-size: .95rem; line-height: 1.45; }
.stApp ol.things .what { font-size: 1.05rem; font-weight: 700; }
.stApp ol.things .why { font-size: .85rem; font-weight: 400; margin-left: .5rem; white-space: nowrap; }
.stApp ol.things .doing { font-size: .85rem; }
.stApp ol.things .line { float: right; margin: .2rem 0 .4rem 1rem; }
.stApp .why svg, .stApp .key svg { vertical-align: -.25em; }
.stApp ul.key { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; padding: 0; margin: 0; }
.stApp ul.key li { margin: 0; padding: 0; font-size: .85rem; }
.stApp { --hairline: light-dark(#D8DDE0, #2A3742); }
.stApp :is(table.grid, table.distance) {
  border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.3; }
.stApp :is(table.grid, table.distance) :is(th, td) {
  border: 0; border-bottom: 1px solid var(--hairline); padding: .4rem .5rem; text-align: left;
  vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
.stApp :is(table.grid, table.distance) thead th { vertical-align: bottom; }
.stApp :is(table.grid, table.distance) tbody th { font-weight: 600; }
.stApp table.grid td { padding: 0; }
.stApp table.grid :is(td > a, td:not(:has(a))) { padding: .4rem .5rem; }
.stApp table.grid td > a { display: block; color: inherit; text-decoration: none; }
.stApp table.grid td > a:hover { background: light-dark(#F0F4F5, #16202A); text-decoration: underline; }
.stApp table.grid .of { display: none; }
.stApp table.grid svg { display: inline-block; margin-right: .25rem; }
.stApp table.grid :is(.figure, .grey) { display: block; }
.stApp table.grid .number {
  text-decoration: underline dotted light-dark(#6B7A85, #8A97A1); text-underline-offset: .2em; }
.stApp table.grid .number + .grey { white-space: nowrap; }
.stApp table.grid td.worse .number, .stApp .verdict.signal { font-weight: 700; }
.stApp .grey { color: light-dark(#4C6272, #B8C0C6); font-weight: 400; }
/* Where there is no room for a table, beside the menu or on a phone, it becomes a list of directorates. */
.stMarkdown:has(table.grid, table.distance) { container-type: inline-size; }
@container (max-width: 47rem) {
  .stApp table.grid :is(th, td > a, td:not(:has(a))) { padding-left: .2rem; padding-right: .2rem; }
  .stApp table.grid .number + .grey { white-space: normal; }
}
@container (max-width: 41rem) {
  .stApp :is(table.grid, table.distance) :is(tbody, tr, th, td) { display: block; border: 0; }
  .stApp :is(table.grid, table.distance), .stApp table.grid tbody { display: block; }
  .stApp :is(table.grid, table.distance) thead {
    position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .stApp :is(table.grid, table.distance) tr { border-bottom: 1px solid var(--hairline); padding: .5rem 0; }
  .stApp :is(table.grid, table.distance) :is(tbody th, td) { padding: .2rem 0; }
  .stApp table.grid td > a, .stApp table.grid td:not(:has(a)) {
    display: flex; gap: .5rem; align-items: center; padding: .2rem 0; }
  .stApp table.grid .of { display: inline; flex: 1; }
  .stApp table.grid :is(.figure, .grey) { display: inline; }
  .stApp table.grid .figure { min-width: 6rem; }
  .stApp table.grid .figure .grey { margin-left: .4rem; }
}
@media (max-width: 40rem) {
  .stApp ol.things .line { display: none; }
  .stApp ol.things .why { display: block; margin: 0; }
}
/* The forum's page: the agenda and the way to the big screen. */
.stApp a.start { display: inline-block; padding: .6rem 1.2rem; border-radius: .25rem; font-weight: 600;
  color: #FFFFFF; background: #005EB8; text-decoration: none; }
.stApp a.start:hover { background: #003F7D; text-decoration: underline; }
.stApp ol.agenda { max-width: 40rem; padding-left: 1.6rem; margin: 0 0 1rem; }
.stApp ol.agenda li { margin: 0; padding: .25rem 0; border-bottom: 1px solid var(--hairline); }
.stApp ol.agenda span { float: right; }
@media (max-width: 40rem) { .stApp ol.agenda span { float: none; display: block; } }
.stApp .st-key-forum-items [data-tag] { background: light-dark(#DCE6EE, #22323F); color: inherit; }
/* What a forum said it would do: a row an action, with its button at the end. */
.st-key-actions { max-width: 60rem; container-type: inline-size; }
.st-key-actions [class*=st-key-action-] { border-bottom: 1px solid var(--hairline); padding: .35rem 0;
  flex-wrap: nowrap; gap: 1rem; }
.st-key-actions [data-testid=stMarkdownContainer] { margin: 0; }
/* What tells two such buttons apart is heard and not seen, as it stands beside them. */
.stApp :is(.st-key-actions, [class*=st-key-captured-]) button p > span {
  position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.st-key-actions [class*=st-key-action-] > :first-child { flex: 1; }
.st-key-actions [class*=st-key-action-] > :only-child { margin-right: 7.2rem; }
.st-key-actions [class*=st-key-action-] > :last-child:not(:first-child) { flex: 0 0 6.2rem; }
.stApp .action { display: grid; grid-template-columns: 3rem minmax(0, 1fr) minmax(0, 16rem); gap: 0 .8rem;
  margin: 0; line-height: 1.4; }
.stApp .action .late { font-weight: 700; }
@container (max-width: 34rem) {
  .stApp .action { grid-template-columns: 3rem minmax(0, 1fr); }
  .stApp .action .who { grid-column: 2; }
}
/* On a phone, or in large letters, the button stands below what it is about. */
@container (max-width: 24rem) {
  .st-key-actions [class*=st-key-action-] { flex-wrap: wrap; gap: .4rem; }
  .st-key-actions [class*=st-key-action-] > :first-child { flex: 1 0 100%; }
  .st-key-actions [class*=st-key-action-] > :only-child { margin-right: 0; }
}
[data-testid=stMainBlockContainer] { max-width: 72rem; padding-top: 3.5rem; }
[data-testid=stHeading] h2 { margin-top: 1rem; }
@media (max-width: 40rem) {
  .stApp .sentence { font-size: 1.15rem; }
  [data-testid=stMainBlockContainer] { padding-left: 1rem; padding-right: 1rem; }
}
</style>
"""


def show_style() -> None:
    """Put the style sheet on the page."""
    st.html(STYLE.replace("</style>", f"{near_style.STYLE}{ideas_style.STYLE}{print_style.STYLE}</style>"))
