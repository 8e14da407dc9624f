"""A copied link opens the same view in a fresh browser; choices stay for the visit; Big I is explained."""

import re
import time

import pytest
from playwright.sync_api import expect

from ui.headlines import BIG_I

NO_SIDEWAYS = "m => m.scrollWidth <= m.clientWidth"


def copied(page):
    """The address in the box at the foot of the page."""
    page.get_by_text("Copy a link to this view").click()
    box = page.get_by_test_id("stCode")
    box.wait_for()
    return "/" + box.inner_text().strip().split("/", 3)[3]


def seen(page):
    where = page.get_by_text(re.compile("^You are looking at: ")).first.inner_text()
    return where, page.locator(".sentence, .near").first.inner_text()


def test_a_copied_link_shows_the_same_in_a_fresh_browser(start_task, wait_until_drawn, browser, app_server):
    task = start_task("/big-i?as=board&area=Luton+mental+health+(directorate)")
    page = task.page
    task.choose("Dates", "Last 24 months")
    page.get_by_text("You are looking at: Luton mental health, last 24 months.").first.wait_for()
    wait_until_drawn()
    before, link = seen(page), copied(page)
    task.clicks += 1
    fresh = browser.new_context(locale="en-GB").new_page()
    fresh.goto(app_server + link)
    fresh.get_by_text("You are looking at: Luton mental health, last 24 months.").wait_for()
    fresh.get_by_role("link", name="You are here as: Board and directors (change)").wait_for()
    assert seen(fresh) == before
    fresh.context.close()
    assert task.report("T16") == 3


def test_a_borough_is_remembered_for_the_visit_and_by_the_link(open_page, wait_until_drawn):
    page = open_page("/my-area?as=local", 1440, 900)
    page.get_by_text("Luton", exact=True).click()
    page.get_by_text("You are looking at: Luton.").first.wait_for()
    wait_until_drawn()
    menu = page.get_by_test_id("stSidebarNav")
    menu.get_by_role("link", name="Our workshops").click()
    page.get_by_role("heading", level=1, name="Our workshops").wait_for()
    wait_until_drawn()
    expect(page).to_have_url(re.compile("as=local"))
    menu.get_by_role("link", name="My area").click()
    page.get_by_text("You are looking at: Luton.").first.wait_for()
    wait_until_drawn()
    assert "borough=Luton" in copied(page)


def test_a_link_to_another_page_keeps_the_filters_once(open_page, wait_until_drawn):
    page = open_page("/?area=Forensics+(directorate)&dates=Last+12+months", 1440, 900)
    page.get_by_role("link", name="More about seats on the team").click()
    page.get_by_text("You are looking at: Forensics, last 12 months.").wait_for()
    wait_until_drawn()
    assert page.url.count("area=") == 1
    assert page.url.count("dates=") == 1


def test_big_i_is_explained_on_the_first_screen(open_page):
    start = time.monotonic()
    page = open_page("/", 1440, 900)
    words = page.get_by_text(BIG_I)
    assert words.bounding_box()["y"] < 900
    assert len(BIG_I.split()) <= 25
    print(f"T22: 0 clicks, {time.monotonic() - start:.1f} s")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_very_large_text_enlarges_charts_and_keeps_them_on_the_page(open_page, size):
    fonts = {}
    for text in ("Standard", "Very+large"):
        page = open_page(f"/big-i?text={text}", *size)
        chart = page.locator("[data-testid=stVegaLiteChart] svg").first
        assert page.get_by_test_id("stMain").evaluate(NO_SIDEWAYS)
        label = chart.locator("text").first
        fonts[text] = label.bounding_box()["height"]
        place = page.locator("[data-testid=stVegaLiteChart]").first
        element = place.locator("xpath=ancestor::*[@data-testid='stElementContainer']").bounding_box()
        drawn = chart.bounding_box()
        assert drawn["width"] <= element["width"] + 1
        assert drawn["height"] <= element["height"] + 1
    assert fonts["Very+large"] > fonts["Standard"] * 1.3


def test_paper_is_white_and_shows_no_menu(open_page):
    page = open_page("/big-i?embed_options=dark_theme", 1440, 900)
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_text("Copy a link to this view")).to_be_hidden()
    assert page.locator(".stApp").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".sentence").first.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    page.set_viewport_size({"width": 700, "height": 990})
    page.wait_for_function(
        "document.querySelector('[data-testid=stVegaLiteChart] svg').getBoundingClientRect().right <= 700"
    )
