"""Every page of the menu opens from a link of its own, draws itself, dates every chart, and satisfies axe.

axe-core finds what docs/accessibility.md says, nothing of ours.

Its pictures stay in build/screenshots, on a laptop, on a phone and as wide as a projector.
"""

import pytest
from browser.axe import check_with_axe

from docs.generate_accessibility import SIZES
from ui.navigation import PAGES

# Once its charts have taken their new width.
NO_SIDEWAYS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
PROJECTOR = {"width": 1920, "height": 1080}
ON_THE_WALL = "qi-forum?area=Newham+mental+health+(directorate)&view=screen&slide=3"
# One borough and one opened cell, because the pages by themselves only ask for them.
MORE_CHARTS = (
    "my-area?borough=Newham&as=local", ON_THE_WALL,
    "where-to-act?measure=Projects+with+Big+I&in=Luton+mental+health",
)  # fmt: skip

# For every part of a page with a picture: its heading, and whether a month stands in it in words that can be
# seen. The axis of a chart does not count: it shows where the months are, not how old the newest figure is.
DATED = r"""() => {
  const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
  const dated = new RegExp(`(${months}) \\d{4}`), parts = [];
  const main = document.querySelector('[data-testid=stMain]');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = parts.at(-1);
    if (node.nodeType === 1 && node.matches('h1, h2, h3')) {
      parts.push({heading: node.innerText, words: '', charts: 0});
    } else if (part && node.nodeType === 1) {
      part.charts += node.matches('[role=graphics-document], table.grid, svg[role=img]');
    } else if (part) {
      const around = node.parentElement;
      const seen = around.checkVisibility() && !around.closest('style, [role=graphics-document]');
      if (seen) part.words += node.data;
    }
  }
  return parts.filter(part => part.charts).map(part => [part.heading, dated.test(part.words)]);
}"""


def undated(page):
    return [heading for heading, is_dated in page.evaluate(DATED) if not is_dated]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path)
def test_a_page_opens_from_its_link(open_page, screenshot, entry, size):
    # Streamlit gives the first page the bare address, whatever its own path says.
    page = open_page("/" if entry is PAGES[0] else f"/{entry.url_path}", *SIZES[size])
    check_with_axe(page, entry.name, size)
    name = entry.url_path or "home"
    screenshot(f"{name}_{size}")
    assert page.locator("h1").first.inner_text().strip()
    page.wait_for_function(NO_SIDEWAYS)
    assert undated(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    page.wait_for_function(NO_SIDEWAYS)
    narrow = page.locator(".action .what").evaluate_all("all => all.filter(e => e.clientWidth < 140).length")
    assert not narrow, "words must not stand one below the other"
    if size == "laptop":
        page.set_viewport_size(PROJECTOR)
        screenshot(f"{name}_projector", whole=False)


def test_how_old_the_figures_are_stands_by_every_chart(start_task, screenshot):
    for link in MORE_CHARTS:
        task = start_task(f"/{link}", *PROJECTOR.values())
        assert task.page.evaluate(DATED)
        assert undated(task.page) == []
        if link == ON_THE_WALL:
            screenshot("wall_projector", whole=False)
    task.report("T17")
