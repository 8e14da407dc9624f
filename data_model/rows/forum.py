"""Rows of what a QI Forum wrote down, and of driver diagrams."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_needed, check_order, check_unused
from data_model.rows.dates import PastDay, PlannedDay
from data_model.rows.numbers import Count
from data_model.rows.words import Code, DriverTypeWord, ForumEntryTypeWord, Name, Sentences
from data_model.terms import DriverType, ForumEntryType


class ForumEntryRow(Row):
    """What a forum wrote down; ``owner_role`` is a role, never a person; no ``measure`` means every chart."""

    free_text: ClassVar = frozenset({"entry_id", "text", "owner_role"})
    date_columns: ClassVar = ("entry_date", "due_date", "done_date")

    entry_id: Code
    entry_type: ForumEntryTypeWord
    entry_date: PastDay
    directorate: Name
    borough: Name | None = None
    measure: Code | None = None
    project_id: Code | None = None
    text: Sentences
    owner_role: Name | None = None
    due_date: PlannedDay | None = None
    done_date: PastDay | None = None

    @model_validator(mode="after")
    def _check_type(self) -> Self:
        check_order(self.entry_date, self.due_date, "due_date")
        check_order(self.entry_date, self.done_date, "done_date")
        if self.entry_type == ForumEntryType.ACTION:
            check_needed(self.owner_role is not None, "owner_role", "entry_type", self.entry_type)
            check_needed(self.due_date is not None, "due_date", "entry_type", self.entry_type)
        else:
            check_unused(self.done_date is not None, "done_date", "entry_type", self.entry_type)
        if self.entry_type == ForumEntryType.BIG_I_PLAN:
            check_needed(self.project_id is not None, "project_id", "entry_type", self.entry_type)
        return self


class DriverRow(Row):
    """One box of a driver diagram; ``parent_id`` is the box that it works towards, blank for the aim."""

    free_text: ClassVar = frozenset({"driver_id", "parent_id", "text"})

    driver_id: Code
    parent_id: Code | None = None
    driver_type: DriverTypeWord
    text: Name
    directorate: Name | None = None
    measure: Code | None = None
    idea_id: Code | None = None
    position: Count | None = None

    @model_validator(mode="after")
    def _check_parent(self) -> Self:
        check = check_unused if self.driver_type == DriverType.AIM else check_needed
        check(self.parent_id is not None, "parent_id", "driver_type", self.driver_type)
        return self
