"""axe-core over every page in a real browser: no violation of ours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from ui.navigation import PAGES

SIZES = {"laptop": (1440, 900), "phone": (390, 844)}
# st.table puts a wide table into a region that scrolls but takes no focus, and the box for files is both a
# group and nothing: Streamlit's, not ours to cure.
UPSTREAM = {"scrollable-region-focusable", "presentation-role-conflict"}


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path or "home")
def test_axe_finds_nothing_of_ours(open_page, entry, size):
    page = open_page(f"/{entry.url_path}", *SIZES[size])
    found = Axe().run(page).response["violations"]
    assert {v["id"] for v in found} - UPSTREAM == set()
