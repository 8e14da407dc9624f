"""Driver diagrams: the aim, what drives it, and the change ideas at the end of each line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import forum as tables
from data_model.terms import DriverType
from measures.places import query_area_names, within
from measures.viewer import Viewer


@dataclass(frozen=True)
class Driver:
    """One box of a driver diagram.

    Attributes:
        depth: how many boxes lie between this one and its aim, counting the aim: 0 for the aim itself.
        idea_id: the change idea that the box stands for.
    """

    driver_id: str
    parent_id: str | None
    driver_type: DriverType
    text: str
    directorate: str | None
    measure: str | None
    idea_id: str | None
    position: int | None
    depth: int


def query_drivers(session: Session, viewer: Viewer, area_ids: Collection[int]) -> list[Driver]:
    """The boxes of some areas' diagrams in reading order: each aim, then its first driver with all below it.

    Boxes of one parent go by ``position``, those without one last. All boxes of a diagram have
    the same directorate; that of the trust has none.
    """
    t, names = tables.Driver, query_area_names(session)
    rows = session.scalars(select(t).where(within(session, viewer, area_ids, t.directorate_id))).all()
    below: dict[str | None, list[tables.Driver]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (r.position is None, r.position, r.driver_id)):
        below[row.parent_id].append(row)
    return [
        Driver(
            r.driver_id, r.parent_id, DriverType(r.driver_type), r.text, names.get(r.directorate_id),
            r.measure, r.idea_id, r.position, depth,
        )
        for r, depth in _walk(below, None, 0)
    ]  # fmt: skip


def _walk(
    below: dict[str | None, list[tables.Driver]], parent: str | None, depth: int
) -> Iterator[tuple[tables.Driver, int]]:
    for row in below[parent]:
        yield row, depth
        yield from _walk(below, row.driver_id, depth + 1)
