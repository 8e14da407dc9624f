"""What followed a change idea, by the rules of its measure's chart; never that the idea was the cause.

"Real" stands only where a rule that may decide fired on a stretch that began after the idea did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from data_model.terms import ChangeIdeaStatus
from measures.before_after import calculate_typical, split_points
from measures.change_ideas import ChangeIdea
from measures.definitions import Chart
from measures.periods import add_months
from measures.real_signals import Signal, find_real_signals
from measures.sentences import FEWEST_FOR_PATTERN, describe_series, steps
from measures.series import MeasureSeries, Point
from measures.writing import count_of, format_value
from spc.result import Variation

# A shift and a trend need so many points in a row (`spc`, run_length): fewer could never be one.
FEWEST_AFTER = 7
# A change that begins later than this is not set beside the idea: the longer we look, the more often chance
# alone finds one (without an end, for one idea in four left open for years).
LOOK_AHEAD_MONTHS = 12


class Outcome(StrEnum):
    """What followed an idea, in the words that readers see."""

    RISE = "followed by a real rise"
    FALL = "followed by a real fall"
    NO_CHANGE = "no real change yet"
    TOO_EARLY = "too early"
    CANNOT_TELL = "we cannot tell"
    NOT_BEGUN = "not begun yet"


@dataclass(frozen=True)
class IdeaResult:
    """The outcome, the figures behind it as sentences, and the icon of a real change (None: no icon)."""

    outcome: Outcome
    detail: str
    variation: Variation | None = None


def judge_idea(series: MeasureSeries, idea: ChangeIdea) -> IdeaResult:
    """What the figures of ``series`` did after ``idea`` began.

    Args:
        series: the measure that the idea aimed at, in the place where it was tried.
        idea: a change idea; what is only planned has not begun.

    A change counts if it began after the idea did and within a year of it.
    It is too early with fewer than `FEWEST_AFTER` figures after the start, and there is nothing to compare
    with fewer than six before it.
    """
    if idea.status == ChangeIdeaStatus.PLANNED or idea.start_date > series.today:
        return IdeaResult(Outcome.NOT_BEGUN, "It is planned and has not begun.")
    reason = _cannot_compare(series)
    if reason:
        return IdeaResult(Outcome.CANNOT_TELL, reason)
    before, after = split_points(_same_phase(series, idea.start_date), idea.start_date)
    if len(before) < FEWEST_FOR_PATTERN:
        have = steps(series, len(before))
        detail = f"We have figures for {have} from before it began and need at least {FEWEST_FOR_PATTERN}."
        return IdeaResult(Outcome.CANNOT_TELL, detail)
    if len(after) < FEWEST_AFTER:
        return _too_few_after(series, idea.start_date, len(after))
    return _judge(series, idea, before, after)


def describe_outcomes(outcomes: Sequence[Outcome]) -> str:
    """How many of several ideas were followed by a real change, and what is to be said of the others."""
    counts = Counter(outcomes)
    if not outcomes:
        return "No change idea has been written down yet."
    ideas, real = count_of(len(outcomes), "idea"), counts[Outcome.RISE] + counts[Outcome.FALL]
    moves = ((Outcome.RISE, "rise"), (Outcome.FALL, "fall"))
    found = " and ".join(count_of(counts[kind], name) for kind, name in moves if counts[kind])
    said = f"A real change followed {real} of {ideas}: {found}."
    if not real:
        said = f"A real change followed none of {ideas}."
    open_ = counts[Outcome.TOO_EARLY] + counts[Outcome.CANNOT_TELL] + counts[Outcome.NOT_BEGUN]
    rest = []
    if counts[Outcome.NO_CHANGE]:
        rest.append(f"for {counts[Outcome.NO_CHANGE]} there is no real change yet")
    if open_:
        rest.append(f"for {open_} it is too early or we cannot tell")
    others = "; ".join(rest)
    return f"{said} {others[0].upper()}{others[1:]}." if others else said


def _cannot_compare(series: MeasureSeries) -> str:
    if series.last is None:
        return describe_series(series)
    if series.chart in (Chart.RUN, Chart.LINE) or series.result is None:
        return "This measure is drawn without limits, so we cannot tell a real change from ups and downs."
    return ""


def _same_phase(series: MeasureSeries, day: date) -> list[Point]:
    """The points of the phase in which the newest figure from before ``day`` lies."""
    assert series.result is not None  # noqa: S101 - `_cannot_compare` asked
    phases = series.result.phase.tolist()
    began = [phases[i] for i in series.observed if series.points[i].period_start < day]
    return [p for p, phase in zip(series.points, phases, strict=True) if began and phase == began[-1]]


def _too_few_after(series: MeasureSeries, day: date, count: int) -> IdeaResult:
    _, everything = split_points(series.points, day)
    if len(everything) > count:
        changed = "The way of counting changed after it began, so do not compare before and after."
        return IdeaResult(Outcome.CANNOT_TELL, changed)
    have = f"figures for {steps(series, count)}" if count else "no figures"
    return IdeaResult(Outcome.TOO_EARLY, f"We have {have} since it began and need at least {FEWEST_AFTER}.")


def _judge(series: MeasureSeries, idea: ChangeIdea, before: list[Point], after: list[Point]) -> IdeaResult:
    first, last = series.points.index(after[0]), series.points.index(after[-1])
    until = add_months(idea.start_date, LOOK_AHEAD_MONTHS + 1)
    signals = [s for s in find_real_signals(series) if s.first <= last and s.last >= first]
    in_time = [s for s in signals if s.first >= first and series.points[s.first].period_start < until]
    level = calculate_typical(before, series)
    moved = next((s for s in in_time if (_level(series, s) - level) * s.side > 0), None)
    was = format_value(level, series.definition)
    if moved is not None:
        return _real(series, moved, signals, was)
    now = format_value(calculate_typical(after, series), series.definition)
    if was == now:
        said = f"About {was} before it began and since."
    else:
        said = f"About {was} before, about {now} since. {_why_not_real(series)}"
    return IdeaResult(Outcome.NO_CHANGE, f"{said}{_beside(series, signals, first)}")


def _level(series: MeasureSeries, signal: Signal) -> float:
    points = series.points[signal.first : signal.last + 1]
    return calculate_typical([p for p in points if p.value is not None], series)


def _real(series: MeasureSeries, signal: Signal, signals: list[Signal], was: str) -> IdeaResult:
    assert series.result is not None  # noqa: S101 - it gave the signal
    since = series.when(series.points[signal.first])
    is_on = signal.last == series.observed[-1]
    when = f"since {since}" if is_on else f"from {since} until {series.when(series.points[signal.last])}"
    said = f"About {was} before, about {format_value(_level(series, signal), series.definition)} {when}."
    back = next((s for s in signals if s.first > signal.last and s.side != signal.side), None)
    if back is not None:
        name = "rise" if back.side > 0 else "fall"
        said += f" A real {name} came later, in {series.when(series.points[back.first])}."
    kind = str(series.result.special_cause[signal.first])
    variation = cast("Variation", f"{kind}_{'high' if signal.side > 0 else 'low'}")
    outcome = Outcome.RISE if signal.side > 0 else Outcome.FALL
    return IdeaResult(outcome, f"{said} Other things may have played a part.", variation)


def _why_not_real(series: MeasureSeries) -> str:
    if series.definition.is_stock:
        return (
            "Most of the same projects are counted each month, so only months outside the usual range "
            "count as a real change."
        )
    return "The rules of this chart do not call that a real change."


def _beside(series: MeasureSeries, signals: list[Signal], first: int) -> str:
    """A stretch unlike the usual beside the idea that did not follow it; empty if there is none."""
    if not signals:
        return ""
    nearest = signals[0]
    level = "high" if nearest.side > 0 else "low"
    when = series.when(series.points[nearest.first])
    if nearest.first < first:
        return f" When it began the figures were already unusually {level}, since {when}."
    return f" The figures were unusually {level} only later, from {when}."
