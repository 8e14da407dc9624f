"""A store that is full, locked, read-only or gone in mid-load: nothing stored, a plain sentence."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine, event, text

import loaders
from data_model import dialects, store
from data_model.store import connect
from loaders import storing
from loaders.__main__ import main

OVERSIGHT = "quarter,trust_code,trust_name,metric_id,metric_description,reporting_date,units,value\n"
LINES = 3000


def oversight_file(value: int = 1, lines: int = LINES) -> bytes:
    """A file of a kind that streams."""
    rows = (f"Q1 2025/26,RWK,Example,OF{n:05d},Made up {n},2024,%,{value}\n" for n in range(lines))
    return (OVERSIGHT + "".join(rows)).encode()


def projects_file(title: str = "T") -> bytes:
    """A file of a kind that is checked whole."""
    rows = (f"Q{n},{title} {n},NMH,active,2025-01-01,2025-02-01\n" for n in range(2000))
    return ("project_id,title,directorate,status,start_date,as_at\n" + "".join(rows)).encode()


FILES = {"streaming": (oversight_file, 2), "whole": (projects_file, "U")}


@pytest.fixture(params=FILES)
def files(request):
    """A file of each sort and its correction."""
    make, other = FILES[request.param]
    return make(), make(other)


def is_fault(report, words: str) -> bool:
    assert words in report.message, report.message
    assert report.message.endswith(("Nothing of this file was stored.", "Try again in a minute."))
    assert "Nothing of this file was stored." in report.message
    return report.is_fault and report.load_id is None


def full_after(engine, more_pages: int) -> None:
    """From now on the store has room for so many more pages."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection, _record):
        [pages] = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages + more_pages}")


@pytest.mark.parametrize("more_pages", [0, 1, 8])
def test_a_full_disk_is_said_and_nothing_is_stored(sqlite_store, files, more_pages, content_of):
    before = content_of(sqlite_store)
    engine = connect(sqlite_store.url.render_as_string())
    full_after(engine, more_pages)
    assert is_fault(loaders.load_file(engine, files[0], "file.csv"), "The disk is full")
    engine.dispose()
    assert content_of(sqlite_store) == before
    assert loaders.load_file(sqlite_store, files[0], "file.csv").status == "loaded"


def test_a_disk_that_fills_up_in_a_correction_keeps_what_was_there(sqlite_store, files, content_of):
    assert loaders.load_file(sqlite_store, files[0], "file.csv").status == "loaded"
    before = content_of(sqlite_store)
    engine = connect(sqlite_store.url.render_as_string())
    full_after(engine, 3)
    assert is_fault(loaders.load_file(engine, files[1], "file.csv"), "The disk is full")
    engine.dispose()
    assert content_of(sqlite_store) == before


def test_a_full_disk_in_a_dry_run_is_said_for_every_file(sqlite_store, files, content_of):
    before = content_of(sqlite_store)
    engine = connect(sqlite_store.url.render_as_string())
    full_after(engine, 0)
    reports = loaders.load_files(engine, [("a.csv", files[0]), ("b.csv", files[1])], dry_run=True)
    engine.dispose()
    assert all(is_fault(report, "The disk is full") for report in reports)
    assert content_of(sqlite_store) == before


def test_a_store_that_may_only_be_read_says_so(sqlite_store, files, content_of):
    before = content_of(sqlite_store)
    # As root every file can be written to, so the pragma stands in for the file's mode.
    engine = connect(sqlite_store.url.render_as_string())

    @event.listens_for(engine, "connect")
    def _on_connect(connection, _record):
        connection.execute("PRAGMA query_only=ON")

    assert is_fault(loaders.load_file(engine, files[0], "file.csv"), "can only be read here")
    engine.dispose()
    assert content_of(sqlite_store) == before


@pytest.fixture
def run_load(tmp_path, capsys):
    """``run_load(engine, data)``: load a file by the command line; its exit code and what it printed."""

    def run(engine, data: bytes) -> tuple[int, str]:
        path = tmp_path / "file.csv"
        path.write_bytes(data)
        code = main(["load", str(path), "--database", engine.url.render_as_string(hide_password=False)])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


def test_a_store_that_somebody_else_holds_says_so(sqlite_store, files, content_of, monkeypatch, run_load):
    monkeypatch.setattr(dialects, "BUSY_SECONDS", 0)
    before = content_of(sqlite_store)
    sqlite_store.dispose()
    with closing(sqlite3.connect(sqlite_store.url.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, printed = run_load(sqlite_store, files[0])
    assert code == 1
    assert "The store is busy: somebody else is loading. Try again in a minute." in printed
    assert "Traceback" not in printed
    assert content_of(sqlite_store) == before


def test_the_command_line_says_that_the_disk_is_full(sqlite_store, files, content_of, monkeypatch, run_load):
    before, prepare = content_of(sqlite_store), store.prepare_engine
    monkeypatch.setattr(store, "prepare_engine", lambda engine: (prepare(engine), full_after(engine, 4)))
    code, printed = run_load(sqlite_store, files[0])
    assert (code, "The disk is full." in printed, "Traceback" in printed) == (1, True, False)
    assert content_of(sqlite_store) == before


@pytest.fixture
def postgresql_store(stores, areas_file):
    with stores.copy("postgresql") as url:
        engine = connect(url)
        assert loaders.load_file(engine, areas_file, "areas.csv").rows.added == 9
        yield engine
        engine.dispose()


def hang_up(engine) -> None:
    """End every other connection to the database of a PostgreSQL store."""
    admin = create_engine(engine.url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    admin.dispose()


@pytest.mark.parametrize("at", ["first rows", "last rows", "the log", "the figures"])
def test_a_connection_that_is_lost_in_mid_load_is_said_and_nothing_is_stored(
    postgresql_store, files, at, content_of, monkeypatch
):
    before, taken = content_of(postgresql_store), []

    def hanging_up(owner, name, when=lambda: True):
        original = getattr(owner, name)

        def call(*arguments, **options):
            if when():
                hang_up(postgresql_store)
            return original(*arguments, **options)

        monkeypatch.setattr(owner, name, call)

    if at == "first rows":
        hanging_up(storing.Storing, "take", lambda: not taken and not taken.append(1))
    elif at == "last rows":
        hanging_up(storing.Storing, "take", lambda: taken.append(1) or len(taken) == 3)
    elif at == "the log":
        hanging_up(storing.Storing, "finish")
    else:
        monkeypatch.setattr("loaders.pipeline.refresh_figures", lambda *_: hang_up(postgresql_store) or {})
    report = loaders.load_file(postgresql_store, files[0], "file.csv")
    monkeypatch.undo()
    if at == "last rows" and len(taken) < 3:
        assert report.status == "loaded"  # a small file comes in one part
        return
    assert is_fault(report, "The connection to the store was lost.")
    # The next click finds the store again by itself.
    assert content_of(postgresql_store) == before
    assert loaders.load_file(postgresql_store, files[0], "file.csv").status == "loaded"
