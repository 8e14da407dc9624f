import json
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

import loaders
from data_model.store import reading
from loaders.watching import LOADED, NEEDS_ATTENTION, look, take_files, watch_folder

STAFF = "month | directorate | team | answers | positive\n2025-03 | NMH | | 40 | 30\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def watch(engine, folder) -> list[str]:
    told: list[str] = []
    watch_folder(engine, folder, seconds=0.05, once=True, tell=told.append)
    return told


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_good_file_is_loaded_and_moved_with_its_report(store, folder, as_csv):
    (folder / "staff.csv").write_bytes(as_csv(STAFF))
    assert watch(store, folder) == ["loaded/staff.csv: 1 row read: 1 added."]
    assert names(folder) == [LOADED, NEEDS_ATTENTION]
    assert names(folder / LOADED) == ["staff.csv", "staff.csv.report.json", "staff.csv.report.txt"]
    report = json.loads((folder / LOADED / "staff.csv.report.json").read_text())
    assert (report["status"], report["rows"]["added"]) == ("loaded", 1)


def test_a_file_that_is_refused_or_has_rows_set_aside_needs_attention(store, folder, as_csv):
    (folder / "what.csv").write_bytes(b"some,other,thing\n1,2,3\n")
    (folder / "staff.csv").write_bytes(as_csv(STAFF + "2025-04 | Nowhere | | 1 | 1"))
    watch(store, folder)
    assert {"what.csv", "staff.csv"} < set(names(folder / NEEDS_ATTENTION))
    said = (folder / NEEDS_ATTENTION / "staff.csv.report.txt").read_text()
    assert 'Row 3, directorate "Nowhere": No directorate goes by "Nowhere".' in said
    with reading(store) as session:
        assert len(loaders.query_export(session, "staff_survey")) == 1


def test_rows_set_aside_lie_beside_the_file_and_come_back_corrected(store, folder, as_csv):
    (folder / "staff.csv").write_bytes(as_csv(STAFF + "2025-04 | Nowhere | | 1 | 1"))
    watch(store, folder)
    book = openpyxl.load_workbook(folder / NEEDS_ATTENTION / "staff.csv.set-aside.xlsx")
    [cell] = [cell for cell in book.active[2] if cell.value == "Nowhere"]
    cell.value = "NMH"
    book.save(folder / "corrected.xlsx")
    assert watch(store, folder) == ["loaded/corrected.xlsx: 1 row read: 1 added."]


def test_files_are_loaded_in_the_order_that_they_need(engine, folder, as_csv, areas_file):
    (folder / "a-staff.csv").write_bytes(as_csv(STAFF))
    (folder / "z-areas.csv").write_bytes(areas_file)
    watch(engine, folder)
    assert {"a-staff.csv", "z-areas.csv"} < set(names(folder / LOADED))


def test_the_same_name_again_keeps_both(sqlite_store, folder, as_csv):
    for positive in ("30", "31"):
        (folder / "staff.csv").write_bytes(as_csv(STAFF.replace("30", positive)))
        watch(sqlite_store, folder)
    assert sum(name.endswith(".csv") for name in names(folder / LOADED)) == 2


def test_a_file_that_still_grows_waits(sqlite_store, folder, as_csv, monkeypatch):
    path = folder / "staff.csv"
    path.write_bytes(as_csv(STAFF)[:30])
    monkeypatch.setattr("loaders.watching.time.sleep", lambda _: path.write_bytes(as_csv(STAFF)))
    assert watch(sqlite_store, folder) == []
    assert path.exists()


def test_hidden_unfinished_and_linked_files_are_passed_over(folder, as_csv):
    for name in (".hidden.csv", "~$open.xlsx", "half.csv.part", "copy.crdownload"):
        (folder / name).write_bytes(b"x")
    (folder / "link.csv").symlink_to(ROOT / "README.md")
    assert look(folder) == {}


def test_a_file_loaded_just_before_a_crash_is_only_moved(sqlite_store, folder, as_csv):
    path = folder / "staff.csv"
    path.write_bytes(as_csv(STAFF))
    loaders.load_file(sqlite_store, path, path.name)
    (folder / LOADED).mkdir()
    [taken] = take_files(sqlite_store, folder, [path])
    assert taken.report.status == "unchanged"
    assert taken.path.parent.name == LOADED


def test_a_fault_leaves_the_file_for_the_next_look(sqlite_store, folder, as_csv, monkeypatch):
    path = folder / "staff.csv"
    path.write_bytes(as_csv(STAFF))

    def fail(*_args, **_kwargs):
        raise OSError("database is locked")

    monkeypatch.setattr("loaders.pipeline.refresh_figures", fail)
    [taken] = take_files(sqlite_store, folder, [path])
    assert taken.report.is_fault
    assert path.exists()


def test_it_runs_as_a_command_takes_what_comes_and_ends_when_asked(
    database_url, folder, areas_file, as_csv, settings_env
):
    (folder / "areas.csv").write_bytes(areas_file)
    command = [
        sys.executable,
        "-m",
        "loaders",
        "watch",
        str(folder),
        "--database",
        database_url,
        "--seconds",
        "0.2",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert "areas.csv" in process.stdout.readline()
        (folder / "staff.csv").write_bytes(as_csv(STAFF))
        assert "staff.csv" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert "Stopped." in process.stdout.readline()
        assert process.wait(timeout=20) == 0
    assert {"areas.csv", "staff.csv"} < set(names(folder / LOADED))
