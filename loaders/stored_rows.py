"""The stored rows that some records of a file would meet, found by key without reading the whole table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Column, MetaData, Table, and_, delete, func, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable

from loaders.kind import Key, Kind, Record, Stored


def holds_any(session: Session, kind: Kind) -> bool:
    """Whether the store holds any row of a kind."""
    return session.execute(select(kind.table.c.id).limit(1)).first() is not None


def query_matching(session: Session, kind: Kind, records: Sequence[Record]) -> dict[Key, Stored]:
    """The stored rows with the keys of ``records``, for a kind whose key lies in one table."""
    keys = _key_table(kind)
    session.execute(CreateTable(keys, if_not_exists=True))
    session.execute(delete(keys))
    session.execute(insert(keys), [{name: record[name] for name in kind.key} for record in records])
    # As the unique index of the table has it: a blank borough or team is a value of its own.
    blank = {name for name in kind.key if kind.table.c[name].nullable}
    same = [
        func.coalesce(mine, 0) == func.coalesce(theirs, 0) if name in blank else mine == theirs
        for name in kind.key
        for mine, theirs in [(kind.table.c[name], keys.c[name])]
    ]
    found = kind.query_rows(session, select(kind.table).join(keys, and_(*same)))
    return {kind.key_of(stored.record): stored for stored in found}


@cache
def _key_table(kind: Kind) -> Table:
    columns = (Column(name, kind.table.c[name].type) for name in kind.key)
    return Table(f"keys_of_{kind.name}", MetaData(), *columns, prefixes=["TEMPORARY"])
