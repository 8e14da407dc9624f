"""Calculations about payments to people who take part, and about who stays involved."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_model import PaymentCount, StayingCount
from data_model.base import table_of
from data_model.terms import FigureState
from measures.areas import AreaTree
from measures.calculations.surveys import add_up_rows
from measures.figures import Figure, Tally
from measures.periods import add_months

LATER_MONTHS = 6


def calculate_paid_on_time(session: Session, areas: AreaTree) -> list[Figure]:
    """Claims paid by the agreed day, out of those that were due in the month."""
    table = table_of(PaymentCount)
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    statement = select(table.c.month, table.c.paid_on_time, table.c.claims, *places)
    return add_up_rows(session, statement, areas)


def calculate_staying_involved(session: Session, areas: AreaTree) -> list[Figure]:
    """People still involved six months after they joined, out of those who joined in the month.

    A month is too early until its six months have passed for everybody, whatever was written of it before.
    People of whom nobody wrote down whether they stayed are in neither number.
    """
    table = table_of(StayingCount)
    columns = (table.c.month, table.c.after_6_months, table.c.joined)
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    known_to = session.scalar(select(func.max(table.c.month))) or date.min
    tally = Tally()
    for row in session.execute(select(*columns, *places)):
        month, stayed, joined, *place = tuple(row)
        counted = areas.counted_in(*place)
        if not has_passed(month, LATER_MONTHS, known_to):
            tally.miss(counted, month)
        elif joined is None or stayed is not None:
            tally.add(counted, month, stayed, joined)
    return [
        figure._replace(state=FigureState.TOO_EARLY) if figure.state == FigureState.MISSING else figure
        for figure in tally.shares()
    ]


def has_passed(month: date, months: int, known_to: date) -> bool:
    """Whether so many months have passed for all who joined in ``month``, in the month ``known_to``."""
    return add_months(month, months) <= known_to
