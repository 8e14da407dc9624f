"""Copies of ready stores: migrated once, loaded with the sample data once, for all processes of a run."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from postgresql import Server
from sqlalchemy import Engine, event, select

from data_model import Base
from data_model.revisions import upgrade_store
from data_model.store import connect, reading

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


def _make_with_sample(url: str) -> None:
    from loaders import load_sample_data  # noqa: PLC0415 - only tests of the sample need the loaders

    _make_empty(url)
    engine = connect(url)
    load_sample_data(engine)
    engine.dispose()


MAKERS: dict[str, Callable[[str], None]] = {"empty": _make_empty, "with_sample": _make_with_sample}


@dataclass(frozen=True)
class Stores:
    """Gives tests stores of their own. ``start_postgresql`` is called when the first one needs it."""

    folder: Path
    start_postgresql: Callable[[], Server]

    @contextmanager
    def copy(self, dialect: str, content: str = "empty") -> Iterator[str]:
        """The address of a store of one's own, ``empty`` (migrated) or ``with_sample``."""
        if dialect == "sqlite":
            file = self._new_file()
            shutil.copyfile(self._sqlite_template(content), file)
            yield sqlite_url(file)
        else:
            self._fill_postgresql_template(content)
            with self.start_postgresql().temporary(template=content) as url:
                yield url

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
    tables = [table for table in Base.metadata.sorted_tables if table.name not in logs]
    with reading(engine) as session:
        return {table.name: sorted(map(repr, session.execute(select(table)))) for table in tables}
