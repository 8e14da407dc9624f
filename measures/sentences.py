"""One sentence a chart: from a series to words, used unchanged by page, alt text, command line and export.

At most two sentences of 30 words. "Rose" only if the value rose; "real change" only where a rule
that may decide for this measure fired in the improving or worsening direction.
"""

from __future__ import annotations

from collections.abc import Callable

from data_model.terms import FigureState
from measures.definitions import Chart, Definition, Unit
from measures.series import MeasureSeries
from measures.streaks import count_all_same, count_one_side, count_outside, count_steps
from measures.writing import describe_counts, describe_point, format_range, format_value

FEWEST_FOR_PATTERN = 6
FEWEST_FOR_LIMITS = 12
FEWEST_ALL_SAME = 3
_HIGH = "URTS"
_NORMAL = "That is normal here: there is no sign of real change."


def describe_series(series: MeasureSeries) -> str:
    """The one sentence (or two) that says what a chart means."""
    for describe in (_nothing_to_show, _all_the_same, _too_few, _plain_line, _early, _run_chart):
        words = describe(series)
        if words:
            return words
    if _is_inside_a_shift(series):
        return _shift(series)
    return _CAUSES.get(_last_cause(series), _normal)(series)


def is_all_the_same(series: MeasureSeries) -> bool:
    """Whether the last three periods or more were all or nothing, so that limits would say nothing."""
    return count_all_same(series) >= FEWEST_ALL_SAME


def describe_hiding(definition: Definition) -> str:
    """Why a number of a measure is not told."""
    return f"We hide numbers below {definition.hide_below} so nobody can be recognised."


def steps(series: MeasureSeries, count: int) -> str:
    """A number of periods in words: "8 months", "1 quarter"."""
    return f"{count} {series.step}{'' if count == 1 else 's'}"


def _nothing_to_show(series: MeasureSeries) -> str:
    if series.last is not None:
        return ""
    states = {p.state for p in series.points}
    if FigureState.SUPPRESSED in states:
        return describe_hiding(series.definition)
    if FigureState.TOO_EARLY in states:
        return "It is too early to count this yet."
    return "We have no figures here yet."


def _all_the_same(series: MeasureSeries) -> str:
    last, words = series.last, series.definition.words
    if last is None or not is_all_the_same(series):
        return ""
    number = f"{last.denominator:,.0f}"
    if last.value == 1:
        who = f"The only {words.one}" if last.denominator == 1 else f"All {number} {words.counted}"
    else:
        who = f"None of the {number} {words.counted}"
    return f"{who} {words.happened}. This has been so for {steps(series, count_all_same(series))}."


def _too_few(series: MeasureSeries) -> str:
    have = len(series.phase_observed)
    if have >= FEWEST_FOR_PATTERN:
        return ""
    need = FEWEST_FOR_PATTERN
    return f"It is too soon to show a pattern. We have {steps(series, have)} and need at least {need}."


def _plain_line(series: MeasureSeries) -> str:
    return "" if series.chart != Chart.LINE else f"{_in_the_last(series)}."


def _early(series: MeasureSeries) -> str:
    if len(series.phase_observed) >= FEWEST_FOR_LIMITS:
        return ""
    return f"{_in_the_last(series)}. These are early limits and will move."


def _run_chart(series: MeasureSeries) -> str:
    if series.chart != Chart.RUN or series.result is None:
        return ""
    middle = format_value(float(series.result.mean[-1]), series.definition)
    if not series.result.runs[-1].signal:
        return f"This goes up and down around {middle}. {_NORMAL}"
    side, row = count_one_side(series)
    longest = series.result.runs[-1].longest_max or 0
    if row <= longest:
        return f"This is not just ups and downs: long stretches lie above or below the middle of {middle}."
    words = series.definition.words.rose if side > 0 else series.definition.words.fell
    where = "above" if side > 0 else "below"
    return (
        f"{words}: the last {steps(series, row)} are all {where} the middle of {middle}. "
        "This is more than ups and downs."
    )


