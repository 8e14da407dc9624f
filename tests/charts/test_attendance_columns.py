"""The page's own columns show what the chart for files shows, and nothing that is hidden."""

import re
from itertools import groupby

import pytest

from charts.attendance import build_attendance_chart, find_axis, find_rows
from charts.attendance_columns import write_attendance_columns
from charts.palette import colour
from measures.disclosure import LIVED_EXPERIENCE

HIDDEN = None
COLUMN = re.compile(r'<div style="left:([\d.]+)%;width:([\d.]+)%" title="([^"]*)">(.*?)</div>')
PART = re.compile(r'<b class="(\w+)" style="height:([\d.]+)%"></b>')
MONTH = r'<i class="month {}" style="left:([\d.]+)%">([^<]+)</i>'


@pytest.fixture
def series(make_attendance):
    return make_attendance(service_users=[12, 9, 0, 14], carers=[5, HIDDEN, 0, 6], staff=[20, 30, 0, 7])


def test_each_month_is_as_high_as_its_people(series):
    found = COLUMN.findall(write_attendance_columns(series, "So."))
    rows = list(find_rows(series))
    high = find_axis(rows).high
    months = [list(of_month) for _, of_month in groupby(rows, key=lambda row: row["x"])]
    assert len(found) == len(months) == 3
    for (*_, parts), month in zip(found, months, strict=True):
        drawn = [(tone, float(height)) for tone, height in PART.findall(parts)]
        wanted = [(row["tone"], (row["end"] - row["start"]) / high * 100) for row in month]
        assert [tone for tone, _ in drawn] == [tone for tone, _ in wanted]
        assert [height for _, height in drawn] == pytest.approx([h for _, h in wanted], abs=0.01)


def test_a_hidden_role_is_neither_drawn_nor_said(series):
    hidden = COLUMN.findall(write_attendance_columns(series, "So."))[1]
    assert [tone for tone, _ in PART.findall(hidden[3])] == ["deep", "pale"]
    assert hidden[2] == "May 2022: 9 service users, 30 staff"


def test_lived_experience_is_no_role_of_its_own(make_attendance):
    both = make_attendance(**{"service_users": [12], "carers": [5], LIVED_EXPERIENCE: [17]})
    assert len(PART.findall(write_attendance_columns(both, "So."))) == 2


def test_months_stand_in_their_order_with_room_for_one_without_people(series):
    found = COLUMN.findall(write_attendance_columns(series, "So."))
    left = [float(start) for start, *_ in found]
    assert left == pytest.approx([2.5, 27.5, 77.5])
    assert {float(width) for _, width, *_ in found} == {20}


def test_a_phone_names_fewer_months(make_attendance):
    columns = write_attendance_columns(make_attendance(staff=[9] * 60), "So.")
    wide, narrow = (re.findall(MONTH.format(name), columns) for name in ("wide", "narrow"))
    assert {words for _, words in narrow} < {words for _, words in wide}
    assert wide[0] == ("0.83", "Apr 2022")


def test_ticks_lie_at_their_values(make_attendance):
    columns = write_attendance_columns(make_attendance(staff=[20, 8]), "So.")
    ticks = re.findall(r'<i class="tick" style="bottom:([\d.]+)%" data-value="([^"]+)"></i>', columns)
    assert ticks[0] == ("0.00", "0")
    top = find_axis([{"end": 20.0}]).high
    assert [float(place) for place, _ in ticks] == pytest.approx([float(v) / top * 100 for _, v in ticks])


def test_nobody_at_all_leaves_an_empty_plot(make_series):
    columns = write_attendance_columns(make_series("workshop_attendance", []), "So.")
    assert not COLUMN.findall(columns)
    assert "month" not in columns


def test_it_says_what_the_chart_for_files_says_and_follows_the_page(series):
    columns = write_attendance_columns(series, 'Words with "quotes" & more.')
    said = build_attendance_chart(series, "Words with &quot;quotes&quot; &amp; more.").alt
    assert f'role="img" aria-label="{said}"' in columns
    assert f"--deep:light-dark({colour('deep', 'light')},{colour('deep', 'dark')})" in columns
