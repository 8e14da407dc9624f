"""The look that all charts share: sizes of type and marks, axes, and colours by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from charts.palette import DOMAIN

# The name under which Streamlit hands the rows of a chart to Vega.
DATA_NAME = "source"
Spec = dict[str, Any]
ChartSize = Literal["large", "paper", "phone", "small", "screen"]


@dataclass(frozen=True)
class Size:
    """How large a chart is drawn; lengths in pixels, ``point`` an area in square pixels.

    ``height`` holds everything: plot, axis and what stands above the plot. The width is always that of
    the place it stands in. ``words``: whether more is written and marked than the last value.
    """

    height: int
    font: int
    point: int
    words: bool = True
    many_ticks: bool = True

    @property
    def line_height(self) -> int:
        """From one line of text to the next."""
        return round(self.font * 1.25)

    @property
    def circle(self) -> int:
        """Diameter of a numbered circle, and the room that a row of them takes above the plot."""
        return round(self.font * 1.7)

    def plot_height(self, rows_above: int) -> int:
        """What is left for the plot under so many rows of circles and above the words of the axis."""
        return self.height - round(self.font * 2.2) - round(rows_above * self.circle * 1.3)

    @property
    def margin_width(self) -> int:
        """Room that words like "31% to 52%" need beside the plot."""
        return round(self.font * (5.2 if self.words else 4.6))

    @property
    def month_width(self) -> int:
        """Room that a label like "Apr 2022" needs, with air on both sides."""
        return round(self.font * 5.6)


SIZES: dict[ChartSize, Size] = {
    "large": Size(height=360, font=14, point=36),
    "paper": Size(height=288, font=14, point=36),
    "phone": Size(height=240, font=13, point=28, many_ticks=False),
    "small": Size(height=140, font=13, point=18, words=False, many_ticks=False),
    "screen": Size(height=520, font=22, point=80),
}


def tone(name: str) -> Any:  # noqa: ANN401 - Altair's own type for it is a union of sixty
    """A constant colour, looked up in the browser so that it follows light and dark.

    Needs one layer of the chart with `tone_scale`. KeyError for a name that is not in the palette.
    """
    if name not in DOMAIN:
        raise KeyError(name)
    return {"expr": f"scale('color', '{name}')"}


def tone_scale(field: str) -> alt.Color:
    """The encoding that brings the one colour scale; ``field`` holds names of colours."""
    return alt.Color(f"{field}:N").scale(domain=list(DOMAIN)).legend(None)


def tone_of_row(field: str) -> Any:  # noqa: ANN401 - as `tone`
    """The colour that each row names in ``field``, for a mark that has no scale of its own."""
    return {"expr": f"scale('color', datum.{field})"}


def check_layer(chart: alt.Chart) -> Spec:
    """One mark with its encodings, checked by Altair against Vega-Lite's own schema, without data.

    Raises:
        altair.utils.schemapi.SchemaValidationError: the chart is not one that Vega-Lite knows.
    """
    spec = chart.to_dict()
    return {key: spec[key] for key in ("mark", "encoding") if key in spec}


def rows_of(what: str, *layers: Spec) -> Spec:
    """Layers that are drawn from one kind of row only."""
    return {"transform": [{"filter": f"datum.what === '{what}'"}], "layer": list(layers)}


def axis_style(size: Size, *, flush: bool) -> dict[str, Any]:
    """Quiet axes: words in a grey that can be read, no lines but the grid.

    ``flush`` keeps the first and last label inside the plot instead of centred on their ticks.
    """
    return {
        "labelFontSize": size.font,
        "labelColor": tone("quiet"),
        "gridColor": tone("grid"),
        "labelPadding": 8,
        "labelOverlap": True,
        "labelFlush": flush,
        "labelBound": False,
        "domain": False,
        "ticks": False,
        "title": None,
    }


def join_layers(layers: Sequence[Spec], *, height: int, signals: Sequence[Spec] = ()) -> Spec:
    """A whole chart from its checked layers, back to front, ready for the rows of any series of its kind.

    Joined here and not by Altair, which would copy every layer many times: most of a first page's wait.
    Single marks say nothing to a screen reader: the chart's alt text and its table do.
    """
    return {
        "data": {"name": DATA_NAME},
        "params": list(signals),
        "layer": list(layers),
        "width": "container",
        "height": height,
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
        "config": {"aria": False, "mark": {"aria": False}},
    }
