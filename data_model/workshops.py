"""Workshops and who came, by role. Counts of people, never a list of them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import AreaKey, Base, Code, Key, LoadKey, Name, Word, not_negative, one_of
from data_model.terms import WorkshopMode, WorkshopType


class Workshop(Base):
    """One workshop, learning set or group meeting with its attendance and rating counts.

    A role is null where nobody knows how many of the people had it: ``unknown_role`` then counts the
    people whose role is not known (null: none). ``booked`` counts bookings, which prove no attendance.
    """

    __tablename__ = "workshop"
    __table_args__ = (
        one_of("workshop_type", WorkshopType),
        one_of("mode", WorkshopMode),
        CheckConstraint("access_needs_met <= access_needs_asked", name="met_within_asked"),
        CheckConstraint("rating_positive <= rating_answers", name="positive_within_answers"),
        *not_negative(
            "service_users",
            "carers",
            "staff",
            "others",
            "access_needs_asked",
            "access_needs_met",
            "rating_answers",
            "rating_positive",
            "unknown_role",
            "booked",
        ),
    )

    id: Mapped[Key]
    workshop_id: Mapped[Code] = mapped_column(unique=True)
    workshop_date: Mapped[date]
    title: Mapped[Name]
    workshop_type: Mapped[Word | None]
    directorate_id: Mapped[AreaKey]
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    mode: Mapped[Word | None]
    service_users: Mapped[int | None]
    carers: Mapped[int | None]
    staff: Mapped[int | None]
    others: Mapped[int | None]
    access_needs_asked: Mapped[int | None]
    access_needs_met: Mapped[int | None]
    rating_answers: Mapped[int | None]
    rating_positive: Mapped[int | None]
    unknown_role: Mapped[int | None]
    booked: Mapped[int | None]
    load_id: Mapped[LoadKey]
