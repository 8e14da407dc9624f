"""A measure in one area over time, with its chart arithmetic: what every page, chart and command reads."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import spc
from data_model.terms import FigureState
from measures.areas import AreaRef
from measures.context import ChangeMark, TargetLine
from measures.definitions import Chart, Definition, Rebase, Unit
from measures.periods import Period, write_period

# The least and the most that a value can be, by unit.
BOUNDS = {
    Unit.PERCENT: (0.0, 1.0),
    Unit.COUNT: (0.0, math.inf),
    Unit.RATIO: (0.0, math.inf),
    Unit.SCORE: (1.0, 7.0),
    Unit.DAYS: (0.0, math.inf),
}


@dataclass(frozen=True)
class Point:
    """One period of one area. ``value`` is in the measure's unit (a share between 0 and 1)."""

    period_start: date
    numerator: float | None
    denominator: float | None
    value: float | None
    state: FigureState


@dataclass(frozen=True, eq=False)
class MeasureSeries:
    """One measure, one area, all its periods, and what the chart arithmetic made of them.

    Each is equal to itself alone, so that what was drawn from one can be kept.

    ``result`` has one entry a point of ``points``; it is None for a measure drawn as a plain line
    or when there are no points. ``first_shown`` only narrows what is drawn: limits always use all
    of ``points``, so that looking at fewer months never moves the usual range. ``known`` is the
    newest point of the measure that says of how many projects we know the level.
    """

    definition: Definition
    area: AreaRef
    period: Period
    points: tuple[Point, ...]
    chart: Chart
    result: spc.SpcResult | None
    target: TargetLine | None
    rebases: tuple[Rebase, ...]
    changes: tuple[ChangeMark, ...]
    data_as_at: date | None
    today: date
    first_shown: date | None = None
    parts: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    known: Point | None = None

    @cached_property
    def shown(self) -> slice:
        """Which of the points are drawn and listed."""
        if self.first_shown is None:
            return slice(0, len(self.points))
        start = next(
            (i for i, p in enumerate(self.points) if p.period_start >= self.first_shown), len(self.points)
        )
        return slice(start, len(self.points))

    @cached_property
    def observed(self) -> tuple[int, ...]:
        """Positions of the points that hold a value."""
        return tuple(i for i, p in enumerate(self.points) if p.value is not None)

    @cached_property
    def last(self) -> Point | None:
        """The newest point that holds a value."""
        return self.points[self.observed[-1]] if self.observed else None

    @cached_property
    def gaps(self) -> tuple[int, ...]:
        """Positions of missing points, save those of a pause that follows a rebase: that is no gap."""
        found, paused = [], False
        starts = {r.date for r in self.rebases}
        for i, point in enumerate(self.points):
            missing = point.state == FigureState.MISSING
            paused = missing and (paused or point.period_start in starts)
            if missing and not paused:
                found.append(i)
        return tuple(found)

    @cached_property
    def phase_observed(self) -> tuple[int, ...]:
        """Positions of the points with a value in the current phase (since the last rebase)."""
        if self.result is None:
            return self.observed
        current = self.result.phase[-1]
        return tuple(i for i in self.observed if self.result.phase[i] == current)

    @cached_property
    def usual_range(self) -> tuple[float, float] | None:
        """The process limits at the phase's typical (median) denominator; None where there are none.

        On a p chart the limits widen and narrow with the denominator; this is the one pair that is
        written in words and on the chart. An XmR range may reach beyond what the unit can be; words
        and chart end where the unit ends.
        """
        if self.result is None or not self.phase_observed:
            return None
        by_size = sorted(self.phase_observed, key=lambda i: (self.points[i].denominator or 0, i))
        return self.usual_range_at(by_size[(len(by_size) - 1) // 2])

    def usual_range_at(self, i: int) -> tuple[float, float] | None:
        """The process limits of point ``i``, as far as the unit goes; None where there are none."""
        if self.result is None:
            return None
        low, high = float(self.result.lpl[i]), float(self.result.upl[i])
        if math.isnan(low) or math.isnan(high):
            return None
        least, most = BOUNDS[self.definition.unit]
        return max(low, least), min(high, most)

    @property
    def step(self) -> str:
        """What one point is, in words."""
        return "gap" if self.period == "event" else self.period

    def when_day(self, day: date) -> str:
        """The month of a day as people say it."""
        return write_period(day, "month")

    def when(self, point: Point) -> str:
        """The period of a point as people say it."""
        return write_period(point.period_start, self.period)
