"""Rows of change ideas and of targets."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_order
from data_model.rows.dates import PlannedDay
from data_model.rows.numbers import TargetValue
from data_model.rows.words import Code, IdeaStatusWord, Name, Sentences


class ChangeIdeaRow(Row):
    """One change idea, the measure it aims at, and what happened."""

    free_text: ClassVar = frozenset({"idea_id", "title", "prediction", "what_happened"})
    date_columns: ClassVar = ("start_date", "end_date")

    idea_id: Code
    title: Name
    directorate: Name | None = None
    borough: Name | None = None
    measure: Code
    start_date: PlannedDay
    end_date: PlannedDay | None = None
    status: IdeaStatusWord
    prediction: Sentences | None = None
    what_happened: Sentences | None = None

    @model_validator(mode="after")
    def _check_dates(self) -> Self:
        check_order(self.start_date, self.end_date, "end_date")
        return self


class TargetRow(Row):
    """What a group agreed to reach; without an area it holds everywhere."""

    free_text: ClassVar = frozenset({"agreed_by"})
    date_columns: ClassVar = ("from_date",)

    measure: Code
    area: Name | None = None
    from_date: PlannedDay
    value: TargetValue
    agreed_by: Name
