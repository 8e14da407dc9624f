"""The app run by Streamlit's own test runner, from app.py, over a store of the test's choice."""

import re
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ui.store import open_app_store

ROOT = Path(__file__).resolve().parents[2]


class Opened:
    """The store that the app has open: what it read stays cached while tests use the same one."""

    url: str | None = None
    engine = None

    @classmethod
    def switch(cls, url):
        """Forget the store before, if it was another one."""
        if cls.url != url:
            if cls.engine is not None:
                cls.engine.dispose()  # an open PostgreSQL connection warns when it is collected
            st.cache_resource.clear()
            cls.engine = None
        cls.url = url


@pytest.fixture
def open_app(settings_env, monkeypatch):
    """``open_app(engine, script=None, **link)`` runs one page of the app over a store."""
    monkeypatch.chdir(ROOT)

    def run(engine, script=None, **link):
        url = engine.url.render_as_string(hide_password=False)
        Opened.switch(url)
        settings_env(DATABASE_URL=url)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, value in link.items():
            app.query_params[name] = value
        app.run()
        Opened.engine = open_app_store()
        if script is not None:
            app.switch_page(f"pages/{script}").run()
        assert not app.exception, app.exception
        return app

    yield run
    if Opened.url and Opened.url.startswith("postgresql"):
        Opened.switch(None)


@pytest.fixture
def words_of():
    """All text that a page shows, in one string."""

    def read(app):
        parts = [e.proto.body for e in app.main if e.type == "html"]
        parts += [e.value for kind in ("title", "header", "subheader", "markdown") for e in app.get(kind)]
        return "\n".join(parts)

    return read


@pytest.fixture
def headings_of():
    """The headings of the second level, in the order of the page: Streamlit's and those in our own HTML."""

    def read(app):
        found = []
        for element in app.main:
            if element.type == "header":
                found.append(element.value)
            elif element.type == "html":
                found += [
                    unescape(words) for words in re.findall("<h2[^>]*>([^<]*)</h2>", element.proto.body)
                ]
        return found

    return read


@pytest.fixture
def alts_of():
    """What the pictures of a page say to who cannot see them: first those of Vega, then our own SVG."""

    def read(app):
        small = re.findall(r'<svg[^>]* class="small"[^>]* aria-label="([^"]*)"', drawn_on(app))
        return [chart.proto.alt for chart in app.get("vega_lite_chart")] + [unescape(alt) for alt in small]

    return read


def drawn_on(app):
    return "\n".join(e.value for e in app.markdown)
