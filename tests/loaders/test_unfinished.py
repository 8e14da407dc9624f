"""A load that was killed is listed as not finished; one that runs, ended or failed never is."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

import loaders
from data_model import dialects
from data_model.store import connect
from settings import ROOT

STAFF = "month | directorate | team | answers | positive\n2025-03 | Newham | | 40 | 30"
# Kills itself when the rows have been taken, before anything is stored for good.
KILLED = """
import os, signal, sys
import loaders
from data_model.store import connect

def die(read):
    os.kill(os.getpid(), signal.SIGKILL)

options = loaders.Options(progress=die, loaded_by="night shift")
loaders.load_files(connect(sys.argv[1]), [("staff.csv", sys.stdin.buffer.read())], options=options)
"""


def url_of(engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def kill_a_load(engine, content: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, url_of(engine)], input=content, cwd=ROOT, check=False
    )
    assert done.returncode == -signal.SIGKILL


@pytest.fixture
def killed(store, as_csv):
    """A store in which a load was killed before its end."""
    kill_a_load(store, as_csv(STAFF.replace("Newham", "NMH")))
    return store


def left_beside(engine) -> list[Path]:
    database = Path(engine.url.database or "")
    return sorted(database.parent.glob(f"{database.name}-load-*"))


def test_a_killed_load_is_listed_and_nothing_of_it_is_stored(killed, exported):
    [load] = loaders.query_unfinished(killed)
    assert (load.file, load.started_by) == ("staff.csv", "night shift")
    assert "Nothing of the file was stored" in load.message
    assert exported("staff_survey") == []


def test_the_command_line_lists_it(killed, run_module):
    shown = run_module("loaders", "history", database=url_of(killed)).stdout
    assert shown.startswith("staff.csv: not finished. Begun on ")
    found = json.loads(run_module("loaders", "history", "--json", database=url_of(killed)).stdout)
    assert [load["file"] for load in found["loads"]] == ["areas.csv"]
    assert [(load["file"], load["status"]) for load in found["not_finished"]] == [
        ("staff.csv", "not finished")
    ]


def test_a_watch_that_starts_again_says_it(killed, run_module, tmp_path):
    shown = run_module(
        "loaders", "watch", tmp_path, "--once", "--seconds", "0", database=url_of(killed)
    ).stdout
    assert "staff.csv: not finished." in shown


def test_the_file_loaded_again_is_no_longer_listed(killed, as_csv):
    report = loaders.load_file(killed, as_csv(STAFF.replace("Newham", "NMH")), "staff.csv")
    assert report.rows.added == 1
    assert loaders.query_unfinished(killed) == []
    assert left_beside(killed) == []


def test_another_file_leaves_it_listed(killed, as_csv):
    loaders.load_file(killed, as_csv(STAFF.replace("Newham", "LCH")), "other.csv")
    assert [load.file for load in loaders.query_unfinished(killed)] == ["staff.csv"]


def test_a_killed_load_moves_no_version(store, as_csv, content_of):
    before = content_of(store)[1]
    kill_a_load(store, as_csv(STAFF.replace("Newham", "NMH")))
    assert content_of(store)[1] == before


def test_a_load_that_runs_is_not_listed(store, as_csv):
    seen = []
    other = connect(url_of(store))
    options = loaders.Options(progress=lambda _: seen.append(loaders.query_unfinished(other)))
    report = loaders.load_file(store, as_csv(STAFF.replace("Newham", "NMH")), "staff.csv", options=options)
    other.dispose()
    assert (report.status, seen) == ("loaded", [[]] * len(seen))
    assert seen


def test_a_load_that_runs_is_not_listed_beside_one_that_was_killed(killed, as_csv):
    seen = []
    options = loaders.Options(progress=lambda _: seen.append(loaders.query_unfinished(killed)))
    if killed.dialect.name == "sqlite":
        killed.dispose()
    loaders.load_file(killed, as_csv(STAFF.replace("Newham", "LCH")), "other.csv", options=options)
    assert seen
    assert all([load.file for load in found] == ["staff.csv"] for found in seen)


@pytest.mark.parametrize("content", [STAFF, STAFF.replace("answers", "replies"), "no | table"])
def test_a_load_that_was_refused_or_set_aside_is_not_listed(load, store, content):
    load(content)
    assert loaders.query_unfinished(store) == []
    assert left_beside(store) == []


def test_a_load_that_failed_is_not_listed(load, store, monkeypatch):
    monkeypatch.setattr("loaders.loading.load_rows", lambda *_, **__: 1 / 0)
    assert load(STAFF).is_fault
    assert loaders.query_unfinished(store) == []


def test_a_load_whose_end_could_not_be_stored_is_listed(sqlite_store, as_csv, monkeypatch):
    # The disk fills up and stays full: the note cannot be taken back, and says what is true.
    def fail(*_):
        raise OSError("No space left on device")

    engine = connect(url_of(sqlite_store))
    monkeypatch.setattr("loaders.loading.load_rows", lambda *_, **__: engine_is_full(engine) or fail())
    assert loaders.load_file(engine, as_csv(STAFF), "staff.csv").is_fault
    engine.dispose()
    assert [load.file for load in loaders.query_unfinished(sqlite_store)] == ["staff.csv"]


def engine_is_full(engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection, _record):
        connection.execute("PRAGMA query_only=ON")

    engine.dispose()


def test_a_load_that_cannot_be_noted_is_loaded_all_the_same(sqlite_store, as_csv, monkeypatch):
    monkeypatch.setattr("loaders.unfinished.show_alive", lambda *_: 1 / 0)
    report = loaders.load_file(sqlite_store, as_csv(STAFF.replace("Newham", "NMH")), "staff.csv")
    assert report.status == "loaded"


def test_a_dry_run_leaves_no_note(killed, as_csv):
    loaders.load_file(killed, as_csv(STAFF), "staff.csv", dry_run=True)
    assert [load.file for load in loaders.query_unfinished(killed)] == ["staff.csv"]


def test_a_store_in_memory_needs_no_file():
    engine = connect("sqlite://")
    with dialects.show_alive(engine, 1):
        assert not list(Path().glob("*-load-1"))
    engine.dispose()


def test_of_several_files_all_that_were_not_stored_are_listed(sqlite_store, as_csv):
    two = '[("a.csv", b"area_code,area_name,area_type\\nNEW,New,directorate"), ("staff.csv", '
    script = KILLED.replace('[("staff.csv", ', two)
    command = [sys.executable, "-c", script, url_of(sqlite_store)]
    subprocess.run(command, input=as_csv(STAFF), cwd=ROOT, check=False)
    assert {load.file for load in loaders.query_unfinished(sqlite_store)} == {"a.csv", "staff.csv"}


def test_what_a_run_left_that_died_before_its_note_is_taken_away_later(sqlite_store, as_csv, monkeypatch):
    left = Path(f"{sqlite_store.url.database}-load-77")
    left.touch()
    with dialects.show_alive(sqlite_store, 78):
        loaders.load_file(sqlite_store, as_csv(STAFF), "staff.csv")
        assert [place.name[-2:] for place in left_beside(sqlite_store)] == ["77", "78"], "too young"
        monkeypatch.setattr(dialects, "_YOUNG_SECONDS", -1)
        loaders.load_file(sqlite_store, as_csv(STAFF), "staff.csv")
        assert [place.name[-2:] for place in left_beside(sqlite_store)] == ["78"]
