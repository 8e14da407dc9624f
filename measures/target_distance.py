"""How far each directorate is from the target of the trust, and whether that is more than ups and downs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from measures.context import TargetLine
from measures.periods import write_period
from measures.sentences import FEWEST_FOR_LIMITS, is_all_the_same
from measures.series import MeasureSeries
from measures.standing import Standing, judge_series
from measures.writing import format_value

_SIGNALS = (Standing.WORSE, Standing.LOOK_WORSE)


@dataclass(frozen=True)
class Distance:
    """One directorate in the newest month: its figure, its own words of change, and whether it is below.

    ``is_out_of_reach``: its usual range ends below the target, so chance alone will not bring it there.
    """

    series: MeasureSeries
    standing: Standing
    is_below: bool
    is_out_of_reach: bool

    @property
    def is_signal(self) -> bool:
        """Whether being below is more than ups and downs."""
        return self.is_below and (self.is_out_of_reach or self.standing in _SIGNALS)


@dataclass(frozen=True)
class Distances:
    """All directorates with a figure in one month against one target, by name; those below come first."""

    target: TargetLine
    month: date
    rows: tuple[Distance, ...]

    @property
    def below(self) -> tuple[Distance, ...]:
        """The directorates below the target."""
        return tuple(row for row in self.rows if row.is_below)


def calculate_distances(found: Sequence[MeasureSeries], target: TargetLine | None) -> Distances | None:
    """Every directorate with a figure in the newest month; None without a target or without figures.

    ``found``: one measure of shares, higher being better, one series a directorate.
    """
    months = [s.last.period_start for s in found if s.last is not None]
    if target is None or not months:
        return None
    newest = max(months)
    rows = [_distance(s, target.value) for s in found if s.last is not None and s.last.period_start == newest]
    return Distances(target, newest, tuple(sorted(rows, key=lambda r: (not r.is_below, r.series.area.name))))


def describe_distances(distances: Distances) -> str:
    """How many are below the target, and for how many of them that is more than ups and downs."""
    d = distances.rows[0].series.definition
    target, when = format_value(distances.target.value, d), write_period(distances.month, "month")
    below = distances.below
    if not below:
        return f"In {when}, no directorate was below {target}."
    signals = sum(row.is_signal for row in below)
    early = sum(row.standing == Standing.TOO_EARLY and not row.is_signal for row in below)
    parts = [
        (signals, "is more than ups and downs"),
        (len(below) - signals - early, "is no more than ups and downs"),
        (early, "is too early to judge"),
    ]
    said = ", ".join(f"for {count} it {words}" for count, words in parts if count)
    was = "was" if len(below) == 1 else "were"
    return (
        f"In {when}, {len(below)} of {len(distances.rows)} directorates {was} below {target}. "
        f"{said[0].upper()}{said[1:]}."
    )


def describe_distance(distance: Distance, target: TargetLine) -> str:
    """Whether one figure is real change or ups and downs, and any target of its own, in words."""
    d, own = distance.series.definition, distance.series.target
    said = str(distance.standing)
    if distance.is_out_of_reach:
        said += f"; {format_value(target.value, d)} is out of reach unless something changes"
    if own is not None and own.value != target.value:
        said += f"; its own target is {format_value(own.value, d)}"
    return said


def _distance(series: MeasureSeries, target: float) -> Distance:
    usual, few = series.usual_range, len(series.phase_observed) < FEWEST_FOR_LIMITS
    beyond = usual is not None and not few and not is_all_the_same(series) and usual[1] < target
    value = series.last.value if series.last is not None else None
    return Distance(series, judge_series(series), value is not None and value < target, beyond)
