"""Which change ideas are drawn above the chart of a measure, in the order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data_model.terms import ChangeIdeaStatus
from measures.change_ideas import ChangeIdea
from measures.periods import write_period
from measures.series import MeasureSeries

# More would push the figures off the first screen; the table on the page has them all.
MOST_LANES = 10


@dataclass(frozen=True)
class Lanes:
    """The ideas to draw, begun first at the top, and how many more there are that are not drawn."""

    drawn: tuple[ChangeIdea, ...]
    ended_before: int
    too_many: int
    planned: tuple[ChangeIdea, ...]


def find_lanes(series: MeasureSeries, ideas: Iterable[ChangeIdea]) -> Lanes:
    """The newest `MOST_LANES` of the ideas that have begun and had not ended before the first month drawn."""
    ordered = sorted(ideas, key=lambda i: (i.start_date, i.idea_id))
    planned = [i for i in ordered if not has_begun(i, series)]
    begun = [i for i in ordered if has_begun(i, series)]
    points = series.points[series.shown]
    seen = [i for i in begun if points and (i.end_date is None or i.end_date >= points[0].period_start)]
    drawn = seen[-MOST_LANES:]
    return Lanes(tuple(drawn), len(begun) - len(seen), len(seen) - len(drawn), tuple(planned))


def has_begun(idea: ChangeIdea, series: MeasureSeries) -> bool:
    """Whether an idea has begun: what is only planned has not, whatever its start date."""
    return idea.status != ChangeIdeaStatus.PLANNED and idea.start_date <= series.today


def describe_when(idea: ChangeIdea) -> str:
    """From when until when an idea was tried: "January 2023 to March 2024", "since May 2024"."""
    start = write_period(idea.start_date, "month")
    if idea.status == ChangeIdeaStatus.PLANNED:
        return f"from {start}"
    if idea.end_date is None:
        return f"since {start}"
    end = write_period(idea.end_date, "month")
    return f"in {start}" if end == start else f"{start} to {end}"
