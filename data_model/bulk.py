"""Many rows at once into the store, a whole batch checked where SQLite would look up every row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, cast

from sqlalchemy import Column, Connection, Table, select
from sqlalchemy.orm import Session

_TOGETHER = 256
# What a load writes beside its own rows.
_WRITTEN_BESIDE = ("quarantined_row", "row_change", "measure_value")


class BrokenReferenceError(RuntimeError):
    """A row refers to one that the store does not hold: a fault of ours, never of a file."""


def insert_new(session: Session, table: Table, columns: Mapping[str, Sequence[Any]]) -> int:
    """Insert many rows whose values were checked, given by column, as fast as the store can.

    Days are given in ISO form. Nothing is converted or checked here, and a row whose key is taken is not
    stored: compare the answer with the number of rows.

    Returns:
        How many rows were stored; on PostgreSQL 0 if the key of any of them was taken, and the
        transaction must then be rolled back.

    Raises:
        BrokenReferenceError: a row refers to one that the store does not hold.
    """
    names = [table.c[name].name for name in columns]
    rows = zip(*columns.values(), strict=True)
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        return _copy(connection, table.name, names, rows)
    check_references(session, table, columns)
    left, stored = list(rows), 0
    while left:
        # Many rows in one statement spare SQLite a fifth of its work.
        together = _TOGETHER if len(left) >= _TOGETHER else 1
        marks = ", ".join([f"({', '.join('?' * len(names))})"] * together)
        statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES {marks} ON CONFLICT DO NOTHING"  # noqa: S608 - names come from our own table
        whole = len(left) - len(left) % together
        values = [tuple(chain.from_iterable(left[n : n + together])) for n in range(0, whole, together)]
        stored += connection.exec_driver_sql(statement, values).rowcount
        left = left[whole:]
    return stored


def check_references(session: Session, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Whether every row that some rows refer to is in the store.

    In a bulk transaction SQLite does not look (`store.writing`): it would look up every reference of every
    row, a fifth of the time of a load. Here each row that is referred to is looked up once.

    Args:
        session: the transaction.
        table: where the rows go.
        columns: their values by column, None where a row refers to nothing.

    Raises:
        BrokenReferenceError: a row is missing.
    """
    for name, values in columns.items():
        for key in table.c[name].foreign_keys:
            unseen = set(values) - _found(session, key.column)
            if unseen and unseen - _look_up(session, key.column, unseen):
                raise BrokenReferenceError(f"{table.name}.{name} refers to a row that is not there")


def check_written_beside(session: Session) -> None:
    """Whether what a load wrote beside its rows refers to rows that are there: problems, changes, figures.

    Raises:
        BrokenReferenceError: it does not.
    """
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        for table in _WRITTEN_BESIDE:
            if connection.exec_driver_sql(f"PRAGMA foreign_key_check({table})").first():
                raise BrokenReferenceError(f"{table} refers to a row that is not there")


def _found(session: Session, column: Column) -> set[Any]:
    """The values of a column that were found in this transaction."""
    return session.info.setdefault("found", {}).setdefault(column, {None})


def _look_up(session: Session, column: Column, values: set[Any]) -> set[Any]:
    there = set(session.scalars(select(column).where(column.in_(values))))
    _found(session, column).update(there)
    return there


def _copy(connection: Connection, table: str, names: list[str], rows: Iterable[Sequence[Any]]) -> int:
    # Not at the top: a SQLite store would wait for the driver of the other at every start.
    import psycopg  # noqa: PLC0415
    from psycopg import sql  # noqa: PLC0415

    driver = cast("psycopg.Connection", connection.connection.driver_connection)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    with driver.cursor() as cursor:
        try:
            with cursor.copy(statement) as copy:
                for row in rows:
                    copy.write_row(row)
        except psycopg.errors.UniqueViolation:
            return 0
        return cursor.rowcount
