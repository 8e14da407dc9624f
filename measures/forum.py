"""What QI Forums wrote down: entries, and actions that are done, due or late."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from data_model import forum as tables
from data_model.terms import ForumEntryType
from measures.places import query_area_names, within
from measures.project_titles import query_project_titles
from measures.viewer import Viewer


class ActionState(StrEnum):
    """How an action stands on a day, in the order in which a forum takes them."""

    LATE = "late"
    DUE = "due"
    DONE = "done"


@dataclass(frozen=True)
class ForumEntry:
    """One note, decision, action or plan for Big I; ``project_title`` is that of the project it names.

    Without a ``measure`` it is about all that is done there, and numbered on every chart.

    ``load_id`` is the load that last wrote it.
    """

    entry_id: str
    entry_type: ForumEntryType
    entry_date: date
    directorate: str
    borough: str | None
    measure: str | None
    project_id: str | None
    project_title: str | None
    text: str
    owner_role: str | None
    due_date: date | None
    done_date: date | None
    directorate_id: int
    borough_id: int | None
    load_id: int


@dataclass(frozen=True)
class Action:
    """An action and how it stands."""

    entry: ForumEntry
    state: ActionState


def query_forum_entries(
    session: Session, viewer: Viewer, area_ids: Collection[int], day: date
) -> list[ForumEntry]:
    """What the forums of some areas wrote down by ``day``, newest first."""
    t = tables.ForumEntry
    query = select(t).where(
        within(session, viewer, area_ids, t.directorate_id, t.borough_id), t.entry_date <= day
    )
    return _read_entries(session, query.order_by(t.entry_date.desc(), t.id.desc()))


def query_entries_about(session: Session, measure_id: str) -> list[ForumEntry]:
    """What all forums wrote down about one measure or about none, in the order in which it was written."""
    t = tables.ForumEntry
    query = select(t).where(or_(t.measure == measure_id, t.measure.is_(None)))
    return _read_entries(session, query.order_by(t.entry_date, t.id))


def _read_entries(session: Session, query: Select[tables.ForumEntry]) -> list[ForumEntry]:
    names, rows = query_area_names(session), session.scalars(query).all()
    titles = query_project_titles(session, {r.project_id for r in rows if r.project_id is not None})
    return [
        ForumEntry(
            r.entry_id, ForumEntryType(r.entry_type), r.entry_date, names[r.directorate_id],
            names.get(r.borough_id), r.measure, r.project_id, titles.get(r.project_id or ""), r.text,
            r.owner_role, r.due_date, r.done_date, r.directorate_id, r.borough_id, r.load_id,
        )
        for r in rows
    ]  # fmt: skip


def query_actions(session: Session, viewer: Viewer, area_ids: Collection[int], day: date) -> list[Action]:
    """The actions of some areas as they stand on ``day``: late ones first, then due, then done.

    Late and due ones begin with the earliest day; of those done the last one comes first.
    """
    entries = query_forum_entries(session, viewer, area_ids, day)
    found = [Action(e, state_on(e, day)) for e in entries if e.entry_type == ForumEntryType.ACTION]
    states = list(ActionState)
    return sorted(found, key=lambda action: (states.index(action.state), _order(action)))


def state_on(entry: ForumEntry, day: date) -> ActionState:
    """How an action stands on ``day``: it is late from the day after its due day."""
    if entry.done_date is not None and entry.done_date <= day:
        return ActionState.DONE
    return ActionState.LATE if entry.due_date is not None and entry.due_date < day else ActionState.DUE


def _order(action: Action) -> int:
    if action.state == ActionState.DONE:
        return -(action.entry.done_date or date.min).toordinal()
    return (action.entry.due_date or date.max).toordinal()
