"""Attendance by role in words and as a table; a hidden role is said to be hidden, never 0."""

from __future__ import annotations

import pandas as pd

from data_model.terms import FigureState
from measures.calculations.workshops import ROLES
from measures.disclosure import UNKNOWN_ROLE
from measures.series import MeasureSeries, Point

ROLE_WORDS = {"service_users": "service users", "carers": "carers", "staff": "staff", "others": "others"}
WORDS = {**ROLE_WORDS, UNKNOWN_ROLE: "people whose role is not known"}


def describe_attendance(series: MeasureSeries) -> str:
    """Who came in the newest month, by role: "19 service users, 6 carers, 24 staff and 3 others".

    A role of which nothing is known is not named; people whose role is not known come last.
    """
    if not series.observed:
        return ""
    i = series.observed[-1]
    named = [role for role in WORDS if role in series.parts and not _says_nothing(series.parts[role][i])]
    said = [_said(series.parts[role][i], role) for role in named]
    return f"{' and '.join(filter(None, [', '.join(said[:-1]), said[-1]]))}." if said else ""


def build_attendance_table(series: MeasureSeries) -> pd.DataFrame:
    """One row a month shown, newest first: Month, the four roles and Everyone, all as text.

    Where the area ever had people whose role is not known, they have a column too.
    """
    rows = [
        {
            "Month": series.when(series.points[i]),
            **{ROLE_WORDS[r].capitalize(): _amount(series.parts[r][i]) for r in ROLES if r in series.parts},
            **_unknown(series, i),
            "Everyone": _amount(series.points[i]),
        }
        for i in reversed(range(*series.shown.indices(len(series.points))))
    ]
    return pd.DataFrame(rows).astype(str)


def _unknown(series: MeasureSeries, i: int) -> dict[str, str]:
    """People of unknown role in one month: none where everybody's role is known."""
    if UNKNOWN_ROLE not in series.parts:
        return {}
    point = series.parts[UNKNOWN_ROLE][i]
    none = _says_nothing(point) and not _says_nothing(series.points[i])
    return {"Role not known": "0" if none else _amount(point)}


def _said(point: Point, role: str) -> str:
    number = "a hidden number of" if point.state == FigureState.SUPPRESSED else _amount(point)
    return f"{number} {WORDS[role]}"


def _says_nothing(point: Point) -> bool:
    return point.numerator is None and point.state != FigureState.SUPPRESSED


def _amount(point: Point) -> str:
    if point.state == FigureState.SUPPRESSED:
        return "hidden"
    return "no figures" if point.numerator is None else f"{point.numerator:,.0f}"
