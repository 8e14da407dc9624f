"""Loads killed at random moments: is the store afterwards as before the load or as after it, never between?

``python -m benchmarks.kill_loads --moments 200 [--database postgresql]`` takes half an hour. Each moment
takes a fresh copy of a store, starts ``python -m loaders load`` on it, waits until the file is being read,
and sends SIGKILL at a random moment of the rest. Then the store is opened again: rows, load log, figures and
store version must all be those of before or all those of after; SQLite must find no damage in its file; the
reading process must be gone; a load of which nothing is stored must be listed as not finished; and the next
load of the file must end as if nothing had happened. Needs Linux, since processes are looked up in /proc.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Engine, select, text

import loaders
from data_model import Base
from data_model.dialects import is_sqlite
from data_model.store import connect, open_store, query_store_version, reading
from settings import ROOT

SEED = 20261101
ORDER = "month,directorate,team,very_good,good,neither,poor,very_poor,dont_know\n"
TEAMS, DIRECTORATES = 100, 4
# Numbers that a rolled-back load uses up on PostgreSQL, and the clock: another run has others.
_DIFFER = {"id", "load_id", "loaded_at", "qi_project_id", "state_id"}
_PATIENCE = 120
Copy = Callable[[str], Any]


class Sort(NamedTuple):
    """What is loaded beforehand, and the file whose load is killed; each with its name."""

    before: list[tuple[str, bytes]]
    killed: tuple[str, bytes]


class Ready(NamedTuple):
    """A store to be copied, its content before and after the load, and how long reading and storing take."""

    url: str
    path: Path
    before: Any
    after: Any
    seconds: float


def make_sorts(size: int) -> dict[str, Sort]:
    """Files that are checked whole, that correct what is stored, that stream, and whose rows share keys."""
    areas = ("areas.csv", _areas().encode())
    projects, changed = (("qi_projects.csv", _projects(size // 4, word)) for word in ("First", "Second"))
    survey, corrected = (("fft.csv", _survey(size, answer)) for answer in (3, 4))
    lines = survey[1].splitlines(keepends=True)
    repeats = ("fft.csv", b"".join([*lines, *lines[1:50]]))
    return {
        "plain": Sort([areas], projects),
        "correcting": Sort([areas, projects], changed),
        "streaming": Sort([areas], survey),
        "streaming correction": Sort([areas, survey], corrected),
        "streaming with repeats": Sort([areas], repeats),
    }


def _areas() -> str:
    lines = ["area_code,area_name,area_type,parent_code", "TRU,Example Trust,trust,"]
    lines += [f"D{n},Directorate {n},directorate,TRU" for n in range(DIRECTORATES)]
    lines += [f"T{n},Team {n},team,D{n % DIRECTORATES}" for n in range(TEAMS)]
    return "\n".join(lines) + "\n"


def _projects(rows: int, title: str) -> bytes:
    lines = (f"P{n},{title} {n},D{n % DIRECTORATES},active,2025-01-01,2025-06-01\n" for n in range(rows))
    return ("project_id,title,directorate,status,start_date,as_at\n" + "".join(lines)).encode()


def _survey(rows: int, answer: int) -> bytes:
    months = (f"{2010 + n // 12}-{n % 12 + 1:02d}" for n in range(rows // TEAMS))
    lines = (
        f"{month},D{n % DIRECTORATES},T{n},{answer},2,1,1,1,1\n" for month in months for n in range(TEAMS)
    )
    return (ORDER + "".join(lines)).encode()


def read_store(engine: Engine) -> tuple[dict[str, list[str]], int]:
    """Every row of every table without numbers and times that differ from run to run, and the version."""
    found = {}
    with reading(engine) as session:
        for table in Base.metadata.sorted_tables:
            if table.name == "started_load":  # what tells that a load was killed; `_judge` looks at it
                continue
            columns = [c for c in table.c if table.name == "area" or c.name not in _DIFFER]
            found[table.name] = sorted(map(repr, session.execute(select(*columns)))) if columns else []
        return found, query_store_version(session)


def prepare(sort: Sort, url: str, copy: Copy, folder: Path) -> Ready:
    """Load what comes beforehand, and on a copy the file itself."""
    path = folder / sort.killed[0]
    path.write_bytes(sort.killed[1])
    engine = open_store(url)
    for name, content in sort.before:
        _assert_loaded(loaders.load_file(engine, content, name))
    before = read_store(engine)
    engine.dispose()
    with copy(url) as other:
        seconds = _time_load(other, path)
        engine = connect(other)
        after = read_store(engine)
        engine.dispose()
    assert before != after  # noqa: S101
    return Ready(url, path, before, after, seconds)


def kill_once(ready: Ready, copy: Copy, share: float) -> str:
    """Kill one load after this share of its time; says how the store was found.

    Raises:
        AssertionError: it was found neither as before nor as after, damaged, or not fit for the next load.
    """
    with copy(ready.url) as url:
        load = _start(url, ready.path)
        helpers = _wait_until_reading(load)
        time.sleep(share * ready.seconds)
        finished = load.poll() is not None
        assert load.poll() in (None, 0), "the load failed by itself"  # noqa: S101
        load.kill()
        load.wait()
        _assert_gone(helpers)
        engine = connect(url)
        try:
            return _judge(engine, ready, finished)
        finally:
            engine.dispose()


def _judge(engine: Engine, ready: Ready, finished: bool) -> str:
    _wait_until_alone(engine)
    found = read_store(engine)
    assert found in (ready.before, ready.after), "the load is there in part"  # noqa: S101
    assert found == ready.after or not finished, "a load that ended well is lost"  # noqa: S101
    if is_sqlite(engine):
        with engine.connect() as connection:
            checked = connection.execute(text("PRAGMA integrity_check")).scalar()
            assert checked == "ok", checked  # noqa: S101
    listed = [load.file for load in loaders.query_unfinished(engine)]
    assert listed == ([] if found == ready.after else [ready.path.name]), f"listed as killed: {listed}"  # noqa: S101
    report = loaders.load_file(engine, ready.path, ready.path.name)
    assert not loaders.query_unfinished(engine), "a load that ended well is listed as killed"  # noqa: S101
    expected = "unchanged" if found == ready.after else "loaded"
    assert report.status == expected, report.message  # noqa: S101
    assert read_store(engine) == ready.after, "the next load made another store"  # noqa: S101
    return "finished before the kill" if finished else "as after" if found == ready.after else "as before"


def _start(url: str, path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "loaders", "load", str(path), "--database", url],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _time_load(url: str, path: Path) -> float:
    load = _start(url, path)
    _wait_until_reading(load)
    start = time.perf_counter()
    assert load.wait(_PATIENCE) == 0  # noqa: S101
    return time.perf_counter() - start


def _wait_until_reading(load: subprocess.Popen[bytes]) -> list[int]:
    """Wait until the reading process of a load has forked for its file; returns both processes."""
    until = time.monotonic() + _PATIENCE
    while load.poll() is None and time.monotonic() < until:
        for server in _children(load.pid):
            if forked := _children(server):
                return [server, *forked]
        time.sleep(0.001)
    return []


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _assert_gone(processes: list[int]) -> None:
    until = time.monotonic() + _PATIENCE
    while any(map(_runs, processes)):
        assert time.monotonic() < until, "a reading process outlived its load"  # noqa: S101
        time.sleep(0.01)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _wait_until_alone(engine: Engine) -> None:
    """Wait until PostgreSQL has noticed that the loader is gone."""
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    until = time.monotonic() + _PATIENCE
    while not is_sqlite(engine) and time.monotonic() < until:
        with engine.connect() as connection:
            if not connection.execute(others).scalar():
                return
        time.sleep(0.01)


def _assert_loaded(report: loaders.LoadReport) -> None:
    assert report.status == "loaded", report.message  # noqa: S101


@contextmanager
def copy_file(url: str) -> Iterator[str]:
    """A copy of a closed SQLite store, deleted afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(url.removeprefix("sqlite:///"), Path(folder) / "store.db")
        yield f"sqlite:///{folder}/store.db"


