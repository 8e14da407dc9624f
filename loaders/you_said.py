"""What people said and what we did about it: kind ``you_said``."""

from __future__ import annotations

from data_model import YouSaid
from data_model.rows import YouSaidRow
from loaders.kind import Kind


class YouSaidWeDid(Kind):
    """One row a thing that people said."""

    name = "you_said"
    row = YouSaidRow
    model = YouSaid
    key = ("item_id",)
