"""The page of what axe finds names every page of the menu and gives a reason for all that is left.

Whether it says what axe really finds is held by tests/browser/test_every_page.py.
"""

import pytest

from docs.generate_accessibility import BARE, PAGE, REASONS, SIZES, WALL, places, read_page, write_page


def test_the_page_is_as_it_is_written():
    assert PAGE.read_text(encoding="utf-8") == write_page(read_page()), (
        "run the browser tests, then: python -m docs.generate_accessibility"
    )


def test_every_page_of_the_menu_is_on_it_in_both_sizes():
    found = read_page()
    alone = {(WALL, "laptop"), (BARE, "laptop")}
    assert set(found) == {(place, size) for place in places() for size in SIZES} | alone
    left = {rule for (place, _), rules in found.items() if place != BARE for rule in rules}
    assert left == REASONS.keys(), "a rule that no page breaks any more needs no reason"


def test_a_page_that_nobody_looked_at_cannot_be_written():
    found = read_page()
    del found[places()[0], "phone"]
    with pytest.raises(KeyError):
        write_page(found)
