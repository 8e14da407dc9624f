"""What was written down on one day from a page, so that it can be seen and taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, case, select
from sqlalchemy.orm import Session

from data_model import Load
from data_model.base import Base
from data_model.forum import ForumEntry
from data_model.ideas import ChangeIdea
from measures.places import query_area_names, within
from measures.viewer import Viewer


@dataclass(frozen=True)
class Captured:
    """One row that was written down; ``load_id`` is what takes it back. ``written_at`` is in UTC."""

    load_id: int
    written_at: datetime
    what: str
    text: str
    place: str


def query_captured(
    session: Session, viewer: Viewer, area_ids: Collection[int], source: str, day: date
) -> list[Captured]:
    """The rows of some areas that stand as a load named ``source`` left them on ``day``; newest first."""
    entry, idea = ForumEntry, ChangeIdea
    names = query_area_names(session)
    what = case((entry.done_date.is_not(None), _DONE), else_=entry.entry_type)
    entries = select(Load.id, Load.loaded_at, what, entry.text, entry.directorate_id, entry.borough_id).where(
        within(session, viewer, area_ids, entry.directorate_id, entry.borough_id)
    )
    ideas = select(
        Load.id, Load.loaded_at, idea.status, idea.title, idea.directorate_id, idea.borough_id
    ).where(within(session, viewer, area_ids, idea.directorate_id, idea.borough_id))
    found = [
        Captured(load_id, at, _CALLED.get(what, f"change idea, {what}"), text, names.get(borough or in_, ""))
        for query in (_on_day(entries, entry, source, day), _on_day(ideas, idea, source, day))
        for load_id, at, what, text, in_, borough in session.execute(query)
    ]
    return sorted(found, key=lambda row: row.load_id, reverse=True)


_DONE = "action_done"
_CALLED = {
    "note": "note",
    "decision": "decision",
    "action": "action",
    _DONE: "action done",
    "big_i_plan": "plan for a seat",
}


def _on_day(query: Select, table: type[Base], source: str, day: date) -> Select:
    start = datetime.combine(day, time.min, UTC)
    return query.join(Load, Load.id == table.load_id).where(  # type: ignore[attr-defined]
        Load.file_name == source, Load.loaded_at >= start, Load.loaded_at < start + timedelta(days=1)
    )
