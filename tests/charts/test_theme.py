import altair as alt
import pytest

from charts.theme import DATA_NAME, SIZES, rows_of, tone, without_fuss


def test_a_colour_that_is_not_in_the_palette_is_an_error():
    assert tone("better") == {"expr": "scale('color', 'better')"}
    with pytest.raises(KeyError):
        tone("red")


def test_a_prepared_spec_draws_from_the_rows_it_is_given():
    chart = rows_of("point", alt.Chart().mark_point().encode(x="x:Q"))
    spec = without_fuss(chart)
    assert spec["data"] == {"name": DATA_NAME}
    assert "data" not in spec["layer"][0]
    assert "datasets" not in spec
    assert spec["transform"] == [{"filter": "datum.what === 'point'"}]


def test_single_marks_are_silent():
    spec = without_fuss(alt.Chart().mark_point().encode(x="x:Q"))
    assert spec["config"]["mark"]["aria"] is False
    assert spec["config"]["aria"] is False


def test_a_chart_that_altair_does_not_know_is_refused():
    with pytest.raises(alt.utils.schemapi.SchemaValidationError):
        without_fuss(alt.Chart().mark_point(size="huge").encode(x="x:Q"))


@pytest.mark.parametrize("size", SIZES.values())
def test_circles_above_the_plot_take_from_its_height(size):
    assert size.height > size.plot_height(0) > size.plot_height(1) > size.plot_height(2) > 0
