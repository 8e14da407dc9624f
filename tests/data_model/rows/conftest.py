"""Reading one drawn row with a schema, and the plain problems it has."""

from datetime import date

import pytest
from pydantic import ValidationError

from data_model.rows import describe_errors


@pytest.fixture(scope="session")
def context():
    """What the cell readers are told: the day, and no column that is month first."""
    return {"today": date(2026, 11, 1), "month_first": frozenset()}


@pytest.fixture(scope="session")
def read(context):
    """``read(schema, column=text, ...)``: a row from the cells that are filled."""

    def read_row(schema, **cells):
        return schema.model_validate({k: v for k, v in cells.items() if v}, context=context)

    return read_row


@pytest.fixture(scope="session")
def problems(read):
    """``problems(schema, column=text, ...)``: what is wrong, as (column, problem) pairs."""

    def find(schema, **cells):
        try:
            read(schema, **cells)
        except ValidationError as error:
            return [(found.column, found.problem) for found in describe_errors(error, cells)]
        return []

    return find
