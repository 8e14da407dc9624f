"""How a chart was worked out: from the definition and the result, with its own numbers filled in."""

from __future__ import annotations

from measures.definitions import Chart, Unit
from measures.sentences import FEWEST_FOR_LIMITS, is_all_the_same, steps
from measures.series import MeasureSeries
from measures.writing import format_range, format_value

_CHARTS = {
    Chart.P: "a p chart, because each point is a count out of a count",
    Chart.P_PRIME: "a p′ chart, because with so many answers a p chart would call every wobble a signal",
    Chart.XMR: "an XmR chart, because each point is one number a period",
    Chart.C: "a c chart, because each point counts events in an equal span of time",
    Chart.T: "a t chart, because each point is the time between two events",
    Chart.RUN: "a run chart around the median, because values this near their end have no fair limits",
    Chart.LINE: "a plain line, because it is shown for context only",
}
_RULES = {
    "outside": "a point outside the usual range",
    "trend": "seven points in a row, each above (or each below) the one before",
    "two_in_three": "two of three points in a row close to the same end of the usual range",
    "shift": "seven points in a row on one side of the usual level",
}


def describe_working(series: MeasureSeries) -> list[tuple[str, str]]:
    """Heading and text, in the order in which an analyst asks."""
    d = series.definition
    found = [
        ("What we count", d.how_worked_out),
        ("Number on top", d.numerator),
        ("Number below", d.denominator or "none: it is a plain count"),
        ("Chart", f"This is {_CHARTS[series.chart]}."),
        ("What we call a sign of change", _rules(series)),
        ("Months used", _span(series)),
        ("Worked through", _worked_through(series)),
        ("What to expect next", _expected(series)),
        ("Target", _target(series)),
        ("Small numbers", _disclosure(series)),
        ("Who looks after this", f"{d.owner}. Checked by the {d.checked_by[0].lower()}{d.checked_by[1:]}."),
        ("Reviewed", f"{d.reviewed_on:%d/%m/%Y}, next review {d.next_review:%d/%m/%Y}."),
    ]
    return [(heading, text) for heading, text in found if text]


def _rules(series: MeasureSeries) -> str:
    if series.chart == Chart.LINE:
        return "Nothing: this line is for context."
    if series.chart == Chart.RUN:
        return "A stretch on one side of the middle that is too long for chance, or too few crossings of it."
    words = [_RULES[rule] for rule in series.definition.deciding_rules]
    listed = "; ".join(words)
    said = f"{listed[0].upper()}{listed[1:]}."
    if series.definition.is_stock and len(words) == 1:
        said += " Other rules would cry wolf, because most of the same projects are counted each month."
    return said


def _span(series: MeasureSeries) -> str:
    if not series.observed:
        return ""
    first, last = series.points[series.observed[0]], series.points[series.observed[-1]]
    said = f"{series.when(first)} to {series.when(last)}, {steps(series, len(series.observed))} with figures."
    for rebase in series.rebases:
        said += f" The usual level starts afresh in {series.when_day(rebase.date)}: {rebase.reason}"
    return said


def _worked_through(series: MeasureSeries) -> str:
    """The usual level and range with the numbers that made them."""
    few = len(series.phase_observed) < FEWEST_FOR_LIMITS
    if series.result is None or series.usual_range is None or few or is_all_the_same(series):
        return ""
    low, high = format_range(*series.usual_range, series.definition)
    level = format_value(float(series.result.mean[series.phase_observed[-1]]), series.definition, 2)
    said = f"Usual level {level}; usual range {low} to {high}."
    if series.definition.unit != Unit.PERCENT:
        return said
    points = [series.points[i] for i in series.phase_observed]
    top, below = sum(p.numerator or 0 for p in points), sum(p.denominator or 0 for p in points)
    return (
        f"{said} The level is {top:,.0f} ÷ {below:,.0f}. The range is the level plus and minus three times "
        "√(level × (1 − level) ÷ number below), here at the middle number below."
    )


def _expected(series: MeasureSeries) -> str:
    """The range of the next period in words, as far as the past can tell."""
    if (
        series.usual_range is None
        or len(series.phase_observed) < FEWEST_FOR_LIMITS
        or is_all_the_same(series)
    ):
        return ""
    low, high = format_range(*series.usual_range, series.definition)
    return f"If nothing changes, the next {series.step} will most likely lie between {low} and {high}."


def _target(series: MeasureSeries) -> str:
    if series.target is None:
        return ""
    value = format_value(series.target.value, series.definition)
    agreed = series.target.agreed_by.rstrip(".")
    return f"{value} from {series.when_day(series.target.from_date)}. Agreed by: {agreed}."


def _disclosure(series: MeasureSeries) -> str:
    if series.definition.disclosure == "none":
        return "Counts of projects and workshops are shown exactly."
    return (
        f"Counts from 1 to {series.definition.hide_below - 1} are hidden, with all that rests on them. "
        "Where a hidden number could be found by taking away, the next smallest is hidden too."
    )
