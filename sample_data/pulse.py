"""The pulse survey of people who take part: rows of ``pulse.csv``, each a count of its own answers only."""

from bisect import bisect
from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from random import Random

from sample_data.areas import directorate_of
from sample_data.months import interpolate, month_ends, month_key
from sample_data.writing import Cell

PULSE_COLUMNS = (
    "month",
    "directorate",
    "borough",
    "team",
    "question",
    "strongly_disagree",
    "disagree",
    "neither",
    "agree",
    "strongly_agree",
)

FIRST_MONTH = "2022-10"
_FIRST_ROW = {"PC": "2026-07"}
_QUESTIONS = ("heard", "supported", "paid", "stay")
# Share that agrees or strongly agrees, by question. Payment was put right in February 2025.
_AGREE: Mapping[str, Mapping[str, float]] = {
    "heard": {FIRST_MONTH: 0.74},
    "supported": {FIRST_MONTH: 0.80},
    "paid": {"2025-01": 0.62, "2025-03": 0.80},
    "stay": {FIRST_MONTH: 0.78},
}
# Where people feel less heard of late.
_LESS_HEARD, _FALL = "BMH", {"2026-02": 0.76, "2026-03": 0.55}
_ANSWERS = {
    "CHMH": 26,
    "NMH": 30,
    "THMH": 28,
    "BMH": 40,
    "LMH": 22,
    "LCH": 36,
    "BCH": 30,
    "CAMHS": 22,
    "SCYPS": 20,
    "TT": 26,
    "ADD": 20,
    "PC": 22,
    "CORP": 24,
}
# A small service, which asks once a quarter.
SMALL, SMALL_MONTHS = "FOR", (1, 4, 7, 10)
# Not everybody claims, so not everybody can say whether the money came in time.
_CLAIM = 0.7
_STRONGLY = 0.45  # of those who agree
_REST = (0.18, 0.36, 0.46)  # of the others: strongly disagree, disagree, neither


def boroughs_asked(directorate: str) -> tuple[str, ...]:
    """The boroughs by which a directorate (code) counts; one empty text where it counts as a whole."""
    if directorate == "CHMH":
        return ("B-HA",)
    boroughs = directorate_of(directorate).boroughs
    return boroughs if directorate in ("BMH", "LCH", "BCH") or len(boroughs) == 1 else ("",)


def build_pulse_rows(until: date, seed: int) -> list[tuple[Cell, ...]]:
    """One row a month, place and question as ``PULSE_COLUMNS``; a small service asks once a quarter."""
    units = [(code, borough) for code in (*_ANSWERS, SMALL) for borough in boroughs_asked(code)]
    # The tenth of some draws: in it chance moves no area that has no story.
    streams = {unit: Random(f"{seed}:pulse9:{unit[0]}:{unit[1]}") for unit in units}
    rows: list[tuple[Cell, ...]] = []
    for month in month_ends(FIRST_MONTH, until):
        key = month_key(month)
        for (code, borough), rng in streams.items():
            people = _people(rng, code)
            counts = [_answers(rng, people, code, question, month) for question in _QUESTIONS]
            if key >= _FIRST_ROW.get(code, key) and (code != SMALL or month.month in SMALL_MONTHS):
                rows += [
                    (key, code, borough, "", question, *answers)
                    for question, answers in zip(_QUESTIONS, counts, strict=True)
                ]
    return rows


def _people(rng: Random, code: str) -> int:
    if code == SMALL:
        return rng.choice((3, 4, 6, 8, 9, 11, 12, 14))
    usual = _ANSWERS[code] // len(boroughs_asked(code))
    return rng.randint(usual * 8 // 10, usual * 12 // 10)


def _answers(rng: Random, people: int, code: str, question: str, month: date) -> list[int]:
    """Counts of the five answers, strongly disagree first."""
    course = _FALL if (code, question) == (_LESS_HEARD, "heard") else _AGREE[question]
    agree = interpolate(course, month)
    shares = [(1 - agree) * share for share in _REST] + [agree * (1 - _STRONGLY)]
    steps = list(accumulate(shares))
    counts = [0] * 5
    for _ in range(people):
        asked, said = rng.random(), rng.random()
        if question != "paid" or asked < _CLAIM:
            counts[bisect(steps, said)] += 1
    return counts
