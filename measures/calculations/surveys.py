"""Calculations about survey answers: Friends and Family Test, DIALOG, staff."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import DialogScore, FFTCount, StaffSurveyCount
from data_model.base import table_of
from data_model.surveys import FFT_ANSWERS
from measures.areas import AreaTree
from measures.figures import Figure, Tally

MEETINGS_ITEM = 11
TREATMENT_ITEMS = (9, 10, 11)


def calculate_fft_positive(session: Session, areas: AreaTree) -> list[Figure]:
    """Very good and good, out of all six answers, don't know included."""
    tally = Tally()
    table = table_of(FFTCount)
    for row in session.execute(select(table)):
        counts = [getattr(row, answer) for answer in FFT_ANSWERS]
        known = None not in counts
        tally.add(
            areas.counted_in(row.directorate_id, row.borough_id, row.team_id),
            row.month,
            row.very_good + row.good if known else None,
            sum(counts) if known else None,
        )
    return tally.shares()


def calculate_dialog_meetings(session: Session, areas: AreaTree) -> list[Figure]:
    """Sum of scores and number of scores of the item on meetings (1 to 7)."""
    return _dialog(session, areas, (MEETINGS_ITEM,))


def calculate_dialog_treatment(session: Session, areas: AreaTree) -> list[Figure]:
    """Sum of scores and number of scores of the three treatment items (1 to 7)."""
    return _dialog(session, areas, TREATMENT_ITEMS)


def calculate_staff_satisfaction(session: Session, areas: AreaTree) -> list[Figure]:
    """Positive answers out of all answers of staff."""
    tally = Tally()
    table = table_of(StaffSurveyCount)
    for row in session.execute(select(table)):
        tally.add(areas.counted_in(row.directorate_id, row.team_id), row.month, row.positive, row.answers)
    return tally.shares()


def _dialog(session: Session, areas: AreaTree, items: tuple[int, ...]) -> list[Figure]:
    tally = Tally()
    table = table_of(DialogScore)
    # In key order, so that sums of fractions come out the same on every store.
    statement = select(table).where(table.c.item.in_(items)).order_by(table.c.month, table.c.id)
    for row in session.execute(statement):
        scores = None if row.mean_score is None or row.answered is None else row.answered * row.mean_score
        areas_of_row = areas.counted_in(row.directorate_id, row.borough_id, row.team_id)
        tally.add(areas_of_row, row.month, scores, row.answered)
    return tally.shares()
