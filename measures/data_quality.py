"""Which months are missing, by measure and directorate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from data_model.terms import FigureState
from measures.series import MeasureSeries


class MissingMonths(NamedTuple):
    """One area with periods for which it sent no figures, as people say them."""

    measure_title: str
    area_name: str
    periods: tuple[str, ...]


def find_missing_months(found: Iterable[MeasureSeries]) -> list[MissingMonths]:
    """The gaps inside each series, in the order given. A break at a change of the question is no gap."""
    rows = []
    for series in found:
        breaks = {r.date for r in series.rebases}
        gone = [
            series.when(p)
            for i, p in enumerate(series.points)
            if p.state == FigureState.MISSING and not _in_pause(series, i, breaks)
        ]
        if gone:
            rows.append(MissingMonths(series.definition.title, series.area.name, tuple(gone)))
    return rows


def _in_pause(series: MeasureSeries, i: int, breaks: set) -> bool:
    """Whether a missing period belongs to the pause that follows a rebase, before the new series begins."""
    start = next((k for k in range(i, -1, -1) if series.points[k].period_start in breaks), None)
    return start is not None and all(
        series.points[k].state == FigureState.MISSING for k in range(start, i + 1)
    )
