"""The forum's big screen in real browsers: how soon, how large, how live, and what if the store is gone."""

import re
import sqlite3
import time
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

AREA = "area=Newham+mental+health+(directorate)"
SEAT = f"/qi-forum?{AREA}&view=screen&slide=3"
# Where most is said on the Big I item: a long sentence, and a meeting that wrote down four things.
FULLEST = "/qi-forum?area=Bedfordshire+mental+health+(directorate)&view=screen&slide=1"
SHAPES = {"wide": (1920, 1080), "wide_small": (1280, 720), "square": (1024, 768)}
PROMISED_SECONDS = 10  # in the README: until everyone sees a note
NOTE = "We asked the group and two people said yes."

# The font size in pixels of everything that can be read, words of charts apart, as the wall shows it.
SIZES = """() => {
  const found = {words: [], chart: []};
  for (const element of document.querySelectorAll('[data-testid=stMain] *')) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || element.matches('style, script') || !element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const svg = element.closest('svg');
    if (svg) found.chart.push([size * svg.getScreenCTM().a, element.textContent]);
    else found.words.push([size, element.textContent]);
  }
  return found;
}"""


@pytest.fixture
def other_page(browser, app_server):
    """The same screen in another browser, which shares nothing with the first."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(60_000)
    opened = context.new_page()
    opened.goto(app_server + SEAT)
    opened.locator(".slide h1").wait_for()
    yield opened
    context.close()


def line(page):
    return page.locator(".st-key-live .status")


def check_one_picture(page):
    """The slide shows its chart in the one shape that suits the wall."""
    expect(page.locator(".slide [role=img]:visible")).to_have_count(1)


def mark(page, text=NOTE):
    return page.locator(".slide li", has_text=text.rstrip("."))


def test_the_chair_is_at_the_big_i_item_with_one_click(open_page, wait_until_drawn, screenshot):
    page = open_page(f"/qi-forum?{AREA}", 1440, 900)
    start = time.monotonic()
    page.get_by_role("link", name="Who has a seat on the team? (Big I)").click()
    page.get_by_role("heading", level=1, name="Who has a seat on the team?").wait_for()
    check_one_picture(page)
    print(f"T9: 1 clicks, {time.monotonic() - start:.1f} s")
    for hidden in ("stSidebar", "stHeader", "stToolbar"):
        expect(page.get_by_test_id(hidden).first).to_be_hidden()
    wait_until_drawn()
    screenshot("forum_screen_big_i")


@pytest.mark.parametrize("shape", SHAPES)
def test_every_slide_can_be_read_from_the_back_and_fits_the_wall(open_page, wait_until_drawn, shape):
    page = open_page(FULLEST, *SHAPES[shape])
    for number in range(1, 10):
        page.get_by_text(f"{number} of 9", exact=True).wait_for()
        wait_until_drawn()
        sizes = page.evaluate(SIZES)
        assert sizes["words"]
        assert [found for found in sizes["words"] if found[0] < 28] == []
        assert [found for found in sizes["chart"] if found[0] < 20] == []
        assert bool(sizes["chart"]) == (number in (3, 4))
        for scrolled in ("[data-testid=stMain]", ".st-key-slide"):
            inside, outside = page.locator(scrolled).evaluate("e => [e.scrollHeight, e.clientHeight]")
            assert inside <= outside, f"slide {number} is higher than the wall"
        slide, bar = (page.locator(f".st-key-{part}").bounding_box() for part in ("slide", "bar"))
        assert slide["y"] + slide["height"] <= bar["y"], "nothing hides behind the buttons"
        if shape == "square" and number in (6, 7, 8):
            page.keyboard.press("a")
            button = page.get_by_role("button", name="Write it down")
            button.wait_for()
            assert button.bounding_box()["y"] + button.bounding_box()["height"] < bar["y"]
            page.get_by_role("button", name="Back to the slide").click()
            page.get_by_text(f"{number} of 9", exact=True).wait_for()
            wait_until_drawn()
        if number < 9:
            page.keyboard.press("ArrowRight")


def test_each_button_of_an_action_says_which(open_page, wait_until_drawn):
    page = open_page("/qi-forum?area=Bedfordshire+mental+health+(directorate)", 1440, 900)
    wait_until_drawn()
    button = page.get_by_role("button", name="Done Write to each person who left a team.", exact=True)
    expect(button).to_have_count(1)
    assert button.bounding_box()["width"] < 150, "only the word Done is seen"


def test_on_a_phone_a_slide_reads_downwards(open_page):
    for number in (8, 5):
        page = open_page(SEAT.replace("slide=3", f"slide={number}"), 390, 844)
        page.get_by_text(f"{number} of 9", exact=True).wait_for()
        words = page.locator(".action .what, .slide td:first-child, .st-key-live .status").all()
        boxes = [element.bounding_box() for element in words]
        assert len(boxes) > 2
        assert all(box["width"] > 200 and box["x"] + box["width"] <= 390 for box in boxes)


@pytest.mark.parametrize("theme", ["light_theme", "dark_theme"])
@pytest.mark.parametrize("key", ["", "s", "q", "a"])
def test_axe_finds_nothing_of_ours_on_the_wall(open_page, wait_until_drawn, theme, key):
    page = open_page(f"{SEAT}&embed_options={theme}", 1440, 900)
    page.get_by_role("button", name="Leave").wait_for()
    if key:
        page.keyboard.press(key)
        wait_until_drawn()
    found = Axe().run(page).response["violations"]
    assert {v["id"]: [n["html"] for n in v["nodes"]] for v in found} == {}


def test_keys_do_what_the_buttons_do(open_page, wait_until_drawn):
    page = open_page(SEAT, 1440, 900)
    wait_until_drawn()
    page.keyboard.press("s")
    page.get_by_role("columnheader", name="Usual range").wait_for()
    wait_until_drawn()
    page.keyboard.press("s")
    check_one_picture(page)
    wait_until_drawn()
    page.keyboard.press("q")
    page.get_by_role("heading", name="This page on your phone").wait_for()
    wait_until_drawn()
    page.keyboard.press("q")
    wait_until_drawn()
    page.keyboard.press("Space")
    page.get_by_text("4 of 9", exact=True).wait_for()
    expect(page).to_have_url(re.compile("slide=4$"))
    wait_until_drawn()
    page.keyboard.press("ArrowLeft")
    page.get_by_text("3 of 9", exact=True).wait_for()
    wait_until_drawn()
    # Whoever is at a button presses it with the space bar, as everywhere.
    page.get_by_role("button", name="Pause").focus()
    page.keyboard.press("Space")
    page.get_by_text("Paused at").wait_for()
    expect(page.get_by_text("3 of 9", exact=True)).to_be_visible()
    wait_until_drawn()
    page.keyboard.press("p")
    page.get_by_text("Updated").wait_for()
    wait_until_drawn()
    page.keyboard.press("a")
    words = page.get_by_role("textbox", name="What was said?")
    words.click()
    page.keyboard.type("apqs note")
    expect(words).to_have_value("apqs note")
    page.get_by_role("button", name="Back to the slide").click()
    page.get_by_text("3 of 9", exact=True).wait_for()
    wait_until_drawn()
    page.keyboard.press("Escape")
    page.get_by_role("heading", level=1, name="QI Forum").wait_for()
    page.get_by_text("You are looking at: Newham mental health, all months.").wait_for()


def test_a_note_is_on_the_other_screen_within_one_tick(open_page, other_page, screenshot):
    page = open_page(SEAT, 1024, 768)
    circles = other_page.locator(".picture.wide svg text", has_text=re.compile(r"^\d$"))
    before = circles.count()
    start = time.monotonic()
    page.keyboard.press("a")
    page.get_by_role("textbox", name="What was said?").fill(NOTE)
    page.get_by_role("button", name="Write it down").click()
    mark(page).first.wait_for()
    added = time.monotonic()
    mark(other_page).first.wait_for()
    seen = time.monotonic() - added
    print(f"T10: 2 clicks, {added - start:.1f} s to add, {seen:.1f} s until the other screen shows it")
    screenshot("forum_screen_note")
    assert seen <= PROMISED_SECONDS
    expect(circles).to_have_count(before + 1)
    page.get_by_role("button", name="Take back").click()
    expect(mark(page)).to_have_count(0)
    expect(mark(other_page)).to_have_count(0)


def test_while_nothing_changes_the_screen_asks_and_its_page_never_runs(open_page, wait_until_drawn):
    page, sent = open_page(SEAT, 1440, 900), []

    def listen(socket):
        # Playwright marks what it calls, and `append` itself cannot be marked.
        socket.on("framesent", lambda frame: sent.append(frame))  # noqa: PLW0108

    page.on("websocket", listen)
    page.reload()
    line(page).wait_for()
    wait_until_drawn()
    with page.expect_response(lambda answer: answer.url.endswith("/pulse"), timeout=60_000) as told:
        runs, shown = len(sent), line(page).inner_text()
    assert told.value.text() == line(page).get_attribute("data-seen")
    line(page).filter(has_not_text=shown).wait_for()
    assert line(page).inner_text().startswith("Updated ")
    assert len(sent) == runs


def test_whoever_points_at_the_slide_holds_it_still(open_page, wait_until_drawn):
    page = open_page(SEAT, 1440, 900)
    wait_until_drawn()
    page.mouse.move(400, 300)
    page.mouse.move(420, 310)
    page.get_by_text("Paused at").wait_for()
    page.mouse.move(700, 890)
    page.get_by_text("Updated").wait_for()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()  # nobody has pressed it


def test_the_picture_stays_while_the_store_cannot_be_read(open_page, wait_until_drawn, running_app):
    page = open_page(SEAT, 1440, 900)
    with _unreadable(running_app.database):
        line(page).filter(has_text=re.compile(r"Showing the picture from \d\d:\d\d\.")).wait_for()
        check_one_picture(page)
        wait_until_drawn()
        page.keyboard.press("ArrowRight")
        page.get_by_role("heading", level=1, name="Do people say that their care is good?").wait_for()
    line(page).filter(has_text="Updated").wait_for()


@contextmanager
def _unreadable(url):
    """A SQLite store that answers no question about its version, until the block ends."""
    file = url.split("///", 1)[1]

    def rename(old, new):
        with sqlite3.connect(file, timeout=10) as connection:
            connection.execute(f"ALTER TABLE {old} RENAME TO {new}")
        connection.close()

    rename("store_version", "store_version_away")
    try:
        yield
    finally:
        rename("store_version_away", "store_version")
