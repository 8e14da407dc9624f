"""The workshop register: kind ``workshops``."""

from __future__ import annotations

from data_model import Workshop
from data_model.rows import WorkshopRow
from loaders.kind import Kind


class Workshops(Kind):
    """One row a workshop, learning set or group meeting."""

    name = "workshops"
    row = WorkshopRow
    model = Workshop
    key = ("workshop_id",)
