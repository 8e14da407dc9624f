"""The look of the front doors, of what stands around each page, and of the page of one borough."""

from __future__ import annotations

STYLE = """
.stApp .near { font-size: 1.15rem; line-height: 1.5; max-width: 62ch; margin: 0 0 .8rem; }
.stApp .near strong { display: block; font-size: .9rem; }
.stApp .near.next { font-size: 1rem; max-width: 80ch; }
.stApp .made-up { margin-bottom: 0; }
.stApp ul.jump { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0; padding: 0; }
.stApp ul.jump li { margin: 0; }
.stApp ul.jump a { display: inline-block; padding: .3rem 0; color: light-dark(#005EB8, #6CB4FF); }
.stApp h2.part { margin: 1.6rem 0 0; padding: 0; font-size: 1.5rem; font-weight: 700; line-height: 1.25;
  scroll-margin-top: 4rem; border-top: 1px solid var(--hairline); padding-top: 1rem; }
.stApp h2.part:focus { outline: none; }
.stApp h2.part:focus-visible { outline: .2rem solid light-dark(#005EB8, #6CB4FF); outline-offset: .2rem; }
.stApp ul.cards { list-style: none; display: grid; gap: 1.2rem 2rem; margin: 0; padding: 0;
  grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); }
.stApp li.card { margin: 0; padding: 0; overflow-wrap: anywhere; }
.stApp .card h3, .stApp .story-title { font-size: 1.05rem; font-weight: 700; line-height: 1.35;
  margin: 0 0 .3rem; padding: 0; }
.stApp .card :is(dl, dd) { margin: 0; padding: 0; }
.stApp .card dl { font-size: .95rem; line-height: 1.45; }
.stApp .card dt { float: left; clear: left; margin-right: .4rem; font-weight: 600; }
.stApp .card dt::after { content: ":"; }
.stApp .card dd { margin: 0 0 .2rem; }
.stApp .story { margin: 0 0 .4rem; padding: 0; border: 0; font-size: 1.15rem; line-height: 1.55;
  max-width: 62ch; color: inherit; font-style: normal; }
.stApp .badge { border: 1px solid light-dark(#6B7A85, #8A97A1); border-radius: .25rem; padding: .1rem .4rem;
  margin-right: .4rem; font-weight: 600; white-space: nowrap; }
/* Whom you came as: one quiet line. */
.st-key-door-line a p { font-size: .85rem; }
/* A link to a page looks like a link. */
[data-testid=stMain] [data-testid=stPageLink] a { padding: 0; background: none; }
[data-testid=stMain] [data-testid=stPageLink] p {
  color: light-dark(#005EB8, #6CB4FF); text-decoration: underline;
  white-space: normal; }
.st-key-front-doors [class*=st-key-door-] {
  border: 1px solid light-dark(#6B7A85, #8A97A1); border-radius: .25rem; padding: .8rem 1rem; gap: .2rem;
  position: relative; height: 100%; }
.st-key-front-doors [class*=st-key-door-]:hover { background: light-dark(#F0F4F5, #16202A); }
.st-key-front-doors [class*=st-key-door-]:focus-within {
  outline: .2rem solid light-dark(#005EB8, #6CB4FF); }
.st-key-front-doors a p { font-size: 1.25rem; font-weight: 700; }
/* The whole of a door opens it. */
.st-key-front-doors a::after { content: ""; position: absolute; inset: 0; }
.st-key-front-doors [data-testid=stElementContainer], .st-key-front-doors [data-testid=stPageLink] {
  position: static; }
.st-key-front-doors p { margin: 0; }
.st-key-foot { margin-top: 2rem; border-top: 1px solid var(--hairline); padding-top: 1rem; }
"""
