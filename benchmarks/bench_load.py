"""Loading a survey file of a million rows, against a floor that checks nothing and against pandas.

``python -m benchmarks.bench_load`` (about two minutes). Every figure is a ratio within one run: the parts run
in turn, each in a process of its own, and the median of the rounds counts. Our part reads the file in another
process, checks, matches and compares every row, writes it under its natural key, logs the load and works out
its figures. It uses two cores, the others one: on a machine that is busy otherwise it looks worse than it is.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from sqlalchemy import create_engine

import loaders
from benchmarks.process_memory import MemoryWatch
from data_model.store import open_store
from loaders.reader import start_early

ROWS, FEWER_ROWS, BAD_ROWS = 1_000_000, 100_000, 5_000
TEAMS, BOROUGHS, ITEMS = 220, 7, 11
COLUMNS = ("month", "directorate", "borough", "team", "item", "answered", "mean_score", "satisfied")
LIMITS = {
    "rows a second, of the floor's": (">=", 0.5),
    "rows a second, of pandas'": (">=", 2.0),
    "peak memory above idle, MB, 1,000,000 rows": ("<=", 150.0),
    "peak memory, 1,000,000 rows over 100,000 rows": ("<=", 1.5),
    "the same file again, seconds": ("<=", 2.0),
    "first message of a bad file of 5,000 rows, seconds": ("<=", 2.0),
}


def write_survey(path: Path, rows: int) -> None:
    """A DIALOG file: by month, team, borough and item; a year of it is about 200,000 rows."""
    chance, left = random.Random(7), rows  # noqa: S311 - made-up figures
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for month in range(300):
            for team in range(TEAMS):
                for borough in range(BOROUGHS):
                    for item in range(1, ITEMS + 1):
                        answered = chance.randint(0, 60)
                        mean = f"{chance.uniform(1, 7):.2f}" if answered else "-"
                        day = f"{2010 + month // 12}-{month % 12 + 1:02d}"
                        place = (f"D{team % 10}", f"B{borough}", f"T{team:03d}")
                        writer.writerow([day, *place, item, answered, mean, chance.randint(0, answered)])
                        left -= 1
                        if not left:
                            return


def write_areas() -> bytes:
    """The areas that the survey names."""
    rows = ["area_code,area_name,area_type,parent_code", "RWX,Example Trust,trust,"]
    rows += [f"D{n},Directorate {n},directorate,RWX" for n in range(10)]
    rows += [f"B{n},Borough {n},borough,{';'.join(f'D{d}' for d in range(10))}" for n in range(BOROUGHS)]
    rows += [f"T{n:03d},Team {n},team,D{n % 10}" for n in range(TEAMS)]
    return "\n".join(rows).encode()


def run_floor(file: Path, folder: Path) -> dict[str, float]:
    """``csv.reader`` into ``sqlite3.executemany``: text into a table without a key."""
    started = time.perf_counter()
    with sqlite3.connect(folder / "floor.db") as store, file.open(newline="", encoding="utf-8") as source:
        store.execute(f"CREATE TABLE survey ({', '.join(COLUMNS)})")
        reader = csv.reader(source)
        next(reader)
        store.executemany(f"INSERT INTO survey VALUES ({', '.join('?' * len(COLUMNS))})", reader)  # noqa: S608
    store.close()
    return {"seconds": time.perf_counter() - started}


def run_pandas(file: Path, folder: Path) -> dict[str, float]:
    """``pandas.read_csv(...).to_sql(...)`` through SQLAlchemy."""
    engine = create_engine(f"sqlite:///{folder / 'pandas.db'}")
    started = time.perf_counter()
    pd.read_csv(file).to_sql("survey", engine, index=False)
    seconds = time.perf_counter() - started
    engine.dispose()
    return {"seconds": seconds}


def run_ours(file: Path, folder: Path) -> dict[str, float]:
    """`loaders.load_file`, and the same file again."""
    engine = open_store(f"sqlite:///{folder / 'ours.db'}")
    loaders.load_file(engine, write_areas(), "areas.csv")
    start_early()
    with MemoryWatch() as watch:
        started = time.perf_counter()
        report = loaders.load_file(engine, file, file.name)
        seconds = time.perf_counter() - started
    if report.rows.added != report.rows.read or not report.figures:
        raise SystemExit(report.message)
    started = time.perf_counter()
    again = loaders.load_file(engine, file, file.name)
    if again.status != "unchanged":
        raise SystemExit(again.message)
    engine.dispose()
    return {"seconds": seconds, "again": time.perf_counter() - started, "memory": watch.most_above_idle}


def run_bad(file: Path, folder: Path) -> dict[str, float]:
    """A whole command, from nothing, on a file in which every tenth row is bad: seconds to its message."""
    lines = file.read_text(encoding="utf-8").splitlines()[: BAD_ROWS + 1]
    bad = [line.replace("D1", "Nowhere") if n % 10 == 1 else line for n, line in enumerate(lines)]
    path, url = folder / "bad.csv", f"sqlite:///{folder / 'bad.db'}"
    (folder / "areas.csv").write_bytes(write_areas())
    path.write_text("\n".join(bad), encoding="utf-8")
    command = [sys.executable, "-m", "loaders", "load", "--database", url]
    subprocess.run([*command, str(folder / "areas.csv")], check=True, capture_output=True)
    started = time.perf_counter()
    with subprocess.Popen([*command, str(path)], stdout=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - started
        process.communicate()
    if "bad.csv" not in first:
        raise SystemExit(first)
    return {"seconds": seconds}


PARTS = {"floor": run_floor, "pandas": run_pandas, "ours": run_ours, "bad": run_bad}


def measure(part: str, file: Path) -> dict[str, float]:
    """Run one part in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.bench_load", "--part", part, str(file)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def run(rounds: int) -> dict[str, float]:
    """All figures, by the names of `LIMITS`."""
    with tempfile.TemporaryDirectory() as name:
        file, fewer = Path(name) / "survey.csv", Path(name) / "fewer.csv"
        write_survey(file, ROWS)
        write_survey(fewer, FEWER_ROWS)
        found = [{part: measure(part, file) for part in ("floor", "ours", "pandas")} for _ in range(rounds)]
        less, bad = [measure("ours", fewer) for _ in range(rounds)], measure("bad", file)
    middle = {
        part: statistics.median(each[part]["seconds"] for each in found)
        for part in ("floor", "ours", "pandas")
    }
    print({part: f"{ROWS / seconds:,.0f} rows a second" for part, seconds in middle.items()})
    memory = [each["ours"]["memory"] for each in found]
    ratios = (
        middle["floor"] / middle["ours"],
        middle["pandas"] / middle["ours"],
        max(memory),
        # A round is looked at five times a second, so single ones differ by half.
        statistics.median(memory) / statistics.median(each["memory"] for each in less),
        statistics.median(each["ours"]["again"] for each in found),
        bad["seconds"],
    )
    return dict(zip(LIMITS, ratios, strict=True))


def main() -> int:
    """Print every figure beside its limit; 1 if one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--part", nargs=2, metavar=("PART", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(PARTS[asked.part[0]](Path(asked.part[1]), Path(folder))))
        return 0
    missed = 0
    for name, figure in run(asked.rounds).items():
        sign, limit = LIMITS[name]
        good = figure >= limit if sign == ">=" else figure <= limit
        missed += not good
        print(f"{name:55} {figure:8.2f}  {sign} {limit:g}  {'ok' if good else 'MISSED'}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
