"""The memory that a load takes does not grow with its file."""

import json
import subprocess
import sys

import pytest

from settings import ROOT

# Reading and storing in one process, as on systems that cannot fork, so that one figure holds both.
PROGRAM = """
import json, os, resource, sys
from pathlib import Path
del os.fork
import loaders
from data_model.store import open_store

HEADINGS = b"quarter,trust_code,trust_name,metric_id,metric_description,reporting_date,units,value\\n"

def write(path, rows, repeated):
    with path.open("wb") as file:
        file.write(HEADINGS)
        for n in range(rows):
            key = (n % 50, n // 50 % 100, n // 5000)
            file.write(b"Q1 2025/26,R%d,Example Trust,OF%d,Made up,Day %d,%%,7.5\\n" % key)
        file.write(b"Q1 2025/26,R0,Example Trust,OF0,Made up,Day 0,%,7.5\\n" * repeated)

folder, repeated = Path(sys.argv[1]), int(sys.argv[2])
found = {}
for rows in (2_000, 20_000, 100_000):
    path = folder / f"{rows}.csv"
    write(path, rows, repeated)
    engine = open_store(f"sqlite:///{folder}/{rows}.db")
    report = loaders.load_file(engine, path, path.name)
    assert report.rows.added == rows and report.rows.unchanged == repeated, report.message
    found[rows] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(found))
"""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the peak is told in other units elsewhere")


# To know which rows share keys takes a number for each row of the file, and no more.
@pytest.mark.parametrize(("repeated", "most_mb"), [(0, 10), (3, 20)], ids=["new rows", "repeated keys"])
def test_five_times_the_rows_take_hardly_more_memory(tmp_path, repeated, most_mb):
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), str(repeated)],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=300,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    peak = {int(rows): mb for rows, mb in json.loads(run.stdout).items()}
    assert peak[100_000] - peak[20_000] < most_mb, peak
