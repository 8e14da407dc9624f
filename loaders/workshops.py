"""The workshop register: kind ``workshops``."""

from __future__ import annotations

from data_model import Workshop
from data_model.rows import WorkshopRow
from loaders.kind import Kind, Record

# Who came is one answer: a count of one role is never joined with the rest of an earlier count.
_WHO_CAME = ("service_users", "carers", "staff", "others", "unknown_role")
_TOGETHER = (
    _WHO_CAME,
    ("access_needs_asked", "access_needs_met"),
    ("rating_answers", "rating_positive"),
    *((column,) for column in ("workshop_type", "borough_id", "team_id", "mode", "booked")),
)


class Workshops(Kind):
    """One row a workshop, learning set or group meeting."""

    name = "workshops"
    row = WorkshopRow
    model = Workshop
    key = ("workshop_id",)

    def complete(self, record: Record, stored: Record) -> Record:
        """The record with what is stored of the same workshop, where it comes from a list.

        A row that does not know every role comes from a list (who was in the call, who booked, what
        people answered) and knows nothing else: what it leaves blank stays.
        """
        if all(record[role] is not None for role in _WHO_CAME[:3]):
            return record
        blank = (columns for columns in _TOGETHER if all(record[column] is None for column in columns))
        return {**record, **{column: stored[column] for columns in blank for column in columns}}
