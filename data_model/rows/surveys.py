"""Rows of survey counts by month: Friends and Family Test, DIALOG, staff.

A star in any count hides the whole answer set of its row: what is left would give the hidden part away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import le
from typing import Any, ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_part, problem
from data_model.rows.dates import PastMonth
from data_model.rows.numbers import DASHES, HIDDEN, Answers, DialogItem, MeanScore
from data_model.rows.words import Name
from data_model.surveys import FFT_ANSWERS


class FFTRow(Row):
    """Friends and Family Test answers of one month, ``None`` in all six if they were hidden."""

    date_columns: ClassVar = ("month",)

    month: PastMonth
    directorate: Name
    borough: Name | None = None
    team: Name | None = None
    very_good: Answers
    good: Answers
    neither: Answers
    poor: Answers
    very_poor: Answers
    dont_know: Answers

    @classmethod
    def find_plain(cls, columns: Mapping[str, Sequence[Any]]) -> None:
        """Without a star there is nothing to hide."""

    @model_validator(mode="after")
    def _hide_all_or_none(self) -> Self:
        if any(getattr(self, name) is None for name in FFT_ANSWERS):
            for name in FFT_ANSWERS:
                setattr(self, name, None)
        return self


class DialogRow(Row):
    """Answers to one DIALOG item in one month; ``mean_score`` is ``None`` if hidden or if nobody answered."""

    date_columns: ClassVar = ("month",)

    month: PastMonth
    directorate: Name
    borough: Name | None = None
    team: Name | None = None
    item: DialogItem
    answered: Answers
    mean_score: MeanScore
    satisfied: Answers = None

    @classmethod
    def find_plain(cls, columns: Mapping[str, Sequence[Any]]) -> Iterable[bool]:
        """Rows with a mean score of one answer or more, and no more satisfied than answered."""
        rows = zip(columns["answered"], columns["mean_score"], columns["satisfied"], strict=True)
        return [
            mean.__class__ is float and answered > 0 and (satisfied is None or satisfied <= answered)
            for answered, mean, satisfied in rows
        ]

    @model_validator(mode="after")
    def _settle(self) -> Self:
        hidden_satisfied = "satisfied" in self.model_fields_set and self.satisfied is None
        if self.answered is None or self.mean_score == HIDDEN or hidden_satisfied:
            self.answered = self.mean_score = self.satisfied = None
            return self
        if self.mean_score in DASHES:
            if self.answered:
                raise problem("dash_with_answers", column="mean_score")
            self.mean_score = None
        elif not self.answered:
            raise problem("mean_without_answers", column="mean_score")
        check_part(self.satisfied, self.answered, "satisfied", "answered")
        return self


class StaffSurveyRow(Row):
    """Staff who were asked whether they are satisfied with the care they deliver; ``None`` if hidden."""

    date_columns: ClassVar = ("month",)

    month: PastMonth
    directorate: Name
    team: Name | None = None
    answers: Answers
    positive: Answers

    @classmethod
    def find_plain(cls, columns: Mapping[str, Sequence[Any]]) -> Iterable[bool]:
        """Rows with no more positive answers than answers."""
        return map(le, columns["positive"], columns["answers"])

    @model_validator(mode="after")
    def _settle(self) -> Self:
        if self.answers is None or self.positive is None:
            self.answers = self.positive = None
            return self
        check_part(self.positive, self.answers, "positive", "answers")
        return self
