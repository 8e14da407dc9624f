"""A forum's own agenda in a real browser: chosen on its page, followed on the wall, with the time left."""

import re

import pytest
from playwright.sync_api import expect

AREA = "area=Newham+mental+health+(directorate)"


def test_an_item_is_left_out_on_the_page_and_the_wall_follows(open_page, wait_until_drawn, screenshot):
    page = open_page(f"/qi-forum?{AREA}", 1440, 900)
    page.get_by_text("Change the agenda").click()
    page.get_by_role("button", name="Remove A story").click()
    wait_until_drawn()
    page.get_by_text("Show how much time each item has left").click()
    wait_until_drawn()
    page.get_by_text("The meeting takes 55 minutes.").wait_for()
    screenshot("forum_change_agenda")
    page.get_by_role("link", name="Start on the big screen").click()
    page.get_by_text("1 of 8", exact=True).wait_for()
    wait_until_drawn()  # the keys are heard a moment after their buttons are seen
    page.keyboard.press("ArrowRight")
    page.get_by_role("heading", level=1, name="Who has a seat on the team?").wait_for()
    page.get_by_text("2 of 8", exact=True).wait_for()
    expect(page).to_have_url(re.compile("slides=1%2C3%2C4%2C5%2C6%2C7%2C8%2C9"))
    page.get_by_text("10 minutes left", exact=True).wait_for()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_the_time_left_covers_neither_heading_nor_buttons(open_page, size):
    page = open_page(f"/qi-forum?{AREA}&view=screen&timer=on", *size)
    left = page.get_by_text("5 minutes left", exact=True)
    left.wait_for()
    words = page.locator(".slide h1").evaluate(
        "h => { const words = document.createRange(); words.selectNodeContents(h);"
        " return words.getBoundingClientRect().right }"
    )
    box = left.bounding_box()
    assert words < box["x"]
    assert box["x"] + box["width"] <= size[0]
    bar, line = page.locator(".st-key-bar").bounding_box(), page.locator(".st-key-live").bounding_box()
    assert bar["y"] + bar["height"] <= line["y"] + 8
    assert left.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 28
    page.get_by_role("button", name="Next").click()
    page.get_by_text("2 of 9", exact=True).wait_for()
