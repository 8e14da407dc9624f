"""T18: nobody gets a hidden number from what a page is sent, nor by taking shown numbers away.

Which numbers are secret comes from the store by our policy; what is shown comes off the socket.
"""

from collections import Counter

import pytest
from browser.leaks import find_by_taking_away, find_shown, find_words
from browser.task import Task
from browser.truth import BELOW_WHICH, Truth
from browser.wire import Wire

from measures.definitions import Disclosure, read_definitions

ROOMS = ("workshop_attendance", "workshop_parity", "workshop_worth", "access_needs_met")
FEELINGS = ("fft_positive", "staff_satisfaction")
TAKING_PART = ("voice_heard", "paid_on_time", "staying_involved")
FEWER_DATES = ("Last 12 months", "Last 24 months")
# Pages without a table of their own for each chart, or with few people: one look at each.
OTHER_PAGES = (
    "/", "/where-to-act?measure=Lived+experience+in+the+room&in=Newham+mental+health",
    "/my-area?borough=Luton&as=local", "/what-we-tried",
    "/qi-forum?area=Forensics+(directorate)&view=screen&slide=4",
)  # fmt: skip


@pytest.fixture(scope="module")
def truth(running_app):
    return Truth(running_app.database)


@pytest.fixture
def officer(page, open_page, truth):
    """A privacy officer who changes filters and reads what comes over the wire, not what is shown."""

    class Officer(Task):
        def __init__(self):
            self.wire, self.shares, self.totals = Wire(page), truth.small_shares(), truth.find_totals()
            super().__init__(page, self.wire.wait_until_finished)

        def look_at(self, link):
            self.wire.forget()
            open_page(link, 1440, 900)
            return self.read()

        def choose_area(self, label):
            return self._choose("Area", label)

        def choose_dates(self, label):
            return self._choose("Dates", label)

        def _choose(self, filter_name, label):
            self.wire.forget()
            self.choose(filter_name, label)
            return self.read()

        def read(self):
            """What is shown; at once an error if it holds or gives away a secret."""
            sent = self.wire.read()
            shown = find_shown(sent)
            assert {amount: said for amount, said in shown.items() if amount[0] in truth.small} == {}
            assert find_words(sent, self.shares) == []
            assert find_by_taking_away(self.totals, shown, truth) == []
            return shown

    return Officer()


def find_labels(truth, measures):
    """What the filter calls the directorate and the borough with most that is too small in some measures."""
    count = Counter(cell.area for cell in truth.small if cell.measure in measures)
    for kind in ("directorate", "borough"):
        inside = truth.areas[truth.areas.area_type == kind]
        most = max(inside.itertuples(), key=lambda area: count[area.area_code])
        if count[most.area_code]:
            yield f"{most.area_name} ({kind})"


def test_the_policy_holds_for_every_measure_about_people():
    guarded = {m.id: m.hide_below for m in read_definitions().values() if m.disclosure != Disclosure.NONE}
    assert guarded == BELOW_WHICH


@pytest.mark.parametrize(
    ("link", "measures", "least"),
    [("/workshops", ROOMS, 300), ("/satisfaction", FEELINGS, 150), ("/taking-part", TAKING_PART, 60)],
)
def test_no_filter_and_no_two_filters_give_a_secret_away(officer, truth, link, measures, least):
    assert len(officer.look_at(link)) > least
    for area in find_labels(truth, measures):
        together = officer.choose_area(area)
        assert len(together) > least
        for dates in FEWER_DATES:
            together |= officer.choose_dates(dates)
        officer.choose_dates("All months")
    officer.report(f"T18 ({link})")


def test_no_other_page_is_sent_a_secret(officer):
    for link in OTHER_PAGES:
        officer.look_at(link)
        assert len(officer.wire.read()) > 5
