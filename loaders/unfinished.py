"""Loads that were killed: each file is noted before its load begins, and struck off by the load itself.

The note is no part of the load: it says nothing of the file but its name. What was killed is told from what
still runs by a lock that falls with its process (`data_model.dialects.show_alive`), never by a clock.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_model import StartedLoad
from data_model.base import table_of
from data_model.dialects import forget_dead_runs, is_alive, show_alive
from data_model.store import noting, reading

_LOG = logging.getLogger("loaders")
_HIGHEST = 2**31
# Not by way of the model: what a process needs for that takes a while to get ready, and a kill may come then.
_NOTES = table_of(StartedLoad)
_WHAT_TO_DO = "This load was cut off before its end. Nothing of the file was stored: load it again."


@dataclass(frozen=True)
class UnfinishedLoad:
    """A load that was killed; ``started_at`` is in UTC. Nothing of its file is in the store."""

    file: str
    started_at: datetime
    started_by: str
    message: str = _WHAT_TO_DO

    def as_json(self) -> dict[str, Any]:
        """The load as ``history --json`` prints it."""
        return {
            "file": self.file,
            "status": "not finished",
            "started_at": self.started_at.isoformat(timespec="seconds"),
            "started_by": self.started_by,
            "message": self.message,
        }


@contextmanager
def noted(engine: Engine, names: Sequence[str], started_by: str) -> Iterator[list[int | None]]:
    """Note that the loads of some files have begun; gives the number of each note, for `strike_off`.

    A note that nobody struck off goes at the end of the body, however that ends: only a death leaves one.
    """
    if not names:
        yield []
        return
    run = secrets.randbelow(_HIGHEST)
    numbers: list[int | None] = [None] * len(names)
    with ExitStack() as alive:
        try:
            alive.enter_context(show_alive(engine, run))
            numbers = _note(engine, run, names, started_by)
        except Exception:
            # A load that would work is not kept back for its note; one that would not says so itself.
            _LOG.warning("the start of a load could not be noted")
        try:
            yield numbers
        finally:
            # A store that cannot be written to now keeps the note, and it is true: the load did not finish.
            with suppress(DBAPIError):
                _strike_off_all(engine, run)


def strike_off(session: Session, number: int | None) -> None:
    """The load of a file ends with this transaction."""
    if number is not None:
        session.execute(delete(_NOTES).where(_NOTES.c.id == number))


def query_unfinished(engine: Engine) -> list[UnfinishedLoad]:
    """The loads that were killed, the newest first, until their files are loaded again."""
    with reading(engine) as session:
        dead = _find_dead(session)
    # A load may have ended between the two looks; one whose note is still there afterwards did not.
    columns = _NOTES.c.file_name, _NOTES.c.started_at, _NOTES.c.started_by
    kept = select(*columns).where(_NOTES.c.run.in_(dead)).order_by(_NOTES.c.id.desc())
    with reading(engine) as session:
        return [UnfinishedLoad(*note) for note in session.execute(kept)]


def _note(engine: Engine, run: int, names: Sequence[str], started_by: str) -> list[int | None]:
    note = {"run": run, "started_at": datetime.now(UTC), "started_by": started_by}
    with noting(engine) as session:
        _forget_earlier(session, names)
        # One by one, so that numbers and names go together on every store.
        add = insert(_NOTES).returning(_NOTES.c.id)
        return [session.scalar(add.values(file_name=name, **note)) for name in names]


def _forget_earlier(session: Session, names: Sequence[str]) -> None:
    """A file that is loaded again is no longer one that waits for it."""
    dead = _find_dead(session)
    session.execute(delete(_NOTES).where(_NOTES.c.run.in_(dead), _NOTES.c.file_name.in_(names)))
    forget_dead_runs(session, session.scalars(select(_NOTES.c.run)).all(), dead)


def _find_dead(session: Session) -> list[int]:
    runs = session.scalars(select(_NOTES.c.run).distinct()).all()
    return [run for run in runs if not is_alive(session, run)]


def _strike_off_all(engine: Engine, run: int) -> None:
    of_run = _NOTES.c.run == run
    with reading(engine) as session:
        if not session.scalar(select(_NOTES.c.id).where(of_run).limit(1)):
            return
    with noting(engine) as session:
        session.execute(delete(_NOTES).where(of_run))
