"""How much of the chart arithmetic may be drawn at each point of a series (rule 8 of the chart rules)."""

from __future__ import annotations

from enum import StrEnum

from measures.definitions import Chart
from measures.notes import FIRM_FROM
from measures.sentences import FEWEST_FOR_LIMITS, FEWEST_FOR_PATTERN, count_all_same, is_all_the_same
from measures.series import MeasureSeries


class Stage(StrEnum):
    """What a point's phase has earned: only dots, a middle line, early limits, or a usual range."""

    DOTS = "dots"
    PLAIN = "plain"  # a line through the points and nothing else
    MIDDLE = "middle"
    EARLY = "early"
    FIRM = "firm"


def find_stages(series: MeasureSeries) -> list[Stage]:
    """One stage a point of ``series.points``.

    A phase at one single value, and a row of months at 100 % (or 0 %) at the end, have no limits:
    they would say nothing, or say "never" of something that is always so.
    """
    result = series.result
    if result is None:
        found = Stage.PLAIN if series.chart == Chart.LINE else Stage.DOTS
        return [found] * len(series.points)
    by_phase = {phase: _stage_of_phase(series, phase) for phase in set(result.phase.tolist())}
    stages = [by_phase[phase] for phase in result.phase.tolist()]
    if is_all_the_same(series):
        newest = series.observed[-1]
        first = newest - count_all_same(series) + 1
        stages[first:] = [Stage.PLAIN if s != Stage.DOTS else s for s in stages[first:]]
    return stages


def _stage_of_phase(series: MeasureSeries, phase: int) -> Stage:
    assert series.result is not None  # noqa: S101 - only called with one
    values = [series.points[i].value for i in series.observed if series.result.phase[i] == phase]
    if len(values) < FEWEST_FOR_PATTERN:
        return Stage.DOTS
    if len(set(values)) == 1:
        return Stage.PLAIN
    if len(values) < FEWEST_FOR_LIMITS or series.chart == Chart.RUN:
        return Stage.MIDDLE
    return Stage.EARLY if len(values) < FIRM_FROM else Stage.FIRM
