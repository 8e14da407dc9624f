"""Projects that come and go by chance, or as in the sample data, and what our measures count of them."""

import csv
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data_model.terms import FigureState
from measures.calculations.history import ProjectHistory
from measures.definitions import read_counting_rules
from measures.periods import Period, add_months, month_end
from measures.series import Point

Months = NDArray[np.int_]

RATE, RAISED = 0.4, 0.7
MEAN_MONTHS = 9.0
# The register of the sample data opens in this month; the made-up projects begin there too.
FIRST = date(2021, 4, 1)
NEVER = 10_000
SAMPLE = Path(__file__).resolve().parents[1] / "sample_data" / "qi_projects.csv"


class Projects(NamedTuple):
    """The months in which projects start and end, counted from `FIRST`; below 0 is before it.

    ``seat`` is the month from which a service user or carer is on the team.
    """

    start: Months
    end: Months
    seat: Months


def draw_steady(rng: np.random.Generator, at_a_time: int, months: int) -> tuple[Months, Months]:
    """Starts and ends of projects that come and go evenly, ``at_a_time`` of them on average.

    They start at random moments and their length is exponential, 9 months on average, so that those
    under way on the first day have as long to go as new ones.
    """
    new = rng.poisson(at_a_time / MEAN_MONTHS * months)
    start = np.concatenate([np.full(rng.poisson(at_a_time), -0.5), rng.uniform(0, months, new)])
    end = np.maximum(start, 0) + rng.exponential(MEAN_MONTHS, len(start))
    return np.floor(start).astype(int), np.floor(end).astype(int)


@lru_cache
def read_sample(directorate: str | None = None) -> tuple[Months, Months]:
    """Starts and ends of the sample data's projects, as the newest row of each gives them."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        newest = {row["project_id"]: row for row in csv.DictReader(file)}
    rows = [row for row in newest.values() if directorate in (None, row["directorate"])]
    start = [_month(row["start_date"]) for row in rows]
    end = [_month(row["end_date"]) if row["end_date"] else NEVER for row in rows]
    return np.array(start), np.array(end)


def _month(day: str) -> int:
    found = date.fromisoformat(day)
    return (found.year - FIRST.year) * 12 + found.month - FIRST.month


def give_seats(
    rng: np.random.Generator, start: Months, end: Months, change: int | None = None, everybody: bool = False
) -> Projects:
    """Give 40 in 100 projects a seat from their first day; 70 in 100 of those starting from ``change`` on.

    With ``everybody`` the projects under way at the change gain seats that month until 70 in 100 have one.
    """
    raised = np.full(len(start), False) if change is None else start >= change
    has_seat = rng.random(len(start)) < np.where(raised, RAISED, RATE)
    seat = np.where(has_seat, start, NEVER)
    if everybody and change is not None:
        gains = rng.random(len(start)) < (RAISED - RATE) / (1 - RATE)
        seat = np.where(~raised & ~has_seat & gains, change, seat)
    return Projects(start, end, seat)


def count_figures(projects: Projects, is_stock: bool, period: Period, months: int) -> NDArray[np.int_]:
    """Numerators and denominators, one row a month or complete quarter of the first ``months``.

    The stock is the projects under way at month end, otherwise those that start in the month.
    """
    month = np.arange(months)[:, None]
    if is_stock:
        counted = (projects.start <= month) & (projects.end > month)
        hits = counted & (projects.seat <= month)
    else:
        counted = projects.start == month
        hits = counted & (projects.seat == projects.start)
    figures = np.stack([hits.sum(axis=1), counted.sum(axis=1)], axis=1)
    return figures if period == "month" else figures[: months // 3 * 3].reshape(-1, 3, 2).sum(axis=1)


def build_points(figures: NDArray[np.int_], period: Period) -> list[Point]:
    """One point a period; one without a project is missing."""
    step = 3 if period == "quarter" else 1
    return [
        Point(add_months(FIRST, i * step), n, d, n / d, FigureState.OBSERVED)
        if d
        else Point(add_months(FIRST, i * step), None, None, None, FigureState.MISSING)
        for i, (n, d) in enumerate(figures.tolist())
    ]


@lru_cache(maxsize=512)
def count_settled(is_stock: bool, period: Period, months: int) -> int:
    """How many periods are not too early to count at the end of the last of ``months``.

    Those that are too early hold no value, so leaving them out changes no limit and no word.
    """
    if not is_stock:
        days = int(read_counting_rules().big_i_new_window_days.value)
        history = ProjectHistory([], month_end(add_months(FIRST, months - 1)))
        months = sum(not history.is_window_open(add_months(FIRST, i), days) for i in range(months))
    return months // 3 if period == "quarter" else months
