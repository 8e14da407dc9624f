"""The keyword options that all time charts share, checked once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite, isnan
from operator import index
from typing import Literal, TypedDict

Improvement = Literal["increase", "decrease", "neutral"]
IMPROVEMENTS = ("increase", "decrease", "neutral")
# In the order in which they decide the class of a point.
RULES = ("outside", "trend", "two_in_three", "shift")
SHORTEST_BASELINE = 12
SHORTEST_RUN = 2


class ChartOptions(TypedDict, total=False):
    """Keyword options of the time charts.

    `improvement`: which way is better, "increase" (default), "decrease" or "neutral".
    `target`: in the unit of the chart, or None. `rebase`: indexes of the rows that start a phase.
    `baseline_n`: the first n rows of each phase set mean and limits (at least 12), or None for all rows.
    `screen`: leave out extreme moving ranges (default True; False is the Making Data Count workbook).
    `run_length`: points in a shift and in a trend (default 7). `rules`: which rules may decide.
    """

    improvement: Improvement
    target: float | None
    rebase: Sequence[int]
    baseline_n: int | None
    screen: bool
    run_length: int
    rules: Sequence[str]


@dataclass(slots=True)
class CheckedOptions:
    """The same options after checking; ValueError with the reason if one makes no sense."""

    improvement: Improvement = "increase"
    target: float | None = None
    rebase: Sequence[int] = ()
    baseline_n: int | None = None
    screen: bool = True
    run_length: int = 7
    rules: Sequence[str] = RULES

    def __post_init__(self) -> None:
        if self.improvement not in IMPROVEMENTS:
            raise ValueError(
                f"improvement must be one of {', '.join(IMPROVEMENTS)}, not {self.improvement!r}."
            )
        check_switch(self.screen, "screen")
        self.target = read_target(self.target)
        if self.baseline_n is not None:
            self.baseline_n = _read_whole(self.baseline_n, "baseline_n", SHORTEST_BASELINE)
        self.run_length = _read_whole(self.run_length, "run_length", SHORTEST_RUN)
        if self.rules is not RULES:
            self.rules = _read_rules(self.rules)


def check_switch(switch: object, name: str) -> None:
    """Raise ValueError unless the option is True or False."""
    if switch not in (True, False):
        raise ValueError(f"{name} must be True or False, not {switch!r}.")


def read_target(target: object) -> float | None:
    """Return the target as a float; None or NaN = no target. ValueError for text or infinity."""
    if target is None:
        return None
    try:
        if isinstance(target, str | bytes):
            raise TypeError
        number = float(target)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError(f"target must be a number or None, not {target!r}.") from None
    if isnan(number):
        return None
    if not isfinite(number):
        raise ValueError("target must be a finite number.")
    return number


def _read_whole(number: object, name: str, least: int) -> int:
    try:
        whole = index(number)  # type: ignore[arg-type]
    except TypeError:
        raise ValueError(f"{name} must be a whole number, not {number!r}.") from None
    if whole < least:
        raise ValueError(f"{name} must be at least {least}, not {whole}.")
    return whole


def _read_rules(rules: Sequence[str]) -> tuple[str, ...]:
    if isinstance(rules, str):
        raise ValueError(f"rules must be a list of names, for example ({rules!r},).")
    try:
        chosen = tuple(rules)
    except TypeError:
        raise ValueError(f"rules must be a list of names from {', '.join(RULES)}.") from None
    for rule in chosen:
        if rule not in RULES:
            raise ValueError(f"{rule!r} is not a rule; choose from {', '.join(RULES)}.")
    return chosen


def find_phases(rebase: Sequence[int], n: int) -> list[tuple[int, int]]:
    """Return (start, stop) of each phase of n rows; ValueError if a rebase lies outside the rows.

    A rebase on row 0 changes nothing and a repeated one counts once. No rows make one empty phase.
    """
    if isinstance(rebase, tuple) and not rebase:
        return [(0, n)]
    if isinstance(rebase, str) or not isinstance(rebase, Iterable):
        raise ValueError(f"rebase must be a list of row numbers, not {rebase!r}.")
    starts = {0}
    for entry in rebase:
        start = _read_whole(entry, "rebase", 0)
        if start >= n:
            raise ValueError(f"rebase {start} is outside the {n} rows (the first row is 0).")
        starts.add(start)
    ordered = sorted(starts)
    return list(zip(ordered, [*ordered[1:], n], strict=True))
