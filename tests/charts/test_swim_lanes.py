from datetime import date

import altair as alt

from charts.palette import DOMAIN
from charts.spc_chart import build_spc_chart
from charts.swim_lanes import build_swim_lanes
from data_model.terms import ChangeIdeaStatus, FigureState
from measures.change_ideas import ChangeIdea

SWING = [9, 11, 10, 12, 8] * 5


def idea(number, start, end=None, status="adopted", title="Idea"):
    wanted = ChangeIdeaStatus(status)
    return ChangeIdea(f"I{number}", f"{title} {number}", 1, None, "Luton", "m", start, end, wanted, "", "")


FIRST = idea(1, date(2022, 9, 1), date(2023, 3, 1))
OPEN = idea(2, date(2023, 2, 15), status="testing")


def lanes(picture):
    return picture.frame[picture.frame["what"] == "lane"].set_index("text")


def test_each_idea_is_a_lane_from_its_start_to_its_end(make_series):
    found = lanes(build_swim_lanes(make_series("big_i_active", SWING), [FIRST, OPEN]))
    assert list(found.index) == ["1  Adopted: Idea 1", "2  Testing: Idea 2"]
    assert found["x"].tolist() == [2022 * 12 + 8, 2023 * 12 + 1.5]
    assert found["at"].tolist() == [2, 1]
    newest = 2024 * 12 + 3  # April 2024, the last of 25 months
    assert found["end"].tolist() == [2023 * 12 + 2, newest]


def test_what_began_before_the_first_month_drawn_is_cut_there_and_has_no_beginning(make_series):
    series = make_series("big_i_active", SWING, first_shown=date(2023, 1, 1))
    picture = build_swim_lanes(series, [FIRST])
    assert lanes(picture)["x"].tolist() == [2023 * 12]
    assert "begin" not in picture.frame["what"].tolist()


def test_what_began_after_the_newest_figures_widens_the_chart(make_series):
    late = idea(3, date(2024, 9, 1), status="testing")
    found = lanes(build_swim_lanes(make_series("big_i_active", SWING), [OPEN, late]))
    assert found["end"].tolist() == [2024 * 12 + 8] * 2


def test_status_is_told_by_word_fill_and_end_and_not_by_colour(make_series):
    spec = str(build_swim_lanes(make_series("big_i_active", SWING), [FIRST]).spec)
    for status in ("adopted", "adapted", "testing", "abandoned"):
        assert f"datum.shape === '{status}'" in spec
    assert "triangle-right" in spec
    assert "'strokeDash': [3, 3]" in spec
    for name in ("deep", "pale", "paper"):
        assert name in DOMAIN


def test_without_ideas_it_is_the_chart_over_time(make_series):
    series = make_series("big_i_active", SWING, changes=[date(2022, 9, 1)])
    picture = build_swim_lanes(series, [])
    assert "lane" not in picture.frame["what"].tolist()
    assert picture.height == build_spc_chart(series).height


def test_it_grows_by_its_lanes_and_leaves_the_shared_spec_alone(make_series):
    series = make_series("big_i_active", SWING)
    plain = build_spc_chart(series)
    layers = len(plain.spec["layer"])
    one, two = build_swim_lanes(series, [FIRST]), build_swim_lanes(series, [FIRST, OPEN])
    assert plain.height < one.height < two.height
    assert len(plain.spec["layer"]) == layers


def test_columns_are_of_the_same_kinds_whatever_the_rows(make_series):
    one = build_swim_lanes(make_series("big_i_active", SWING), [FIRST]).frame.dtypes
    gaps = build_swim_lanes(make_series("big_i_active", [None] * 3 + SWING), [OPEN]).frame.dtypes
    assert one.to_dict() == gaps.to_dict()


def test_hidden_figures_stay_out(make_series):
    states = {5: FigureState.SUPPRESSED}
    tops = [*SWING[:5], None, *SWING[6:]]
    frame = build_swim_lanes(make_series("workshop_worth", tops, states=states), [FIRST]).frame
    assert frame[frame["what"] == "point"]["value"].isna().sum() == 1


def test_the_alt_text_says_the_lanes_after_the_sentence(make_series):
    series = make_series("big_i_active", SWING)
    said = build_swim_lanes(series, [FIRST, OPEN]).alt
    assert said.startswith(build_spc_chart(series).alt)
    assert said.endswith(
        "Above it 2 bars of what was tried: 1, Idea 1, Luton, adopted, September 2022 to March 2023; "
        "2, Idea 2, Luton, testing, since February 2023."
    )


def test_no_figures_no_lanes(make_series):
    assert len(build_swim_lanes(make_series("big_i_active", []), [FIRST]).frame) == 0


def test_a_place_is_named_only_where_asked(make_series):
    series = make_series("big_i_active", SWING)
    assert list(lanes(build_swim_lanes(series, [FIRST], with_place=True)).index) == [
        "1  Adopted: Idea 1 (Luton)"
    ]


def test_the_spec_is_a_chart_that_vega_lite_knows(make_series):
    for size in ("large", "phone", "screen"):
        spec = build_swim_lanes(make_series("big_i_active", SWING), [FIRST, OPEN], size=size).spec
        assert alt.Chart.from_dict(spec, validate=True)
