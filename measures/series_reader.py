"""Reading a measure as series: figures laid out by period, with limits and what stands beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from data_model.terms import FigureState
from measures.areas import AreaRef, AreaTree, query_areas
from measures.chart_choice import calculate_chart
from measures.context import query_context
from measures.definitions import Definition, Unit, read_definitions
from measures.disclosure import WHOLE
from measures.figures import Figure
from measures.periods import Period, month_end, period_start, periods_between
from measures.query import query_figures
from measures.series import MeasureSeries, Point
from measures.viewer import Viewer
from settings import read_settings


def query_series(
    session: Session,
    viewer: Viewer,
    measure_id: str,
    area_ids: Iterable[int] | None = None,
    *,
    period: Period | None = None,
    first_shown: date | None = None,
    last_shown: date | None = None,
) -> list[MeasureSeries]:
    """Read one measure for some areas (None: every area that has figures), in the areas' order.

    Args:
        session: an open session on the store.
        viewer: whose scope the figures are cut to.
        measure_id: one of the ids of the catalogue; KeyError otherwise.
        area_ids: keys of the areas; those the viewer may not see are left out.
        period: month or quarter; None takes what suits the measure and the area.
        first_shown: earlier periods still set the usual range but are not drawn.
        last_shown: later periods are left out altogether, as if we stood at that month's end.
    """
    definition = read_definitions()[measure_id]
    areas = query_areas(session)
    wanted = [a.id for a in areas.ordered()] if area_ids is None else list(area_ids)
    reader = _Reader(session, viewer, definition, areas, last_shown)
    found = []
    for area_id in viewer.only(a for a in wanted if a in areas.by_id):
        series = reader.series(areas.by_id[area_id], period, first_shown)
        if series.points or area_ids is not None:
            found.append(series)
    return found


class _Reader:
    """Reads the figures of one measure once a period, then cuts series from them."""

    def __init__(
        self, session: Session, viewer: Viewer, definition: Definition, areas: AreaTree, last: date | None
    ) -> None:
        self._session, self._viewer, self._definition = session, viewer, definition
        self._areas, self._last = areas, last
        self._read: dict[Period, dict[int, list[Figure]]] = {}
        self._known_figures: dict[tuple[int, date], Figure] | None = None
        self._context = query_context(session, definition)

    def series(self, area: AreaRef, period: Period | None, first_shown: date | None) -> MeasureSeries:
        chosen = self._choose_period(area.id) if period is None else period
        if self._definition.period == "event":
            chosen = "event"
        figures = self._figures(chosen)
        end = max((f.period_start for some in figures.values() for f in some), default=None)
        mine = figures.get(area.id, [])
        early = min(
            (f.period_start for some in figures.values() for f in some if f.state == FigureState.TOO_EARLY),
            default=None,
        )
        points = _mark_early(
            _lay_out([f for f in mine if f.part == WHOLE], chosen, end, self._definition), early
        )
        parts = {
            part: _lay_out([f for f in mine if f.part == part], chosen, end, self._definition, mine[0])
            for part in sorted({f.part for f in mine} - {WHOLE})
        }
        rebases = tuple(
            r
            for r in self._definition.rebases
            if points
            and r.area in (None, area.code)
            and points[0].period_start < r.date <= points[-1].period_start
        )
        starts = [_index_from(points, r.date) for r in rebases]
        target = self._context.target(area, points[-1].period_start) if points else None
        chart, result = calculate_chart(
            self._definition, points, [s for s in starts if s is not None], target.value if target else None
        )
        return MeasureSeries(
            self._definition, area, chosen, points, chart, result, target, rebases,
            self._context.changes(area, month_end(self._last) if self._last else read_settings().today),
            self._context.data_as_at, read_settings().today, first_shown, parts, self._known(area.id, points),
        )  # fmt: skip

    def _known(self, area_id: int, points: Sequence[Point]) -> Point | None:
        if self._definition.known_by is None or not points:
            return None
        known = read_definitions()[self._definition.known_by]
        if self._known_figures is None:
            figures = query_figures(self._session, self._viewer, known, "month", self._areas)
            self._known_figures = {(f.area_id, f.period_start): f for f in figures}
        last = max((p.period_start for p in points if p.value is not None), default=None)
        return _point(last, self._known_figures.get((area_id, last)), known) if last else None

    def _choose_period(self, area_id: int) -> Period:
        """Months, or quarters where the definition says so or the area has too few a month."""
        d = self._definition
        if d.period != "month" or d.quarterly_below is None:
            return d.period
        sizes = [f.denominator or 0 for f in self._figures("month").get(area_id, []) if f.part == WHOLE]
        return (
            "quarter"
            if not sizes or sum(sizes) / _span(self._figures("month"), area_id) < d.quarterly_below
            else "month"
        )

    def _figures(self, period: Period) -> dict[int, list[Figure]]:
        if period not in self._read:
            found: dict[int, list[Figure]] = {}
            for figure in query_figures(self._session, self._viewer, self._definition, period, self._areas):
                if self._last is None or figure.period_start <= self._last:
                    found.setdefault(figure.area_id, []).append(figure)
            self._read[period] = found
        return self._read[period]


def _span(figures: dict[int, list[Figure]], area_id: int) -> int:
    """The number of months from the area's first figure to the last figure of the measure."""
    first = figures[area_id][0].period_start
    last = max(f.period_start for some in figures.values() for f in some)
    return len(periods_between(first, last, "month"))


def _lay_out(
    figures: Sequence[Figure],
    period: Period,
    end: date | None,
    definition: Definition,
    first: Figure | None = None,
) -> tuple[Point, ...]:
    """One point a period from the area's first figure to the measure's last; where there is none, missing.

    ``first`` is the figure to begin with, where that is not the first of ``figures``.
    """
    if not figures or end is None:
        return ()
    by_start = {f.period_start: f for f in figures}
    if period == "event":
        starts = sorted(by_start)
    else:
        starts = periods_between((first or figures[0]).period_start, period_start(end, period), period)
    return tuple(_point(s, by_start.get(s), definition) for s in starts)


def _mark_early(points: tuple[Point, ...], early: date | None) -> tuple[Point, ...]:
    """From the measure's first too-early period on, an area without a figure is too early as well."""
    return tuple(
        replace(p, state=FigureState.TOO_EARLY)
        if early is not None and p.period_start >= early and p.state == FigureState.MISSING
        else p
        for p in points
    )


def _point(start: date, figure: Figure | None, definition: Definition) -> Point:
    if figure is None:
        return Point(start, None, None, None, FigureState.MISSING)
    value = None
    if figure.state == FigureState.OBSERVED:
        value = _value(figure, definition)
    return Point(start, figure.numerator, figure.denominator, value, figure.state)


def _value(figure: Figure, definition: Definition) -> float | None:
    if definition.unit in (Unit.COUNT, Unit.DAYS) or figure.part != WHOLE:
        return figure.numerator
    if figure.numerator is None or not figure.denominator:
        return None
    value = figure.numerator / figure.denominator
    return None if math.isnan(value) else value


def _index_from(points: Sequence[Point], day: date) -> int | None:
    return next((i for i, p in enumerate(points) if p.period_start >= day), None)
