"""The directors' tasks in a real browser, with the clicks and the seconds that they take."""

import re

import pytest
from playwright.sync_api import expect

MENU = "Where do we need to act?"
CELL = re.compile(r"^Bedfordshire mental health, projects with Big I: 3 of 20, real change for the worse")


@pytest.fixture
def task(start_task):
    """A director on the page, one click from home."""
    started = start_task()
    started.open_from_menu(MENU)
    return started


def test_who_is_below_the_target_and_is_it_a_signal(task):
    table = task.page.get_by_role("table", name="Directorates and the target of 40%")
    table.scroll_into_view_if_needed()
    below = table.locator("tbody").first.get_by_role("row")
    words = [row.inner_text() for row in below.all()[1:]]
    assert len(words) == 8
    verdict = re.compile(r"(real change for the worse|normal ups and downs|too early to tell)", re.DOTALL)
    assert all(verdict.search(row) for row in words)
    assert [row.split("\t")[0].strip() for row in words if "real change" in row] == [
        "Bedfordshire mental health"
    ]
    assert task.report("T1") <= 2


def test_london_community_is_all_and_not_fail(task, screenshot):
    task.page.get_by_text("All 19 projects had a service user or carer on the team.").first.wait_for()
    cell = task.page.get_by_role(
        "link", name=re.compile(r"^London community health, projects with Big I: 19 of 19")
    )
    assert "out of reach" not in cell.get_attribute("aria-label")
    assert cell.locator("svg").count() == 0
    assert task.report("T2") <= 1
    screenshot("where_to_act_laptop")


def test_two_directorates_are_compared_fairly(task):
    funnel = task.page.locator('[role=graphics-document][aria-label*="Funnel of"]')
    funnel.scroll_into_view_if_needed()
    assert funnel.bounding_box()["height"] > 200
    assert not re.search(r"\b(rank|best|worst)\b", task.page.get_by_test_id("stMain").inner_text())
    assert task.report("T14") <= 3


def test_one_key_press_opens_a_cell_and_a_copied_link_opens_the_same(task, open_page, wait_until_drawn):
    task.page.get_by_role("link", name=CELL).focus()
    task.page.keyboard.press("Enter")
    heading = task.page.get_by_role("heading", level=2).first
    task.page.get_by_role("link", name="Close this chart").wait_for()
    wait_until_drawn()
    first, sentence = heading.inner_text(), task.page.locator(".sentence").first.inner_text()
    assert first.startswith("Bedfordshire mental health: How many projects have")
    assert "This needs a conversation." in sentence
    assert (
        task.page.locator("[role=graphics-document]").first.get_attribute("aria-label").startswith(sentence)
    )
    copied = task.page.url
    assert "measure=Projects" in copied
    assert "in=Bedfordshire" in copied
    again = open_page("/" + copied.split("/", 3)[3], 1440, 900)
    assert again.locator(".sentence").first.inner_text() == sentence
    again.get_by_role("link", name="Close this chart").click()
    expect(again.get_by_role("link", name="Close this chart")).to_have_count(0)
    expect(again).not_to_have_url(re.compile("measure="))


def test_on_a_phone_the_grid_is_a_list(open_page, screenshot):
    page = open_page("/where-to-act", 390, 844)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("m => m.scrollWidth <= m.clientWidth"), "the page must not scroll sideways"
    cell = page.get_by_role("link", name=CELL)
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box["width"] > 300
    assert box["height"] >= 24  # WCAG 2.2, target size
    expect(cell.locator(".of")).to_be_visible()
    assert page.get_by_role("table", name="Directorates and measures").get_by_role("row").count() > 10
    screenshot("where_to_act_phone")
