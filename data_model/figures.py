"""Facts are written once: every figure of every measure, by area and period."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import Base, PlainText, Word, one_of
from data_model.terms import FigureState


class MeasureValue(Base):
    """One figure as counted, before small numbers are hidden: only `measures` may read this table.

    ``part`` is empty for the whole, else a role such as ``carers``. ``period_start`` is the first
    day of the month, or the day of the workshop for days-between measures. A month without a row
    is missing.
    """

    __tablename__ = "measure_value"
    __table_args__ = (one_of("state", FigureState),)

    measure_id: Mapped[str] = mapped_column(PlainText(60), primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True, index=True)
    period_start: Mapped[date] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(PlainText(30), primary_key=True, default="")
    numerator: Mapped[float | None]
    denominator: Mapped[float | None]
    state: Mapped[Word]
