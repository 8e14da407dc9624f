"""A chart is taken away with one click: its picture, or its numbers, as the page shows them."""

import csv
import io
from pathlib import Path

LUTON = "/big-i?area=Luton+mental+health+(directorate)&dates=Last+24+months"


def take(page, words):
    """The name of the file behind the first link of these words, and its bytes."""
    with page.expect_download() as started:
        page.locator(".take").first.get_by_role("link", name=words).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_one_click_gives_the_picture_and_the_page_stays(open_page):
    page = open_page(LUTON, 1440, 900)
    address = page.url
    name, content = take(page, "picture: Projects with a seat for service users and carers")
    assert name.startswith("big-i-active-luton-mental-health-")
    assert content.startswith(b"\x89PNG")
    assert page.url == address
    page.locator('[data-testid=stApp][data-test-connection-state="CONNECTED"]').wait_for()


def test_the_file_holds_the_numbers_of_the_page(open_page):
    page = open_page(LUTON, 1440, 900)
    table = page.locator("details.folded table").first
    shown = table.evaluate("t => [...t.rows].map(row => [...row.cells].map(cell => cell.textContent))")
    name, content = take(page, "numbers as a file")
    assert name.endswith(".csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [[row[column] for column in shown[0]] for row in rows] == shown[1:]


def test_on_paper_there_is_nothing_to_press(open_page):
    page = open_page(LUTON, 1440, 900)
    line = page.locator(".take").first
    assert line.is_visible()
    page.emulate_media(media="print")
    assert not line.is_visible()
