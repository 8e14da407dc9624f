"""Streamlit's start page, told beforehand where the server is and whom it answers.

A browser otherwise asks for both before it may open the connection, below the page's own address first and
in vain: two waits on every visit, and two wrong addresses in the log.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from ui.navigation import PAGES

# What Streamlit's own script reads: a host that embeds an app tells it the same way.
_TOLD = (
    "window.__streamlit = {BACKEND_BASE_URL: new URL('.', location.href).href, "
    "HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false}}"
)


@cache
def write_start_page() -> str:
    """The start page as HTML; our script stands before those of Streamlit."""
    page = (Path(streamlit.__file__).with_name("static") / "index.html").read_text(encoding="utf-8")
    return page.replace("<script", f"<script>{_TOLD}</script>\n    <script", 1)


def build_start_routes() -> list[Route]:
    """A route for the place of every page, where a browser gets the start page."""
    return [Route(f"/{entry.url_path}", _answer) for entry in PAGES]


def _answer(_request: Request) -> HTMLResponse:
    return HTMLResponse(write_start_page(), headers={"Cache-Control": "no-cache"})
