"""The committee pack in a real browser: how many clicks and seconds until the file is there."""

from browser.task import Task
from pypdf import PdfReader

MENU = "Where do we need to act?"


def test_the_committee_pack_is_made(open_page, wait_until_drawn, tmp_path):
    page = open_page("/", 1440, 900)
    task = Task(page, wait_until_drawn)
    task.open_from_menu(MENU)
    with page.expect_download(timeout=120_000) as found:
        task.click(page.get_by_role("button", name="Make the board pack"))
    file = tmp_path / "pack.pdf"
    found.value.save_as(file)
    pdf = PdfReader(file)
    words = "".join(sheet.extract_text() for sheet in pdf.pages)
    task.report("T3")
    assert len(pdf.pages) <= 6
    assert words.count("Owner:") == words.count("By when:") >= 3
    assert task.clicks <= 3
