"""Rows of survey counts by month: Friends and Family Test, DIALOG, staff, pulse.

A star in any count hides the whole answer set of its row: what is left would give the hidden part away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Self

from pydantic import model_validator

from data_model.rows.base import Row, check_part, problem
from data_model.rows.dates import PastMonth
from data_model.rows.numbers import DASHES, HIDDEN, Answers, DialogItem, MeanScore
from data_model.rows.words import Name, PulseQuestionWord
from data_model.surveys import FFT_ANSWERS, PULSE_ANSWERS


def hide_rows(columns: dict[str, list[Any]], together: Sequence[str]) -> None:
    """Where one of some columns holds a star, empty all of them in that row."""
    starred = {n for name in together if HIDDEN in columns[name] for n in _stars(columns[name])}
    if starred:
        for name in together:
            columns[name] = [None if n in starred else value for n, value in enumerate(columns[name])]


def hide_all_or_none(row: Row, together: Sequence[str]) -> None:
    """Where one of some counts of a row is hidden, hide all of them."""
    if any(getattr(row, name) is None for name in together):
        for name in together:
            setattr(row, name, None)


def _stars(column: Sequence[Any]) -> Iterable[int]:
    return (n for n, value in enumerate(column) if value == HIDDEN)


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
    def settle_columns(cls, columns: dict[str, list[Any]]) -> None:
        """A star hides all six answers of its row."""
        hide_rows(columns, FFT_ANSWERS)

    @model_validator(mode="after")
    def _hide_all_or_none(self) -> Self:
        hide_all_or_none(self, FFT_ANSWERS)
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
    def settle_columns(cls, columns: dict[str, list[Any]]) -> Iterable[bool]:
        """Stars hide; a dash goes with no answers, a mean with some; satisfied are among them."""
        hide_rows(columns, ("answered", "mean_score", "satisfied"))
        rows = list(zip(columns["answered"], columns["mean_score"], columns["satisfied"], strict=True))
        columns["mean_score"] = [None if mean.__class__ is str else mean for _, mean, _ in rows]
        return [
            answered is None
            or ((answered > 0) == (mean.__class__ is float) and (satisfied is None or satisfied <= answered))
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
    def settle_columns(cls, columns: dict[str, list[Any]]) -> Iterable[bool]:
        """A star hides both; otherwise no more positive answers than answers."""
        hide_rows(columns, ("answers", "positive"))
        pairs = zip(columns["positive"], columns["answers"], strict=True)
        return [answers is None or positive <= answers for positive, answers in pairs]

    @model_validator(mode="after")
    def _settle(self) -> Self:
        if self.answers is None or self.positive is None:
            self.answers = self.positive = None
            return self
        check_part(self.positive, self.answers, "positive", "answers")
        return self


class PulseRow(Row):
    """Answers of one month to one question of the pulse survey, ``None`` in all five if they were hidden."""

    date_columns: ClassVar = ("month",)

    month: PastMonth
    directorate: Name
    borough: Name | None = None
    team: Name | None = None
    question: PulseQuestionWord
    strongly_disagree: Answers
    disagree: Answers
    neither: Answers
    agree: Answers
    strongly_agree: Answers

    @classmethod
    def settle_columns(cls, columns: dict[str, list[Any]]) -> None:
        """A star hides all five answers of its row."""
        hide_rows(columns, PULSE_ANSWERS)

    @model_validator(mode="after")
    def _hide_all_or_none(self) -> Self:
        hide_all_or_none(self, PULSE_ANSWERS)
        return self
