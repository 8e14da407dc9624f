"""A naive twin: what the files say, worked out from the files alone, slowly and plainly."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest

FOLDER = Path(__file__).parents[2] / "sample_data"


def read_rows(kind):
    with (FOLDER / f"{kind}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def month_end(key):
    year, month = (int(part) for part in key.split("-"))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def month_keys(first, last):
    keys = []
    year, month = (int(part) for part in first.split("-"))
    while f"{year}-{month:02d}" <= last:
        keys.append(f"{year}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return keys


def quarter(key):
    return f"{key[:4]}Q{(int(key[5:]) + 2) // 3}"


class ProjectTwin:
    """Active projects, their level and the shares, as the product is to read the dated rows."""

    def __init__(self, state_rows, level_rows):
        self.states = defaultdict(list)
        for row in sorted(state_rows, key=lambda row: row["as_at"]):
            self.states[row["project_id"]].append(row)
        self.records = defaultdict(list)
        for row in level_rows:
            self.records[row["project_id"]].append((row["from_date"], row["involvement"]))
        for row in state_rows:
            if row["involvement"]:
                self.records[row["project_id"]].append((row["as_at"], row["involvement"]))
        self.months = month_keys(
            min(r["start_date"] for r in state_rows)[:7], max(r["as_at"] for r in state_rows)[:7]
        )
        self.level = cache(self._level)
        self.active = cache(self._active)

    def newest(self, project):
        return self.states[project][-1]

    def of(self, directorate):
        return [p for p in self.states if directorate in (None, self.newest(p)["directorate"])]

    def _level(self, project, day):
        known = [(when, level) for when, level in self.records[project] if when <= day]
        return max(known)[1] if known else None

    def _is_active(self, project, day):
        newest = self.newest(project)
        if newest["start_date"] > day or (newest["end_date"] and newest["end_date"] <= day):
            return False
        in_force = [row["status"] for row in self.states[project] if row["as_at"] <= day]
        return (in_force[-1] if in_force else "active") == "active"

    def _active(self, directorate, key):
        day = month_end(key).isoformat()
        return [p for p in self.of(directorate) if self._is_active(p, day)]

    def big_i_active(self, directorate, key):
        """(Big I, recorded) among the active projects at the month end."""
        day = month_end(key).isoformat()
        levels = [self.level(p, day) for p in self.active(directorate, key)]
        return sum(level in ("Big I", "Both") for level in levels), sum(level is not None for level in levels)

    def big_i_active_series(self, directorate):
        return [self.big_i_active(directorate, key) for key in self.months]

    def big_i_new(self, directorate, key):
        """(Big I within 60 days, started) among the projects that started in the month."""
        started = [p for p in self.of(directorate) if self.newest(p)["start_date"][:7] == key]
        return sum(self._soon(p) for p in started), len(started)

    def _soon(self, project):
        last = date.fromisoformat(self.newest(project)["start_date"]) + timedelta(days=60)
        return any(
            level in ("Big I", "Both") and when <= last.isoformat() for when, level in self.records[project]
        )

    def big_i_new_by_quarter(self, directorate):
        sums = defaultdict(lambda: [0, 0])
        for key in self.months:
            big, started = self.big_i_new(directorate, key)
            sums[quarter(key)][0] += big
            sums[quarter(key)][1] += started
        return {key: tuple(pair) for key, pair in sums.items()}


@pytest.fixture
def rng():
    return Random(1)  # noqa: S311 - made-up data, nothing to keep secret


@pytest.fixture(scope="session")
def rows():
    """Rows of a kind of file, by the name of the kind."""
    return cache(read_rows)


@pytest.fixture(scope="session")
def twin(rows):
    return ProjectTwin(rows("qi_projects"), rows("involvement"))
