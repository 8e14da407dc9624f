"""A row of NHS England's Oversight Framework file: one metric of one trust for one reporting date."""

from __future__ import annotations

from data_model.rows.base import Row
from data_model.rows.numbers import Number
from data_model.rows.words import Code, Name, Quarter, ShortWord


class OversightRow(Row):
    """``reporting_date`` stays text: the file mixes Jun-25, 2024, 2025/26 and whole phrases."""

    quarter: Quarter
    trust_code: Code
    trust_name: Name
    metric_id: Code
    metric_description: Name
    reporting_date: Code
    units: ShortWord
    value: Number | None = None
    median_value: Number | None = None
    lower_quartile: Number | None = None
    upper_quartile: Number | None = None
    rank: Number | None = None
