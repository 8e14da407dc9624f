"""The one module that knows SQLite from PostgreSQL: pragmas, locks, upserts."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

BUSY_SECONDS = 20
# Any constant will do; it only has to be the same for every loader of one store.
_LOADER_LOCK = 7_205_031
# The first half of the locks by which loaders show that they live; the number of the run is the other.
_ALIVE = 7_205_032
_YOUNG_SECONDS = 60
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
            # Of a new store only, before anything is written: a sixth of the time of writing a million rows.
            "page_size=16384",
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


@contextmanager
def show_alive(engine: Engine, run: int) -> Iterator[None]:
    """Let others see, as long as the body runs, that the run of this number is not dead.

    A lock says so, which falls with its process: PostgreSQL has such locks; beside a SQLite file there is
    one on a small file of its own. A store in memory dies with its process and needs none.
    """
    if not is_sqlite(engine):
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            key = {"kind": _ALIVE, "run": run}
            connection.execute(text("SELECT pg_advisory_lock(:kind, :run)"), key)
            try:
                yield
            finally:
                # Where the connection is lost, the lock is gone with it.
                with suppress(DBAPIError):
                    connection.execute(text("SELECT pg_advisory_unlock(:kind, :run)"), key)
        return
    place = _alive_file(engine, run)
    if place is None:
        yield
        return
    try:
        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=OFF")  # nothing is written: no second file beside it
            connection.execute("BEGIN EXCLUSIVE")
            yield
    finally:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def is_alive(session: Session, run: int) -> bool:
    """Whether the run of this number goes on, in whichever process."""
    engine = session.get_bind().engine
    if not is_sqlite(engine):
        held = text(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = :kind AND objid = :run "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        return bool(session.scalar(held, {"kind": _ALIVE, "run": run}))
    place = _alive_file(engine, run)
    if place is None:
        return True
    if not place.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{place.as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    return False


def forget_dead_runs(session: Session, noted: Collection[int], dead: Collection[int]) -> None:
    """Take away what dead runs left beside a SQLite store, but for those that are noted as not finished.

    Args:
        session: on the store.
        noted: the runs whose notes stay.
        dead: runs that had a note. Of others a file may stand for a moment before it is locked, so the
            youngest are left.
    """
    any_run = _alive_file(session.get_bind().engine, 0)
    for place in any_run.parent.glob(f"{escape(any_run.name[:-1])}*") if any_run else ():
        run = place.name[len(any_run.name) - 1 :] if any_run else ""
        with suppress(OSError):
            if not run.isdigit() or int(run) in noted or is_alive(session, int(run)):
                continue
            if int(run) in dead or time.time() - place.stat().st_mtime > _YOUNG_SECONDS:
                place.unlink()


def _alive_file(engine: Engine, run: int) -> Path | None:
    """The file by which a run shows that it lives; None for a store in memory, or one that has locks."""
    database = engine.url.database
    if not is_sqlite(engine) or not database or database == ":memory:":
        return None
    return Path(f"{database}-load-{run}").absolute()


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
