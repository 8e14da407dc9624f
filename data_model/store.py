"""Opening the store, transactions, and whether its tables fit this version of the code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, func, make_url, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_model.areas import Area
from data_model.base import table_of
from data_model.bulk import check_written_beside
from data_model.dialects import is_sqlite, lock_for_loading, prepare_engine
from data_model.loads import StoreVersion
from settings import read_settings

_MIGRATIONS = Path(__file__).with_name("migrations")


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
        found, newest = _revisions(engine)
        if found is None:
            upgrade_store(engine)
        elif found != newest:
            raise StoreError(_wrong_version(found, newest))
    except DBAPIError as error:
        engine.dispose()
        raise StoreError(f"The store at {_address(engine)} cannot be opened. Check DATABASE_URL.") from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def upgrade_store(engine: Engine) -> None:
    """Bring the tables up to this version of the code, in one transaction."""
    config = _config()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


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


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _revisions(engine: Engine) -> tuple[str | None, str | None]:
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found, ScriptDirectory.from_config(_config()).get_current_head()


def _wrong_version(found: str, newest: str | None) -> str:
    known = {r.revision for r in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found in known:
        return (
            f"This store was made by an older version ({found}; this one needs {newest}). "
            "Make a copy of it, then run: python -m data_model upgrade"
        )
    return (
        f"This store was made by a newer version ({found}) than this code ({newest}). "
        "Update the code, or open another store with DATABASE_URL."
    )


def _address(engine: Engine) -> str:
    return engine.url.database if is_sqlite(engine) else engine.url.render_as_string(hide_password=True)  # type: ignore[return-value]
