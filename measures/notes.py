"""The quiet lines under a chart: what to bear in mind when reading it."""

from __future__ import annotations

import spc
from data_model.terms import FigureState, ForumEntryType
from measures.before_after import calculate_typical, split_points
from measures.context import ChangeMark
from measures.definitions import Chart, Unit
from measures.disclosure import UNKNOWN_ROLE
from measures.forum import ForumEntry
from measures.periods import write_period
from measures.sentences import (
    FEWEST_FOR_LIMITS,
    FEWEST_FOR_PATTERN,
    describe_hiding,
    is_all_the_same,
    steps,
)
from measures.series import MeasureSeries
from measures.writing import format_value

OLD_AFTER_DAYS = 45
UNKNOWN_ABOVE = 0.1
FIRM_FROM = 20
_MOST_NAMED = 3
_ONE_IS_TOO_FEW = 2  # the least that a measure wants, of which only one can fall short
_FULL_SCORE = 100


def describe_notes(series: MeasureSeries) -> list[str]:
    """All notes that hold for a series, most important first."""
    found = [
        _question_changed(series),
        _not_recorded(series),
        _gaps(series),
        _unknown_roles(series),
        _small_numbers(series),
        _too_early(series),
        _stock(series),
        _early_limits(series),
        _few_behind_each_point(series),
        _few_behind_some_points(series),
        describe_target(series),
        describe_age(series),
    ]
    return [note for note in found if note]


def describe_target(series: MeasureSeries) -> str:
    """What the usual range says about the target: always, never or sometimes met."""
    if series.definition.direction == "neutral" or series.last is None:
        return ""
    if series.target is None:
        return "No target agreed."
    if series.result is None or is_all_the_same(series) or len(series.phase_observed) < FEWEST_FOR_LIMITS:
        return f"The target is {format_value(series.target.value, series.definition)}."
    target = format_value(series.target.value, series.definition)
    many = "quarters" if series.period == "quarter" else "months"
    named = f"the {target} target" if series.definition.unit == Unit.PERCENT else f"the target of {target}"
    return {
        "pass": f"On its own it will keep meeting {named}, unless something changes.",
        "fail": f"If nothing changes it will not reach {target}. The way we work has to change to get there.",
        "inconsistent": f"Some {many} will meet {target} and some will not, just by chance.",
    }.get(series.result.assurance or "", f"The target is {target}.")


def describe_change(series: MeasureSeries, mark: ChangeMark, most: int | None = None) -> str:
    """A change idea with what the measure was before and after it began; never that one caused the other.

    What a forum wrote down stands as it was written, after its place and day.

    Args:
        series: the measure beside which it stands.
        mark: what is numbered on its chart.
        most: of how many things of one meeting there is room for; None for all.
    """
    if mark.entries:
        said = [describe_entry(entry) for entry in mark.entries[:most]]
        if more := describe_more(len(mark.entries) - len(said)):
            said.append(more)
        return f"{mark.title}, {write_period(mark.start_date, 'event')}. {' '.join(said)}"
    began = f"{mark.title} began in {series.when_day(mark.start_date)}."
    before, after = split_points(series.points, mark.start_date)
    if min(len(before), len(after)) < FEWEST_FOR_PATTERN:
        return f"{began} It is too early to see what followed."
    was, is_now = (
        format_value(calculate_typical(some, series), series.definition) for some in (before, after)
    )
    if was == is_now:
        return f"{began} The usual level has been about {was} before and since."
    return (
        f"{began} {series.definition.title} moved from about {was} to about {is_now} afterwards. "
        "Other things may have helped too."
    )


def describe_entry(entry: ForumEntry) -> str:
    """What a forum wrote down, with its kind, and for what is to be done with who does it and by when."""
    due = f"due {write_period(entry.due_date, 'event')}" if entry.due_date else ""
    who = ", ".join(part for part in (entry.owner_role, due) if part)
    said = entry.text.rstrip(".") + f" ({who})." if who else end_sentence(entry.text)
    return f"{name_entry(entry)}: {said}"


def name_entry(entry: ForumEntry) -> str:
    """The kind of what a forum wrote down; a plan is named after its project."""
    if entry.entry_type == ForumEntryType.BIG_I_PLAN:
        return f"Plan for {entry.project_title or entry.project_id}"
    return entry.entry_type.capitalize()


