"""The quarterly staff pulse: rows of ``staff_survey.xlsx``."""

from datetime import date
from random import Random

from sample_data.areas import DIRECTORATES
from sample_data.months import interpolate, month_ends, month_key
from sample_data.writing import Cell

STAFF_COLUMNS = ("month", "directorate", "team", "answers", "positive")

FIRST_MONTH = "2021-04"
_SURVEY_MONTHS = (1, 4, 7, 10)
_FIRST_ROW = {"PC": "2026-07"}
_POSITIVE = {"2021-04": 0.70, "2024-04": 0.73, "2026-10": 0.75}
_ANSWERS = {"LCH": 120, "BCH": 110, "TT": 90, "CORP": 100, "CAMHS": 80, "SCYPS": 45, "PC": 30, "ADD": 40}
_USUAL = 75


def build_staff_rows(until: date, seed: int) -> list[tuple[Cell, ...]]:
    """One row a survey month and directorate (by name, as people type it) as ``STAFF_COLUMNS``."""
    rows: list[tuple[Cell, ...]] = []
    streams = {one.code: Random(f"{seed}:staff:{one.code}") for one in DIRECTORATES}
    for month in month_ends(FIRST_MONTH, until):
        if month.month not in _SURVEY_MONTHS:
            continue
        for one in DIRECTORATES:
            rng = streams[one.code]
            answers = _answers(rng, one.code)
            positive = sum(rng.random() < interpolate(_POSITIVE, month) for _ in range(answers))
            if month_key(month) >= _FIRST_ROW.get(one.code, ""):
                rows.append((month_key(month), one.name, "", answers, positive))
    return rows


def _answers(rng: Random, code: str) -> int:
    if code == "FOR":
        # A small service: in some quarters fewer than ten staff answer.
        return rng.choice((7, 8, 9, 12, 14, 16, 18))
    usual = _ANSWERS.get(code, _USUAL)
    return rng.randint(usual * 8 // 10, usual * 12 // 10)
