"""Calculations about survey answers: Friends and Family Test, DIALOG, staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, cast

from sqlalchemy import Result, select
from sqlalchemy.orm import Session

from data_model import DialogScore, FFTCount, StaffSurveyCount
from data_model.base import table_of
from data_model.surveys import FFT_ANSWERS
from measures.areas import AreaTree
from measures.figures import Figure, Tally

MEETINGS_ITEM = 11
TREATMENT_ITEMS = (9, 10, 11)
_FETCHED = 2000


def calculate_fft_positive(session: Session, areas: AreaTree) -> list[Figure]:
    """Very good and good, out of all six answers, don't know included."""
    table = table_of(FFTCount)
    # If any answer was hidden, so is every sum that it belongs to.
    positive = table.c.very_good + table.c.good
    everything = sum((table.c[answer] for answer in FFT_ANSWERS[1:]), table.c[FFT_ANSWERS[0]])
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    return _tally(session.execute(select(table.c.month, positive, everything, *places)), areas)


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
    return _tally(session.execute(select(*columns)), areas)


def _dialog(session: Session, areas: AreaTree, items: tuple[int, ...]) -> list[Figure]:
    table = table_of(DialogScore)
    scores = table.c.answered * table.c.mean_score
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    statement = select(table.c.month, scores, table.c.answered, *places).where(table.c.item.in_(items))
    # In one order, so that sums of fractions come out the same on every store.
    return _tally(session.execute(statement.order_by(table.c.id)), areas)


def _tally(rows: Result, areas: AreaTree) -> list[Figure]:
    """Add up rows of month, numerator, denominator, directorate and the areas within it."""
    tally = Tally()
    counted: dict[Sequence[int | None], list[int]] = {}
    # Fetched many at a time: one by one takes twice as long.
    each = cast("Iterable[tuple[Any, ...]]", chain.from_iterable(rows.partitions(_FETCHED)))
    for month, numerator, denominator, *place in each:
        key = tuple(place)
        if key not in counted:
            counted[key] = areas.counted_in(*place)
        tally.add(counted[key], month, numerator, denominator)
    return tally.shares()