def _outside(series: MeasureSeries) -> str:
    high = _last_cause(series) in _HIGH
    row = count_outside(series)
    if row == 1 and series.last is not None:
        point = series.last
        what = describe_counts(point, series.definition) if series.definition.unit == Unit.PERCENT else ""
        what = what or describe_point(point, series.definition)
        return (
            f"{series.when(point)} was unusually {'high' if high else 'low'}: {what}. "
            f"One {series.step} on its own may have a simple reason, so ask what happened."
        )
    where = "above" if high else "below"
    moved = _moved(series, high)
    return f"{moved}: the last {steps(series, row)} are all {where} the usual range. {_verdict(series)}"


def _shift(series: MeasureSeries) -> str:
    side, row = count_one_side(series)
    where = "above" if side > 0 else "below"
    usual = format_value(_usual_level(series), series.definition)
    return (
        f"{_moved(series, side > 0)}: the last {steps(series, row)} are all {where} "
        f"the usual level of {usual}. {_verdict(series)}"
    )


def _trend(series: MeasureSeries) -> str:
    rising = _last_cause(series) == "R"
    row = count_steps(series, rising)
    plain = "This is a real change." if _class(series) == "improvement" else _verdict(series)
    return f"It has {'risen' if rising else 'fallen'} {steps(series, row)} running. {plain}"


def _is_inside_a_shift(series: MeasureSeries) -> bool:
    """Whether a lesser sign on the last point would soften a shift that it is part of.

    Two of three near an end, or one point outside, say "keep an eye on it" or "ask what happened";
    a row of seven on one side that they stand in says more.
    """
    if series.result is None or "shift" not in series.definition.deciding_rules:
        return False
    cause, last = _last_cause(series), series.observed[-1]
    lesser = cause in ("T", "t") or (cause in ("U", "L") and count_outside(series) == 1)
    return lesser and bool(series.result.hits["shift"][last])


def _two_in_three(series: MeasureSeries) -> str:
    end = "top" if _last_cause(series) in _HIGH else "bottom"
    return (
        f"Two of the last three {series.step}s were close to the {end} of the usual range. Keep an eye on it."
    )


def _normal(series: MeasureSeries) -> str:
    usual = series.usual_range
    if usual is None:
        return f"{_in_the_last(series)}."
    low, high = format_range(*usual, series.definition)
    if low == high:
        return f"This has stayed at about {high}. There is no sign of real change."
    return f"This goes up and down between about {low} and {high}. {_NORMAL}"


_CAUSES: dict[str, Callable[[MeasureSeries], str]] = {
    "U": _outside, "L": _outside, "R": _trend, "F": _trend,
    "T": _two_in_three, "t": _two_in_three, "S": _shift, "s": _shift,
}  # fmt: skip


def _verdict(series: MeasureSeries) -> str:
    return {
        "improvement": "This is a real change, not just ups and downs.",
        "concern": "This needs a conversation.",
    }.get(_class(series), "This is more than ups and downs.")


def _moved(series: MeasureSeries, high: bool) -> str:
    return series.definition.words.rose if high else series.definition.words.fell


def _in_the_last(series: MeasureSeries) -> str:
    point, definition = series.last, series.definition
    if point is None:
        return ""
    said = describe_point(point, definition)
    if definition.unit == Unit.PERCENT:
        said = f"{describe_counts(point, definition)} {definition.words.happened}"
    elif definition.unit == Unit.COUNT:
        said = f"{said} {definition.words.happened}"
    return f"In {series.when(point)}, {said}" if series.period != "event" else f"The last gap was {said}"


def _last_cause(series: MeasureSeries) -> str:
    return "." if series.result is None else str(series.result.cause[series.observed[-1]])


def _class(series: MeasureSeries) -> str:
    return "" if series.result is None else str(series.result.special_cause[series.observed[-1]])


def _usual_level(series: MeasureSeries) -> float:
    assert series.result is not None  # noqa: S101 - only called where a rule fired
    return float(series.result.mean[series.observed[-1]])
