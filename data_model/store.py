"""Opening the store, transactions, and whether its tables fit this version of the code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import (
    Connection,
    Engine,
    column,
    create_engine,
    func,
    inspect,
    make_url,
    select,
    table,
    update,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_model.areas import Area
from data_model.base import table_of
from data_model.bulk import check_written_beside
from data_model.dialects import is_sqlite, lock_for_loading, prepare_engine
from data_model.loads import StoreVersion
from settings import read_settings

# The last of data_model/migrations, which a test holds it to.
NEWEST_REVISION = "a8"
_REVISIONS = table("alembic_version", column("version_num"))


class StoreError(RuntimeError):
    """The store cannot be used as it is; the message says what to do."""


def connect(url: str | None = None) -> Engine:
    """Make an engine for ``url`` (default: ``DATABASE_URL``). Opens no connection and checks nothing."""
    address = make_url(url or read_settings().database_url)
    # hide_parameters: an error text must never carry a value from somebody's file.
    engine = create_engine(
        address, hide_parameters=True, pool_pre_ping=address.get_backend_name() != "sqlite"
    )
    prepare_engine(engine)
    return engine


def open_store(url: str | None = None) -> Engine:
    """Open the store, making its tables if it is new.

    Raises:
        StoreError: the store is older or newer than this code, or cannot be reached.
    """
    engine = connect(url)
    try:
        found = _find_revision(engine)
        if found != NEWEST_REVISION:
            _make_fit(engine, found)
    except DBAPIError as error:
        engine.dispose()
        raise StoreError(f"The store at {_address(engine)} cannot be opened. Check DATABASE_URL.") from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def _make_fit(engine: Engine, found: str | None) -> None:
    # Imported here, since nearly every store fits already.
    from data_model.revisions import describe_wrong_revision, upgrade_store  # noqa: PLC0415

    if found is not None:
        raise StoreError(describe_wrong_revision(found, NEWEST_REVISION))
    upgrade_store(engine)


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for reading; nothing done in it is kept."""
    with Session(engine) as session:
        yield session


@contextmanager
def writing(engine: Engine, *, bulk: bool = False) -> Iterator[Session]:
    """One transaction for writing, alone: all of it is stored, with a new store version, or none of it.

    Args:
        engine: an open store.
        bulk: for many rows of one kind, whose references `data_model.bulk` checks in the place of SQLite.
    """
    bind = engine.execution_options(writes=True, bulk=bulk)
    with Session(bind) as session, session.begin():
        lock_for_loading(session)
        yield session
        if bulk:
            check_written_beside(session)
        if session.info.get("changed", True):
            session.execute(update(StoreVersion).values(version=StoreVersion.version + 1))


@contextmanager
def noting(engine: Engine) -> Iterator[Session]:
    """One small transaction for what is no content of the store: it moves no version.

    It waits for no load where the store can write beside one.
    """
    with Session(engine.execution_options(writes=True)) as session, session.begin():
        yield session


_VERSION = select(table_of(StoreVersion).c.version)


def query_store_version(session: Session | Connection) -> int:
    """The number of writes so far: equal numbers mean equal content. One cheap query."""
    return session.scalar(_VERSION) or 0


def is_empty(engine: Engine) -> bool:
    """Whether the store holds no areas, and so nothing to show."""
    with reading(engine) as session:
        return not session.scalar(select(func.count()).select_from(Area))


def _find_revision(engine: Engine) -> str | None:
    """The last migration that made the tables; None for a store without any."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_REVISIONS.name):
            return None
        return connection.scalar(select(_REVISIONS.c.version_num))


def _address(engine: Engine) -> str:
    return engine.url.database if is_sqlite(engine) else engine.url.render_as_string(hide_password=True)  # type: ignore[return-value]
