"""NHS England's Oversight Framework file: kind ``nhs_oversight``.

Yearly values repeat in each quarter's release, so a value is known by trust, metric and reporting date,
and the release of the newest quarter holds.
"""

from __future__ import annotations

from data_model import OversightFigure
from data_model.rows import OversightRow
from loaders.kind import Kind, Record


class NHSOversight(Kind):
    """One row a trust, metric and reporting date."""

    name = "nhs_oversight"
    row = OversightRow
    model = OversightFigure
    key = ("trust_code", "metric_id", "reporting_date")
    streams = True
    left_out = frozenset({"region", "trust_type", "trust_subtype", "domain", "sub-domain"})

    def version_of(self, record: Record) -> int:
        """The quarter as a number that sorts: the largest is the newest."""
        quarter = record["quarter"]
        return int(quarter[3:7]) * 10 + int(quarter[1])
