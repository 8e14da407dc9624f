"""For how long people stay: how many of those who joined were still involved after 3, 6 and 12 months.

The people are those of the quarters that the chart of `staying_involved` in the same area shows: nothing
that is hidden there can be found by taking the one from the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_model import StayingCount
from data_model.base import table_of
from data_model.paid_and_staying import STAYING_COLUMNS, STAYING_MONTHS
from data_model.terms import FigureState
from measures.areas import query_areas
from measures.calculations.paid_and_staying import has_passed
from measures.disclosure import is_small
from measures.periods import add_months, period_start, write_period
from measures.sentences import describe_hiding, steps
from measures.series import MeasureSeries, Point
from measures.viewer import Viewer
from measures.writing import format_value

_QUARTERS = 4
_Counts = tuple[int, ...]  # joined, then one a number of months


@dataclass(frozen=True, eq=False)
class StayingCurve:
    """The same people counted again and again. Each is equal to itself alone, so that what was drawn is kept.

    Attributes:
        stayed: the series of `staying_involved` in the area.
        first: first day of the first month in which they joined.
        last: first day of the last one.
        left_out: how many quarters between are hidden, or not known in full.
        joined: how many they are.
        after: how many of them were still involved, by months since they joined; None where that is hidden.
    """

    stayed: MeasureSeries
    first: date
    last: date
    left_out: int
    joined: int
    after: Mapping[int, int | None]

    @property
    def when(self) -> str:
        """When they joined: "October 2024 to September 2025"."""
        return f"{write_period(self.first, 'month')} to {write_period(self.last, 'month')}"


def query_staying_curve(session: Session, viewer: Viewer, stayed: MeasureSeries) -> StayingCurve | None:
    """The people of the newest four quarters of ``stayed`` for which a year has passed.

    None where none of these may be told, or the viewer may not see the area.
    """
    known_to = session.scalar(select(func.max(table_of(StayingCount).c.month)))
    if known_to is None or not viewer.may_see(stayed.area.id):
        return None
    passed = [p for p in stayed.points if has_passed(_last_month(p), STAYING_MONTHS[-1], known_to)]
    year, counted = passed[-_QUARTERS:], _add_up(session, stayed.area.id)
    told = [p for p in year if p.value is not None and _is_whole(counted[p.period_start], p)]
    if not told:
        return None
    sums = zip(*(counted[point.period_start] for point in told), strict=True)
    joined, *later = (sum(column) for column in sums)
    below = stayed.definition.hide_below
    after = {
        months: None if is_small(count, below) else count
        for months, count in zip(STAYING_MONTHS, later, strict=True)
    }
    left_out = sum(point.state != FigureState.MISSING for point in year) - len(told)
    return StayingCurve(stayed, told[0].period_start, _last_month(told[-1]), left_out, joined, after)


def _last_month(point: Point) -> date:
    return add_months(point.period_start, 2)


def _add_up(session: Session, area_id: int) -> dict[date, _Counts]:
    """By quarter, all people of whom somebody counted each time whether they stayed."""
    areas, table = query_areas(session), table_of(StayingCount)
    places = (table.c.directorate_id, table.c.borough_id, table.c.team_id)
    counts = [table.c.joined, *(table.c[name] for name in STAYING_COLUMNS)]
    found: dict[date, _Counts] = defaultdict(lambda: (0,) * len(counts))
    statement = select(table.c.month, *places, *counts)
    for row in session.execute(statement):
        month, directorate, borough, team, *given = tuple(row)
        if None not in given and area_id in areas.counted_in(directorate, borough, team):
            quarter = period_start(month, "quarter")
            found[quarter] = tuple(sum(pair) for pair in zip(found[quarter], given, strict=True))
    return found


def _is_whole(counts: _Counts, point: Point) -> bool:
    """Whether these are all the people of the quarter that the chart counts: else some would be found."""
    six = 1 + STAYING_MONTHS.index(6)
    return (counts[0], counts[six]) == (point.denominator, point.numerator)


def describe_staying(curve: StayingCurve | None, stayed: MeasureSeries) -> str:
    """How many were still involved after each number of months, in one sentence."""
    if curve is None:
        hidden = any(point.state == FigureState.SUPPRESSED for point in stayed.points)
        if hidden and stayed.last is None:
            return describe_hiding(stayed.definition)
        return "It is too early to say how many people stay for a year."
    told = [(months, count) for months, count in curve.after.items() if count is not None]
    if not told:
        return describe_hiding(stayed.definition)
    (months, count), *others = told
    said = [f"{count:,} {'was' if count == 1 else 'were'} still there after {months} months"]
    said += [f"{count:,} after {months}" for months, count in others]
    listed = f"{', '.join(said[:-1])} and {said[-1]}" if others else said[0]
    return f"From {curve.when}, we count {curve.joined:,} people who joined. Of them {listed}."


def describe_staying_notes(curve: StayingCurve) -> list[str]:
    """What to bear in mind when reading the curve."""
    notes = ["These are the same people each time."]
    if None in curve.after.values():
        notes.append(describe_hiding(curve.stayed.definition))
    if curve.left_out:
        gone = steps(curve.stayed, curve.left_out)
        notes.append(f"What the chart above hides is left out here as well: {gone} of this year.")
    return notes


def describe_staying_working(curve: StayingCurve) -> list[tuple[str, str]]:
    """Heading and text, as for a measure."""
    return [
        (
            "What we count",
            "We take people who joined in the newest four quarters for which a year has passed. We count "
            "how many of them were still involved 3, 6 and 12 months after they joined.",
        ),
        ("When they joined", f"{curve.when}."),
        ("What is left out", "Quarters that the chart above hides, or of which not every count is known."),
    ]


def build_staying_table(curve: StayingCurve) -> pd.DataFrame:
    """One row a number of months: Months since joining, Still involved, Share, all as text."""
    definition = curve.stayed.definition
    rows = [("0 (joined)", f"{curve.joined:,}", "100%")]
    rows += [
        (str(months), "hidden", "hidden")
        if count is None
        else (str(months), f"{count:,}", format_value(count / curve.joined, definition))
        for months, count in curve.after.items()
    ]
    return pd.DataFrame(rows, columns=["Months since joining", "Still involved", "Share"])
