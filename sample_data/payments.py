"""Claims of people who take part, and those paid on time: rows of ``payments.csv``."""

from datetime import date
from random import Random

from sample_data.months import interpolate, month_ends, month_key
from sample_data.pulse import SMALL, SMALL_MONTHS, boroughs_asked
from sample_data.writing import Cell

PAYMENT_COLUMNS = ("month", "directorate", "borough", "team", "claims", "paid_on_time")

FIRST_MONTH = "2022-10"
_FIRST_ROW = {"PC": "2026-07"}
# From February 2025 one team pays all claims, every Friday.
_ON_TIME = {"2025-01": 0.71, "2025-03": 0.90}
_CLAIMS = {
    "CHMH": 24,
    "NMH": 26,
    "THMH": 26,
    "BMH": 28,
    "LMH": 18,
    "LCH": 32,
    "BCH": 24,
    "CAMHS": 18,
    "SCYPS": 18,
    "TT": 20,
    "ADD": 18,
    SMALL: 9,
    "PC": 18,
    "CORP": 30,
}


def build_payment_rows(until: date, seed: int) -> list[tuple[Cell, ...]]:
    """One row a month and place as ``PAYMENT_COLUMNS``; a small service counts once a quarter."""
    units = [(code, borough) for code in _CLAIMS for borough in boroughs_asked(code)]
    streams = {unit: Random(f"{seed}:payments:{unit[0]}:{unit[1]}") for unit in units}
    rows: list[tuple[Cell, ...]] = []
    for month in month_ends(FIRST_MONTH, until):
        key = month_key(month)
        for (code, borough), rng in streams.items():
            usual = _CLAIMS[code] // len(boroughs_asked(code))
            claims = rng.randint(usual * 7 // 10, usual * 13 // 10)
            paid = sum(rng.random() < interpolate(_ON_TIME, month) for _ in range(claims))
            if key >= _FIRST_ROW.get(code, key) and (code != SMALL or month.month in SMALL_MONTHS):
                rows.append((key, code, borough, "", claims, paid))
    return rows
