"""The layers of a chart over time. Each is one mark over one kind of row, made once and then reused."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from charts.month_axis import month_axis
from charts.theme import Size, Spec, axis_style, check_layer, rows_of, tone, tone_of_row, tone_scale
from charts.value_axis import ValueAxis, y_axis

_DASH = [6, 4]
_DOTS = [2, 3]
_MARGIN = 14
# A signal is a little larger than an ordinary point; each shape so that all signals look equally large.
_WEIGHTS = "{'circle': 1, 'triangle-up': 2.2, 'triangle-down': 2.2, 'diamond': 2, 'square': 1.6}"


@cache
def band() -> Spec:
    """The usual range: soft, without an edge, a step a month where the limits follow the denominator."""
    area = alt.Chart().mark_area(interpolate="step", fill=tone("usual_range"), clip=True, tooltip=None)
    return check_layer(area.encode(x="x:Q", y="lower:Q", y2="upper:Q"))


@cache
def early_limit(field: str) -> Spec:
    """A limit that will still move: only a fine dotted line."""
    line = alt.Chart().mark_line(
        interpolate="step", stroke=tone("line"), strokeWidth=1, strokeDash=_DOTS, clip=True, tooltip=None
    )
    return check_layer(line.encode(x="x:Q", y=f"{field}:Q"))


@cache
def usual_level() -> Spec:
    """The mean, or the median while there are few points: dashed."""
    line = alt.Chart().mark_line(
        stroke=tone("usual_level"), strokeWidth=1.5, strokeDash=_DASH, clip=True, tooltip=None
    )
    return check_layer(line.encode(x="x:Q", y="level:Q"))


@cache
def joining_line() -> Spec:
    """The line from point to point; it stops at a gap and where a phase begins."""
    line = alt.Chart().mark_line(stroke=tone("line"), strokeWidth=1.5, tooltip=None)
    return check_layer(line.encode(x="x:Q", y="value:Q"))


def points(axis: ValueAxis, size: Size) -> Spec:
    """The points: colour and shape both say which way. Smaller where many stand in little width.

    This layer brings both axes and the one colour scale.
    """
    area: Any = {"expr": f"({_WEIGHTS})[datum.shape] * {size.point} * clamp(width / 500, 0.55, 1)"}
    mark = alt.Chart().mark_point(filled=True, opacity=1, size=area)
    return check_layer(
        mark.encode(
            x=month_axis(axis_style(size, flush=True)),
            y=y_axis(axis, size, "value"),
            color=tone_scale("tone"),
            shape=alt.Shape("shape:N").scale(None).legend(None),
            tooltip=[alt.Tooltip("when:N", title=" "), alt.Tooltip("text:N", title="  ")],
        )
    )


@cache
def target_line() -> Spec:
    """The target: thin, from the month it was agreed to the right edge."""
    edge: Any = {"expr": "width"}
    rule = alt.Chart().mark_rule(stroke=tone("target"), strokeWidth=1.2, tooltip=None)
    return rows_of("target", check_layer(rule.encode(x="x:Q", x2=alt.X2Value(edge), y="value:Q")))


@cache
def middle_line() -> Spec:
    """The line of a score that is neither good nor bad."""
    rule = alt.Chart().mark_rule(stroke=tone("line"), strokeWidth=1, tooltip=None)
    return rows_of("middle", check_layer(rule.encode(y="value:Q")))


@cache
def margin_words(size: Size) -> Spec:
    """The words to the right of the plot, each in the colour of what it names.

    A point that nobody sees keeps room for the longest usual words, so that charts on a page line up.
    """
    place: Any = {
        "x": {"expr": f"width + {_MARGIN}"},
        "y": {"expr": "datum.at * height"},
        "dy": {"expr": f"-{size.line_height / 2} * (split(datum.text, '\\n').length - 1)"},
        "fontWeight": {"expr": "datum.shape === 'last' ? 700 : 400"},
    }
    words = alt.Chart().mark_text(
        align="left",
        baseline="middle",
        lineBreak="\n",
        fontSize=size.font,
        lineHeight=size.line_height,
        fill=tone_of_row("tone"),
        tooltip=None,
        **place,
    )
    edge: Any = {"expr": f"width + {_MARGIN + size.margin_width}"}
    room = alt.Chart().mark_point(opacity=0, size=1, tooltip=None, x=edge)
    return rows_of("label", check_layer(words.encode(text="text:N")), check_layer(room))


@cache
def change_lines(size: Size) -> Spec:
    """A dotted line down to the month in which a change idea began."""
    span: Any = {"y": _height_of_number(size), "y2": {"expr": "height"}}
    rule = alt.Chart().mark_rule(stroke=tone("text"), strokeDash=_DOTS, tooltip=None, **span)
    return rows_of("change", check_layer(rule.encode(x="x:Q")))


@cache
def change_numbers(size: Size) -> Spec:
    """The number of a change idea in a circle above the plot."""
    height = _height_of_number(size)
    circle = alt.Chart().mark_point(
        shape="circle", size=(size.circle - 2) ** 2, filled=False, fill=tone("paper"), opacity=1,
        stroke=tone("text"), strokeWidth=1.2, tooltip=None, y=height,
    )  # fmt: skip
    number = alt.Chart().mark_text(
        fontSize=size.font - 1, fontWeight=700, fill=tone("text"), baseline="middle", tooltip=None, y=height
    )
    return rows_of(
        "change", check_layer(circle.encode(x="x:Q")), check_layer(number.encode(x="x:Q", text="text:N"))
    )


def _height_of_number(size: Size) -> Any:  # noqa: ANN401 - as `tone`
    return {"expr": f"-{size.circle} * (1.3 * datum.at + 0.8)"}
