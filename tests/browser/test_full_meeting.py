"""A forum that wrote much down today: one number on the chart, and room for it on walls and in the file."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from data_model.store import connect
from loaders import load_file, undo_load

FORUM = "/qi-forum?area=Bedfordshire+mental+health+(directorate)"
SHAPES = {"wide": (1920, 1080), "wide_small": (1280, 720), "square": (1024, 768)}
MEETING = [("note", "B-BE"), ("decision", ""), ("action", ""), ("note", ""), ("action", "")]
HEADINGS = "entry_id,entry_type,entry_date,directorate,borough,measure,text,owner_role,due_date"
WORDS = "Ask each of the teams in the north and in the south for a date."


@pytest.fixture
def full_meeting(running_app):
    """A store in which forums of Bedfordshire have written down much today, until it is taken back."""
    engine = connect(running_app.database)
    day = date.today().isoformat()
    rows = [
        f"M-{number},{kind},{day},BMH,{borough},big_i_active,{WORDS},QI coach,{day}"
        for number, (kind, borough) in enumerate(MEETING)
    ]
    content = "\n".join([HEADINGS, *rows]).encode()
    report = load_file(engine, content, "meeting.csv")
    assert report.rows.added == len(MEETING)
    yield
    assert undo_load(engine, report.load_id).status == "undone"
    engine.dispose()


@pytest.mark.usefixtures("full_meeting")
@pytest.mark.parametrize("shape", SHAPES)
def test_a_full_meeting_is_one_number_and_fits_the_wall(open_page, wait_until_drawn, screenshot, shape):
    page = open_page(f"{FORUM}&view=screen&slide=3", *SHAPES[shape])
    wait_until_drawn()
    numbers = page.locator(".picture:visible svg text", has_text=re.compile(r"^\d+$")).all_text_contents()
    assert sorted(numbers) == ["1", "2", "3", "4", "5"]
    *_, second, newest = page.locator(".slide li").all()
    assert newest.inner_text().startswith("5: Ask each of the teams")
    assert newest.inner_text().endswith("And 3 more.")
    line_height = newest.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)")
    lines = [round(item.bounding_box()["height"] / line_height) for item in (second, newest)]
    assert lines[0] == 1
    assert lines[1] <= 2
    inside, outside = page.locator(".st-key-slide").evaluate("e => [e.scrollHeight, e.clientHeight]")
    assert inside <= outside
    screenshot(f"forum_screen_full_meeting_{shape}")


@pytest.mark.usefixtures("full_meeting")
def test_the_file_of_a_full_meeting_fits_every_wall(open_page, browser, tmp_path):
    page = open_page(FORUM, 1440, 900)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the slides as one file").click()
    file = tmp_path / "forum.html"
    download.value.save_as(file)
    for width, height in SHAPES.values():
        with browser.new_page(viewport={"width": width, "height": height}) as wall:
            wall.goto(file.as_uri())
            for number in range(1, 10):
                expect(wall.get_by_text(f"{number} of 9", exact=True)).to_be_visible()
                assert wall.evaluate("document.documentElement.scrollHeight <= innerHeight"), (width, number)
                wall.keyboard.press("ArrowRight")
