"""What we tried, in a real browser: a row leads to its chart, a phone shows lists."""

import pytest
from playwright.sync_api import expect

PAGE = "/what-we-tried"


def test_a_row_of_the_table_leads_to_the_idea_above_its_figures(open_page, wait_until_drawn, screenshot):
    page = open_page(PAGE, 1440, 900)
    expect(page.locator(".drivers .tree svg[role=img]")).to_be_visible()
    screenshot("change_ideas_laptop")
    page.get_by_role("link", name="Information packs for new project teams").click()
    page.get_by_text("You are looking at: Tower Hamlets mental health").wait_for()
    wait_until_drawn()
    chart = page.locator("[role=graphics-document]").first
    assert "Information packs for new project teams, Tower Hamlets, adopted" in chart.get_attribute(
        "aria-label"
    )
    assert page.locator("ol.results .outcome").first.inner_text().endswith("Followed by a real rise")
    words = chart.locator("svg text").all_text_contents()
    assert any(w.strip().startswith("1 ") and "Adopted: Information packs" in w for w in words), words


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_lists_and_never_scrolls_sideways(open_page, screenshot, width):
    page = open_page(PAGE, width, 844)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("m => m.scrollWidth <= m.clientWidth"), "the page must not scroll sideways"
    expect(page.locator(".drivers .tree")).to_be_hidden()
    expect(page.locator("ul.branches")).to_be_visible()
    assert (
        page.get_by_role("table", name="All change ideas and what followed").get_by_role("row").count() == 25
    )
    if width == 390:
        screenshot("change_ideas_phone")
