"""axe-core over every page in a real browser: it finds what docs/accessibility.md says, nothing of ours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from docs.generate_accessibility import BARE, REASONS, SIZES, STALE, WALL, read_page, write_finding
from ui.navigation import PAGES

ON_THE_WALL = "/qi-forum?area=Newham+mental+health+(directorate)&view=screen&slide=3"
PLAIN = """
import streamlit as st
st.title("How are we doing?")
st.sidebar.selectbox("Area", ["All", "One"])
st.sidebar.radio("Dates", ["All", "Last 12 months"])
st.line_chart({"share": [1, 2, 3]})
st.table({"month": ["May"], "share": ["40%"]})
st.dataframe({"month": ["May"], "share": ["40%"]})
st.file_uploader("A file")
"""


def look(page, place, size):
    """The rules that axe finds broken, left for the next writing of the document."""
    broken = {violation["id"] for violation in Axe().run(page).response["violations"]}
    write_finding(place, size, broken)
    return broken


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path or "home")
def test_axe_finds_nothing_of_ours(open_page, entry, size):
    page = open_page(f"/{entry.url_path}", *SIZES[size])
    broken = look(page, entry.name, size)
    assert broken - REASONS.keys() == set()
    assert read_page().get((entry.name, size)) == broken, STALE


def test_axe_finds_nothing_on_the_wall(open_page):
    assert look(open_page(ON_THE_WALL, *SIZES["laptop"]), WALL, "laptop") == set()
    assert read_page().get((WALL, "laptop")) == set(), STALE


def test_what_a_bare_page_breaks(serve, browser, tmp_path):
    script = tmp_path / "bare.py"
    script.write_text(PLAIN)
    width, height = SIZES["laptop"]
    with serve(script) as address:
        context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto(address)
        page.locator("[data-testid=stVegaLiteChart] :is(canvas, svg)").first.wait_for()
        page.get_by_test_id("stFileUploader").wait_for()
        broken = look(page, BARE, "laptop")
        context.close()
    assert read_page().get((BARE, "laptop")) == broken, STALE
