"""Small files drawn as text tables, and a store that knows a few made-up areas."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from small_stores import AREAS, write_drawn
from sqlalchemy import func, select
from stores import DIALECTS

import loaders
from data_model import Base
from data_model.base import table_of
from data_model.store import query_store_version, reading
from loaders.kinds import KINDS
from loaders.tables import Hints, read_table


@pytest.fixture(scope="session")
def as_csv() -> Callable[..., bytes]:
    """``as_csv(table)``: a table drawn with | between its cells as the bytes of a CSV file."""

    return write_drawn


@pytest.fixture(scope="session")
def areas_file() -> bytes:
    """A trust, three directorates, three boroughs, two teams."""
    return write_drawn(AREAS)


@pytest.fixture(params=DIALECTS)
def store(request, stores):
    """A store that knows the areas; once on each dialect."""
    with stores.opened(request.param, "with_areas") as engine:
        yield engine


@pytest.fixture
def sqlite_store(stores):
    """A SQLite store that knows the areas."""
    with stores.opened("sqlite", "with_areas") as engine:
        yield engine


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
