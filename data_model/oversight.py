"""National figures for every trust, from NHS England's Oversight Framework files."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from data_model.base import Base, Code, Key, LoadKey, Name, Word


class OversightFigure(Base):
    """One metric of one trust for one reporting date; an annual value repeated by quarter is one row."""

    __tablename__ = "oversight_figure"
    __table_args__ = (UniqueConstraint("trust_code", "metric_id", "reporting_date"),)

    id: Mapped[Key]
    trust_code: Mapped[Code]
    trust_name: Mapped[Name]
    metric_id: Mapped[Code]
    metric_description: Mapped[Name]
    reporting_date: Mapped[Code]
    quarter: Mapped[Word]
    units: Mapped[Word]
    value: Mapped[float | None]
    median_value: Mapped[float | None]
    lower_quartile: Mapped[float | None]
    upper_quartile: Mapped[float | None]
    rank: Mapped[float | None]
    load_id: Mapped[LoadKey]
