import re
from datetime import date
from itertools import pairwise

import pytest

from charts.month_axis import find_month_ticks, month_axis, month_signals, place_day
from charts.spc_chart import build_spc_chart
from charts.theme import SIZES, axis_style
from exports.pictures import write_picture_svg
from tests.charts.conftest import FIRST, build_series


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2025, 1, 1), 2025 * 12),
        (date(2025, 7, 1), 2025 * 12 + 6),
        (date(2025, 7, 31), 2025 * 12 + 6 + 30 / 31),
        (date(2024, 2, 15), 2024 * 12 + 1 + 14 / 29),
    ],
)
def test_a_day_has_its_place_in_months(day, place):
    assert place_day(day) == pytest.approx(place)


def test_days_keep_their_order_over_the_turn_of_a_year():
    assert place_day(date(2024, 12, 31)) < place_day(date(2025, 1, 1))


def test_the_axis_writes_months_as_words_without_lines():
    axis = month_axis(axis_style(SIZES["large"], flush=True)).to_dict()["axis"]
    assert "'Apr'" in axis["labelExpr"]
    assert axis["grid"] is False
    assert "labelAngle" not in axis
    assert axis["title"] is None


def test_the_browser_chooses_the_ticks_by_its_width():
    months, step = month_signals(80)
    assert [months["name"], step["name"]] == ["months", "month_step"]
    assert step["expr"].startswith("(80 * span(months) / max(width, 1)) <= 1 ? 1 :")
    assert "data('source')" in months["expr"]


@pytest.mark.parametrize("months", [2, 7, 18, 25, 61, 140])
def test_our_own_ticks_are_those_that_a_browser_draws(months):
    chart = build_spc_chart(build_series("big_i_active", ([9, 11] * months)[:months]), size="small")
    drawn = write_picture_svg(chart, width=360)
    first = place_day(FIRST)
    room = float(re.search(r'"background"[^>]* d="M0,0h(\d+)v', drawn)[1])
    ticks = find_month_ticks(first, first + months - 1, room, SIZES["small"].month_width)
    assert [words for _, words in ticks] == re.findall(r">([A-Z][a-z]{2} \d{4})<", drawn)
    apart = (b - a for (a, _), (b, _) in pairwise(ticks))
    assert all(months_apart * room / (months - 1) >= SIZES["small"].month_width for months_apart in apart)
