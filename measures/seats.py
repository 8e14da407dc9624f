"""Projects without a seat for service users and carers, by title: the list that a forum works through."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import QIProject
from data_model.terms import InvolvementLevel
from measures.calculations.history import Project, query_history
from measures.definitions import read_counting_rules
from measures.places import has_trust, query_area_names
from measures.project_titles import query_project_titles
from measures.viewer import Viewer


@dataclass(frozen=True)
class ProjectWithoutSeat:
    """An active project whose level is little i, none or not recorded; ``age_days`` since it started."""

    project_id: str
    title: str
    directorate: str
    started: date
    age_days: int
    involvement: InvolvementLevel


def query_projects_without_a_seat(
    session: Session, viewer: Viewer, area_ids: Collection[int], day: date
) -> list[ProjectWithoutSeat]:
    """The projects of some areas that are active on ``day`` and not Big I, oldest first.

    Active and level are those of the figures, so that the list and `big_i_active` agree at a month end.
    """
    found = [
        (project, level)
        for project, level in _active(session, viewer, area_ids, day)
        if level != InvolvementLevel.BIG_I
    ]
    keys = {project.key for project, _ in found}
    ids = dict(session.execute(select(QIProject.id, QIProject.project_id)).all())
    titles = query_project_titles(session, [ids[key] for key in keys])
    names = query_area_names(session)
    rows = [
        ProjectWithoutSeat(
            ids[p.key], titles[ids[p.key]], names[p.state_on(day).directorate_id], p.start_date,
            (day - p.start_date).days, level,
        )
        for p, level in found
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.started, row.project_id))


def query_projects_not_recorded(
    session: Session, viewer: Viewer, area_ids: Collection[int], day: date
) -> list[ProjectWithoutSeat]:
    """The active projects of some areas with no involvement recorded by ``day``, oldest first."""
    rows = query_projects_without_a_seat(session, viewer, area_ids, day)
    return [row for row in rows if row.involvement == InvolvementLevel.NOT_RECORDED]


def _active(
    session: Session, viewer: Viewer, area_ids: Collection[int], day: date
) -> list[tuple[Project, InvolvementLevel]]:
    """The active projects of the asked areas that the viewer may see, each with its level on ``day``."""
    rules = read_counting_rules()
    paused_counts = bool(rules.paused_counts_as_active.value)
    asked = set(viewer.only(area_ids))
    everywhere = has_trust(session, asked)
    found = []
    for project in query_history(session, rules).projects:
        places = _places(project, day)
        mine = viewer.only(places) if everywhere else places & asked
        if mine and project.is_active_on(day, paused_counts):
            recorded = project.level_on(day)
            found.append((project, recorded.level if recorded else InvolvementLevel.NOT_RECORDED))
    return found


def _places(project: Project, day: date) -> set[int]:
    state = project.state_on(day)
    own = {state.directorate_id, *state.borough_ids}
    return own if state.team_id is None else own | {state.team_id}
