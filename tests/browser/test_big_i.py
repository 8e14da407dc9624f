"""The Big I page in a real browser: every directorate has its picture, drawn and described."""

import re

import pytest
from browser.task import open_list
from playwright.sync_api import expect

from sample_data.areas import DIRECTORATES


@pytest.mark.browser
def test_every_directorate_has_a_drawn_picture(open_page, screenshot):
    page = open_page("/big-i", 1440, 900)
    assert len(DIRECTORATES) == 14
    for directorate in DIRECTORATES:
        heading = page.get_by_role("heading", name=directorate.name, exact=True)
        heading.scroll_into_view_if_needed()
        picture = page.locator(".multiple").filter(has=heading).get_by_role("img")
        picture.wait_for()
        assert len(picture.get_attribute("aria-label")) > 40
        assert picture.locator("path").count() > 0
    screenshot("big_i_all_directorates")


@pytest.mark.browser
def test_filters_travel_in_the_link(open_page):
    page = open_page("/big-i?area=London+community+health+(directorate)", 1440, 900)
    page.get_by_text("You are looking at: London community health, all months.").wait_for()
    open_list(page, "Dates")
    page.get_by_role("menuitem", name="Last 12 months").click()
    page.get_by_text("You are looking at: London community health, last 12 months.").wait_for()
    expect(page).to_have_url(re.compile(r"(?=.*area=London)(?=.*dates=Last\+12\+months)"))
