"""axe-core on the wall and on a bare page; test_every_page.py runs it on every page while that is open."""

from browser.axe import look

from docs.generate_accessibility import BARE, SIZES, STALE, WALL, read_page

ON_THE_WALL = "/qi-forum?area=Newham+mental+health+(directorate)&view=screen&slide=3"
PLAIN = """
import streamlit as st
st.title("How are we doing?")
st.sidebar.menu_button("Area: All", ["All", "One"])
st.selectbox("Measure", ["This", "That"])
st.radio("Size", ["Standard", "Large"])
st.line_chart({"share": [1, 2, 3]})
st.table({"month": ["May"], "share": ["40%"]})
st.dataframe({"month": ["May"], "share": ["40%"]})
st.file_uploader("A file")
"""


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
