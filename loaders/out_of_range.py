"""Answers outside their range: rows that were set aside for it, and scores that count as not answered."""

from __future__ import annotations

import re
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from data_model import Load, QuarantinedRow
from data_model.rows.problems import MESSAGES

_BEYOND = (
    "number_out_of_range", "number_negative", "count_too_large", "answers_more_than_responses",
    "part_larger_than_whole",
)  # fmt: skip
_FILLED_IN = re.compile(r"\{\w+\}")
# As `loaders.layouts.dialog_counting` says it of an extract, of whose rows none is kept.
_SCORES = re.compile(r"([\d,]+) scores? (?:was|were) not from 1 to 7")


class OutOfRange(NamedTuple):
    """Answers of one kind of file that lie outside their range.

    Attributes:
        column: where they stand; ``None`` for the scores of an extract.
        problem: what is wrong.
        answers: how many there are.
        is_set_aside: whether their rows count in no figure; else only these answers do not.
    """

    kind: str
    column: str | None
    problem: str
    answers: int
    is_set_aside: bool


def query_out_of_range(session: Session) -> list[OutOfRange]:
    """What lies outside its range in all loads that count, the commonest first."""
    row = QuarantinedRow
    beyond = or_(*(row.problem.like(_FILLED_IN.sub("%", MESSAGES[name][0])) for name in _BEYOND))
    asked = (
        select(Load.kind, row.column_name, row.problem, func.count())
        .join(Load, Load.id == row.load_id)
        .where(Load.undone_at.is_(None), beyond)
        .group_by(Load.kind, row.column_name, row.problem)
    )
    found = [OutOfRange(*each, is_set_aside=True) for each in session.execute(asked)]
    said = select(Load.message).where(Load.kind == "dialog", Load.undone_at.is_(None))
    scores = sum(_read_scores(message) for message in session.scalars(said))
    if scores:
        found.append(
            OutOfRange("dialog", None, "Scores that are not from 1 to 7.", scores, is_set_aside=False)
        )
    return sorted(found, key=lambda each: (-each.answers, each.kind, each.column or ""))


def _read_scores(message: str) -> int:
    return sum(int(match[1].replace(",", "")) for match in _SCORES.finditer(message))
