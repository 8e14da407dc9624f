"""The process that reads files: whatever becomes of it, plain words, and the next file works."""

import os
import signal
import subprocess
import sys
import tempfile
import time

import pytest

import loaders
from loaders import reader
from loaders.matching import ToldKnown
from loaders.reader import Limits, read_apart
from loaders.reading import Done, Rows, Seen, Task, read_file
from loaders.report import RefusedFileError
from loaders.tables import Hints
from settings import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="files are read in the same process here")

KNOWN = ToldKnown(
    {"areas": [], "projects": {}, "idea_ids": [], "drivers": {}, "measure_units": {}, "trusts": [0, ""]}
)
HEADINGS = "quarter,trust_code,trust_name,metric_id,metric_description,reporting_date,units,value\n"
LINES = 15_000


@pytest.fixture(scope="module")
def large():
    """A file that takes a while: more rows than the channel between the processes holds."""
    with tempfile.TemporaryFile() as file:
        file.write(HEADINGS.encode())
        file.writelines(b"Q1 2025/26,RWK,Example,OF%05d,Made up,2024,%%,%d\n" % (n, n) for n in range(LINES))
        file.flush()
        yield file


@pytest.fixture
def small():
    with tempfile.TemporaryFile() as file:
        file.write(f"{HEADINGS}Q1 2025/26,RWK,Example,OF00001,Made up,2024,%,1\n".encode())
        file.flush()
        yield file


@pytest.fixture
def server(monkeypatch):
    """``server(limits)``: a reading process of the test's own in the place of the usual one."""
    started = []
    # As in the app, which has several threads: what is forked from a process of one may have memory to spare.
    monkeypatch.setattr(reader.threading, "active_count", lambda: 2)

    def start(limits: Limits = Limits()):  # noqa: B008 - a tuple
        made = reader._Server(limits)
        monkeypatch.setattr(reader, "_SERVER", made)
        made.start()
        started.append(made)
        return made

    yield start
    for made in started:
        made.stop()


@pytest.fixture
def task(today):
    return Task(Hints("file.csv", None, today), KNOWN)


def rows_of(messages) -> int:
    return sum(message.read for message in messages if isinstance(message, Rows))


def assert_works(file, task):
    file_says = list(read_apart(file, task))
    assert file_says == list(read_file(file, task))
    assert isinstance(file_says[-1], Done)


def end(server) -> None:
    os.kill(server._process.pid, signal.SIGKILL)
    server._process.wait()


def children_of(server) -> list[str]:
    pid = server._process.pid
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return found.stdout.split()


def eventually(holds) -> bool:
    for _ in range(200):
        if holds():
            return True
        time.sleep(0.05)
    return False


def test_another_process_says_the_same(large, task):
    assert_works(large, task)


def test_looking_reads_no_row(large, today):
    assert list(read_apart(large, Task(Hints("file.csv", None, today)))) == [Seen("nhs_oversight", None)]


def test_two_readers_of_one_file_do_not_take_rows_from_each_other(large, task):
    first = read_apart(large, task)
    seen = [next(first), next(first)]
    assert rows_of(read_apart(large, task)) == LINES
    assert rows_of([*seen, *first]) == LINES


@pytest.mark.parametrize("taken", [0, 1, 3])
def test_a_reader_that_is_abandoned_leaves_no_process_behind(server, large, small, task, taken):
    mine = server()
    messages = read_apart(large, task)
    for _ in range(taken):
        next(messages)
    messages.close()
    assert eventually(lambda: not children_of(mine))
    assert_works(small, task)


@pytest.mark.parametrize("started", [False, True], ids=["before the file", "half way"])
def test_after_the_reading_process_was_killed_the_next_file_works(server, large, small, task, started):
    mine = server()
    messages = read_apart(large, task)
    if started:
        next(messages)
    end(mine)
    # The one file that was being read is read on by its own process.
    assert rows_of(messages) == LINES
    assert_works(small, task)


def test_a_reading_process_that_goes_this_very_moment_is_started_again(server, small, task, monkeypatch):
    mine = server()
    end(mine)
    monkeypatch.setattr(mine._process, "poll", lambda: None)
    assert_works(small, task)


