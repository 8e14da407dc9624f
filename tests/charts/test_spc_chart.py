import dataclasses
import json
from collections.abc import Iterator
from datetime import date

import altair as alt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.palette import DARK, LIGHT
from charts.spc_chart import build_spc_chart
from charts.theme import SIZES
from charts.value_axis import find_value_axis
from data_model.terms import FigureState
from measures.definitions import read_definitions
from measures.series import Point
from tests.charts.conftest import build_series

SWING = [9, 11, 10, 12, 8]
SECRET = 987_654
MEASURES = sorted(read_definitions())


def pieces(spec: object) -> Iterator[dict]:
    """Every mapping inside a spec."""
    if isinstance(spec, dict):
        yield spec
        for value in spec.values():
            yield from pieces(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from pieces(value)


def drawn(picture) -> list[tuple[str, str]]:
    """Each mark with the field that gives its height, back to front."""
    found = []
    for piece in pieces(picture.spec):
        if "mark" in piece and "type" in piece["mark"]:
            found.append((piece["mark"]["type"], piece.get("encoding", {}).get("y", {}).get("field", "")))
    return found


def everything(picture) -> str:
    """All that leaves for the browser, as text; fails on NaN where JSON has none."""
    cells = picture.frame.astype(object).where(picture.frame.notna(), None)
    return json.dumps([picture.spec, cells.to_dict("records"), picture.alt], allow_nan=False)


BAND, LEVEL, LINE, POINTS = ("area", "lower"), ("line", "level"), ("line", "value"), ("point", "value")
EARLY = [("line", "early_lower"), ("line", "early_upper")]


@pytest.mark.parametrize(
    ("count", "layers"),
    [
        (4, [POINTS]),
        (8, [LEVEL, LINE, POINTS]),
        (15, [*EARLY, LEVEL, LINE, POINTS]),
        (25, [BAND, LEVEL, LINE, POINTS]),
    ],
)
def test_what_is_drawn_follows_how_much_we_know(make_series, count, layers):
    marks = drawn(build_spc_chart(make_series("big_i_active", (SWING * 5)[:count])))
    assert [mark for mark in marks if mark[1]] == layers


def test_everything_the_same_has_neither_band_nor_level(make_series):
    marks = drawn(build_spc_chart(make_series("big_i_active", [19] * 24, 19)))
    assert [mark for mark in marks if mark[1]] == [LINE, POINTS]


def test_an_old_and_a_new_phase_each_have_their_own(make_series):
    marks = drawn(build_spc_chart(make_series("big_i_active", SWING * 7, rebase=[20])))
    assert [mark for mark in marks if mark[1]] == [BAND, *EARLY, LEVEL, LINE, POINTS]


def test_target_and_change_ideas_are_layers_only_where_there_are_any(make_series):
    plain = build_spc_chart(make_series("big_i_active", SWING * 5))
    full = build_spc_chart(make_series("big_i_active", SWING * 5, target=0.4, changes=[date(2022, 9, 1)]))
    assert [mark for mark, _ in drawn(plain)].count("rule") == 0
    assert [mark for mark, _ in drawn(full)].count("rule") == 2
    small = build_spc_chart(
        make_series("big_i_active", SWING * 5, target=0.4, changes=[date(2022, 9, 1)]), size="small"
    )
    assert [mark for mark, _ in drawn(small)].count("rule") == 0


def test_each_layer_draws_its_own_rows_only(make_series):
    picture = build_spc_chart(make_series("big_i_active", SWING * 5, target=0.4, changes=[date(2022, 9, 1)]))
    asked = {piece["filter"] for piece in pieces(picture.spec) if "filter" in piece}
    assert asked == {f"datum.what === '{what}'" for what in set(picture.frame["what"])}


def test_a_prepared_spec_serves_every_series_of_its_kind(make_series):
    one = build_spc_chart(make_series("big_i_active", SWING * 5))
    other = build_spc_chart(make_series("big_i_new", SWING[::-1] * 6, 40))
    assert one.spec is other.spec
    assert not one.frame.equals(other.frame)
    assert build_spc_chart(make_series("big_i_active", SWING * 5), size="phone").spec is not one.spec


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [0, 4, 8, 15, 25])
def test_every_variant_is_a_chart_that_vega_lite_knows(make_series, count, size):
    options = {"target": 0.4, "changes": [date(2022, 4, 9)]}
    for measure in ("big_i_active", "dialog_meetings", "workshop_gap"):
        picture = build_spc_chart(make_series(measure, (SWING * 5)[:count], **options), size=size)
        assert alt.Chart.from_dict(picture.spec, validate=True)


def test_the_spec_knows_no_colour_and_no_row(make_series):
    series = make_series("big_i_active", SWING * 5, target=0.4, changes=[date(2022, 9, 1)])
    spec = json.dumps(build_spc_chart(series).spec).upper()
    assert not any(colour.upper() in spec for colour in {*LIGHT, *DARK})
    assert "DATASETS" not in spec
    assert 'VALUES": [{' not in spec


