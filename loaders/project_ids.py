"""QI projects by the id that their own system gave them: what files say, beside what the store links by."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_model import QIProject
from data_model.base import table_of

_PROJECT = table_of(QIProject)


def query_project_ids(session: Session) -> dict[str, int]:
    """The store's id of every project, by its own id."""
    return {code: key for code, key in session.execute(select(_PROJECT.c.project_id, _PROJECT.c.id))}  # noqa: C416


def store_projects(session: Session, codes: Iterable[str]) -> dict[str, int]:
    """Store the projects that are new; returns what `query_project_ids` returns then."""
    known = query_project_ids(session)
    new = [{"project_id": code} for code in dict.fromkeys(codes) if code not in known]
    if not new:
        return known
    session.execute(insert(_PROJECT), new)
    return query_project_ids(session)
