"""How many figures of each measure nobody sees, and why."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_model import MeasureValue
from data_model.base import table_of
from data_model.terms import FigureState
from measures.areas import query_areas
from measures.definitions import Disclosure, read_definitions
from measures.query import query_figures
from measures.viewer import EVERYTHING


class HiddenFigures(NamedTuple):
    """Of one measure: all its figures, those hidden in the file already, and those that our rule hides.

    ``below`` is the number below which a count of people is hidden.
    """

    measure_title: str
    figures: int
    in_file: int
    by_rule: int
    below: int


def query_hidden_figures(session: Session) -> list[HiddenFigures]:
    """The measures of which any figure is hidden, those with most hidden first.

    Only how many there are is told, never where: that is the same for every reader.
    """
    areas, found = query_areas(session), []
    table = table_of(MeasureValue)
    is_hidden = table.c.state == str(FigureState.SUPPRESSED)
    sent = dict(
        session.execute(
            select(table.c.measure_id, func.count()).where(is_hidden).group_by(table.c.measure_id)
        ).all()
    )
    for measure in read_definitions().values():
        if measure.disclosure == Disclosure.NONE:
            continue
        # By month, as they are stored; a measure drawn by quarter hides less.
        period = "event" if measure.period == "event" else "month"
        figures = query_figures(session, EVERYTHING, measure, period, areas)
        hidden = sum(figure.state == FigureState.SUPPRESSED for figure in figures)
        in_file = min(sent.get(measure.id, 0), hidden)
        if hidden:
            row = HiddenFigures(measure.title, len(figures), in_file, hidden - in_file, measure.hide_below)
            found.append(row)
    return sorted(found, key=lambda row: -(row.in_file + row.by_rule))
