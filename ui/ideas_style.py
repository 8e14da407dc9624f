"""The look of the page of change ideas: results, the table of all ideas, and the driver diagram."""

from __future__ import annotations

STYLE = """
.stApp .question { font-size: 1.15rem; font-weight: 600; margin: 0 0 .2rem; }
.stApp ol.results { max-width: 75ch; padding-left: 1.6rem; margin: 0 0 .6rem; }
.stApp ol.results li { margin: 0; padding: .35rem 0; font-size: .95rem; line-height: 1.5; }
.stApp .about { font-size: .9rem; }
.stApp .outcome { font-weight: 600; }
.stApp .outcome svg, .stApp .drivers .figure svg { display: inline-block; vertical-align: -.25em; }
.stApp table.ideas { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
.stApp table.ideas :is(th, td) { border: 0; border-bottom: 1px solid var(--hairline);
  padding: .6rem .6rem .6rem 0; text-align: left; vertical-align: top; font-weight: 400;
  overflow-wrap: break-word; }
.stApp table.ideas tbody th { font-weight: 600; width: 17%; }
.stApp table.ideas td:last-child { width: 28%; }
.stApp table.ideas .of { display: none; }
.stApp table.ideas :is(.detail, .outcome) { display: block; }
.stApp table.ideas .outcome + .grey { display: block; }
.stMarkdown:has(table.ideas, .drivers) { container-type: inline-size; }
.stApp .drivers { margin-bottom: .8rem; }
.stApp .drivers .tree svg { display: block; max-width: 66rem; height: auto; }
.stApp ul.branches { display: none; }
.stApp ul.branches, .stApp ul.branches ul { list-style: none; padding: 0; margin: 0; }
.stApp ul.branches ul { padding-left: .8rem; border-left: 1px solid var(--hairline); }
.stApp ul.branches li { margin: 0; padding: .35rem 0 0; font-size: .95rem; line-height: 1.4; }
.stApp ul.branches span { display: block; }
.stApp ul.branches :is(.grey, .figure) { font-size: .85rem; }
@container (max-width: 51rem) {
  .stApp .drivers .tree { display: none; }
  .stApp ul.branches { display: block; }
}
@container (max-width: 41rem) {
  .stApp table.ideas :is(tbody, tr, th, td) { display: block; border: 0; width: auto; }
  .stApp table.ideas, .stApp table.ideas tbody { display: block; }
  .stApp table.ideas thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
    overflow: hidden; }
  .stApp table.ideas tr { border-bottom: 1px solid var(--hairline); padding: .8rem 0; }
  .stApp table.ideas :is(tbody th, td), .stApp table.ideas td:last-child { padding: .15rem 0; width: auto; }
  .stApp table.ideas tbody th { font-size: 1rem; width: auto; }
  .stApp table.ideas .of { display: block; font-size: .85rem; margin-top: .3rem;
    color: light-dark(#4C6272, #B8C0C6); }
}
"""
