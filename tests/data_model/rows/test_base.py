import pytest

from data_model import rows
from data_model.rows import FFTRow, Row

SCHEMAS = [getattr(rows, name) for name in rows.__all__ if name.endswith("Row") and name != "Row"]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_special_columns_are_columns(schema):
    assert issubclass(schema, Row)
    assert schema.free_text <= set(schema.columns())
    assert set(schema.date_columns) <= set(schema.columns())


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_column_of_days_or_months_is_watched_for_month_first(schema):
    endings = ("_date", "as_at", "month", "_on", "_due", "_until")
    dated = {n for n in schema.columns() if n.endswith(endings)} - {"reporting_date"}
    assert set(schema.date_columns) == dated


def test_required_columns_stand_in_the_order_of_the_template():
    assert FFTRow.required_columns()[:3] == ("month", "directorate", "very_good")
    assert FFTRow.columns()[:4] == ("month", "directorate", "borough", "team")
