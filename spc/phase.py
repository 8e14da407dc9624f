"""Everything about one phase: its lines, and which rules fired on which point."""

from dataclasses import dataclass
from math import inf, sqrt
from statistics import median

from spc.limits import LimitsFunction, observed, slack_at
from spc.options import CheckedOptions
from spc.rows import Rows
from spc.rules import (
    detect_outside,
    detect_shift,
    detect_trend,
    detect_two_in_three,
    find_beyond_two_sigma,
    find_sides,
)


@dataclass(frozen=True, slots=True)
class ChartKind:
    """What sets one kind of chart apart: its arithmetic and where its limits are clipped.

    `typical`: the assurance icon is read at the median denominator instead of the last one, so that one
    small month cannot turn it.
    """

    limits: LimitsFunction
    floor: float = -inf
    ceiling: float = inf
    typical: bool = False


@dataclass(slots=True)
class Phase:
    """One phase of n rows with its lines and hits. `hits`: rule -> n signs (1 high, -1 low, 0 not fired)."""

    values: list[float]
    centre: float
    slack: float
    lower: list[float]
    upper: list[float]
    typical_limits: tuple[float, float] | None
    sides: list[int]
    hits: dict[str, list[int]]


def calculate_phase(kind: ChartKind, rows: Rows, options: CheckedOptions) -> Phase:
    """Return lines and hits of one phase; the first `baseline_n` rows set the lines if it is given."""
    base = rows if options.baseline_n is None else rows.cut(0, options.baseline_n)
    centre, spread = kind.limits(base, options.screen)
    slack = slack_at(centre)
    n = len(rows.values)
    distances = [spread / sqrt(size) for size in rows.sizes] if rows.sizes else [spread] * n
    lower, upper = _draw_lines(kind, centre, distances)
    sides = find_sides(rows.values, centre, slack)
    beyond = find_beyond_two_sigma(rows.values, centre, distances, slack)
    hits = {
        "outside": detect_outside(rows.values, lower, upper, slack),
        "trend": detect_trend(rows.values, options.run_length, slack),
        "two_in_three": detect_two_in_three(beyond, sides),
        "shift": detect_shift(sides, options.run_length),
    }
    wanted = kind.typical and options.target is not None
    typical = _find_typical_limits(kind, centre, spread, rows.sizes) if wanted else None
    return Phase(rows.values, centre, slack, lower, upper, typical, sides, hits)


def _draw_lines(kind: ChartKind, centre: float, distances: list[float]) -> tuple[list[float], list[float]]:
    """Return lower and upper limits, clipped where the kind cannot go; NaN stays NaN."""
    floor, ceiling = kind.floor, kind.ceiling
    lower = [floor if (line := centre - distance) < floor else line for distance in distances]
    upper = [ceiling if (line := centre + distance) > ceiling else line for distance in distances]
    return lower, upper


def _find_typical_limits(
    kind: ChartKind, centre: float, spread: float, sizes: list[float]
) -> tuple[float, float] | None:
    present = observed(sizes)
    if not present:
        return None
    lower, upper = _draw_lines(kind, centre, [spread / sqrt(median(present))])
    return lower[0], upper[0]
