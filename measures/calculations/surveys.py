"""Calculations about survey answers: Friends and Family Test, DIALOG, staff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data_model import DialogScore, FFTCount, StaffSurveyCount
from data_model.base import table_of
from data_model.dialects import read_plain
from data_model.surveys import FFT_ANSWERS
from measures.areas import AreaTree
from measures.figures import Figure, Tally

MEETINGS_ITEM = 11
TREATMENT_ITEMS = (9, 10, 11)


def calculate_fft_positive(session: Session, areas: AreaTree) -> list[Figure]:
    """Very good and good, out of all six answers, don't know included."""
    table = table_of(FFTCount)
    # If any answer was hidden, so is every sum that it belongs to.
    positive = table.c.very_good + table.c.good
    everything = sum((table.c[answer] for answer in FFT_ANSWERS[1:]), table.c[FFT_ANSWERS[0]])
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    return _tally(session, select(table.c.month, positive, everything, *places), areas)


def calculate_dialog_meetings(session: Session, areas: AreaTree) -> list[Figure]:
    """Sum of scores and number of scores of the item on meetings (1 to 7)."""
    return _dialog(session, areas, (MEETINGS_ITEM,))


def calculate_dialog_treatment(session: Session, areas: AreaTree) -> list[Figure]:
    """Sum of scores and number of scores of the three treatment items (1 to 7)."""
    return _dialog(session, areas, TREATMENT_ITEMS)


def calculate_staff_satisfaction(session: Session, areas: AreaTree) -> list[Figure]:
    """Positive answers out of all answers of staff."""
    table = table_of(StaffSurveyCount)
    columns = (table.c.month, table.c.positive, table.c.answers, table.c.directorate_id, table.c.team_id)
    return _tally(session, select(*columns), areas)


def _dialog(session: Session, areas: AreaTree, items: tuple[int, ...]) -> list[Figure]:
    table = table_of(DialogScore)
    scores = table.c.answered * table.c.mean_score
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    statement = select(table.c.month, scores, table.c.answered, *places).where(table.c.item.in_(items))
    # In one order, so that sums of fractions come out the same on every store.
    return _tally(session, statement.order_by(table.c.id), areas)


def _tally(session: Session, statement: Select, areas: AreaTree) -> list[Figure]:
    """Add up rows of month, numerator, denominator, directorate and the areas within it.

    Sums by area first, month by month, because a survey may have a million rows.
    """
    sums: dict[int, dict[Any, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    hidden: set[tuple[int, Any]] = set()
    counted: dict[Sequence[int | None], list[int]] = {}
    sums_of: dict[Sequence[int | None], list[dict[Any, list[float]]]] = {}
    for row in read_plain(session, statement):
        month, numerator, denominator = row[:3]
        place = row[3:]
        if place not in counted:
            counted[place] = areas.counted_in(*place)
            sums_of[place] = [sums[area] for area in counted[place]]
        if numerator is None or denominator is None:
            hidden.update((area, month) for area in counted[place])
            continue
        for months in sums_of[place]:
            cell = months[month]
            cell[0] += numerator
            cell[1] += denominator
    return _shares(sums, hidden)


def _shares(sums: Mapping[int, Mapping[Any, list[float]]], hidden: Iterable[tuple[int, Any]]) -> list[Figure]:
    tally = Tally()
    for area, months in sums.items():
        for month, (numerator, denominator) in months.items():
            tally.add([area], _day(month), numerator, denominator)
    for area, month in hidden:
        tally.add([area], _day(month), None, None)
    return tally.shares()


def _day(month: str | date) -> date:
    return month if isinstance(month, date) else date.fromisoformat(month)
