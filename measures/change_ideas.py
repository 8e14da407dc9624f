"""What was tried: change ideas with what was expected and what happened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import ideas as tables
from data_model.terms import ChangeIdeaStatus
from measures.places import query_area_names, within
from measures.viewer import Viewer


@dataclass(frozen=True)
class ChangeIdea:
    """One change idea as the newest load says it. Without an area it is tried everywhere."""

    idea_id: str
    title: str
    directorate_id: int | None
    borough_id: int | None
    place: str
    measure: str
    start_date: date
    end_date: date | None
    status: ChangeIdeaStatus
    prediction: str
    what_happened: str


def query_change_ideas(session: Session, viewer: Viewer, area_ids: Collection[int]) -> list[ChangeIdea]:
    """The change ideas of some areas, begun last at the top."""
    t, names = tables.ChangeIdea, query_area_names(session)
    rows = session.scalars(
        select(t)
        .where(within(session, viewer, area_ids, t.directorate_id, t.borough_id))
        .order_by(t.start_date.desc(), t.idea_id.desc())
    )
    return [
        ChangeIdea(
            r.idea_id, r.title, r.directorate_id, r.borough_id,
            names.get(r.borough_id or r.directorate_id, "Everywhere"), r.measure, r.start_date, r.end_date,
            ChangeIdeaStatus(r.status), r.prediction or "", r.what_happened or "",
        )
        for r in rows
    ]  # fmt: skip
