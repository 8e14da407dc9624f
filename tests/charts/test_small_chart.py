import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.alt import describe_chart
from charts.icons import css_colour
from charts.small_chart import build_small_chart
from charts.spc_chart import build_spc_chart
from charts.value_axis import ValueAxis
from data_model.terms import FigureState
from measures.periods import add_months
from measures.sentences import describe_series
from tests.charts.conftest import FIRST, build_series

SWING = [9, 11, 10, 12, 8]
LONG = SWING * 5  # firm limits


def draw(*numerators, **options):
    return build_small_chart(build_series("big_i_active", list(numerators), **options))


def paths(svg, ink):
    """The paths that are stroked or filled in a colour of the palette."""
    root = ElementTree.fromstring(svg)  # noqa: S314
    wanted = css_colour(ink, None)
    return [p.get("d") for p in root.findall(".//{*}path") if wanted in (p.get("fill"), p.get("stroke"))]


def words(svg):
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).findall(".//{*}text")]  # noqa: S314


def test_a_gap_and_a_new_phase_start_the_line_afresh():
    assert paths(draw(*SWING, None, *SWING), "line")[0].count("M") == 2
    assert paths(draw(*LONG, *LONG, rebase=[25]), "line")[0].count("M") == 2


def test_the_usual_range_is_one_soft_band_a_phase_with_its_level():
    svg = draw(*LONG, *LONG, rebase=[25])
    assert paths(svg, "usual_range")[0].count("M") == 2
    assert paths(svg, "usual_level")[0].count("M") == 2
    assert (
        paths(draw(*SWING, None, *LONG), "usual_range")[0].count("M") == 1
    )  # a gap does not cut what is usual


def test_early_limits_are_dotted_lines_and_no_band():
    svg = draw(*SWING * 3)
    assert paths(svg, "usual_range") == []
    assert svg.count('stroke-dasharray="2 3"') == 2


def test_few_points_are_dots_without_a_line():
    svg = draw(*SWING[:4])
    assert paths(svg, "line") == []
    assert paths(svg, "ordinary")[0].count("M") == 4


def test_a_signal_has_the_shape_that_says_which_way():
    assert "<polygon" not in draw(*LONG)
    svg = draw(*LONG, 20)
    assert svg.count("<polygon") == 1
    assert css_colour("better", None) in svg


def test_it_marks_the_points_that_the_chart_of_vega_marks():
    series = build_series("big_i_active", [*LONG, 20, 20, 0])
    rows = build_spc_chart(series, size="small").frame
    marked = sum(
        rows["shape"][rows["what"] == "point"].isin(["triangle-up", "triangle-down", "diamond", "square"])
    )
    assert build_small_chart(series).count("<polygon") == marked > 0


def test_the_label_says_sentence_and_range_as_the_large_chart_does():
    series = build_series("big_i_active", LONG)
    said = ElementTree.fromstring(build_small_chart(series)).get("aria-label")  # noqa: S314
    assert said == build_spc_chart(series).alt
    other = describe_chart(series, describe_series(series), "Line chart")
    assert ElementTree.fromstring(build_small_chart(series, alt=other)).get("aria-label") == other  # noqa: S314


def test_the_newest_figure_and_the_months_are_written():
    written = words(draw(*LONG))
    assert written[-2:] == ["8 of 20", "40%"]
    assert [text for text in written if text.startswith("Apr ")] == ["Apr 2022", "Apr 2023", "Apr 2024"]
    assert {"0%", "50%", "100%"} <= set(written)


def test_long_counts_stand_on_two_lines_inside_the_picture():
    svg = build_small_chart(build_series("big_i_active", [1200] * 24 + [1312], 1468))
    assert words(svg)[-3:] == ["1,312 of", "1,468", "89%"]
    low = build_small_chart(build_series("big_i_active", [12] * 25, 1468))
    places = [float(n.get("y")) for n in ElementTree.fromstring(low).findall(".//{*}text")][-3:]  # noqa: S314
    assert places == sorted(places)
    assert places[-1] <= 120


def test_nothing_to_draw_is_no_picture():
    assert draw() == draw(None) == ""
    assert draw(9, None, first_shown=add_months(FIRST, 1)) == ""


def test_a_hidden_figure_reaches_neither_line_nor_words():
    svg = draw(*LONG, None, states={25: FigureState.SUPPRESSED})
    assert svg == draw(*LONG, None)
    assert words(svg)[-2:] == ["8 of 20", "40%"]


def test_pictures_of_a_set_share_an_axis():
    axis = ValueAxis(0, 100, (0, 100), "d")
    svg = build_small_chart(build_series("active_projects", [5] * 25), axis=axis)
    heights = [float(y) for y in re.findall(r"M[\d.]+ ([\d.]+)a", svg)]
    assert min(heights) > 85


def test_one_point_stands_in_the_middle():
    svg = draw(9)
    assert float(re.search(r"M([\d.]+) ", paths(svg, "ordinary")[0])[1]) == pytest.approx(167, abs=10)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | st.integers(0, 20), max_size=40), st.integers(0, 40))
def test_every_series_gives_an_svg_that_stays_in_its_box(values, skip):
    svg = build_small_chart(build_series("big_i_active", values, first_shown=add_months(FIRST, skip)))
    if not any(v is not None for v in values[skip:]):
        assert svg == ""
        return
    root = ElementTree.fromstring(svg)  # noqa: S314
    for path in root.findall(".//{*}path"):
        for x, y in re.findall(r"[ML]([\d.]+) ([\d.-]+)", path.get("d")):
            assert 40 <= float(x) <= 350
            assert 0 <= float(y) <= 140
