"""How old what was sent is: the last day that each kind of file speaks of."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_model import (
    DialogScore,
    FFTCount,
    NHSFFTFigure,
    PaymentCount,
    PulseCount,
    QIProjectState,
    StaffSurveyCount,
    StayingCount,
    Workshop,
)
from data_model.base import table_of
from measures.periods import month_end

LATE_AFTER_DAYS = 45
# The kinds that come again and again, and the column that says of when a row is.
_SENT = {
    "qi_projects": (QIProjectState, "as_at"),
    "workshops": (Workshop, "workshop_date"),
    "fft": (FFTCount, "month"),
    "dialog": (DialogScore, "month"),
    "staff_survey": (StaffSurveyCount, "month"),
    "pulse": (PulseCount, "month"),
    "payments": (PaymentCount, "month"),
    "staying": (StayingCount, "month"),
    "nhs_fft": (NHSFFTFigure, "month"),
}


class Freshness(NamedTuple):
    """How old one kind of file is.

    Attributes:
        kind: its name, as in the load log.
        last: the last day that it speaks of, for months the month's last; ``None`` if there are no rows.
        days: since then.
    """

    kind: str
    last: date | None
    days: int

    @property
    def is_late(self) -> bool:
        """Whether more should have come by now."""
        return self.last is not None and self.days > LATE_AFTER_DAYS


def query_freshness(session: Session, day: date) -> list[Freshness]:
    """How old each kind that is sent again and again is on ``day``, oldest first; those without rows last."""
    found = []
    for kind, (model, column) in _SENT.items():
        table = table_of(model)
        last = session.scalar(select(func.max(table.c[column])).where(table.c[column] <= day))
        if last is not None and column == "month":
            last = min(month_end(last), day)
        found.append(Freshness(kind, last, (day - last).days if last else 0))
    return sorted(found, key=lambda each: (each.last is None, -each.days))
