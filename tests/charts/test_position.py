import altair as alt
import pytest

from charts.position import build_position_chart, short_name
from measures.oversight import OversightPosition


def position(**changes):
    given = {
        "metric": "Staff engagement", "reporting_date": "March 2026", "units": "points",
        "trust_name": "Northtown NHS Foundation Trust", "value": 7.1, "median": 7.02, "lower_quartile": 6.9,
        "upper_quartile": 7.12, "others": (6.7, 6.9, 7.02, 7.1, 7.3),
    }  # fmt: skip
    return OversightPosition(**(given | changes))


def said(picture):
    return dict(zip(picture.frame["what"], picture.frame["text"], strict=True))


def test_own_value_middle_and_middle_half_are_written():
    found = said(build_position_chart(position(), "So."))
    assert found["own"] == "Northtown 7.10"
    assert found["median"] == "middle of 5 trusts 7.02"
    assert found["half"] == "half of all trusts: 6.90 to 7.12"


def test_everybody_is_one_stroke_without_a_name_or_a_rank():
    frame = build_position_chart(position(), "So.").frame
    trusts = frame[frame["what"] == "trust"]
    assert trusts["x"].tolist() == [6.7, 6.9, 7.02, 7.1, 7.3]
    assert trusts["text"].isna().all()


@pytest.mark.parametrize("missing", [{"median": None}, {"lower_quartile": None}, {"upper_quartile": None}])
def test_what_the_file_does_not_give_is_not_drawn(missing):
    found = said(build_position_chart(position(**missing), "So."))
    assert ("median" in found) == ("median" not in missing)
    assert ("half" in found) == ("median" in missing)


def test_a_trust_alone_can_be_drawn():
    picture = build_position_chart(position(others=(), median=None, lower_quartile=None), "Alone.")
    assert picture.frame["what"].tolist() == ["own"]
    assert picture.alt == "Alone. Strip of 0 trusts, from 7.10 to 7.10."


def test_the_alt_text_has_sentence_and_range():
    assert build_position_chart(position(), "It is above.").alt == (
        "It is above. Strip of 5 trusts, from 6.70 to 7.30."
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("East London NHS Foundation Trust", "East London"),
        ("NORTHTOWN NHS TRUST", "NORTHTOWN"),
        ("Northtown University NHS Foundation Trust", "Northtown University"),
        ("Trust Me Hospitals", "Trust Me Hospitals"),
    ],
)
def test_a_trust_goes_by_its_short_name(name, short):
    assert short_name(name) == short


def test_the_spec_is_a_chart_that_vega_lite_knows():
    assert alt.Chart.from_dict(build_position_chart(position(), "So.").spec, validate=True)
