"""Before and after a day, in typical values."""

from datetime import date

import pytest

from measures.before_after import calculate_typical, split_points
from measures.examples import build_series


def test_a_period_begun_on_the_day_is_after_and_a_gap_is_neither():
    series = build_series("big_i_new", [5, None, 10, 15], [20] * 4)
    before, after = split_points(series.points, date(2022, 6, 1))
    assert [p.numerator for p in before] == [5]
    assert [p.numerator for p in after] == [10, 15]


def test_a_share_is_weighed_by_its_counts_and_a_plain_count_averaged():
    share = build_series("big_i_new", [1, 90], [10, 100])
    assert calculate_typical(share.points, share) == pytest.approx(91 / 110)
    count = build_series("workshops_held", [2, 5])
    assert calculate_typical(count.points, count) == pytest.approx(3.5)
