"""Small files drawn as text tables, and a store that knows a few made-up areas."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import func, select

import loaders
from data_model import Base
from data_model.base import table_of
from data_model.store import query_store_version, reading
from loaders.kinds import KINDS
from loaders.tables import Hints, read_table

AREAS = """
area_code | area_name               | area_type   | parent_code | service_type  | aliases
RWX       | Example Trust           | trust       |             |               | ET
NMH       | Newham mental health    | directorate | RWX         | mental health | Newham MH; N & M
LCH       | London community health | directorate | RWX         | community     | London CHS
FOR       | Forensics               | directorate | RWX         |               |
B-NE      | Newham                  | borough     | NMH; LCH    |               | LBN
B-LU      | Luton                   | borough     | FOR         |               |
B-TH      | Tower Hamlets           | borough     | LCH         |               | TH
T-NSO     | Newham South Team       | team        | NMH; B-NE   |               |
T-REH     | Rehabilitation Team     | team        | LCH         |               | Rehab
"""


def drawn(table: str) -> list[list[str]]:
    """The cells of a table drawn with | between them."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.fixture(scope="session")
def as_csv() -> Callable[..., bytes]:
    """``as_csv(table)``: a table drawn with | between its cells as the bytes of a CSV file."""

    def write(table: str, separator: str = ",", encoding: str = "utf-8") -> bytes:
        stream = io.StringIO()
        csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(drawn(table))
        return stream.getvalue().encode(encoding)

    return write


@pytest.fixture(scope="session")
def areas_file(as_csv) -> bytes:
    """A trust, three directorates, three boroughs, two teams."""
    return as_csv(AREAS)


@pytest.fixture
def store(engine, areas_file):
    """A store that knows the areas; once on each dialect."""
    assert loaders.load_file(engine, areas_file, "areas.csv").rows.added == 9
    return engine


@pytest.fixture
def sqlite_store(sqlite_engine, areas_file):
    """A SQLite store that knows the areas."""
    assert loaders.load_file(sqlite_engine, areas_file, "areas.csv").rows.added == 9
    return sqlite_engine


@pytest.fixture
def load(store, as_csv):
    """``load(table, **options)``: load a drawn table into the store; a report."""

    def load_drawn(table: str, name: str = "file.csv", **options):
        return loaders.load_file(store, as_csv(table), name, **options)

    return load_drawn


@pytest.fixture
def exported(store):
    """``exported(kind)``: the stored rows of a kind as a list of cells by column."""

    def export(kind: str):
        with reading(store) as session:
            return loaders.query_export(session, kind)

    return export


@pytest.fixture(scope="session")
def content_of():
    """``content_of(engine)``: every row of every table, for comparing whole stores."""

    def read(engine):
        with reading(engine) as session:
            tables = Base.metadata.sorted_tables
            rows = {table.name: session.execute(select(table)).all() for table in tables}
            return rows, query_store_version(session)

    return read


@pytest.fixture(scope="session")
def count_rows():
    """``count_rows(engine, model)``: how many rows a table holds."""

    def count(engine, model) -> int:
        with reading(engine) as session:
            return session.scalar(select(func.count()).select_from(table_of(model)))

    return count


@pytest.fixture
def read_drawn(as_csv):
    """``read_drawn(table)``: the table of a drawn CSV file, read but not checked."""

    def read(table: str, name: str = "file.csv", kind: str | None = None):
        return read_table(io.BytesIO(as_csv(table)), Hints(name, kind))

    return read


@pytest.fixture(scope="session")
def today() -> date:
    """The day by which the drawn files are judged."""
    return date(2026, 11, 1)


@pytest.fixture(scope="session", params=list(KINDS))
def kind(request):
    """Each kind in turn."""
    return KINDS[request.param]
