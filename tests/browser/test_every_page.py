"""Every page of the menu opens from a link of its own, draws itself, and has no error inside."""

import pytest

from ui.navigation import PAGES

SIZES = {"laptop": (1366, 768), "phone": (360, 740)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path)
def test_a_page_opens_from_its_link(open_page, screenshot, entry, size):
    # Streamlit gives the first page the bare address, whatever its own path says.
    page = open_page("/" if entry is PAGES[0] else f"/{entry.url_path}", *SIZES[size])
    screenshot(f"{entry.url_path}_{size}")
    assert page.locator("h1").first.inner_text().strip()
    too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(too_wide), "the page must not scroll sideways"
