"""The mix of involvement levels in one area at its newest month end."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from data_model.terms import InvolvementLevel
from measures.series import MeasureSeries


class MixRow(NamedTuple):
    """Active projects of one area by level; the four counts add up to all of them."""

    area_name: str
    month: date
    counts: dict[InvolvementLevel, int]


def calculate_mix(big_i: MeasureSeries, little_i: MeasureSeries, recorded: MeasureSeries) -> MixRow | None:
    """The newest mix from the three measures that hold it; None where the area has no active project."""
    last = recorded.last
    if last is None or last is not recorded.points[-1]:
        return None
    month, active, known = last.period_start, int(last.denominator or 0), int(last.numerator or 0)
    seats, asked = _numerator(big_i, month), _numerator(little_i, month)
    counts = {
        InvolvementLevel.BIG_I: seats,
        InvolvementLevel.LITTLE_I: asked,
        InvolvementLevel.NONE: known - seats - asked,
        InvolvementLevel.NOT_RECORDED: active - known,
    }
    return MixRow(big_i.area.name, month, counts)


def _numerator(series: MeasureSeries, month: date) -> int:
    return next((int(p.numerator or 0) for p in series.points if p.period_start == month), 0)
