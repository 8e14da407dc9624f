"""The files that leave the app, opened from disk in a real browser without a network."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from charts import build_spc_chart
from exports.area_sheet import SheetChart, SheetContent, SheetSentence, write_sheet_html
from exports.forum_file import write_forum_file
from exports.slides import Slide
from measures.examples import build_series
from measures.sentences import describe_series

SERIES = build_series("big_i_active", [40, 50, 44, 48, 42] * 5 + [80], [100] * 26, target=0.6)
SENTENCE = describe_series(SERIES)
SLIDES = (
    Slide("Welcome", points=("Everybody speaks.", "Everybody listens.")),
    Slide("Who has a seat on the team?", SENTENCE, build_spc_chart(SERIES, size="screen"), note="Monthly."),
    Slide("No seat yet", columns=("Project", "Since"), rows=(("Better ward rounds", "4 weeks"),)),
    Slide("What did we decide?"),
)
SHEET = SheetContent(
    title="Our sheet: Newham",
    written_on=date(2026, 11, 23),
    sentences=[SheetSentence("Seats on the team", SENTENCE)] * 3,
    charts=[SheetChart("Do projects have a seat for us?", SERIES)],
    projects=["Better ward rounds"],
    contact="People participation team",
    link="https://dashboard.example.org/my-area",
)
WALLS = [(1280, 720), (1024, 768), (1920, 1080), (1600, 1200)]
# The size in pixels at which each word is really drawn, those in pictures as the page scales them.
DRAWN_SIZES = """inside => [...document.querySelectorAll(inside)]
  .filter(node => node.getClientRects().length && node.textContent.trim())
  .map(node => [parseFloat(getComputedStyle(node).fontSize), node.getScreenCTM?.().a ?? 1])
  .map(([size, scale]) => size * scale)"""


@pytest.fixture
def open_file(browser, tmp_path):
    """``open_file(text, size=(1280, 720))``: a file opened from disk; fails on any fault or request."""
    contexts, faults = [], []

    def opening(text, size=(1280, 720), **more):
        file = tmp_path / "opened.html"
        file.write_text(text, encoding="utf-8")
        width, height = size
        context = browser.new_context(offline=True, viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(file.as_uri()) else faults.append(r.url))
        page.goto(file.as_uri())
        return page

    yield opening
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="module")
def slides():
    return write_forum_file("QI Forum: Newham", SLIDES, made_on=date(2026, 11, 23), notice="Made-up.")


def shown(page):
    return [heading for heading in page.locator("h1").all() if heading.is_visible()]


def check_place(page, words):
    expect(page.locator("#place")).to_have_text(words)


def test_keys_and_buttons_turn_the_slides(open_file, slides):
    page = open_file(slides)
    check_place(page, "1 of 4")
    keys = {"ArrowRight": 2, " ": 3, "ArrowLeft": 2, "End": 4, "PageDown": 4, "PageUp": 3, "Home": 1}
    for key, expected in keys.items():
        page.keyboard.press(key)
        check_place(page, f"{expected} of 4")
        assert [h.inner_text() for h in shown(page)] == [SLIDES[expected - 1].heading]
        assert page.evaluate("document.activeElement.textContent") == SLIDES[expected - 1].heading
    for name, expected in [("Next", 2), ("Next", 3), ("Back", 2), ("First", 1)]:
        page.get_by_role("button", name=name).click()
        check_place(page, f"{expected} of 4")


def test_space_on_a_button_presses_it_once(open_file, slides):
    page = open_file(slides)
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press(" ")
    check_place(page, "2 of 4")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_file_comes_back_to_its_slide(open_file, slides):
    page = open_file(slides)
    page.keyboard.press("End")
    page.reload()
    check_place(page, "4 of 4")


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall[0]}x{wall[1]}")
def test_a_wall_can_be_read_from_the_back_of_the_room(open_file, slides, wall):
    page = open_file(slides, wall)
    page.keyboard.press("ArrowRight")
    assert min(page.evaluate(DRAWN_SIZES, "h1, p, li, button, #place")) >= 28
    assert min(page.evaluate(DRAWN_SIZES, "svg text")) >= 20
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_slides_have_no_violation_in_light_or_dark(open_file, slides, scheme):
    page = open_file(slides, color_scheme=scheme, bypass_csp=True)
    for _ in SLIDES:
        assert [v["id"] for v in Axe().run(page).response["violations"]] == []
        page.keyboard.press("ArrowRight")


def test_the_mode_of_the_room_changes_the_picture(open_file, slides):
    inks = [
        open_file(slides, color_scheme=scheme).evaluate(
            "getComputedStyle(document.querySelector('svg .role-axis-grid line')).stroke"
        )
        for scheme in ("light", "dark")
    ]
    assert inks == ["rgb(216, 221, 224)", "rgb(42, 55, 66)"]


def test_without_scripts_all_slides_stand_one_below_the_other(open_file, slides):
    page = open_file(slides, java_script_enabled=False)
    assert [h.inner_text() for h in shown(page)] == [slide.heading for slide in SLIDES]
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("nav")).to_be_hidden()


def test_one_slide_is_printed_a_page(open_file, slides, tmp_path):
    page = open_file(slides)
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    printed = [sheet.extract_text() for sheet in PdfReader(tmp_path / "printed.pdf").pages]
    assert len(printed) == len(SLIDES)
    assert all(slide.heading in text for slide, text in zip(SLIDES, printed, strict=True))


@pytest.mark.parametrize("width", [320, 900])
def test_the_sheet_as_a_page_fits_any_width_and_has_no_violation(open_file, width):
    page = open_file(write_sheet_html(SHEET), (width, 700), bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
