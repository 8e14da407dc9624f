"""A figure as it is counted and stored: one measure, one area, one period, one part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from data_model.terms import FigureState


class Figure(NamedTuple):
    """One counted figure. ``denominator`` is None for plain counts; both are None when suppressed."""

    area_id: int
    period_start: date
    part: str
    numerator: float | None
    denominator: float | None
    state: FigureState = FigureState.OBSERVED


class Tally:
    """Adds up numerators and denominators by area, period and part.

    An amount of None was suppressed in its file: it adds nothing, and a cell that holds nothing
    else comes out as suppressed, never as 0. A cell that was missed, because something that belongs in
    it is not known, comes out as missing whatever else it holds.
    """

    def __init__(self) -> None:
        self._sums: dict[tuple[int, date, str], list[float]] = defaultdict(lambda: [0, 0])
        self._suppressed: set[tuple[int, date, str]] = set()
        self._missed: set[tuple[int, date, str]] = set()

    def add(
        self,
        area_ids: Iterable[int],
        period_start: date,
        numerator: float | None,
        denominator: float | None = 0,
        part: str = "",
    ) -> None:
        """Add one amount to the same period and part of several areas."""
        for area_id in area_ids:
            key = (area_id, period_start, part)
            if numerator is None or denominator is None:
                self._suppressed.add(key)
                continue
            sums = self._sums[key]
            sums[0] += numerator
            sums[1] += denominator

    def miss(self, area_ids: Iterable[int], period_start: date, part: str = "") -> None:
        """Say of several areas that the period's sum cannot be known."""
        self._missed |= {(area_id, period_start, part) for area_id in area_ids}

    def shares(self) -> list[Figure]:
        """One figure a cell with numerator and denominator; a cell of nothing out of nothing is left out."""
        found = [Figure(*k, n, d) for k, (n, d) in self._sums.items() if d > 0]
        return self._without_missed(found) + self._only_suppressed()

    def counts(self) -> list[Figure]:
        """One figure a cell with the numerator only."""
        found = [Figure(*k, n, None) for k, (n, _) in self._sums.items()]
        return self._without_missed(found) + self._only_suppressed()

    def _without_missed(self, figures: list[Figure]) -> list[Figure]:
        found = [f for f in figures if (f.area_id, f.period_start, f.part) not in self._missed]
        return found + [Figure(*k, None, None, FigureState.MISSING) for k in self._missed]

    def _only_suppressed(self) -> list[Figure]:
        return [
            Figure(*k, None, None, FigureState.SUPPRESSED)
            for k in self._suppressed - self._missed
            if k not in self._sums
        ]
