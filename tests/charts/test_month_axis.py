from datetime import date

import pytest

from charts.month_axis import month_axis, month_signals, place_day
from charts.theme import SIZES, axis_style


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
