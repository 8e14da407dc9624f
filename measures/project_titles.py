"""What QI projects are called, as the newest export of each says."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import QIProject, QIProjectState


def query_project_titles(session: Session, project_ids: Collection[str]) -> dict[str, str]:
    """The newest title of each of these projects that has one, by the project's own id."""
    if not project_ids:
        return {}
    rows = session.execute(
        select(QIProject.project_id, QIProjectState.title)
        .join(QIProjectState, QIProjectState.qi_project_id == QIProject.id)
        .where(QIProject.project_id.in_(project_ids))
        .order_by(QIProjectState.as_at)
    )
    return dict(rows.all())
