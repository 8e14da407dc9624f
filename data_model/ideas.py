"""Change ideas that teams try, and the targets that a group agreed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import Base, Code, Key, LoadKey, LongText, Name, Word, one_of
from data_model.terms import ChangeIdeaStatus


class ChangeIdea(Base):
    """One change idea, the measure it aims at, and what happened."""

    __tablename__ = "change_idea"
    __table_args__ = (
        one_of("status", ChangeIdeaStatus),
        CheckConstraint("end_date >= start_date", name="ends_after_start"),
    )

    id: Mapped[Key]
    idea_id: Mapped[Code] = mapped_column(unique=True)
    title: Mapped[Name]
    directorate_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    measure: Mapped[Code]
    start_date: Mapped[date]
    end_date: Mapped[date | None]
    status: Mapped[Word]
    prediction: Mapped[str | None] = mapped_column(LongText)
    what_happened: Mapped[str | None] = mapped_column(LongText)
    load_id: Mapped[LoadKey]


class Target(Base):
    """A target for one measure in one area (null: everywhere) from a day on, in the measure's own unit.

    A share is stored as a fraction: 40 % is 0.4.
    """

    __tablename__ = "target"

    id: Mapped[Key]
    measure: Mapped[Code]
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    from_date: Mapped[date]
    value: Mapped[float]
    agreed_by: Mapped[Name]
    load_id: Mapped[LoadKey]

    __table_args__ = (
        Index(
            "uq_target_measure_area_from", "measure", text("coalesce(area_id, 0)"), "from_date", unique=True
        ),
    )
