from datetime import date

import altair as alt
import pytest

from charts.mix import LEVELS, build_mix_chart
from data_model.terms import InvolvementLevel
from measures.mix import MixRow

MAY = date(2026, 5, 1)


def area(name, *counts):
    return MixRow(name, MAY, dict(zip(InvolvementLevel, counts, strict=True)))


def test_one_key_for_each_level_there_is():
    assert [level.key for level in LEVELS] == list(InvolvementLevel)


def test_the_parts_of_an_area_fill_its_bar_in_order():
    frame = build_mix_chart([area("Luton", 2, 1, 0, 1)]).frame
    parts = frame[frame["what"] == "part"]
    assert parts["tone"].tolist() == ["deep", "middle", "paper"]
    assert parts["start"].tolist() == [0, 0.5, 0.75]
    assert parts["end"].tolist() == [0.5, 0.75, 1]
    assert parts["count"].tolist() == ["2", "1", "1"]
    assert parts["text"].iloc[0] == "Big I: 2 of 4 projects"


def test_areas_stand_in_the_order_given_under_their_names():
    frame = build_mix_chart([area("Newham", 1, 0, 0, 0), area("Addictions", 0, 2, 0, 0)]).frame
    names = frame[frame["what"] == "name"]
    assert names["text"].tolist() == ["Newham: 1 project", "Addictions: 2 projects"]
    assert names["row"].tolist() == [0, 1]


def test_none_and_not_recorded_look_different_and_are_named():
    assert [(level.words, level.fill) for level in LEVELS[2:]] == [
        ("none", "pale"),
        ("not recorded", "paper"),
    ]


def test_the_alt_text_holds_every_number():
    assert build_mix_chart([area("Luton", 2, 1, 0, 1)]).alt == (
        "At the end of May 2026, 2 of 4 projects had Big I, 1 little i and 0 neither. "
        "We do not know about 1. "
        "Bars of active projects by level of involvement, May 2026. "
        "Luton: 2 Big I, 1 little i, 0 none, 1 not recorded."
    )


@pytest.mark.parametrize("areas", [0, 1, 14])
def test_the_chart_grows_with_its_areas_and_its_spec_is_reused(areas):
    rows = [area(f"Area {i}", i, 1, 1, 1) for i in range(areas)]
    picture = build_mix_chart(rows)
    assert picture.spec is build_mix_chart(rows).spec
    assert picture.height == picture.spec["height"]
    assert len(picture.frame) == sum(1 + (3 if i == 0 else 4) for i in range(areas))


def test_an_area_without_projects_has_a_name_and_no_bar():
    frame = build_mix_chart([area("Luton", 0, 0, 0, 0)]).frame
    assert frame["what"].tolist() == ["name"]


def test_the_spec_is_a_chart_that_vega_lite_knows():
    assert alt.Chart.from_dict(build_mix_chart([area("Luton", 2, 1, 0, 1)]).spec, validate=True)
