"""The one module that knows SQLite from PostgreSQL: pragmas, locks, upserts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

BUSY_SECONDS = 20
# Any constant will do; it only has to be the same for every loader of one store.
_LOADER_LOCK = 7_205_031
_FETCHED = 2000


def is_sqlite(engine: Engine) -> bool:
    """Whether the store is a SQLite file."""
    return engine.dialect.name == "sqlite"


def prepare_engine(engine: Engine) -> None:
    """Set what SQLite does not do by itself: foreign keys, write-ahead log, waiting, real transactions.

    ``synchronous=FULL`` because with WAL and NORMAL a power cut can lose a load that was already
    reported as done.
    """
    if not is_sqlite(engine):
        return

    @event.listens_for(engine, "connect")
    def _on_connect(connection: SQLiteConnection, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        for pragma in (
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "journal_mode=WAL",
            "synchronous=FULL",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        # Within a transaction it cannot be changed, so each says what it needs.
        connection.exec_driver_sql(f"PRAGMA foreign_keys={'OFF' if options.get('bulk') else 'ON'}")
        # A reader that turns writer half way meets "database is locked" at once, whatever the timeout.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def lock_for_loading(session: Session) -> None:
    """Let one load at a time write. SQLite's BEGIN IMMEDIATE has done so already."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOADER_LOCK})


def upsert(session: Session, table: Table, rows: Sequence[dict[str, Any]], keys: Sequence[str]) -> None:
    """Insert ``rows`` or, where ``keys`` are taken, replace every other column."""
    if not rows:
        return
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    rest = {
        c.name: statement.excluded[c.name] for c in table.columns if c.name in rows[0] and c.name not in keys
    }
    session.execute(statement.on_conflict_do_update(index_elements=list(keys), set_=rest), list(rows))


def read_plain(session: Session, statement: Select) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement as the driver gives them, in half the time: on SQLite a day is ISO text."""
    connection = session.connection()
    text_of = statement.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    # Only numbers of our own are written into it, never a value from a file.
    cursor = connection.exec_driver_sql(str(text_of)).cursor
    assert cursor is not None  # noqa: S101 - a select has one
    while rows := cursor.fetchmany(_FETCHED):
        yield from rows
