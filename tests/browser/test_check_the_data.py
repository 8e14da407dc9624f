"""The people participation lead's tasks in a real browser, with the clicks and the seconds that they take."""

import re
import time

import pytest
from playwright.sync_api import expect

ROWS, MONTHS, ITEMS = 5000, 18 * 12, 11
PLACES = ("Newham mental health", "Luton mental health", "Forensics")


@pytest.fixture(scope="module")
def bad_file():
    """5,000 rows of DIALOG scores over many years and places, 40 of them with one of two mistakes."""
    rows = ["month,directorate,borough,team,item,answered,mean_score"]
    for n in range(ROWS):
        month = n // ITEMS % MONTHS
        place = PLACES[n // ITEMS // MONTHS] if n % 250 else "Newhm mental health"
        answered = "12 people" if n % 250 == 7 else 12
        rows.append(f"{2001 + month // 12}-{month % 12 + 1:02d},{place},,,{n % ITEMS + 1},{answered},5.1")
    return "\n".join(rows).encode()


def test_a_bad_file_is_named_loaded_and_taken_back(start_task, wait_until_drawn, bad_file, screenshot):
    task = start_task("/check-the-data")
    page = task.page
    start = time.monotonic()
    page.locator("input[type=file]").set_input_files(
        {"name": "dialog.csv", "mimeType": "text/csv", "buffer": bad_file}
    )
    task.clicks += 1
    page.get_by_text('directorate: No directorate goes by "Newhm mental health".').first.wait_for()
    seconds = time.monotonic() - start
    wait_until_drawn()
    shown = page.get_by_test_id("stMain").inner_text()
    assert "Did you mean: Newham mental health" in shown
    assert re.search(r"Rows 2, 252, 502, 752, 1002 and 15 more\. The cell says: “Newhm mental health”", shown)
    assert "answered: This is not a whole number." in shown
    screenshot("check_the_data_bad_file")
    task.click(page.get_by_role("button", name=re.compile(r"^Load the .* rows that are right$")))
    done = page.get_by_text(re.compile(r"^Loaded as load \d+: "))
    done.first.wait_for()
    wait_until_drawn()
    task.click(page.get_by_role("button", name=re.compile(r"^Undo load \d+$")).first)
    task.click(page.get_by_role("button", name=re.compile(r"^Yes, undo load \d+$")))
    page.get_by_text(re.compile(r"was undone: [\d,]+ rows that it had added are gone")).first.wait_for()
    print(f"T12: {task.clicks} clicks, {seconds:.1f} s until the first message")
    assert task.clicks == 4


def test_projects_with_nothing_recorded_are_two_clicks_away(start_task):
    task = start_task()
    task.open_from_menu("Check the data")
    task.click(task.page.get_by_role("link", name="Projects with nothing recorded"))
    heading = task.page.get_by_role("heading", name="Which projects have no involvement recorded?")
    heading.wait_for()
    table = task.page.locator("table", has_text="Project").filter(has_text="Age").first
    table.get_by_role("row").nth(1).wait_for()
    assert task.report("T13") <= 2


def test_on_a_phone_nothing_is_wider_than_the_screen(open_page, wait_until_drawn, bad_file, screenshot):
    page = open_page("/check-the-data", 390, 844)
    page.locator("input[type=file]").set_input_files(
        {"name": "dialog.csv", "mimeType": "text/csv", "buffer": bad_file}
    )
    # While the page runs again an element may stand on it twice.
    away = page.get_by_role("button", name="Take the file away")
    away.first.wait_for()
    wait_until_drawn()
    expect(away).to_have_count(1)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("m => m.scrollWidth <= m.clientWidth"), "the page must not scroll sideways"
    screenshot("check_the_data_phone")
    away.click()
    expect(away).to_have_count(0)
