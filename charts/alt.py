"""What a chart says to those who cannot see it."""

from __future__ import annotations

from measures.series import MeasureSeries
from measures.writing import format_range


def describe_chart(series: MeasureSeries, sentence: str, kind: str) -> str:
    """The sentence, then what kind of chart, the dates and the values: ``kind`` as "Line chart"."""
    seen = [p for p in series.points[series.shown] if p.value is not None]
    if not seen:
        return sentence
    values = [p.value for p in seen if p.value is not None]
    first, last = series.when(seen[0]), series.when(seen[-1])
    dates = first if first == last else f"{first} to {last}"
    low, high = format_range(min(values), max(values), series.definition)
    reach = f"at {high}" if low == high else f"from {low} to {high}"
    return f"{sentence} {kind}, {dates}, {reach}."
