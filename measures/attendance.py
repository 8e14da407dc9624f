"""Attendance by role in words and as a table; a hidden role is said to be hidden, never 0."""

from __future__ import annotations

import pandas as pd

from data_model.terms import FigureState
from measures.calculations.workshops import ROLES
from measures.series import MeasureSeries, Point

ROLE_WORDS = {"service_users": "service users", "carers": "carers", "staff": "staff", "others": "others"}


def describe_attendance(series: MeasureSeries) -> str:
    """Who came in the newest month, by role: "19 service users, 6 carers, 24 staff and 3 others"."""
    if not series.observed:
        return ""
    i = series.observed[-1]
    said = [_said(series.parts[role][i], role) for role in ROLES if role in series.parts]
    return f"{', '.join(said[:-1])} and {said[-1]}." if said else ""


def build_attendance_table(series: MeasureSeries) -> pd.DataFrame:
    """One row a month shown, newest first: Month, the four roles and Everyone, all as text."""
    rows = [
        {
            "Month": series.when(series.points[i]),
            **{ROLE_WORDS[r].capitalize(): _amount(series.parts[r][i]) for r in ROLES if r in series.parts},
            "Everyone": _amount(series.points[i]),
        }
        for i in reversed(range(*series.shown.indices(len(series.points))))
    ]
    return pd.DataFrame(rows).astype(str)


def _said(point: Point, role: str) -> str:
    number = "a hidden number of" if point.state == FigureState.SUPPRESSED else _amount(point)
    return f"{number} {ROLE_WORDS[role]}"


def _amount(point: Point) -> str:
    if point.state == FigureState.SUPPRESSED:
        return "hidden"
    return "no figures" if point.numerator is None else f"{point.numerator:,.0f}"
