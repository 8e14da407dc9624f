import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sample_data.generate import FOLDER, generate

COUNTED = (
    *("areas", "qi_projects", "involvement", "workshops", "fft", "dialog"),
    *("pulse", "payments", "staying", "change_ideas", "targets"),
)
WRITTEN = ("opportunities", "you_said", "meetings", "stories", "forum_entries", "drivers")
KINDS = COUNTED + WRITTEN
DATED = {"qi_projects": "as_at", "involvement": "from_date", "workshops": "workshop_date"} | dict.fromkeys(
    ("fft", "pulse", "payments"), "month"
)


@pytest.fixture(scope="module")
def earlier(tmp_path_factory):
    folder = tmp_path_factory.mktemp("earlier")
    generate(until=date(2025, 12, 31), out=folder)
    return folder


def lines(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_committed_files_are_what_the_generator_writes(tmp_path):
    paths = generate(out=tmp_path)
    assert [path.name for path in paths] == [f"{kind}.csv" for kind in KINDS] + ["staff_survey.xlsx"]
    for path in paths:
        assert path.read_bytes() == (FOLDER / path.name).read_bytes(), path.name


def test_the_command_line_writes_the_same_bytes_whatever_the_hash_seed(tmp_path):
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "sample_data.generate", "--out", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, timeout=60, env={"PYTHONHASHSEED": "7", "LC_ALL": "C"})
    assert (tmp_path / "qi_projects.csv").read_bytes() == (FOLDER / "qi_projects.csv").read_bytes()
    assert (tmp_path / "staff_survey.xlsx").read_bytes() == (FOLDER / "staff_survey.xlsx").read_bytes()


def test_line_ends_are_lf_and_text_is_utf_8():
    for kind in KINDS:
        content = (FOLDER / f"{kind}.csv").read_bytes()
        assert b"\r" not in content
        assert content.endswith(b"\n")
        assert content.decode("utf-8")


@pytest.mark.parametrize("kind", DATED)
def test_an_earlier_end_gives_the_same_history_cut_short(earlier, kind):
    whole = lines(FOLDER / f"{kind}.csv")
    known = [row for row in whole if row[DATED[kind]] <= "2025-12-31"]
    assert lines(earlier / f"{kind}.csv") == known
    assert len(known) < len(whole)


def test_a_day_inside_a_month_ends_with_the_month_before(earlier, tmp_path):
    generate(until=date(2026, 1, 30), out=tmp_path)
    for kind in DATED:
        assert (tmp_path / f"{kind}.csv").read_bytes() == (earlier / f"{kind}.csv").read_bytes()


def test_another_seed_gives_other_rows_of_the_same_shape(tmp_path):
    generate(seed=1, out=tmp_path)
    for kind in DATED:
        other, usual = lines(tmp_path / f"{kind}.csv"), lines(FOLDER / f"{kind}.csv")
        assert other != usual
        assert other[0].keys() == usual[0].keys()
