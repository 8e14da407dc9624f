"""People who joined, and who of them was still involved later: rows of ``staying.csv``."""

from datetime import date
from random import Random

from sample_data.months import month_ends, month_key, month_number
from sample_data.pulse import boroughs_asked
from sample_data.writing import Cell

STAYING_COLUMNS = (
    "month",
    "directorate",
    "borough",
    "team",
    "joined",
    "after_3_months",
    "after_6_months",
    "after_12_months",
)

FIRST_MONTH = "2022-10"
_FIRST_ROW = {"PC": "2026-07"}
# The months after joining at which people are counted, and the chance to stay from one to the next.
_STAY = {3: 0.85, 6: 0.82, 12: 0.75}
_JOIN = {
    "CHMH": 6,
    "NMH": 7,
    "THMH": 7,
    "BMH": 8,
    "LMH": 5,
    "LCH": 9,
    "BCH": 6,
    "CAMHS": 5,
    "SCYPS": 4,
    "TT": 5,
    "ADD": 4,
    "FOR": 1,
    "PC": 4,
    "CORP": 4,
}


def build_staying_rows(until: date, seed: int) -> list[tuple[Cell, ...]]:
    """One row a month of joining and place as ``STAYING_COLUMNS``; what lies after ``until`` is empty."""
    units = [(code, borough) for code in _JOIN for borough in boroughs_asked(code)]
    streams = {unit: Random(f"{seed}:staying:{unit[0]}:{unit[1]}") for unit in units}
    last = month_number(month_key(until))
    rows: list[tuple[Cell, ...]] = []
    for month in month_ends(FIRST_MONTH, until):
        key = month_key(month)
        for (code, borough), rng in streams.items():
            joined = rng.randint(0, 2 * (_JOIN[code] // len(boroughs_asked(code))))
            stayed = _stayed(rng, joined)
            later = [
                count if month_number(key) + months <= last else ""
                for months, count in zip(_STAY, stayed, strict=True)
            ]
            if joined and key >= _FIRST_ROW.get(code, key):
                rows.append((key, code, borough, "", joined, *later))
    return rows


def _stayed(rng: Random, joined: int) -> list[int]:
    """How many were there each time: nobody who left comes back."""
    counts, here = [], joined
    for chance in _STAY.values():
        here = sum(rng.random() < chance for _ in range(here))
        counts.append(here)
    return counts
