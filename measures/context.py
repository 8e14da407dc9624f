"""What stands beside a measure's figures: its target, its change ideas, and how old the data are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from data_model import (
    Area,
    ChangeIdea,
    DialogScore,
    FFTCount,
    InvolvementRecord,
    QIProjectState,
    StaffSurveyCount,
    Target,
    Workshop,
)
from measures.areas import AreaRef, AreaTree
from measures.definitions import Definition
from measures.periods import month_end

_DATED = {
    "qi_projects": (QIProjectState.as_at, False),
    "involvement": (InvolvementRecord.from_date, False),
    "workshops": (Workshop.workshop_date, False),
    "fft": (FFTCount.month, True),
    "dialog": (DialogScore.month, True),
    "staff_survey": (StaffSurveyCount.month, True),
}


@dataclass(frozen=True)
class TargetLine:
    """A target in the measure's own unit (a share between 0 and 1), and who agreed it."""

    value: float
    from_date: date
    agreed_by: str


@dataclass(frozen=True)
class ChangeMark:
    """A change idea that is drawn on a chart, numbered from 1 in the order of its start."""

    number: int
    idea_id: str
    title: str
    start_date: date
    end_date: date | None
    status: str


def query_target(
    session: Session, definition: Definition, area_id: int, at: date | None
) -> TargetLine | None:
    """The target in force at ``at``: the area's own, else one for everywhere, else the definition's."""
    if at is None:
        return None
    day = month_end(at)
    rows = session.execute(
        select(Target.area_id, Target.value, Target.from_date, Target.agreed_by)
        .where(
            Target.measure == definition.id,
            Target.from_date <= day,
            or_(Target.area_id == area_id, Target.area_id.is_(None)),
        )
        .order_by(Target.from_date)
    ).all()
    own = [TargetLine(*r[1:]) for r in rows if r.area_id is not None]
    everywhere = [TargetLine(*r[1:]) for r in rows if r.area_id is None]
    code = session.scalar(select(Area.area_code).where(Area.id == area_id))
    defined = [
        TargetLine(t.value, t.from_date, t.source)
        for t in sorted(definition.targets, key=lambda t: t.from_date)
        if t.from_date <= day and t.area in (None, code)
    ]
    return next((some[-1] for some in (own, everywhere, defined) if some), None)


def query_change_marks(
    session: Session, measure_id: str, area: AreaRef, areas: AreaTree
) -> tuple[ChangeMark, ...]:
    """The change ideas aimed at a measure in an area or in the areas above it, numbered by start."""
    reach = {area.id, *area.parents} & areas.by_id.keys()
    idea = ChangeIdea
    rows = session.execute(
        select(
            idea.idea_id, idea.title, idea.start_date, idea.end_date, idea.status, idea.directorate_id,
            idea.borough_id,
        )
        .where(idea.measure == measure_id)
        .order_by(idea.start_date, idea.idea_id)
    )  # fmt: skip
    found = [
        r
        for r in rows
        if (r.directorate_id is None and r.borough_id is None) or {r.directorate_id, r.borough_id} & reach
    ]
    return tuple(ChangeMark(i, *r[:5]) for i, r in enumerate(found, start=1))


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
