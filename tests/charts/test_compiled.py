"""The browser is given Vega: it must be the very picture that Vega-Lite would make of the same spec."""

import json
import re
from datetime import date

import pytest
import vl_convert
from streamlit.elements.vega_charts import _is_geojson_or_topojson_payload as stays_in_place

from charts.compiled import compile_spec
from charts.spc_chart import build_spc_chart
from charts.theme import DATA_NAME

THEME = {
    "font": '"Source Sans", sans-serif',
    "view": {"stroke": None},
    "range": {"category": ["#005EB8"] * 15},
}
WIDTH = 640


@pytest.fixture(params=["large", "phone", "small", "screen"])
def picture(make_series, request):
    found = make_series(numerators=[8, 9, None, 12, *[15] * 12], target=0.7, changes=[date(2022, 9, 4)])
    return build_spc_chart(found, size=request.param)


def without_ids(svg):
    """Each drawing numbers its clips on from the last one's."""
    return re.sub(r"clip\d+", "clip", svg)


def test_it_is_the_picture_of_the_spec(picture):
    rows = json.loads(picture.frame.to_json(orient="records"))
    compiled = compile_spec(picture.spec)
    data = [{**d, "values": rows} if d["name"] == DATA_NAME else d for d in compiled["data"]]
    config = {**compiled["config"], "range": THEME["range"], "background": None}
    drawn = vl_convert.vega_to_svg({**compiled, "width": WIDTH, "data": data, "config": config})
    spec = {**picture.spec, "width": WIDTH, "datasets": {DATA_NAME: rows}}
    wanted = vl_convert.vegalite_to_svg(spec, config={**THEME, "background": None})
    assert "8 of" in drawn or "15 of 20" in drawn
    assert without_ids(drawn) == without_ids(wanted)


def test_rows_come_first_where_streamlit_leaves_them(picture):
    compiled = compile_spec(picture.spec)
    assert compiled["data"][0]["name"] == DATA_NAME
    assert stays_in_place(compiled["data"])


def test_the_paper_is_the_themes(picture):
    assert "background" not in compile_spec(picture.spec)


def test_a_kind_is_compiled_once(picture):
    assert compile_spec(picture.spec) is compile_spec(dict(picture.spec))
