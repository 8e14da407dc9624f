"""The one way to read figures: what a viewer may see, small numbers hidden, months or quarters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import MeasureValue
from data_model.base import table_of
from data_model.terms import FigureState
from measures.areas import AreaTree
from measures.definitions import Definition, read_definitions
from measures.disclosure import WHOLE, hide_small_numbers
from measures.figures import Figure
from measures.periods import Period, add_months, period_start
from measures.viewer import Viewer

MONTHS_IN_QUARTER = 3


def query_figures(
    session: Session, viewer: Viewer, definition: Definition, period: Period, areas: AreaTree
) -> list[Figure]:
    """All figures of a measure that the viewer may see, oldest first, with small numbers hidden.

    Small numbers are hidden over all areas together before the viewer's own are picked, so what
    one reader sees never depends on what another may see.
    """
    figures = _disclosed(session, definition, period, areas)
    if definition.hidden_with is not None:
        other = read_definitions()[definition.hidden_with.measure]
        figures = _hide_with(figures, _disclosed(session, other, period, areas), definition.hidden_with.part)
    return sorted(f for f in figures if viewer.may_see(f.area_id))


def _disclosed(session: Session, definition: Definition, period: Period, areas: AreaTree) -> list[Figure]:
    stored = _query_stored(session, definition.id)
    if period == "quarter":
        stored = add_up_quarters(stored, definition)
    return hide_small_numbers(stored, definition, areas)


def _query_stored(session: Session, measure_id: str) -> list[Figure]:
    t = table_of(MeasureValue)
    columns = (t.c.area_id, t.c.period_start, t.c.part, t.c.numerator, t.c.denominator, t.c.state)
    rows = session.execute(select(*columns).where(t.c.measure_id == measure_id))
    return [Figure(*row[:5], FigureState(row[5])) for row in rows]


def add_up_quarters(figures: Iterable[Figure], definition: Definition) -> list[Figure]:
    """Turn months into calendar quarters: numerators and denominators are summed (or the last is taken).

    A quarter with a month that is too early is too early; so is the last quarter of the measure
    while it has not reached its third month, unless the measure is only counted once a quarter.
    A quarter with a month that cannot be known is missing.
    """
    found = sorted(figures, key=lambda f: f.period_start)
    groups: dict[tuple[int, date, str], list[Figure]] = defaultdict(list)
    for figure in found:
        groups[figure.area_id, period_start(figure.period_start, "quarter"), figure.part].append(figure)
    unfinished = _unfinished_quarter(found) if definition.period == "month" else None
    return [_quarter(k, months, definition, k[1] == unfinished) for k, months in groups.items()]


def _unfinished_quarter(figures: list[Figure]) -> date | None:
    if not figures:
        return None
    last = figures[-1].period_start
    quarter = period_start(last, "quarter")
    return None if last == add_months(quarter, MONTHS_IN_QUARTER - 1) else quarter


def _quarter(
    key: tuple[int, date, str], months: list[Figure], definition: Definition, unfinished: bool
) -> Figure:
    if any(m.state == FigureState.MISSING for m in months):
        return Figure(*key, None, None, FigureState.MISSING)
    known = [m for m in months if m.state != FigureState.SUPPRESSED]
    if not known:
        return Figure(*key, None, None, FigureState.SUPPRESSED)
    taken = known[-1:] if definition.quarter_takes == "last" else known
    early = unfinished or any(m.state == FigureState.TOO_EARLY for m in known)
    denominators = [m.denominator for m in taken if m.denominator is not None]
    return Figure(
        *key,
        sum(m.numerator or 0 for m in taken),
        sum(denominators) if denominators else None,
        FigureState.TOO_EARLY if early else FigureState.OBSERVED,
    )


def _hide_with(figures: list[Figure], others: list[Figure], part: str) -> list[Figure]:
    gone = {
        (f.area_id, f.period_start)
        for f in others
        if f.part in (WHOLE, part) and f.state == FigureState.SUPPRESSED
    }
    return [
        f._replace(numerator=None, denominator=None, state=FigureState.SUPPRESSED)
        if (f.area_id, f.period_start) in gone and f.state != FigureState.MISSING
        else f
        for f in figures
    ]
