import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from charts.sparkline import build_sparkline
from charts.value_axis import ValueAxis
from measures.periods import add_months
from tests.charts.conftest import FIRST, build_series

SWING = [9, 11, 10, 12, 8]


def test_a_gap_and_a_new_phase_start_the_line_afresh(make_series):
    svg = build_sparkline(make_series("big_i_active", [*SWING, None, *SWING]))
    assert re.search(r' d="([^"]+)"', svg).group(1).count("M") == 2
    assert build_sparkline(make_series("big_i_active", SWING * 4, rebase=[10])).count("M") == 2


def test_the_last_point_is_marked_by_shape(make_series):
    assert build_sparkline(make_series("big_i_active", SWING * 5)).count("<circle") == 1
    assert "<polygon" in build_sparkline(make_series("big_i_active", [*SWING * 5, 20]))


def test_few_points_are_dots_without_a_line(make_series):
    svg = build_sparkline(make_series("big_i_active", SWING[:4]))
    assert svg.count("<circle") == 4
    assert "<path" not in svg


def test_the_label_says_sentence_and_range(make_series):
    root = ElementTree.fromstring(build_sparkline(make_series("big_i_active", SWING[:3])))  # noqa: S314
    assert root.get("role") == "img"
    assert root.get("aria-label") == (
        "It is too soon to show a pattern. We have 3 months and need at least 6. "
        "Small line, April 2022 to June 2022, from 45% to 55%."
    )


def test_nothing_to_draw_is_no_picture(make_series):
    assert build_sparkline(make_series("big_i_active", [])) == ""
    assert build_sparkline(make_series("big_i_active", [None])) == ""
    old = make_series("big_i_active", [9, None], first_shown=add_months(FIRST, 1))
    assert build_sparkline(old) == ""


def test_lines_of_a_grid_share_an_axis(make_series):
    series = make_series("active_projects", [5, 5, 5])
    low = ValueAxis(0, 100, (0, 100), "d")
    heights = [float(y) for y in re.findall(r'cy="([^"]+)"', build_sparkline(series, axis=low, height=100))]
    assert min(heights) > 85


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | st.integers(0, 20), max_size=40), st.integers(0, 40))
def test_every_series_gives_an_svg_that_stays_in_its_box(values, skip):
    shown = add_months(FIRST, skip)
    svg = build_sparkline(build_series("big_i_active", values, 20, first_shown=shown), width=100, height=30)
    if not any(v is not None for v in values[skip:]):
        assert svg == ""
        return
    ElementTree.fromstring(svg)  # noqa: S314 - our own text
    spots = re.findall(r"[ML]([\d.]+) ([\d.]+)", svg)
    assert all(0 <= float(x) <= 100 and 0 <= float(y) <= 30 for x, y in spots)
