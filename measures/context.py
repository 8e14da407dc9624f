"""What stands beside a measure's figures: its target, its change ideas, and how old the data are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_model import (
    ChangeIdea,
    DialogScore,
    FFTCount,
    InvolvementRecord,
    PaymentCount,
    PulseCount,
    QIProjectState,
    StaffSurveyCount,
    StayingCount,
    Target,
    Workshop,
)
from data_model.terms import ChangeIdeaStatus
from measures.areas import AreaRef
from measures.definitions import Definition
from measures.forum import ForumEntry, query_entries_about
from measures.periods import month_end

_DATED = {
    "qi_projects": (QIProjectState.as_at, False),
    "involvement": (InvolvementRecord.from_date, False),
    "workshops": (Workshop.workshop_date, False),
    "fft": (FFTCount.month, True),
    "dialog": (DialogScore.month, True),
    "staff_survey": (StaffSurveyCount.month, True),
    "pulse": (PulseCount.month, True),
    "payments": (PaymentCount.month, True),
    "staying": (StayingCount.month, True),
}


@dataclass(frozen=True)
class TargetLine:
    """A target in the measure's own unit (a share between 0 and 1), and who agreed it."""

    value: float
    from_date: date
    agreed_by: str


@dataclass(frozen=True)
class ChangeMark:
    """A change idea, or all that one forum wrote down on one day; numbered from 1 in order of date.

    Attributes:
        idea_id: of the change idea or the first forum entry.
        title: of the change idea, or the area whose forum it was.
        status: how far a change idea has come; empty for a forum.
        entries: what the forum wrote down, oldest first; none for a change idea.
    """

    number: int
    idea_id: str
    title: str
    start_date: date
    end_date: date | None
    status: str
    entries: tuple[ForumEntry, ...] = ()


@dataclass(frozen=True)
class Context:
    """What stands beside one measure in all areas, read once."""

    definition: Definition
    targets: tuple[tuple[int | None, TargetLine], ...]
    ideas: tuple[tuple[frozenset[int], ChangeMark], ...]
    data_as_at: date | None

    def target(self, area: AreaRef, at: date) -> TargetLine | None:
        """The target in force at ``at``: the area's own, else one for everywhere, else the definition's."""
        day = month_end(at)
        stored = [(area_id, line) for area_id, line in self.targets if line.from_date <= day]
        own = [line for area_id, line in stored if area_id == area.id]
        everywhere = [line for area_id, line in stored if area_id is None]
        defined = [
            TargetLine(t.value, t.from_date, t.source)
            for t in sorted(self.definition.targets, key=lambda t: t.from_date)
            if t.from_date <= day and t.area in (None, area.code)
        ]
        return next((some[-1] for some in (own, everywhere, defined) if some), None)

    def changes(self, area: AreaRef, until: date) -> tuple[ChangeMark, ...]:
        """What was begun or said by ``until`` in an area, in the areas above it and everywhere.

        Nothing is marked where there are no data to mark. What is only planned has not begun.
        """
        reach = {area.id, *area.parents}
        found = [
            mark
            for places, mark in self.ideas
            if (not places or places & reach) and self.data_as_at and mark.start_date <= until
        ]
        return tuple(replace(mark, number=i) for i, mark in enumerate(found, start=1))


def query_context(session: Session, definition: Definition) -> Context:
    """Read targets, change ideas, what forums said, and the age of the data of one measure."""
    targets = session.execute(
        select(Target.area_id, Target.value, Target.from_date, Target.agreed_by)
        .where(Target.measure == definition.id)
        .order_by(Target.from_date)
    )
    marks = [*_query_ideas(session, definition.id), *_query_forums(session, definition.id)]
    return Context(
        definition,
        tuple((row[0], TargetLine(*row[1:])) for row in targets),
        tuple(sorted(marks, key=lambda pair: (pair[1].start_date, pair[1].idea_id))),
        query_data_as_at(session, definition),
    )


def _query_ideas(session: Session, measure_id: str) -> list[tuple[frozenset[int], ChangeMark]]:
    i = ChangeIdea
    rows = session.execute(
        select(i.directorate_id, i.borough_id, i.idea_id, i.title, i.start_date, i.end_date, i.status).where(
            i.measure == measure_id, i.status != ChangeIdeaStatus.PLANNED
        )
    )
    return [(frozenset(a for a in row[:2] if a is not None), ChangeMark(0, *row[2:])) for row in rows]


def _query_forums(session: Session, measure_id: str) -> list[tuple[frozenset[int], ChangeMark]]:
    """What forums wrote down about this measure or about all: one mark a meeting, as more bury the chart."""
    meetings: dict[tuple[date, int, int | None], list[ForumEntry]] = {}
    for e in query_entries_about(session, measure_id):
        meetings.setdefault((e.entry_date, e.directorate_id, e.borough_id), []).append(e)
    return [
        (
            frozenset(a for a in (directorate, borough) if a is not None),
            ChangeMark(
                0, said[0].entry_id, said[0].borough or said[0].directorate, day, day, "", tuple(said)
            ),
        )
        for (day, directorate, borough), said in meetings.items()
    ]


def query_data_as_at(session: Session, definition: Definition) -> date | None:
    """The last day that the data behind a measure speak of, over the whole trust."""
    days = []
    for kind in definition.kinds:
        if kind in _DATED:
            column, is_month = _DATED[kind]
            newest = session.scalar(select(func.max(column)))
            if newest is not None:
                days.append(month_end(newest) if is_month else newest)
    return max(days, default=None)
