"""What QI Forums write down, and the driver diagrams that they work by."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import AreaKey, Base, Code, Key, LoadKey, LongText, Name, Word, not_negative, one_of
from data_model.terms import DriverType, ForumEntryType


class ForumEntry(Base):
    """One note, decision, action or plan for Big I, with the day on which the forum wrote it down."""

    __tablename__ = "forum_entry"
    __table_args__ = (
        one_of("entry_type", ForumEntryType),
        CheckConstraint(
            "entry_type <> 'action' OR (owner_role IS NOT NULL AND due_date IS NOT NULL)",
            name="action_has_owner_and_day",
        ),
        CheckConstraint("entry_type <> 'big_i_plan' OR project_id IS NOT NULL", name="plan_has_project"),
        CheckConstraint("entry_type = 'action' OR done_date IS NULL", name="only_actions_are_done"),
        CheckConstraint("due_date >= entry_date", name="due_after_entry"),
        CheckConstraint("done_date >= entry_date", name="done_after_entry"),
    )

    id: Mapped[Key]
    entry_id: Mapped[Code] = mapped_column(unique=True)
    entry_type: Mapped[Word]
    entry_date: Mapped[date]
    directorate_id: Mapped[AreaKey]
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    measure: Mapped[Code | None]
    project_id: Mapped[Code | None] = mapped_column(ForeignKey("qi_project.project_id"), index=True)
    text: Mapped[str] = mapped_column(LongText)
    owner_role: Mapped[Name | None]
    due_date: Mapped[date | None]
    done_date: Mapped[date | None]
    load_id: Mapped[LoadKey]


class Driver(Base):
    """One box of a driver diagram and the box that it works towards. Without an area it is the trust's.

    ``parent_id`` is no foreign key: the boxes of one file come in any order, and the loader has checked them.
    """

    __tablename__ = "driver"
    __table_args__ = (
        one_of("driver_type", DriverType),
        CheckConstraint("(driver_type = 'aim') = (parent_id IS NULL)", name="only_aims_stand_alone"),
        *not_negative("position"),
    )

    id: Mapped[Key]
    driver_id: Mapped[Code] = mapped_column(unique=True)
    parent_id: Mapped[Code | None]
    driver_type: Mapped[Word]
    text: Mapped[Name]
    directorate_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    measure: Mapped[Code | None]
    idea_id: Mapped[Code | None] = mapped_column(ForeignKey("change_idea.idea_id"), index=True)
    position: Mapped[int | None]
    load_id: Mapped[LoadKey]
