"""The figures in the store equal those of the naive twin, for every measure, area, period and part."""

import pytest
from sqlalchemy import select

from data_model import Area, MeasureValue
from data_model.store import reading
from measures.definitions import read_definitions


def stored_figures(engine, measure_id):
    with reading(engine) as session:
        rows = session.execute(
            select(
                Area.area_code,
                MeasureValue.period_start,
                MeasureValue.part,
                MeasureValue.numerator,
                MeasureValue.denominator,
            )
            .join(Area, Area.id == MeasureValue.area_id)
            .where(MeasureValue.measure_id == measure_id)
        )
        return {(code, start.isoformat(), part): (top, below) for code, start, part, top, below in rows}


@pytest.mark.parametrize("measure_id", sorted(read_definitions()))
def test_every_figure_equals_the_twin(sample_engines, twin, measure_id):
    stored, expected = stored_figures(sample_engines, measure_id), twin[measure_id]
    assert len(expected) > 100
    assert stored.keys() == expected.keys()
    for key, (top, below) in expected.items():
        wanted = top if top is None else pytest.approx(top, rel=1e-12, abs=0)
        assert stored[key][0] == wanted, key
        assert stored[key][1] == below, key
