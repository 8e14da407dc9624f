"""Friends and Family Test answers: rows of ``fft.csv``, each a count of its own answers only."""

from bisect import bisect
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from sample_data.areas import directorate_of, teams_of
from sample_data.months import month_ends, month_key
from sample_data.writing import Cell

FFT_COLUMNS = (
    "month",
    "directorate",
    "borough",
    "team",
    "very_good",
    "good",
    "neither",
    "poor",
    "very_poor",
    "dont_know",
)

FIRST_MONTH = "2019-04"
LAST_OLD_MONTH = "2020-03"
FIRST_NEW_MONTH = "2020-12"
MISSING = {"LMH": ("2024-11", "2025-05")}
# The old question (would you recommend) drew fewer good answers than the new one (how was it).
_OLD_DROP = 0.03
_FIRST_ROW = {"PC": "2026-05"}
_BY_TEAM = ("NMH", "THMH", "BMH", "LMH")
_BY_BOROUGH = ("LCH", "BCH")
_POSITIVE = {
    "CHMH": 0.845,
    "NMH": 0.83,
    "THMH": 0.85,
    "BMH": 0.84,
    "LMH": 0.83,
    "LCH": 0.915,
    "BCH": 0.92,
    "CAMHS": 0.84,
    "SCYPS": 0.92,
    "TT": 0.90,
    "ADD": 0.89,
    "FOR": 0.70,
    "PC": 0.90,
}
_ANSWERS = {
    "CHMH": 90,
    "NMH": 35,
    "THMH": 30,
    "BMH": 26,
    "LMH": 30,
    "LCH": 150,
    "BCH": 140,
    "CAMHS": 80,
    "SCYPS": 60,
    "TT": 160,
    "ADD": 70,
    "PC": 45,
}


@dataclass(frozen=True)
class _Unit:
    directorate: str
    borough: str = ""
    team: str = ""


def _units() -> list[_Unit]:
    """Who hands in answers: teams, boroughs of a directorate or a whole directorate, never overlapping."""
    units: list[_Unit] = []
    for code in _POSITIVE:
        boroughs = directorate_of(code).boroughs
        if code in _BY_TEAM:
            units.extend(_Unit(code, team.borough, team.code) for team in teams_of(code))
        elif code in _BY_BOROUGH:
            units.extend(_Unit(code, borough) for borough in boroughs)
        else:
            units.append(_Unit(code, boroughs[0] if len(boroughs) == 1 else ""))
    return units


def build_fft_rows(until: date, seed: int) -> list[tuple[Cell, ...]]:
    """One row a month and unit as ``FFT_COLUMNS``; no rows from April to November 2020 (national pause)."""
    streams = [
        (unit, Random(f"{seed}:fft:{unit.directorate}:{unit.borough}:{unit.team}")) for unit in _units()
    ]
    rows: list[tuple[Cell, ...]] = []
    for month in month_ends(FIRST_MONTH, until):
        key = month_key(month)
        for unit, rng in streams:
            answers = _answers(rng, unit.directorate, old=key <= LAST_OLD_MONTH)
            if _hands_in(unit.directorate, key):
                rows.append((key, unit.directorate, unit.borough, unit.team, *answers))
    return rows


def _hands_in(directorate: str, key: str) -> bool:
    paused = LAST_OLD_MONTH < key < FIRST_NEW_MONTH
    return not paused and key not in MISSING.get(directorate, ()) and key >= _FIRST_ROW.get(directorate, key)


def _answers(rng: Random, directorate: str, *, old: bool) -> list[int]:
    """Counts of the six answers, very good first."""
    if directorate == "FOR":
        # A small service: every few months fewer than five people answer.
        size = rng.choice((2, 3, 4, 6, 7, 8, 9, 10, 11, 12))
    else:
        usual = _ANSWERS[directorate]
        size = rng.randint(usual * 7 // 10, usual * 13 // 10)
    positive = _POSITIVE[directorate] - (_OLD_DROP if old else 0)
    rest = 1 - positive
    shares = (positive * 0.66, positive * 0.34, rest * 0.40, rest * 0.20, rest * 0.18, rest * 0.22)
    steps = list(accumulate(shares))[:-1]
    counts = [0] * 6
    for _ in range(size):
        counts[bisect(steps, rng.random())] += 1
    return counts