@pytest.mark.parametrize("size", SIZES)
def test_no_axis_has_a_title_a_slant_or_a_vertical_line(make_series, size):
    picture = build_spc_chart(make_series("big_i_active", SWING * 5), size=size)
    axes = [piece["axis"] for piece in pieces(picture.spec) if piece.get("axis")]
    assert len(axes) == 2
    assert [axis["grid"] for axis in axes] == [False, True]
    assert all(axis["title"] is None and "labelAngle" not in axis for axis in axes)
    assert all(axis["labelFontSize"] == SIZES[size].font for axis in axes)
    assert picture.height == SIZES[size].height == picture.spec["height"]


def test_words_on_the_wall_can_be_read_from_the_back():
    assert SIZES["screen"].font >= 20


def test_a_point_says_in_its_tooltip_what_the_table_says_and_no_other_mark_says_anything(make_series):
    picture = build_spc_chart(make_series("big_i_active", SWING * 5, target=0.4, changes=[date(2022, 9, 1)]))
    marks = [piece for piece in pieces(picture.spec) if "mark" in piece and "type" in piece["mark"]]
    telling = [m["encoding"]["tooltip"] for m in marks if "tooltip" in m.get("encoding", {})]
    assert [[field["field"] for field in fields] for fields in telling] == [["when", "text"]]
    silent = [m for m in marks if "tooltip" not in m.get("encoding", {})]
    assert all(m["mark"]["tooltip"] is None for m in silent)


@pytest.mark.parametrize("state", [FigureState.SUPPRESSED, FigureState.TOO_EARLY, FigureState.MISSING])
def test_a_hidden_number_is_nowhere(make_series, state):
    series = make_series("fft_positive", [*SWING * 4, None, 10, None], states={20: state, 22: state})
    points = list(series.points)
    for i in (20, 22):  # even if a number were left in a hidden point by mistake
        points[i] = Point(points[i].period_start, SECRET, SECRET + 1, None, state)
    picture = build_spc_chart(dataclasses.replace(series, points=tuple(points)))
    assert str(SECRET)[:4] not in everything(picture).replace(",", "")
    hidden = picture.frame[picture.frame["what"] == "point"].iloc[[20, 22]]
    assert hidden[["value", "text", "when", "tone", "shape"]].isna().all(axis=None)


def test_the_line_stops_at_a_gap(make_series):
    frame = build_spc_chart(make_series("big_i_active", [*SWING * 4, None, *SWING])).frame
    points = frame[frame["what"] == "point"]
    assert points["value"].isna().tolist() == [False] * 20 + [True] + [False] * 5
    assert points["upper"].notna().all()


def test_the_alt_text_is_the_sentence_and_the_range(make_series):
    picture = build_spc_chart(make_series("big_i_active", [8, 10, 12, 9, 11] * 5))
    assert picture.alt == (
        "This goes up and down between about 16% and 84%. That is normal here: there is no sign of real "
        "change. Line chart with the usual range, April 2022 to April 2024, from 40% to 60%."
    )
    assert "Chart of single points" in build_spc_chart(make_series("big_i_active", SWING[:3])).alt


def test_small_charts_may_share_an_axis(make_series):
    some = [make_series("active_projects", [5, 6, 7] * 8), make_series("active_projects", [90, 95, 99] * 8)]
    axis = find_value_axis(some)
    pictures = [build_spc_chart(s, size="small", axis=axis) for s in some]
    assert pictures[0].spec is pictures[1].spec
    assert build_spc_chart(some[0], size="small").spec is not pictures[0].spec


def numbers(below: int) -> st.SearchStrategy:
    return st.none() | st.integers(0, below)


@settings(max_examples=60, deadline=None)
@given(
    measure=st.sampled_from(MEASURES),
    values=st.lists(numbers(20), max_size=45),
    size=st.sampled_from(sorted(SIZES)),
    target=st.none() | st.floats(0, 7, allow_subnormal=False),
    cut=st.integers(0, 50),
    skip=st.integers(0, 50),
    days=st.lists(st.dates(date(2021, 1, 1), date(2027, 1, 1)), max_size=4),
)
def test_no_series_is_too_odd_to_draw(*, measure, values, size, target, cut, skip, days):
    series = build_series(
        measure,
        values,
        20,
        target=target,
        rebase=[cut] if 0 < cut < len(values) else [],
        changes=sorted(days),
    )
    if skip < len(values):
        series = dataclasses.replace(series, first_shown=series.points[skip].period_start)
    picture = build_spc_chart(series, size=size)
    everything(picture)
    seen = sum(p.value is not None for p in series.points[series.shown])
    assert picture.frame["when"].notna().sum() == seen
