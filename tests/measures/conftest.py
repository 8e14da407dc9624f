"""Series made straight from numbers, and the naive twin of the sample files."""

from datetime import date, timedelta

import pytest
from naive_twin import compute_everything

from data_model.terms import AreaType, FigureState
from measures.areas import AreaRef
from measures.chart_choice import calculate_chart
from measures.context import TargetLine
from measures.definitions import Unit, read_definitions
from measures.periods import add_months
from measures.series import MeasureSeries, Point


def build_series(
    measure_id, numerators, denominators=None, *, states=None, target=None, first=date(2022, 4, 1), **more
):
    """A series straight from numbers, as if read from the store. None = a missing period."""
    definition = read_definitions()[measure_id]
    period = more.pop("period", definition.period)
    step = {"quarter": 3}.get(period, 1)
    denominators = denominators or [None] * len(numerators)
    points = []
    for i, (top, below) in enumerate(zip(numerators, denominators, strict=True)):
        state = (states or {}).get(i, FigureState.MISSING if top is None else FigureState.OBSERVED)
        value = None
        if state == FigureState.OBSERVED:
            value = top if definition.unit in (Unit.COUNT, Unit.DAYS) else top / below
        start = first + timedelta(days=20 * i) if period == "event" else add_months(first, step * i)
        points.append(Point(start, top, below, value, state))
    line = None if target is None else TargetLine(target, date(2021, 1, 1), "a committee")
    chart, result = calculate_chart(definition, points, more.pop("rebase", ()), target)
    area = AreaRef(1, "LCH", "London community health", AreaType.DIRECTORATE, None, frozenset())
    return MeasureSeries(
        definition, area, period, tuple(points), chart, result, line, more.pop("rebases", ()),
        more.pop("changes", ()), more.pop("data_as_at", date(2026, 10, 31)), date(2026, 11, 23), **more,
    )  # fmt: skip


@pytest.fixture
def make_series():
    return build_series


@pytest.fixture(scope="session")
def twin():
    return compute_everything()
