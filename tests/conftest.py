"""Fixtures for every test: stores of both dialects, the sample data, settings, our command lines.

Nothing here touches the store of whoever runs the tests.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.task import build_task_table
from postgresql import Server, start_server
from quick_folder import find_quick_folder
from sqlalchemy import Engine
from stores import DIALECTS, Stores, sqlite_url

import settings
from data_model.store import connect

ROOT = Path(__file__).resolve().parents[1]
COMMAND_SECONDS = 120
RunModule = Callable[..., subprocess.CompletedProcess[str]]


def pytest_configure() -> None:
    """Put the folders that pytest gives to tests where a commit need not wait for a disk."""
    if folder := find_quick_folder():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all browser tests in one process, so that one app server and one browser do."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End a run with the tasks that people did in the browser.

    It stands here because the process that gathers the results reads no further than this folder.
    """
    told = [r.capstdout for kind in ("passed", "failed") for r in terminalreporter.getreports(kind)]
    if table := build_task_table(told):
        terminalreporter.section("What people did")
        terminalreporter.write_line("\n".join(table))


@pytest.fixture(scope="session", autouse=True)
def _away_from_real_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A test that names no store gets one of its own, never the developer's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", sqlite_url(tmp_path_factory.mktemp("unnamed") / "store.db"))
        patch.delenv("PARTICIPATION_TODAY", raising=False)
        settings.read_settings.cache_clear()
        yield


@pytest.fixture
def settings_env(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """``settings_env(DATABASE_URL=url, PARTICIPATION_TODAY=None)`` sets variables; None unsets one."""

    def set_variables(**variables: str | None) -> None:
        for name, value in variables.items():
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)
        settings.read_settings.cache_clear()

    yield set_variables
    monkeypatch.undo()
    settings.read_settings.cache_clear()


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all processes of the run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """The PostgreSQL of this process of the run."""
    server = start_server()
    yield server
    server.close()


@pytest.fixture(scope="session")
def stores(request: pytest.FixtureRequest, run_folder: Path) -> Stores:
    """Makes stores for the fixtures below; PostgreSQL starts only when a test needs it."""
    return Stores(run_folder, lambda: request.getfixturevalue("postgresql_server"))


@pytest.fixture(params=DIALECTS)
def blank_url(request: pytest.FixtureRequest, stores: Stores) -> Iterator[str]:
    """The address of a store without a table; the test runs once on each dialect."""
    with stores.blank(request.param) as url:
        yield url


@pytest.fixture(params=DIALECTS)
def database_url(request: pytest.FixtureRequest, stores: Stores) -> Iterator[str]:
    """The address of a fresh store with its tables and no rows; once on each dialect."""
    with stores.copy(request.param) as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A fresh store with its tables and no rows; once on each dialect."""
    engine = connect(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_engine(stores: Stores) -> Iterator[Engine]:
    """A fresh SQLite store, for tests that have nothing to do with the dialect."""
    with stores.opened("sqlite") as engine:
        yield engine


@pytest.fixture(scope="session")
def sample_files() -> list[Path]:
    """The sample files as shipped."""
    folder = ROOT / "sample_data"
    return sorted([*folder.glob("*.csv"), *folder.glob("*.xlsx")])


@pytest.fixture(scope="session")
def sample_engine(stores: Stores) -> Iterator[Engine]:
    """A SQLite store with the sample data, shared by the tests: reading only."""
    with stores.opened("sqlite", "with_sample", read_only=True) as engine:
        yield engine


@pytest.fixture(scope="session", params=DIALECTS)
def sample_engines(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Engine]:
    """A store with the sample data, shared by the tests, once on each dialect: reading only."""
    with stores.opened(request.param, "with_sample", read_only=True) as engine:
        yield engine


@pytest.fixture(params=DIALECTS)
def sample_copy(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Engine]:
    """A store with the sample data for one test to change; once on each dialect."""
    with stores.opened(request.param, "with_sample") as engine:
        yield engine


@pytest.fixture(scope="session")
def run_module() -> RunModule:
    """``run_module("loaders", "history", database=url)``: a command line of ours, as a person runs it."""

    def run(
        module: str, *arguments: object, database: str | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **({"DATABASE_URL": database} if database else {}), **(env or {})}
        return subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=COMMAND_SECONDS,
            check=False,
        )

    return run
