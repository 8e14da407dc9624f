"""Made-up series of every shape a chart can take, for the page of all sentences and for tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from data_model.terms import AreaType, FigureState
from measures.areas import AreaRef
from measures.chart_choice import calculate_chart
from measures.context import TargetLine
from measures.definitions import Definition, Unit, read_definitions
from measures.periods import Period, add_months
from measures.series import MeasureSeries, Point

FIRST_MONTH = date(2022, 4, 1)
TODAY = date(2026, 11, 23)
DATA_AS_AT = date(2026, 10, 31)
AREA = AreaRef(1, "LCH", "London community health", AreaType.DIRECTORATE, None, frozenset())
_SIZE = 100
_WOBBLE = (0.40, 0.50, 0.44, 0.48, 0.42, 0.47, 0.41, 0.49, 0.43, 0.46) * 3


class Shape(NamedTuple):
    """A course of shares between 0 and 1 (None: a missing period), and what it shows."""

    name: str
    shares: tuple[float | None, ...]


SHAPES = (
    Shape("ups and downs", _WOBBLE),
    Shape("one period unusually high", (*_WOBBLE, 0.97)),
    Shape("one period unusually low", (*_WOBBLE, 0.02)),
    Shape("several periods above the usual range", (*_WOBBLE, 0.97, 0.96, 0.97)),
    Shape("several periods below the usual range", (*_WOBBLE, 0.03, 0.02, 0.03)),
    Shape("a shift up", (0.40, 0.42) * 12 + (0.55,) * 9),
    Shape("a shift down", (0.50, 0.48) * 12 + (0.35,) * 9),
    Shape("rising", (*_WOBBLE[:20], 0.30, 0.35, 0.41, 0.45, 0.49, 0.53, 0.58)),
    Shape("falling", (*_WOBBLE[:20], 0.58, 0.53, 0.49, 0.45, 0.41, 0.35, 0.30)),
    Shape("two of three near the top", (*_WOBBLE, 0.57, 0.46, 0.57)),
    Shape("everything, every time", (*_WOBBLE, 1.0, 1.0, 1.0)),
    Shape("nothing, every time", (*_WOBBLE, 0.0, 0.0, 0.0)),
    Shape("the same every time", (0.45,) * 24),
    Shape("too few", _WOBBLE[:3]),
    Shape("early", _WOBBLE[:9]),
    Shape("a gap", (*_WOBBLE[:20], None, *_WOBBLE[20:])),
    Shape("nothing loaded", ()),
)


def build_example(measure_id: str, shape: Shape) -> MeasureSeries:
    """The shape as a series of a measure, in the measure's own unit, out of a hundred each period."""
    definition = read_definitions()[measure_id]
    times = {Unit.SCORE: 7, Unit.RATIO: 3}.get(definition.unit, 1)
    tops = [None if s is None else round(s * _SIZE) * times for s in shape.shares]
    plain = definition.unit in (Unit.COUNT, Unit.DAYS)
    return build_series(
        measure_id, tops, None if plain else [s and _SIZE if s != 0 else _SIZE for s in shape.shares]
    )


def build_series(
    measure_id: str,
    numerators: Sequence[float | None],
    denominators: Sequence[float | None] | None = None,
    *,
    states: Mapping[int, FigureState] | None = None,
    target: float | None = None,
    period: Period | None = None,
    rebase: Sequence[int] = (),
    **more: object,
) -> MeasureSeries:
    """A series straight from numbers, as if read from the store.

    Args:
        measure_id: an id of the catalogue.
        numerators: one a period; None is a missing period.
        denominators: one a period; None for plain counts.
        states: position to state, where it is not simply observed or missing.
        target: in the measure's unit.
        period: month, quarter or event; None takes the definition's.
        rebase: positions that start a phase.
        more: other fields of `MeasureSeries`.
    """
    definition = read_definitions()[measure_id]
    span = period or definition.period
    below = denominators or [None] * len(numerators)
    points = [
        _point(definition, _start(span, i), top, size, (states or {}).get(i))
        for i, (top, size) in enumerate(zip(numerators, below, strict=True))
    ]
    chart, result = calculate_chart(definition, points, rebase, target)
    fields: dict = {
        "definition": definition, "area": AREA, "period": span, "points": tuple(points), "chart": chart,
        "result": result, "rebases": (), "changes": (), "data_as_at": DATA_AS_AT, "today": TODAY,
        "target": None if target is None else TargetLine(target, FIRST_MONTH, "a committee"),
    }  # fmt: skip
    return MeasureSeries(**{**fields, **more})


def build_all_examples() -> Iterator[tuple[Definition, Shape, MeasureSeries]]:
    """Every shape of every measure."""
    for definition in read_definitions().values():
        for shape in SHAPES:
            yield definition, shape, build_example(definition.id, shape)


def _point(
    definition: Definition, start: date, top: float | None, size: float | None, state: FigureState | None
) -> Point:
    state = state or (FigureState.MISSING if top is None else FigureState.OBSERVED)
    value = None
    if state == FigureState.OBSERVED and top is not None:
        value = top if definition.unit in (Unit.COUNT, Unit.DAYS) else top / (size or 1)
    return Point(start, top, size, value, state)


def _start(period: Period, i: int) -> date:
    if period == "event":
        return FIRST_MONTH + timedelta(days=20 * i)
    return add_months(FIRST_MONTH, i * (3 if period == "quarter" else 1))
