import altair as alt
import pytest

from charts.theme import DATA_NAME, SIZES, check_layer, join_layers, rows_of, tone


def test_a_colour_that_is_not_in_the_palette_is_an_error():
    assert tone("better") == {"expr": "scale('color', 'better')"}
    with pytest.raises(KeyError):
        tone("red")


def test_a_joined_chart_draws_from_the_rows_it_is_given():
    layer = check_layer(alt.Chart().mark_point().encode(x="x:Q"))
    spec = join_layers([rows_of("point", layer)], height=100)
    assert layer == {"mark": {"type": "point"}, "encoding": {"x": {"field": "x", "type": "quantitative"}}}
    assert spec["data"] == {"name": DATA_NAME}
    assert spec["layer"] == [{"transform": [{"filter": "datum.what === 'point'"}], "layer": [layer]}]


def test_single_marks_are_silent():
    config = join_layers([], height=100)["config"]
    assert config["mark"]["aria"] is False
    assert config["aria"] is False


def test_a_mark_that_vega_lite_does_not_know_is_refused():
    with pytest.raises(alt.utils.schemapi.SchemaValidationError):
        check_layer(alt.Chart().mark_point(size="huge").encode(x="x:Q"))


@pytest.mark.parametrize("size", SIZES.values())
def test_circles_above_the_plot_take_from_its_height(size):
    assert size.height > size.plot_height(0) > size.plot_height(1) > size.plot_height(2) > 0
