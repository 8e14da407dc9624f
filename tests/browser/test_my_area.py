"""The local group's tasks in a real browser, with the taps and the seconds that they take."""

import io
import re
from itertools import pairwise

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PHONE = (360, 740)
NEWHAM = "/my-area?borough=Newham&as=local"
# Boxes to choose or write in show it by their border.
FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const shown = at.matches('input, textarea') || style.boxShadow !== 'none'
    || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
  return {what: at.innerText.slice(0, 40) || at.tagName, shown};
}"""
NO_SIDEWAYS = "m => m.scrollWidth <= m.clientWidth"


def wait_until_in_sight(element):
    """A jump may glide there."""
    element.first.wait_for()
    handle = element.element_handle()
    element.page.wait_for_function(
        "e => { const y = e.getBoundingClientRect().y; return 0 <= y && y < innerHeight - 40 }", arg=handle
    )


def test_what_happened_to_what_we_said(start_task, screenshot):
    task = start_task("/", *PHONE)
    task.click(task.page.get_by_role("link", name="My local group", exact=True))
    task.click(task.page.get_by_text("Newham", exact=True))
    answers = task.page.get_by_text("Of 7 things said near you, 4 were done, 1 is under way")
    answers.first.wait_for()
    assert task.report("T5 (first visit)") <= 2
    assert task.page.get_by_test_id("stMain").evaluate(NO_SIDEWAYS)
    screenshot("my_area_phone")


def test_what_happened_to_what_we_said_from_the_remembered_link(start_task):
    task = start_task(NEWHAM, *PHONE)
    task.click(task.page.get_by_role("link", name="What happened to what you said"))
    heading = task.page.get_by_role("heading", level=2, name="What happened to what you said")
    wait_until_in_sight(heading)
    expect(task.page.get_by_role("heading", level=3, name="You said: Long waits")).to_be_visible()
    assert task.report("T5") <= 2


def test_the_seats_near_me_are_few_stops_away_and_the_picture_says_the_same(start_task):
    task = start_task(NEWHAM, *PHONE)
    order = task.page.evaluate(
        """() => [...document.querySelectorAll(
            '[data-testid=stMain] :is(h1, h2, h3, .near, svg.small)')]
            .map(e => [
              e.tagName, e.getAttribute('class') || '', e.getAttribute('aria-label') || e.innerText])"""
    )
    stops = next(i for i, (_, css, words) in enumerate(order) if "near" in css and "Seats" in words)
    assert order[0][2] == "My area"
    assert stops <= 5
    alt = task.page.locator("svg.small").first.get_attribute("aria-label")
    assert order[stops][2].endswith(alt.split(" Line chart, ")[0])
    assert re.search(r"Line chart, \w+ \d{4} to \w+ \d{4}, from \d+% to \d+%\.$", alt)
    levels = [int(tag[1]) for tag, _, _ in order if re.fullmatch(r"H\d", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    print(f"T6: 0 clicks, {stops} stops from the title to the sentence")


def test_our_sheet_is_one_click_away(start_task):
    task = start_task(NEWHAM)
    with task.page.expect_download(timeout=120_000) as waiting:
        task.click(task.page.get_by_role("button", name="Print our sheet (PDF)"))
    content = waiting.value.path().read_bytes()
    pdf = pypdf.PdfReader(io.BytesIO(content))
    assert waiting.value.suggested_filename == "our-sheet-newham.pdf"
    assert len(pdf.pages) == 1
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
    words = pdf.pages[0].extract_text().replace("\u200b", "")
    assert "Our sheet: Newham" in words
    assert "my-area?borough=Newham&as=local" in words
    assert not re.search(r"\b[1-4] (of \d+ )?(answers|people)\b", words)
    assert task.report("T7") <= 2


def test_a_project_to_join(start_task):
    task = start_task(NEWHAM, *PHONE)
    task.click(task.page.get_by_role("link", name="Projects you could join"))
    card = task.page.locator(".card").first
    wait_until_in_sight(card)
    for fact in ("How to take part:", "Payment:", "Ask:"):
        assert fact.rstrip(":") in card.inner_text()
    assert task.report("T8") <= 2


def test_the_usual_range_is_drawn_once_it_is_asked_for(start_task):
    task = start_task(NEWHAM, *PHONE)
    pictures = task.page.locator("svg.small, [role=graphics-document]")
    expect(pictures).to_have_count(3)
    task.click(task.page.get_by_text("Show the usual range").first)
    ranges = task.page.locator('[role=graphics-document][aria-label*="with the usual range"]')
    ranges.wait_for()
    expect(pictures).to_have_count(4)


def test_the_line_at_the_top_leads_back_to_the_question(start_task):
    task = start_task(NEWHAM)
    task.click(task.page.get_by_role("link", name="You are here as: My local group (change)"))
    task.page.get_by_role("heading", level=2, name="Who are you here as?").wait_for()
    expect(task.page.get_by_text("You chose this.")).to_have_count(1)
    task.click(task.page.get_by_role("link", name="Data and definitions", exact=True))
    task.page.get_by_role("link", name="You are here as: Data and definitions (change)").wait_for()
    expect(task.page).to_have_url(re.compile("as=data"))


def test_by_keyboard_alone(start_task):
    task = start_task(NEWHAM, *PHONE)
    task.page.get_by_role("link", name="Next meetings").focus()
    task.page.keyboard.press("Enter")
    task.page.wait_for_function("document.activeElement.id === 'meetings'")
    wait_until_in_sight(task.page.get_by_role("heading", level=2, name="Next meetings"))
    task.page.set_viewport_size({"width": 1440, "height": 900})
    task.page.get_by_role("link", name="Skip to main content").focus()
    for _ in range(27):  # the menu, the filters, the top of the page
        task.page.keyboard.press("Tab")
        focused = task.page.evaluate(FOCUS)
        assert focused["shown"], f"nothing shows that the keyboard is at {focused['what']}"


@pytest.mark.parametrize("link", [NEWHAM, "/my-area", "/", "/accessibility"])
def test_at_400_percent_nothing_runs_off_the_side(open_page, link):
    # 1280 px at 400% are 320 px.
    page = open_page(link, 320, 640)
    assert page.get_by_test_id("stMain").evaluate(NO_SIDEWAYS)


@pytest.mark.parametrize("more", ["", "&text=Very+large", "&contrast=High", "&embed_options=dark_theme"])
def test_axe_finds_nothing_of_ours_in_a_borough(open_page, more):
    page = open_page(NEWHAM + more, *PHONE)
    found = Axe().run(page).response["violations"]
    assert [v["id"] for v in found] == []
