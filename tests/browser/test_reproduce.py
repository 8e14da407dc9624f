"""T15: an analyst has definition, counts and rows of a chart in two clicks, and gets the same otherwise."""

import pandas as pd
import pytest
from browser.recount import recount_big_i, recount_friends_and_family, recount_room
from browser.wire import Wire
from playwright.sync_api import expect

from measures.definitions import read_definitions

CHARTS = {
    "big_i_active": ("/big-i", recount_big_i),
    "workshop_parity": ("/workshops", recount_room),
    "fft_positive": ("/satisfaction", recount_friends_and_family),
}
# A whole number is as good as one with a point, and what a column is called is not the question.
NUMBERS_ONLY = {"check_dtype": False, "check_names": False, "check_index_type": False}


def by_month(months, **columns):
    index = pd.to_datetime(pd.Series(months), format="%B %Y").dt.strftime("%Y-%m")
    return pd.DataFrame(columns).set_axis(index, axis=0).sort_index()


def drawn(sent):
    """The shares of the first chart with a usual range, by month, as the browser was sent them."""
    chart = next(s.rows for s in sent if s.kind == "vega_lite_chart" and "level" in s.rows)
    points = chart.dropna(subset=["when", "value"])
    return by_month(points.when.to_list(), share=points.value.to_list()).share


def counts_in(table):
    """The counts of a table on the page by month, without the months that have none."""
    rows = [row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()]
    known = [(when, top, below) for when, top, below, *_ in rows if below.replace(",", "").isdigit()]
    when, *counts = zip(*known, strict=True)
    top, below = ([float(n.replace(",", "")) for n in column] for column in counts)
    return by_month(when, top=top, below=below)


@pytest.mark.parametrize("measure", CHARTS)
def test_a_figure_of_a_chart_is_that_of_the_files(page, start_task, measure):
    link, recount = CHARTS[measure]
    definition, counted, wire = read_definitions()[measure], recount(), Wire(page)
    task = start_task(link)
    numbers = page.locator(f".numbers-{measure}-RWK-month")
    working = page.locator(f".working-{measure}-RWK-month")
    task.click(numbers.locator("summary"))
    task.click(working.locator("summary"))
    for words in (definition.how_worked_out, definition.numerator, definition.denominator):
        expect(working.get_by_text(words).first).to_be_visible()
    for name in (definition.numerator, definition.denominator):
        expect(numbers.get_by_role("columnheader", name=name)).to_be_visible()
    assert task.report(f"T15 ({link})") <= 2
    shown = counts_in(numbers.get_by_role("table"))
    # A month or two may be hidden, because a small number would follow from it.
    assert len(shown) >= 0.95 * len(counted)
    counted = counted.loc[shown.index]
    pd.testing.assert_frame_equal(shown, counted, **NUMBERS_ONLY)
    shares = (counted.top / counted.below).rename("share")
    pd.testing.assert_series_equal(drawn(wire.read()), shares, rtol=0, atol=1e-9, **NUMBERS_ONLY)
