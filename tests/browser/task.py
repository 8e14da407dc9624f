"""A visitor with a task: counts the clicks, takes the time, and prints both in one form for the table."""

import re
import time
from collections.abc import Callable, Iterable

from playwright.sync_api import Locator, Page

REPORTED = re.compile(r"^(T(\d+)\b[^:\n]*): (\d+) clicks, (.+)$", re.MULTILINE)


class Task:
    """Starts on a page that is drawn; ``wait`` waits until it is drawn again."""

    def __init__(self, page: Page, wait: Callable[[], None]):
        self.page, self.clicks, self._wait = page, 0, wait
        self._start = time.monotonic()

    def click(self, element: Locator) -> None:
        """One click, and the answer to it."""
        element.click()
        self.clicks += 1
        self._wait()

    def choose(self, filter_name: str, label: str) -> None:
        """Two clicks: on the button of a filter, and on one name of the list that it opens."""
        open_list(self.page, filter_name)
        self.clicks += 1
        self.click(self.page.get_by_role("menuitem", name=label, exact=True))

    def open_from_menu(self, name: str) -> None:
        """One click on a page of the menu, whose heading is its name."""
        self.click(self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True))
        self.page.get_by_role("heading", level=1, name=name).wait_for()
        self._wait()

    def report(self, name: str) -> int:
        """Print the line that the table at the end of the run is made of; the clicks so far.

        Seconds are told and never asserted: they belong to the machine as much as to us.
        """
        print(f"{name}: {self.clicks} clicks, {time.monotonic() - self._start:.1f} s")
        return self.clicks


def open_list(page: Page, filter_name: str) -> None:
    """Open the list of a filter, by the name in front of its choice."""
    page.get_by_role("button", name=f"{filter_name}: ").click()


def build_task_table(outputs: Iterable[str]) -> list[str]:
    """The lines of the table of tasks, by number, from what the tests of a run printed."""
    found = sorted({(int(m[2]), m[1], m[3], m[4]) for text in outputs for m in REPORTED.finditer(text)})
    if not found:
        return []
    wide = max(len(name) for _, name, _, _ in found)
    return [f"{'Task':<{wide}}  Clicks  Time", *(f"{n:<{wide}}  {c:>6}  {time}" for _, n, c, time in found)]
