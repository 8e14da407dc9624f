"""A row of the workshop register: one meeting with its counts of people, never a list of them."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_part
from data_model.rows.dates import PastDay
from data_model.rows.numbers import Count
from data_model.rows.words import Code, Name, WorkshopModeWord, WorkshopTypeWord


class WorkshopRow(Row):
    """One workshop, learning set or group meeting."""

    free_text: ClassVar = frozenset({"workshop_id", "title"})
    date_columns: ClassVar = ("workshop_date",)

    workshop_id: Code
    workshop_date: PastDay
    title: Name
    workshop_type: WorkshopTypeWord | None = None
    directorate: Name
    borough: Name | None = None
    team: Name | None = None
    mode: WorkshopModeWord | None = None
    service_users: Count
    carers: Count
    staff: Count
    others: Count | None = None
    access_needs_asked: Count | None = None
    access_needs_met: Count | None = None
    rating_answers: Count | None = None
    rating_positive: Count | None = None

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        check_part(self.access_needs_met, self.access_needs_asked, "access_needs_met", "access_needs_asked")
        check_part(self.rating_positive, self.rating_answers, "rating_positive", "rating_answers")
        return self
