"""Rows of payments to people who take part, and of people who joined and stayed.

A star in any count hides all counts of its row, as in a survey.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from pydantic import model_validator

from data_model.paid_and_staying import STAYING_COLUMNS
from data_model.rows.base import Row, check_part
from data_model.rows.dates import PastMonth
from data_model.rows.numbers import Answers
from data_model.rows.surveys import hide_all_or_none, hide_rows
from data_model.rows.words import Name

_PAID = ("claims", "paid_on_time")
_STAYED = ("joined", *STAYING_COLUMNS)


class PaymentRow(Row):
    """Claims that were due in one month, and those of them paid on time; ``None`` in both if hidden."""

    date_columns: ClassVar = ("month",)

    month: PastMonth
    directorate: Name
    borough: Name | None = None
    team: Name | None = None
    claims: Answers
    paid_on_time: Answers

    @classmethod
    def settle_columns(cls, columns: dict[str, list[Any]]) -> Iterable[bool]:
        """A star hides both; otherwise no more claims paid than were due."""
        hide_rows(columns, _PAID)
        pairs = zip(columns["paid_on_time"], columns["claims"], strict=True)
        return [claims is None or paid <= claims for paid, claims in pairs]

    @model_validator(mode="after")
    def _settle(self) -> Self:
        hide_all_or_none(self, _PAID)
        check_part(self.paid_on_time, self.claims, "paid_on_time", "claims")
        return self


class StayingRow(Row):
    """People who joined in one month and those still involved later; blank where nobody has counted yet."""

    date_columns: ClassVar = ("month",)

    month: PastMonth
    directorate: Name
    borough: Name | None = None
    team: Name | None = None
    joined: Answers
    after_3_months: Answers = None
    after_6_months: Answers = None
    after_12_months: Answers = None

    @classmethod
    def settle_columns(cls, columns: dict[str, list[Any]]) -> Iterable[bool]:
        """A star hides all; otherwise no more people stayed than joined."""
        hide_rows(columns, _STAYED)
        rows = zip(*(columns[name] for name in _STAYED), strict=True)
        return [
            joined is None or all(stayed is None or stayed <= joined for stayed in later)
            for joined, *later in rows
        ]

    @model_validator(mode="after")
    def _settle(self) -> Self:
        # A blank cell was left out before, so what is there and None was a star.
        if any(getattr(self, name) is None for name in self.model_fields_set & set(_STAYED)):
            for name in _STAYED:
                setattr(self, name, None)
            return self
        for name in STAYING_COLUMNS:
            check_part(getattr(self, name), self.joined, name, "joined")
        return self
