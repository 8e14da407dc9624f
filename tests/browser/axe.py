"""axe-core on a page: what it finds is held against docs/accessibility.md and left for its next writing."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from docs.generate_accessibility import REASONS, STALE, read_page, write_finding


def look(page: Page, place: str, size: str) -> set[str]:
    """The rules that axe finds broken, left for the next writing of the document."""
    broken = {violation["id"] for violation in Axe().run(page).response["violations"]}
    write_finding(place, size, broken)
    return broken


def check_with_axe(page: Page, place: str, size: str) -> None:
    """Axe finds what the document says of a page, and nothing of ours."""
    broken = look(page, place, size)
    assert broken - REASONS.keys() == set()
    assert read_page().get((place, size)) == broken, STALE
