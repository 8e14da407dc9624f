"""Ways to take part: kind ``opportunities``."""

from __future__ import annotations

from data_model import Opportunity
from data_model.rows import OpportunityRow
from loaders.references import Referring


class Opportunities(Referring):
    """One row a way to take part, with a project or without."""

    name = "opportunities"
    row = OpportunityRow
    model = Opportunity
    key = ("opportunity_id",)
