"""Series for the charts, made from short lists that a reader can see."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from data_model.terms import AreaType, FigureState
from measures.areas import AreaRef
from measures.chart_choice import calculate_chart
from measures.context import ChangeMark, TargetLine
from measures.definitions import Definition, Rebase, Unit, read_definitions
from measures.periods import add_months
from measures.series import MeasureSeries, Point

AREA = AreaRef(1, "LON", "London community health", AreaType.DIRECTORATE, "community", frozenset())
FIRST = date(2022, 4, 1)
Number = float | None
MakeSeries = Callable[..., MeasureSeries]


def _point(start: date, numerator: Number, denominator: Number, unit: Unit, state: FigureState) -> Point:
    if numerator is None:
        state = FigureState.MISSING if state == FigureState.OBSERVED else state
        return Point(start, None, None, None, state)
    value = numerator if unit in (Unit.COUNT, Unit.DAYS) else numerator / (denominator or 1)
    return Point(start, numerator, None if unit in (Unit.COUNT, Unit.DAYS) else denominator, value, state)


def _starts(definition: Definition, count: int, first: date, step: int) -> list[date]:
    if definition.period == "event":
        return [add_months(first, i * 2).replace(day=1 + i % 27) for i in range(count)]
    return [add_months(first, i * step) for i in range(count)]


def build_series(
    measure: str = "big_i_active",
    numerators: Sequence[Number] = (),
    denominators: Number | Sequence[Number] = 20,
    *,
    states: dict[int, FigureState] | None = None,
    target: float | None = None,
    target_from: date = date(2022, 4, 1),
    rebase: Sequence[int] = (),
    changes: Sequence[date] = (),
    first: date = FIRST,
    first_shown: date | None = None,
    step: int = 1,
) -> MeasureSeries:
    """A series of one area; a numerator of None is a gap. ``step``: 3 for quarters."""
    definition = read_definitions()[measure]
    below = denominators if isinstance(denominators, Sequence) else [denominators] * len(numerators)
    starts = _starts(definition, len(numerators), first, step)
    points = tuple(
        _point(s, n, d, definition.unit, (states or {}).get(i, FigureState.OBSERVED))
        for i, (s, n, d) in enumerate(zip(starts, numerators, below, strict=True))
    )
    chart, result = calculate_chart(definition, points, list(rebase), target)
    period = "event" if definition.period == "event" else ("quarter" if step == 3 else "month")
    return MeasureSeries(
        definition=definition, area=AREA, period=period, points=points, chart=chart, result=result,
        target=None if target is None else TargetLine(target, target_from, "agreed by the group"),
        rebases=tuple(Rebase(date=starts[i], reason="It changed.", agreed_by="Group") for i in rebase),
        changes=tuple(
            ChangeMark(n, f"idea-{n}", f"Idea {n}", day, None, "testing") for n, day in enumerate(changes, 1)
        ),
        data_as_at=date(2026, 10, 31), today=date(2026, 11, 22), first_shown=first_shown,
    )  # fmt: skip


@pytest.fixture
def make_series() -> MakeSeries:
    return build_series


@pytest.fixture
def make_attendance(make_series):
    """``make_attendance(service_users=[12, 3], carers=[5, None])``: None is hidden."""

    def make(**counts):
        months = len(next(iter(counts.values())))
        series = make_series("workshop_attendance", [40] * months)
        parts = {
            role: tuple(
                Point(
                    p.period_start,
                    n,
                    None,
                    n,
                    FigureState.OBSERVED if n is not None else FigureState.SUPPRESSED,
                )
                for p, n in zip(series.points, some, strict=True)
            )
            for role, some in counts.items()
        }
        return replace(series, parts=parts)

    return make
