"""Rows of a QI project export and of the dated involvement records."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_order
from data_model.rows.dates import PastDay, PlannedDay
from data_model.rows.numbers import Count, ProgressScore
from data_model.rows.words import (
    AimResultWord,
    Code,
    ExportedInvolvement,
    InvolvementWord,
    Name,
    Names,
    Sentences,
    StatusWord,
)


class QIProjectRow(Row):
    """What an export says of one project on the day ``as_at``. A blank involvement is *not recorded*."""

    free_text: ClassVar = frozenset({"project_id", "title", "aim"})
    date_columns: ClassVar = ("start_date", "end_date", "as_at")

    project_id: Code
    title: Name
    directorate: Name
    boroughs: Names | None = None
    team: Name | None = None
    status: StatusWord
    start_date: PlannedDay
    end_date: PlannedDay | None = None
    progress_score: ProgressScore | None = None
    aim: Sentences | None = None
    aim_result: AimResultWord | None = None
    involvement: ExportedInvolvement = None
    service_users: Count | None = None
    carers: Count | None = None
    as_at: PastDay | None = None

    @model_validator(mode="after")
    def _check_dates(self) -> Self:
        check_order(self.start_date, self.end_date, "end_date")
        return self


class InvolvementRow(Row):
    """From ``from_date`` on, a project involved people in this way."""

    free_text: ClassVar = frozenset({"project_id", "note"})
    date_columns: ClassVar = ("from_date",)

    project_id: Code
    from_date: PastDay
    involvement: InvolvementWord
    service_users: Count | None = None
    carers: Count | None = None
    note: Sentences | None = None
