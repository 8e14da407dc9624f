"""One trust among all trusts: everybody on one line, the middle half shaded, our own marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import altair as alt

from charts.picture import ChartPicture, Row, build_frame
from charts.theme import (
    DATA_NAME,
    SIZES,
    ChartSize,
    Size,
    Spec,
    axis_style,
    check_layer,
    join_layers,
    rows_of,
    tone,
    tone_scale,
)
from measures.oversight import OversightPosition

_COLUMNS = {"what": "str", "x": "float64", "x2": "float64", "tone": "str", "text": "str"}
_HEIGHT = 10  # in sizes of type
# Shares of the height of the plot: our own name above the strip, the others' below it.
_WORDS_AT = {"own": 0.1, "median": 0.72, "half": 0.92}
_REACH = f"extent(pluck(data('{DATA_NAME}'), 'x'))"


def build_position_chart(
    position: OversightPosition, sentence: str, size: ChartSize = "large"
) -> ChartPicture:
    """Draw where a trust stands; no rank. Quartiles or a median that the file does not give are left out."""
    rows = list(_rows(position))
    low, high = min(position.others, default=position.value), max(position.others, default=position.value)
    said = f"{sentence} Strip of {len(position.others)} trusts, from {low:.2f} to {high:.2f}."
    return ChartPicture(_prepare(size), build_frame(rows, _COLUMNS), said, round(SIZES[size].font * _HEIGHT))


def _rows(position: OversightPosition) -> Iterator[Row]:
    for value in position.others:
        yield {"what": "trust", "x": value}
    low, high = position.lower_quartile, position.upper_quartile
    if low is not None and high is not None:
        yield {"what": "half", "x": low, "x2": high, "text": f"half of all trusts: {low:.2f} to {high:.2f}"}
    if position.median is not None:
        text = f"middle of {len(position.others)} trusts {position.median:.2f}"
        yield {"what": "median", "x": position.median, "text": text}
    own = f"{short_name(position.trust_name)} {position.value:.2f}"
    yield {"what": "own", "x": position.value, "text": own, "tone": "text"}


def short_name(trust_name: str) -> str:
    """The name without the words that all trusts share: "East London"."""
    return re.sub(r"(?i)\s+(NHS|University|Mental Health)*\s*(Foundation\s+)?Trust$", "", trust_name).strip()


@lru_cache(maxsize=8)
def _prepare(size_name: ChartSize) -> Spec:
    size = SIZES[size_name]
    layers = [
        rows_of("half", _half()),
        rows_of("trust", _everybody(size)),
        rows_of("median", _median()),
        rows_of("own", _own(size)),
        *(rows_of(what, _words(what, size)) for what in _WORDS_AT),
    ]
    return join_layers(layers, height=round(size.font * _HEIGHT))


def _across(top: float, bottom: float) -> dict[str, Any]:
    """From one share of the plot's height to another."""
    return {"y": {"expr": f"{top} * height"}, "y2": {"expr": f"{bottom} * height"}}


def _half() -> Spec:
    shade = alt.Chart().mark_rect(fill=tone("usual_range"), tooltip=None, **_across(0.3, 0.6))
    return check_layer(shade.encode(x="x:Q", x2="x2:Q"))


def _everybody(size: Size) -> Spec:
    """One short stroke a trust, over an axis as long as all of them reach."""
    reach: Any = {"expr": f"{_REACH}[0] == null ? [0, 1] : {_REACH}"}
    ticks: Any = {"expr": "max(2, min(6, floor(width / 90)))"}
    axis = (
        alt.X("x:Q")
        .scale(domain=reach, zero=False, nice=False, padding=16)
        .axis(grid=False, format=".1f", tickCount=ticks, **axis_style(size, flush=True))
        .title(None)
    )
    strokes = alt.Chart().mark_rule(stroke=tone("line"), strokeWidth=1.5, tooltip=None, **_across(0.36, 0.54))
    return check_layer(strokes.encode(x=axis))


def _median() -> Spec:
    line = alt.Chart().mark_rule(
        stroke=tone("usual_level"), strokeWidth=2, tooltip=None, **_across(0.28, 0.62)
    )
    return check_layer(line.encode(x="x:Q"))


def _own(size: Size) -> Spec:
    place: Any = {"y": {"expr": "0.25 * height"}}
    mark = alt.Chart().mark_point(
        shape="triangle-down", filled=True, opacity=1, size=size.font * 12, tooltip=None, **place
    )
    return check_layer(mark.encode(x="x:Q", color=tone_scale("tone")))


def _words(what: str, size: Size) -> Spec:
    """Words centred on what they name, but never over the edge of the plot."""
    half = f"length(datum.text) * {size.font * 0.27}"
    middle = "(datum.x2 == null ? datum.x : (datum.x + datum.x2) / 2)"
    place: Any = {
        "x": {"expr": f"clamp(scale('x', {middle}), {half}, width - {half})"},
        "y": {"expr": f"{_WORDS_AT[what]} * height"},
    }
    words = alt.Chart().mark_text(
        fill=tone("text" if what == "own" else "usual_level"), fontSize=size.font, baseline="middle",
        fontWeight=700 if what == "own" else 400, tooltip=None, **place,
    )  # fmt: skip
    return check_layer(words.encode(text="text:N"))
