"""Which rows that say where they belong an area's page shows, and what their places are called."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_model import Area
from data_model.terms import AreaType
from measures.viewer import Viewer

AreaColumn = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]


def within(
    session: Session, viewer: Viewer, area_ids: Collection[int], *columns: AreaColumn
) -> ColumnElement[bool]:
    """The condition that a row belongs to one of the asked areas and may be seen.

    A row belongs to the areas that its ``columns`` name, no more: one of a directorate without a borough
    is not of the boroughs that the directorate serves. The trust holds every row that the viewer
    may see, and it alone holds the rows that name no area.
    """
    asked = viewer.only(area_ids)
    if not has_trust(session, asked):
        return or_(*(column.in_(asked) for column in columns))
    if viewer.area_ids is None:
        return true()
    nowhere = and_(*(column.is_(None) for column in columns))
    return or_(nowhere, *(column.in_(viewer.area_ids) for column in columns))


def has_trust(session: Session, area_ids: Collection[int]) -> bool:
    """Whether one of the areas is a trust."""
    trusts = session.scalars(select(Area.id).where(Area.area_type == AreaType.TRUST))
    return not set(area_ids).isdisjoint(trusts)


def query_area_names(session: Session) -> dict[int | None, str]:
    """The name of every area, by its key."""
    return dict(session.execute(select(Area.id, Area.area_name)).all())
