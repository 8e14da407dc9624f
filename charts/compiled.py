"""Charts as Vega, compiled here once a kind: a browser that compiles each by itself keeps its reader waiting.

Compiling Vega-Lite is a third of what a browser does to draw a chart.
"""

from __future__ import annotations

import json
from functools import lru_cache

import vl_convert

from charts.theme import DATA_NAME, Spec

# What the app's theme says to Vega-Lite and Vega does not know; all else it says reaches Vega in the browser.
_THEME = {"font": '"Source Sans", sans-serif', "view": {"stroke": None}}
# The browser gives each chart its width before it draws it. This one only has to be a number.
_ANY_WIDTH = 600
# Streamlit takes a list under "data" for rows and moves it away, unless it begins like features of a map.
# Vega looks at neither key.
_LEFT_IN_PLACE = {"type": "Feature", "geometry": None}


def compile_spec(spec: Spec) -> Spec:
    """The Vega spec of a Vega-Lite spec that names its rows `DATA_NAME`: shared, so never change it.

    Raises:
        ValueError: Vega-Lite cannot compile it.
    """
    return _compile(json.dumps(spec))


@lru_cache(maxsize=256)
def _compile(text: str) -> Spec:
    spec = json.loads(text)
    compiled = vl_convert.vegalite_to_vega(
        {**spec, "width": _ANY_WIDTH, "config": {**spec.get("config", {}), **_THEME}}, show_warnings=False
    )
    # The paper is the theme's, light or dark; without a schema the browser goes by what it finds.
    del compiled["background"], compiled["$schema"]
    rows = next(data for data in compiled["data"] if data["name"] == DATA_NAME)
    made = [data for data in compiled["data"] if data is not rows]
    return {**compiled, "data": [{**rows, **_LEFT_IN_PLACE}, *made]}