def test_a_child_that_dies_is_a_refusal_in_plain_words(server, large, small, task):
    mine = server()
    messages = read_apart(large, task)
    next(messages)
    for pid in children_of(mine):
        os.kill(int(pid), signal.SIGKILL)
    with pytest.raises(RefusedFileError, match="limits of time and memory"):
        list(messages)
    assert_works(small, task)


def assert_refused(messages) -> None:
    with pytest.raises(RefusedFileError, match="limits of time and memory"):
        list(messages)


def test_a_file_that_takes_too_much_memory_is_refused_in_plain_words(server, large, task):
    server(Limits(memory=1))
    assert_refused(read_apart(large, task))


def test_a_file_that_takes_too_much_work_is_refused_in_plain_words(server, task):
    server(Limits(cpu_seconds=1))
    with tempfile.TemporaryFile() as file:
        # Each of these rows is looked at by itself, which takes far longer.
        file.write(HEADINGS.encode() + b"Q1 2025/26,RWK,Example,OF00001,Made up,2024,%,x\n" * 60_000)
        file.flush()
        assert_refused(read_apart(file, task))


def test_a_file_that_takes_too_long_is_refused_in_plain_words(server, large, task):
    server(Limits(wall_seconds=1))
    messages = read_apart(large, task)
    next(messages)
    time.sleep(1.2)  # whoever takes the rows is slow: no file is held open for ever
    assert_refused(messages)


def test_an_open_file_is_left_open_for_the_caller(small, task):
    list(read_apart(small, task))
    small.seek(0)
    assert small.read().startswith(HEADINGS.encode())


def test_nothing_is_printed_when_readers_are_abandoned_and_the_program_ends(tmp_path):
    path = tmp_path / "file.csv"
    path.write_text(HEADINGS + "Q1 2025/26,RWK,Example,OF00001,Made up,2024,%,1\n" * 12_000, encoding="utf-8")
    program = (
        "import sys, datetime\n"
        "from loaders.matching import ToldKnown\n"
        "from loaders.reader import read_apart\n"
        "from loaders.reading import Task\n"
        "from loaders.tables import Hints\n"
        "nothing = dict(areas=[], projects={}, idea_ids=[], drivers={}, measure_units={}, trusts=[0, ''])\n"
        "task = Task(Hints('file.csv', None, datetime.date.today()), ToldKnown(nothing))\n"
        "half_way = [read_apart(open(sys.argv[1], 'rb'), task) for _ in range(4)]\n"
        "print([type(next(each)).__name__ for each in half_way], [next(each).read for each in half_way])\n"
        "del half_way[:2]\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True, text=True, timeout=60, check=False, cwd=reader.ROOT,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"{['Seen'] * 4} {[1024] * 4}\n"


def test_a_load_whose_reader_dies_is_refused_and_stores_nothing(
    server, sqlite_store, content_of, monkeypatch
):
    server(Limits(memory=1))
    before = content_of(sqlite_store)
    report = loaders.load_file(sqlite_store, (HEADINGS + "x" * 5_000_000).encode(), "file.csv")
    assert (report.status, report.is_fault) == ("refused", False)
    assert "Nothing was stored" in report.message
    assert content_of(sqlite_store) == before


def test_a_command_forks_the_reading_process_which_ends_with_it(tmp_path):
    # Only a process with one thread forks, and the one that runs the tests has several.
    table = tmp_path / "table.csv"
    table.write_text(f"{HEADINGS}Q1 2025/26,RWK,Example,OF00001,Made up,2024,%,1\n", encoding="utf-8")
    script = f"""
from datetime import date
from loaders import reader
from loaders.matching import ToldKnown
from loaders.reading import Rows, Task
from loaders.tables import Hints

reader.start_early()
known = ToldKnown({KNOWN.as_sent()!r})
with open({str(table)!r}, "rb") as file:
    task = Task(Hints("table.csv", None, date(2026, 1, 1)), known)
    rows = sum(m.read for m in reader.read_apart(file, task) if isinstance(m, Rows))
print(type(reader._SERVER._process).__name__, reader._SERVER._process.pid, rows)
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True, timeout=60
    )
    process, pid, rows = ran.stdout.split()
    assert (process, rows) == ("_Forked", "1")
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
