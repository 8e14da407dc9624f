"""The layers of a chart over time, from back to front. Each is one mark over one kind of row."""

from __future__ import annotations

from typing import Any

import altair as alt

from charts.theme import Layer, Size, rows_of, tone, tone_of_row, tone_scale

_DASH = [6, 4]
_DOTS = [2, 3]
_MARGIN = 14
# A signal is a little larger than an ordinary point; each shape so that all signals look equally large.
_WEIGHTS = "{'circle': 1, 'triangle-up': 2.2, 'triangle-down': 2.2, 'diamond': 2, 'square': 1.6}"


def band(base: alt.Chart) -> alt.Chart:
    """The usual range: soft, without an edge, a step a month where the limits follow the denominator."""
    mark = base.mark_area(interpolate="step", fill=tone("usual_range"), clip=True, tooltip=None)
    return mark.encode(y=alt.Y("lower:Q"), y2="upper:Q")


def early_limits(base: alt.Chart, field: str) -> alt.Chart:
    """A limit that will still move: only a fine dashed line."""
    mark = base.mark_line(
        interpolate="step", stroke=tone("line"), strokeWidth=1, strokeDash=_DOTS, clip=True, tooltip=None
    )
    return mark.encode(y=alt.Y(f"{field}:Q"))


def usual_level(base: alt.Chart) -> alt.Chart:
    """The mean, or the median while there are few points: dashed."""
    mark = base.mark_line(
        stroke=tone("usual_level"), strokeWidth=1.5, strokeDash=_DASH, clip=True, tooltip=None
    )
    return mark.encode(y=alt.Y("level:Q"))


def joining_line(base: alt.Chart) -> alt.Chart:
    """The line from point to point; it stops at a gap and where a phase begins."""
    return base.mark_line(stroke=tone("line"), strokeWidth=1.5, tooltip=None).encode(y=alt.Y("value:Q"))


def points(base: alt.Chart, size: Size) -> alt.Chart:
    """The points: colour and shape both say which way. Smaller where many stand in little width."""
    grow = f"{size.point} * clamp(width / 500, 0.55, 1)"
    mark = base.mark_point(
        filled=True,
        opacity=1,
        size={"expr": f"({_WEIGHTS})[datum.shape] * {grow}"},  # type: ignore[arg-type]
    )
    return mark.encode(
        y=alt.Y("value:Q"),
        color=tone_scale("tone"),
        shape=alt.Shape("shape:N").scale(None).legend(None),
        tooltip=[alt.Tooltip("when:N", title=" "), alt.Tooltip("text:N", title="  ")],
    )


def target_line() -> Layer:
    """The target: thin, from the month it was agreed to the right edge."""
    mark = alt.Chart().mark_rule(stroke=tone("target"), strokeWidth=1.2, tooltip=None)
    return rows_of("target", mark.encode(x="x:Q", x2=alt.XValue({"expr": "width"}), y="value:Q"))  # type: ignore[arg-type]


def middle_line() -> Layer:
    """The line of a score that is neither good nor bad."""
    mark = alt.Chart().mark_rule(stroke=tone("line"), strokeWidth=1, tooltip=None)
    return rows_of("middle", mark.encode(y="value:Q"))


def margin_words(size: Size) -> Layer:
    """The words to the right of the plot, each in the colour of what it names.

    A point that nobody sees keeps room for the longest usual words, so that charts on a page line up.
    """
    words = alt.Chart().mark_text(
        align="left",
        baseline="middle",
        lineBreak="\n",
        fontSize=size.font,
        lineHeight=size.line_height,
        fontWeight={"expr": "datum.shape === 'last' ? 700 : 400"},  # type: ignore[arg-type]
        fill=tone_of_row("tone"),
        tooltip=None,
        x={"expr": f"width + {_MARGIN}"},  # type: ignore[arg-type]
        y={"expr": "datum.at * height"},  # type: ignore[arg-type]
        dy={"expr": f"-{size.line_height / 2} * (split(datum.text, '\\n').length - 1)"},  # type: ignore[arg-type]
    )
    room = alt.Chart().mark_point(
        opacity=0,
        size=1,
        tooltip=None,
        x={"expr": f"width + {_MARGIN + size.margin_width}"},  # type: ignore[arg-type]
    )
    return rows_of("label", words.encode(text="text:N"), room)


def change_lines(size: Size) -> Layer:
    """A dotted line down to the month in which a change idea began."""
    rule = alt.Chart().mark_rule(
        stroke=tone("text"), strokeDash=_DOTS, tooltip=None, y=_height_of_number(size), y2={"expr": "height"}  # type: ignore[arg-type]
    )  # fmt: skip
    return rows_of("change", rule.encode(x="x:Q"))


def change_numbers(size: Size) -> Layer:
    """The number of a change idea in a circle above the plot."""
    base = alt.Chart().encode(x="x:Q")
    circle = base.mark_point(
        shape="circle", size=(size.circle - 2) ** 2, filled=False, fill=tone("paper"), opacity=1,
        stroke=tone("text"), strokeWidth=1.2, tooltip=None, y=_height_of_number(size),
    )  # fmt: skip
    number = base.mark_text(
        fontSize=size.font - 1, fontWeight=700, fill=tone("text"), baseline="middle", tooltip=None,
        y=_height_of_number(size),
    )  # fmt: skip
    return rows_of("change", circle, number.encode(text="text:N"))


def _height_of_number(size: Size) -> Any:  # noqa: ANN401 - as `tone`
    return {"expr": f"-{size.circle} * (1.3 * datum.at + 0.8)"}