def run(
    moments: int, sorts: dict[str, Sort], new_store: Callable[[str], str], copy: Copy, seed: int = SEED
) -> Counter[str]:
    """Kill so many loads, the sorts in turn; returns how often the store was found how.

    Args:
        moments: how many loads are killed.
        sorts: which loads.
        new_store: the address of a new store with a given name.
        copy: gives the address of a copy of a store for a while.
        seed: of the moments.

    Raises:
        AssertionError: a store was found broken; the text says how.
    """
    chance, found = random.Random(seed), Counter()  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as folder:
        ready = {}
        for name, sort in sorts.items():
            own = Path(folder) / name
            own.mkdir()
            ready[name] = prepare(sort, new_store(name.replace(" ", "_")), copy, own)
        for moment in range(moments):
            name = list(ready)[moment % len(ready)]
            outcome = kill_once(ready[name], copy, chance.uniform(0, 1.1))
            found[f"{name}: {outcome}"] += 1
    return found


def main() -> int:
    """Print how the stores were found; an error ends it at once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--size", type=int, default=20_000, help="rows of the largest file")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    start = time.perf_counter()
    with ExitStack() as stack:
        if asked.database == "postgresql":
            sys.path.append(str(ROOT / "tests"))  # the server that the tests use
            from postgresql import start_server  # noqa: PLC0415 - only this database needs it

            server = start_server()
            stack.callback(server.close)
            copy = lambda url: server.temporary(url.rsplit("/", 1)[1].split("?")[0])  # noqa: E731
            new_store: Callable[[str], str] = server.create
        else:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            copy, new_store = copy_file, lambda name: f"sqlite:///{folder}/{name}.db"
        found = run(asked.moments, make_sorts(asked.size), new_store, copy)
    for name, times in sorted(found.items()):
        print(f"{times:5} {name}")
    print(
        f"{asked.moments} loads killed in {time.perf_counter() - start:.0f} s: 0 in part, 0 lost, 0 damaged"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
