"""DIALOG by month, directorate and item: rows of ``dialog.csv``."""

from datetime import date
from random import Random

from sample_data.areas import directorate_of
from sample_data.fft import MISSING
from sample_data.months import interpolate, month_ends, month_key
from sample_data.writing import Cell

DIALOG_COLUMNS = ("month", "directorate", "borough", "team", "item", "answered", "mean_score", "satisfied")

FIRST_MONTH = "2022-04"
# Mean scores of items 1 to 11: mental health, physical health, job situation, accommodation, leisure,
# partner or family, friendships, personal safety, medication, practical help, meetings with professionals.
_ITEM_MEANS = (4.35, 4.45, 4.05, 4.90, 4.40, 4.80, 4.60, 5.00, 5.08, 5.17, 5.50)
# Medication and practical help slowly satisfy more in one directorate, too small to move the trust.
_IMPROVING, _IMPROVING_ITEMS = "LMH", (9, 10)
_RISE = {"2023-04": -0.13, "2025-10": 0.13}
_ANSWERED = {"CHMH": 130, "NMH": 140, "THMH": 150, "BMH": 120, "LMH": 80}
_OFFSET = {"CHMH": 0.02, "NMH": -0.03, "THMH": 0.03, "BMH": 0.0, "LMH": -0.02}
# A directorate's mean of an item moves by at most this much from month to month by chance.
_SPREAD = 0.14
# A month that is better or worse for all directorates together, as winters are.
_COMMON_SPREAD = 0.08


def build_dialog_rows(until: date, seed: int) -> list[tuple[Cell, ...]]:
    """One row a month, directorate and item as ``DIALOG_COLUMNS``; none for the months that Luton missed."""
    streams = {code: Random(f"{seed}:dialog:{code}") for code in _ANSWERED}
    rows: list[tuple[Cell, ...]] = []
    common = Random(f"{seed}:dialog")
    for month in month_ends(FIRST_MONTH, until):
        key = month_key(month)
        shift = _either_way(common, _COMMON_SPREAD)
        for code, rng in streams.items():
            month_rows = _month_rows(rng, code, month, shift)
            if key not in MISSING.get(code, ()):
                rows.extend(month_rows)
    return rows


def _month_rows(rng: Random, code: str, month: date, shift: float) -> list[tuple[Cell, ...]]:
    boroughs = directorate_of(code).boroughs
    place = (month_key(month), code, boroughs[0] if len(boroughs) == 1 else "", "")
    people = rng.randint(_ANSWERED[code] * 8 // 10, _ANSWERED[code] * 12 // 10)
    shift += _OFFSET[code]
    rows: list[tuple[Cell, ...]] = []
    for item, usual in enumerate(_ITEM_MEANS, start=1):
        answered = people - rng.randint(0, people // 12)
        rises = code == _IMPROVING and item in _IMPROVING_ITEMS
        usual_here = usual + shift + (interpolate(_RISE, month) if rises else 0)
        total = round(answered * (usual_here + _either_way(rng, _SPREAD)))
        mean = total / answered
        rows.append((*place, item, answered, f"{mean:.2f}", _satisfied(answered, mean)))
    return rows


def _either_way(rng: Random, most: float) -> float:
    """By chance at most so much up or down, more often little."""
    return most * (rng.random() + rng.random() - 1)


def _satisfied(answered: int, mean: float) -> int:
    """How many scored 5 to 7, about right for a mean: two in five at a mean of 4, four in five at 5.5."""
    return round(answered * (0.42 + 0.25 * (mean - 4)))
