"""A row of the workshop register: one meeting with its counts of people, never a list of them."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_part, problem
from data_model.rows.dates import PastDay
from data_model.rows.numbers import Count
from data_model.rows.words import Code, Name, WorkshopModeWord, WorkshopTypeWord

_ROLES = ("service_users", "carers", "staff")


class WorkshopRow(Row):
    """One workshop, learning set or group meeting.

    The three roles must be filled, unless the row says how many people have no known role, or says
    nothing of who came and only adds bookings or ratings.
    """

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
    service_users: Count | None = None
    carers: Count | None = None
    staff: Count | None = None
    others: Count | None = None
    access_needs_asked: Count | None = None
    access_needs_met: Count | None = None
    rating_answers: Count | None = None
    rating_positive: Count | None = None
    unknown_role: Count | None = None
    booked: Count | None = None

    @classmethod
    def required_columns(cls) -> tuple[str, ...]:
        """As every row, and the three roles: a register has their columns, even where a cell is blank."""
        needed = {*super().required_columns(), "service_users", "carers", "staff"}
        return tuple(name for name in cls.columns() if name in needed)

    @model_validator(mode="after")
    def _check_roles(self) -> Self:
        blank = [role for role in _ROLES if getattr(self, role) is None]
        counts_nobody = len(blank) == len(_ROLES) and self.others is None and self.unknown_role is None
        adds = self.booked is not None or self.rating_answers is not None
        if blank and not self.unknown_role and not (counts_nobody and adds):
            raise problem("role_missing", column=blank[0])
        return self

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        check_part(self.access_needs_met, self.access_needs_asked, "access_needs_met", "access_needs_asked")
        check_part(self.rating_positive, self.rating_answers, "rating_positive", "rating_answers")
        return self
