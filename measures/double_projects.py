"""Projects that may stand in the store twice: under two ids, with one title, in one directorate."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import QIProject, QIProjectState
from data_model.terms import ProjectStatus
from measures.places import query_area_names
from measures.viewer import Viewer


class DoubleProject(NamedTuple):
    """Projects of one directorate with the same title, whatever its case and spaces."""

    title: str
    directorate: str
    project_ids: tuple[str, ...]


def query_double_projects(session: Session, viewer: Viewer) -> list[DoubleProject]:
    """The titles that several active projects of one directorate share, by the newest export of each."""
    rows = session.execute(
        select(
            QIProject.project_id,
            QIProjectState.title,
            QIProjectState.directorate_id,
            QIProjectState.status,
        )
        .join(QIProjectState, QIProjectState.qi_project_id == QIProject.id)
        .order_by(QIProjectState.as_at)
    )
    newest = {project_id: (title, directorate, status) for project_id, title, directorate, status in rows}
    together: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for project_id, (title, directorate, status) in sorted(newest.items()):
        if status == ProjectStatus.ACTIVE and viewer.may_see(directorate):
            together[directorate, " ".join(title.casefold().split())].append((project_id, title))
    names = query_area_names(session)
    found = [
        DoubleProject(same[0][1], names[directorate], tuple(project_id for project_id, _ in same))
        for (directorate, _), same in together.items()
        if len(same) > 1
    ]
    return sorted(found, key=lambda each: (each.directorate, each.title))
