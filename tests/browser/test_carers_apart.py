"""T20: a carer is told apart from service users in words, table and picture, or the number is hidden."""

import re

from browser.recount import read_file
from browser.wire import Wire
from playwright.sync_api import expect

ROLES = {"Service users": "service_users", "Carers": "carers"}
# Some of its months have fewer than 5 carers.
DIRECTORATE, PLACE = "NMH", "/workshops?area=Newham+mental+health+(directorate)"
HIDDEN = "We hide numbers below 5 so nobody can be recognised."


def rows_of(table):
    """The cells of a table on the page by the words at the head of their columns."""
    names = table.locator("thead th").all_inner_texts()
    cells = (row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all())
    return [dict(zip((name.strip() for name in names), map(str.strip, row), strict=True)) for row in cells]


def came_by_month():
    """People in the role columns of the sample file, by month as the page writes it."""
    came = read_file("workshops")
    mine = came[came.directorate == DIRECTORATE]
    counts = mine[list(ROLES.values())].replace("", "0").astype(int)
    return counts.groupby(mine.workshop_date.astype("datetime64[ns]").dt.strftime("%B %Y")).sum()


def test_carers_are_always_apart_from_service_users(page, start_task):
    wire, counted = Wire(page), came_by_month()
    task = start_task(PLACE)
    roles = page.locator(f".roles-{DIRECTORATE}")
    task.click(roles.locator("summary"))
    rows = rows_of(roles.get_by_role("table"))
    assert len(rows) > 60
    shown = {(row["Month"], name): row[name] for row in rows for name in ROLES}
    assert {"hidden"} < set(shown.values()) - {"no figures"}
    for (month, name), said in shown.items():
        if said.isdigit():
            assert int(said) == counted[ROLES[name]][month]
            assert int(said) == 0 or int(said) >= 5
    expect(page.get_by_text(HIDDEN).first).to_be_visible()
    said = page.locator(".latest", has_text=" carers").first.inner_text()
    assert re.search(r"(\d|a hidden number of) service users, (\d+|a hidden number of) carers", said)
    assert task.report("T20") <= 1
    chart = next(s.rows for s in wire.read() if s.kind == "columns")
    for words in ROLES:
        assert chart.text.dropna().str.fullmatch(rf"[\d,]+ {words.lower()}").any()
