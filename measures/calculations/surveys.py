"""Calculations about survey answers: Friends and Family Test, DIALOG, staff, pulse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data_model import DialogScore, FFTCount, PulseCount, StaffSurveyCount
from data_model.base import table_of
from data_model.dialects import read_plain
from data_model.surveys import FFT_ANSWERS, PULSE_ANSWERS
from data_model.terms import PulseQuestion
from measures.areas import AreaTree
from measures.figures import Figure, Tally

MEETINGS_ITEM = 11
TREATMENT_ITEMS = (9, 10, 11)
DIALOG_FIGURES = "dialog_figures"
_MONTH_AND_PLACE = itemgetter(slice(4))  # month, directorate, borough and team stand first in a row


def calculate_fft_positive(session: Session, areas: AreaTree) -> list[Figure]:
    """Very good and good, out of all six answers, don't know included."""
    table = table_of(FFTCount)
    # If any answer was hidden, so is every sum that it belongs to.
    positive = table.c.very_good + table.c.good
    everything = sum((table.c[answer] for answer in FFT_ANSWERS[1:]), table.c[FFT_ANSWERS[0]])
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    return add_up_rows(session, select(table.c.month, positive, everything, *places), areas)


def calculate_dialog_meetings(session: Session, areas: AreaTree) -> list[Figure]:
    """Sum of scores and number of scores of the item on meetings (1 to 7)."""
    return _dialog(session, areas, "dialog_meetings")


def calculate_dialog_treatment(session: Session, areas: AreaTree) -> list[Figure]:
    """Sum of scores and number of scores of the three treatment items (1 to 7)."""
    return _dialog(session, areas, "dialog_treatment")


def calculate_staff_satisfaction(session: Session, areas: AreaTree) -> list[Figure]:
    """Positive answers out of all answers of staff."""
    table = table_of(StaffSurveyCount)
    columns = (table.c.month, table.c.positive, table.c.answers, table.c.directorate_id, table.c.team_id)
    return add_up_rows(session, select(*columns), areas)


def calculate_voice_heard(session: Session, areas: AreaTree) -> list[Figure]:
    """Agree and strongly agree, out of all five answers to "my voice was heard"."""
    table = table_of(PulseCount)
    agree = table.c.agree + table.c.strongly_agree
    everything = sum((table.c[answer] for answer in PULSE_ANSWERS[1:]), table.c[PULSE_ANSWERS[0]])
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    statement = select(table.c.month, agree, everything, *places)
    return add_up_rows(session, statement.where(table.c.question == PulseQuestion.HEARD), areas)


def _dialog(session: Session, areas: AreaTree, wanted: str) -> list[Figure]:
    """Both measures rest on the same rows, read once for the two: the second takes what the first left."""
    left = session.info.pop(DIALOG_FIGURES, {})
    if wanted in left:
        return left[wanted]
    table = table_of(DialogScore)
    scores = table.c.answered * table.c.mean_score
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    statement = select(table.c.month, *places, table.c.item, scores, table.c.answered)
    # In one order, so that sums of fractions come out the same on every store.
    statement = statement.where(table.c.item.in_(TREATMENT_ITEMS)).order_by(table.c.id)
    meetings, treatment = _Sums(areas), _Sums(areas)
    # The items of a team and month mostly stand together, and are then added to its areas as one.
    for where, rows in groupby(read_plain(session, statement), _MONTH_AND_PLACE):
        month, place = where[0], where[1:]
        sum_of_scores, answers = 0.0, 0
        for row in rows:
            score, answered = row[5], row[6]
            if row[4] == MEETINGS_ITEM:
                meetings.add(place, month, score, answered)
            if score is None or answered is None:
                treatment.hide(place, month)
            else:
                sum_of_scores += score
                answers += answered
        treatment.add(place, month, sum_of_scores, answers)
    found = {"dialog_meetings": meetings.shares(), "dialog_treatment": treatment.shares()}
    session.info[DIALOG_FIGURES] = {name: figures for name, figures in found.items() if name != wanted}
    return found[wanted]


def add_up_rows(session: Session, statement: Select, areas: AreaTree) -> list[Figure]:
    """Add up rows of month, numerator, denominator, directorate and the areas within it."""
    sums = _Sums(areas)
    for row in read_plain(session, statement):
        sums.add(row[3:], *row[:3])
    return sums.shares()


class _Sums:
    """Sums by area and month, kept apart by area because a survey may have a million rows."""

    def __init__(self, areas: AreaTree) -> None:
        self._areas = areas
        self._sums: dict[int, dict[Any, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
        self._hidden: set[tuple[int, Any]] = set()
        self._of: dict[Sequence[int | None], list[dict[Any, list[float]]]] = {}

    def add(
        self, place: Sequence[Any], month: str | date, numerator: float | None, denominator: float | None
    ) -> None:
        """Add one row; ``place`` is its directorate and the areas within it."""
        if place not in self._of:
            self._of[place] = [self._sums[area] for area in self._areas.counted_in(*place)]
        if numerator is None or denominator is None:
            self.hide(place, month)
            return
        for months in self._of[place]:
            cell = months[month]
            cell[0] += numerator
            cell[1] += denominator

    def hide(self, place: Sequence[Any], month: str | date) -> None:
        """A row that is hidden: so is every sum that it belongs to."""
        self._hidden.update((area, month) for area in self._areas.counted_in(*place))

    def shares(self) -> list[Figure]:
        """One figure an area and month, as `Tally.shares`."""
        tally = Tally()
        for area, months in self._sums.items():
            for month, (numerator, denominator) in months.items():
                tally.add([area], _day(month), numerator, denominator)
        for area, month in self._hidden:
            tally.add([area], _day(month), None, None)
        return tally.shares()


def _day(month: str | date) -> date:
    return month if isinstance(month, date) else date.fromisoformat(month)
