"""The mix of involvement levels in one area at its newest month end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from data_model.terms import InvolvementLevel
from measures.periods import write_period
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


def describe_mix(rows: Sequence[MixRow]) -> str:
    """The newest mix of all areas together in words, and for how many projects nobody knows."""
    if not rows:
        return "There are no projects to show yet."
    month = max(row.month for row in rows)
    newest = [row for row in rows if row.month == month]
    total = {level: sum(row.counts[level] for row in newest) for level in InvolvementLevel}
    big_i, little_i, none, unknown = (
        total[level]
        for level in (
            InvolvementLevel.BIG_I,
            InvolvementLevel.LITTLE_I,
            InvolvementLevel.NONE,
            InvolvementLevel.NOT_RECORDED,
        )
    )
    said = (
        f"At the end of {write_period(month, 'month')}, {big_i:,} of {sum(total.values()):,} projects had "
        f"Big I, {little_i:,} little i and {none:,} neither."
    )
    return f"{said} We do not know about {unknown:,}." if unknown else said


def _numerator(series: MeasureSeries, month: date) -> int:
    return next((int(p.numerator or 0) for p in series.points if p.period_start == month), 0)
