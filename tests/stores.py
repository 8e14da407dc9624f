"""Copies of ready stores: migrated once, loaded once with what many tests begin with, for all processes."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from postgresql import Server
from small_stores import fill_near_people, fill_with_areas
from sqlalchemy import Connection, Engine, event

from data_model import Base
from data_model.revisions import upgrade_store
from data_model.store import connect, reading
from loaders import load_sample_data

DIALECTS = ("sqlite", "postgresql")
WAIT_SECONDS = 300


@contextmanager
def only_one_process(lock: Path) -> Iterator[None]:
    """Hold ``lock`` while the body runs.

    SQLite's own file lock serves: it works on every system and falls with its process.
    """
    with closing(sqlite3.connect(lock, timeout=WAIT_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def sqlite_url(file: Path) -> str:
    """SQLAlchemy's address of a SQLite file."""
    return f"sqlite:///{file.as_posix()}"


def _make_empty(url: str) -> None:
    engine = connect(url)
    upgrade_store(engine)
    engine.dispose()


def _make_filled(fill: Callable[[Engine], object]) -> Callable[[str], None]:
    def make(url: str) -> None:
        _make_empty(url)
        engine = connect(url)
        fill(engine)
        engine.dispose()

    return make


MAKERS: dict[str, Callable[[str], None]] = {
    "empty": _make_empty,
    "with_sample": _make_filled(load_sample_data),
    "with_areas": _make_filled(fill_with_areas),
    "near_people": _make_filled(fill_near_people),
}


@dataclass(frozen=True)
class Stores:
    """Gives tests stores of their own. ``start_postgresql`` is called when the first one needs it."""

    folder: Path
    start_postgresql: Callable[[], Server]

    @contextmanager
    def copy(self, dialect: str, content: str = "empty") -> Iterator[str]:
        """The address of a store of one's own, with one of the contents of ``MAKERS``."""
        if dialect == "sqlite":
            file = self._new_file()
            shutil.copyfile(self._sqlite_template(content), file)
            yield sqlite_url(file)
        else:
            self._fill_postgresql_template(content)
            with self.start_postgresql().temporary(template=content) as url:
                yield url

    @contextmanager
    def opened(self, dialect: str, content: str = "empty", *, read_only: bool = False) -> Iterator[Engine]:
        """The same, connected until the block ends."""
        with self.copy(dialect, content) as url:
            engine = connect(url)
            try:
                yield refuse_writes(engine) if read_only else engine
            finally:
                # An open psycopg connection warns when it is collected, and warnings are errors.
                engine.dispose()

    @contextmanager
    def blank(self, dialect: str) -> Iterator[str]:
        """The address of a store without a single table."""
        if dialect == "sqlite":
            yield sqlite_url(self._new_file())
        else:
            with self.start_postgresql().temporary() as url:
                yield url

    def _new_file(self) -> Path:
        return self.folder / f"store_{uuid4().hex[:12]}.db"

    def _sqlite_template(self, content: str) -> Path:
        ready = self.folder / f"{content}.db"
        with only_one_process(ready.with_suffix(".lock")):
            if not ready.exists():
                making = self._new_file()
                MAKERS[content](sqlite_url(making))
                making.rename(ready)
        return ready

    def _fill_postgresql_template(self, content: str) -> None:
        server = self.start_postgresql()
        if not server.has(content):
            server.drop("making")
            MAKERS[content](server.create("making"))
            server.rename("making", content)


def refuse_writes(engine: Engine) -> Engine:
    """The same engine, whose writes fail: tests share what it reads."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection, _record) -> None:
        if engine.dialect.name == "sqlite":
            connection.execute("PRAGMA query_only=ON")
        else:
            connection.read_only = True

    return engine


def read_facts(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table but those of the load log: two stores with the same facts give the same."""
    logs = {"load", "row_change", "quarantined_row", "store_version", "column_mapping", "started_load"}
    tables = [table.name for table in Base.metadata.sorted_tables if table.name not in logs]

    def read(connection: Connection, table: str) -> list[str]:
        # As the driver gives them: to make dates of a sample's 65,000 rows takes longer than all the rest.
        cursor = connection.exec_driver_sql(f'SELECT * FROM "{table}"').cursor
        return sorted(map(repr, cursor.fetchall()))

    with reading(engine) as session:
        return {table: read(session.connection(), table) for table in tables}
