"""The one list of pages. Every page is registered for everybody; what it shows is the viewer's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

PAGES_FOLDER = Path(__file__).resolve().parent.parent / "pages"
CAME_AS = "as"  # its name in the link
LOADING_PAGE = "check-the-data"


@dataclass(frozen=True)
class PageEntry:
    """One page: its name in the menu, its heading, its script below ``pages/``, its place in a link."""

    name: str
    heading: str
    script: str
    url_path: str


PAGES = (
    PageEntry("Home", "How are we doing together?", "overview/home.py", ""),
    PageEntry(
        "Where do we need to act?", "Where do we need to act?", "board/where_to_act.py", "where-to-act"
    ),
    PageEntry("Who has a seat on the team?", "Who has a seat on the team?", "involvement/big_i.py", "big-i"),
    PageEntry("Our workshops", "Our workshops", "coproduction/workshops.py", "workshops"),
    PageEntry(
        "How people feel about the service",
        "How people feel about the service",
        "experience/satisfaction.py",
        "satisfaction",
    ),
    PageEntry(
        "How it feels to take part", "How it feels to take part", "experience/taking_part.py", "taking-part"
    ),
    PageEntry("QI Forum", "QI Forum", "forum/screen.py", "qi-forum"),
    PageEntry(
        "What we tried and what happened",
        "What we tried and what happened",
        "forum/change_ideas.py",
        "what-we-tried",
    ),
    PageEntry("My area", "My area", "local/my_area.py", "my-area"),
    PageEntry("Check the data", "Check the data", "data/check_the_data.py", LOADING_PAGE),
    PageEntry(
        "Words and how we work things out",
        "Words and how we work things out",
        "data/definitions.py",
        "definitions",
    ),
    PageEntry("About accessibility", "About accessibility", "data/accessibility.py", "accessibility"),
)


def build_navigation() -> tuple[st.Page, str]:
    """The page that this run shows, and its heading.

    A flat list, because section headers in the sidebar fail accessibility checks.
    """
    page = st.navigation([_page(entry) for entry in PAGES], position="sidebar", expanded=True)
    return page, next(e.heading for e in PAGES if e.name == page.title)


def is_registered(url_path: str) -> bool:
    """Whether there is a page at this place of a link."""
    return any(entry.url_path == url_path for entry in PAGES)


def show_page_link(url_path: str, label: str, came_as: str | None = None) -> None:
    """A link to another page. The filters go with the visitor by themselves, as every page shows them.

    ``came_as`` is whom the visitor comes there as; None keeps what was chosen before.
    """
    entry = next(e for e in PAGES if e.url_path == url_path)
    kept = came_as or st.query_params.get(CAME_AS)
    st.page_link(
        str(PAGES_FOLDER / entry.script), label=label, query_params={CAME_AS: kept} if kept else None
    )


def _page(entry: PageEntry) -> st.Page:
    return st.Page(
        PAGES_FOLDER / entry.script,
        title=entry.name,
        url_path=entry.url_path or None,
        default=entry is PAGES[0],
    )
