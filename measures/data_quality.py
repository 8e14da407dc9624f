"""Which months are missing, by measure and directorate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from measures.series import MeasureSeries


class MissingMonths(NamedTuple):
    """One area with periods for which it sent no figures, as people say them."""

    measure_title: str
    area_name: str
    periods: tuple[str, ...]


def find_missing_months(found: Iterable[MeasureSeries]) -> list[MissingMonths]:
    """The gaps inside each series, in the order given. A break at a change of the question is no gap."""
    return [
        MissingMonths(
            series.definition.title,
            series.area.name,
            tuple(series.when(series.points[i]) for i in series.gaps),
        )
        for series in found
        if series.gaps
    ]
