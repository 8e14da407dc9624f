"""Which months are missing: of measures that somebody sends figures for, and of files of a whole month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, literal, select
from sqlalchemy.orm import Session

from data_model import NHSFFTFigure, QIProjectState
from data_model.base import table_of
from data_model.public_figures import FFTQuestion
from measures.definitions import Definition, Unit, read_definitions
from measures.periods import add_months, month_start, months_between, write_period
from measures.series import MeasureSeries

# The words of measures that somebody has to send; of the others a month without figures may be right.
_SENT = Definition.model_fields["when_missing"].default


class MissingMonths(NamedTuple):
    """One area with periods for which it sent no figures, as people say them."""

    measure_title: str
    area_name: str
    periods: tuple[str, ...]


class MissingFiles(NamedTuple):
    """A kind of file, or a part of it such as a setting, that lacks months between its first and its last."""

    kind: str
    part: str
    months: tuple[str, ...]


def find_sent_measures() -> list[str]:
    """The ids of the measures of which an area sends figures for every period."""
    return [
        measure.id
        for measure in read_definitions().values()
        if measure.when_missing == _SENT and measure.unit != Unit.COUNT and measure.period != "event"
    ]


def find_missing_months(found: Iterable[MeasureSeries]) -> list[MissingMonths]:
    """The gaps inside each series, in the order given. A break at a change of the question is no gap."""
    return [
        MissingMonths(
            series.definition.title,
            series.area.name,
            tuple(series.when(series.points[i]) for i in series.gaps),
        )
        for series in found
        if series.gaps
    ]


def query_missing_files(session: Session) -> list[MissingFiles]:
    """Months of which no export of QI projects is there, or no figures of NHS England of a setting.

    Before an export of a month comes, nobody can say what was true in it; the old and the new question of
    the Friends and Family Test are counted apart, so the pause between them is no gap.
    """
    states, fft = table_of(QIProjectState), table_of(NHSFFTFigure)
    exports = _find_gaps(session, "qi_projects", select(literal(""), literal(""), states.c.as_at).distinct())
    published = _find_gaps(session, "nhs_fft", select(fft.c.setting, fft.c.question, fft.c.month).distinct())
    return [*exports, *published]


def _find_gaps(session: Session, kind: str, months: Select) -> list[MissingFiles]:
    by_part: dict[tuple[str, str], set[date]] = defaultdict(set)
    for part, question, day in session.execute(months):
        by_part[part, question].add(month_start(day))
    found = []
    for (part, question), there in sorted(by_part.items()):
        gaps = [month for month in months_between(min(there), max(there)) if month not in there]
        if gaps:
            asked = ", old question" if question == FFTQuestion.RECOMMEND else ""
            found.append(MissingFiles(kind, f"{part}{asked}", tuple(_write_runs(gaps))))
    return found


def _write_runs(months: list[date]) -> Iterable[str]:
    """Months as people say them, several in a row as one: "May 2025", "July 2025 to March 2026"."""
    first = last = months[0]
    for month in [*months[1:], None]:
        if month == add_months(last, 1):
            last = month
            continue
        begun, ended = write_period(first, "month"), write_period(last, "month")
        yield begun if first == last else f"{begun} to {ended}"
        if month:
            first = last = month
