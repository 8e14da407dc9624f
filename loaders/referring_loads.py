"""Which later loads brought rows that rest on rows of a load, so that it cannot be undone before them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ForeignKey, Select, Table, select
from sqlalchemy.orm import Session

from data_model import Base, Load
from loaders.kind import Kind


def query_referring_loads(session: Session, kind: Kind, load_id: int) -> list[Load]:
    """Loads whose rows refer to rows that undoing ``load_id`` would remove, the newest first."""
    table, gone = kind.select_removed(load_id)
    found: set[int] = set()
    for foreign_key in _references_to(table):
        target = gone.with_only_columns(foreign_key.column)
        found |= set(session.scalars(_select_loads(foreign_key).where(foreign_key.parent.in_(target))))
    found.discard(load_id)
    return list(session.scalars(select(Load).where(Load.id.in_(found)).order_by(Load.id.desc())))


def _references_to(table: Table) -> Iterator[ForeignKey]:
    for other in Base.metadata.sorted_tables:
        # Figures are worked out anew, so nothing is lost with them.
        if other.name != "measure_value":
            yield from (fk for fk in other.foreign_keys if fk.column.table is table)


def _select_loads(foreign_key: ForeignKey) -> Select:
    """The loads of the rows on the referring side; a relation belongs to the row that it is part of."""
    referring = foreign_key.parent.table
    if "load_id" in referring.c:
        return select(referring.c.load_id).distinct()
    owner = next(fk for fk in referring.foreign_keys if fk.ondelete == "CASCADE")
    whole = owner.column.table.alias()
    return select(whole.c.load_id).distinct().join(referring, owner.parent == whole.c[owner.column.name])
