"""What the newest figure of a series says, in a few words: real change, ups and downs, or too early.

The words keep to those of `measures.sentences`: "real change" stands only where a rule that may decide fired
and the sentence under the chart says so too. A sign on one point alone is "worth a look".
"""

from __future__ import annotations

from enum import StrEnum

from data_model.terms import FigureState
from measures.definitions import Chart
from measures.sentences import FEWEST_FOR_LIMITS, is_all_the_same
from measures.series import MeasureSeries
from measures.streaks import count_one_side, count_outside
from spc.result import Assurance, Variation


class Standing(StrEnum):
    """The class of the newest figure, in words that people say."""

    NO_DATA = "no data"
    HIDDEN = "hidden: too few people"
    TOO_EARLY = "too early to tell"
    NORMAL = "normal ups and downs"
    UNEVEN = "uneven: long stretches high or low"
    BETTER = "real change for the better"
    WORSE = "real change for the worse"
    NEITHER = "real change, neither better nor worse"
    LOOK_BETTER = "worth a look, for the better"
    LOOK_WORSE = "worth a look, for the worse"
    LOOK = "worth a look"
    ALL = "all of them, time after time"
    NONE = "none of them, time after time"


# What the icons mean, as the key of a grid says it.
CHANGE_WORDS: dict[Variation, str] = {
    "concern_low": "worse than usual",
    "improvement_high": "better than usual",
    "common_cause": "normal ups and downs",
}
TARGET_WORDS: dict[Assurance, str] = {
    "pass": "will keep meeting the target",
    "fail": "target out of reach",
    "inconsistent": "meets the target at times",
}
_FOUND = {
    "improvement": (Standing.BETTER, Standing.LOOK_BETTER),
    "concern": (Standing.WORSE, Standing.LOOK_WORSE),
    "neutral": (Standing.NEITHER, Standing.LOOK),
}
_NOT_SEEN = (FigureState.TOO_EARLY, FigureState.MISSING)


def judge_series(series: MeasureSeries) -> Standing:
    """The class of the newest figure; hidden where the newest that is known must not be seen."""
    newest = next((p.state for p in reversed(series.points) if p.state not in _NOT_SEEN), None)
    if newest == FigureState.SUPPRESSED:
        return Standing.HIDDEN
    if series.last is None:
        early = any(p.state == FigureState.TOO_EARLY for p in series.points)
        return Standing.TOO_EARLY if early else Standing.NO_DATA
    if is_all_the_same(series):
        return Standing.ALL if series.last.value == 1 else Standing.NONE
    if len(series.phase_observed) < FEWEST_FOR_LIMITS:
        return Standing.TOO_EARLY
    if series.chart == Chart.RUN:
        return _judge_run(series)
    return _judge_limits(series)


def count_late(series: MeasureSeries) -> int:
    """How many periods have passed since the newest figure, those not counted that are too early to count."""
    if series.last is None:
        return 0
    return sum(p.state != FigureState.TOO_EARLY for p in series.points[series.observed[-1] + 1 :])


def find_assurance(series: MeasureSeries) -> Assurance | None:
    """Whether the target will be met; None without limits to judge by, or where all figures are the same."""
    few = len(series.phase_observed) < FEWEST_FOR_LIMITS
    if series.result is None or few or is_all_the_same(series):
        return None
    return series.result.assurance


def _judge_limits(series: MeasureSeries) -> Standing:
    if series.result is None:
        return Standing.NORMAL
    last = series.observed[-1]
    cause, found = str(series.result.cause[last]), str(series.result.special_cause[last])
    if not found:
        return Standing.NORMAL
    in_shift = "shift" in series.definition.deciding_rules and bool(series.result.hits["shift"][last])
    alone = cause in "Tt" or (cause in "UL" and count_outside(series) == 1)
    return _FOUND[found][alone and not in_shift]


def _judge_run(series: MeasureSeries) -> Standing:
    """Runs on one side of the middle: never called a real change, as the sentence does not either."""
    if series.result is None or not series.result.runs[-1].signal:
        return Standing.NORMAL
    side, row = count_one_side(series)
    if row <= (series.result.runs[-1].longest_max or 0):
        return Standing.UNEVEN
    better = {"increase": 1, "decrease": -1}.get(series.definition.direction)
    if better is None:
        return Standing.LOOK
    return Standing.LOOK_BETTER if side == better else Standing.LOOK_WORSE