def end_sentence(text: str) -> str:
    """The text with a sign at its end, so that another sentence can follow."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def describe_more(count: int) -> str:
    """How many things of a meeting there is no room for; empty for none."""
    return f"And {count} more." if count else ""


def _question_changed(series: MeasureSeries) -> str:
    shown = series.points[series.shown]
    return " ".join(r.reason for r in series.rebases if shown and r.date >= shown[0].period_start)


def _not_recorded(series: MeasureSeries) -> str:
    """How wide the truth may lie where more than a tenth of the projects are not recorded."""
    known, last = series.known, series.last
    if known is None or last is None or known.value is None or 1 - known.value <= UNKNOWN_ABOVE:
        return ""
    active, hits = known.denominator or 0, last.numerator or 0
    unknown = active - (known.numerator or 0)
    low, high = round(_FULL_SCORE * hits / active), round(_FULL_SCORE * (hits + unknown) / active)
    return (
        f"We do not know about {unknown:,.0f} of {active:,.0f} projects. "
        f"The true share is between {low}% and {high}%."
    )


def _gaps(series: MeasureSeries) -> str:
    shown = range(len(series.points))[series.shown]
    gone = [series.when(series.points[i]) for i in series.gaps if i in shown]
    return f"{series.definition.when_missing} {_list(gone)}." if gone else ""


def _unknown_roles(series: MeasureSeries) -> str:
    """Where a chart of the roles leaves people out because nobody wrote down who they were."""
    points = series.parts.get(UNKNOWN_ROLE, ())[series.shown]
    months = [series.when(p) for p in points if p.state != FigureState.MISSING]
    if not months:
        return ""
    return f"We do not know everybody's role in {_list(months)}. Those people are in the total only."


def _small_numbers(series: MeasureSeries) -> str:
    points = [
        *series.points[series.shown],
        *(p for some in series.parts.values() for p in some[series.shown]),
    ]
    if all(p.state != FigureState.SUPPRESSED for p in points) or series.last is None:
        return ""
    return describe_hiding(series.definition)


def _too_early(series: MeasureSeries) -> str:
    early = [series.when(p) for p in series.points if p.state == FigureState.TOO_EARLY]
    return f"Too early to count: {_list(early)}." if early and series.last is not None else ""


def _stock(series: MeasureSeries) -> str:
    if not series.definition.is_stock or series.last is None:
        return ""
    return "Most of the same projects are counted each month, so small moves do not mean much."


def _early_limits(series: MeasureSeries) -> str:
    early = FEWEST_FOR_LIMITS <= len(series.phase_observed) < FIRM_FROM
    return "These are early limits and will move." if early and series.result is not None else ""


def _few_behind_each_point(series: MeasureSeries) -> str:
    """Where so few are counted that the limits of a p chart are only rough (spc.md, "Which chart")."""
    if (
        series.chart != Chart.P
        or series.usual_range is None
        or len(series.phase_observed) < FEWEST_FOR_LIMITS
    ):
        return ""
    points = [series.points[i] for i in series.phase_observed]
    advice = spc.advise_p([p.numerator for p in points], [p.denominator for p in points])
    return "Few are counted each time, so the usual range is rough." if advice.few_events else ""


def _few_behind_some_points(series: MeasureSeries) -> str:
    """In how many of the periods shown fewer were counted than the definition wants behind a point."""
    least, words = series.definition.minimum_denominator, series.definition.words
    seen = [p for p in series.points[series.shown] if p.value is not None]
    few = [p for p in seen if p.denominator is not None and p.denominator < least]
    if not few or len(series.observed) < FEWEST_FOR_PATTERN:
        return ""
    who = f"Only 1 {words.one}" if least == _ONE_IS_TOO_FEW else f"Fewer than {least} {words.counted}"
    when = "every time" if len(few) == len(seen) else f"in {len(few)} of these {steps(series, len(seen))}"
    return f"{who} {when}, so the line can jump."


def describe_age(series: MeasureSeries) -> str:
    """The last day that the data speak of; where that is long ago, how long. Empty where nobody knows."""
    if series.data_as_at is None:
        return ""
    said = f"Figures up to {write_period(series.data_as_at, 'event')}."
    days = (series.today - series.data_as_at).days
    return f"{said} Last updated {days} days ago." if is_old(series) else said


def is_old(series: MeasureSeries) -> bool:
    """Whether the figures are so old that a page says it in another colour."""
    return series.data_as_at is not None and (series.today - series.data_as_at).days > OLD_AFTER_DAYS


def _list(names: list[str]) -> str:
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[-_MOST_NAMED:])} and {len(names) - _MOST_NAMED} before"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
