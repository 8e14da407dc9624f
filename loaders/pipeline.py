"""One file into the store: read, compare, write, log, refresh figures. The caller owns the transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_model import Load
from data_model.terms import LoadStatus
from loaders.kind import Kind
from loaders.matching import Known
from loaders.reading import Again, Done, Message, Rows
from loaders.report import LoadReport, RefusedFileError, RowCounts, describe_counts
from loaders.storing import RepeatedKeysError, Source, Storing, query_newest_load
from measures.refresh import refresh_figures

# Reads the file, once for each call: with what rows are matched with, and whether rows share keys.
Read = Callable[[Known, bool], Iterator[Message]]
Progress = Callable[[int], None]
_WHICH_DAY = (
    "The list does not say of which day it is. "
    "Give the day with --as-at, so that no older list can replace it."
)


def load_rows(
    session: Session,
    kind: Kind,
    source: Source,
    read: Read,
    *,
    refresh: bool = True,
    progress: Progress | None = None,
) -> LoadReport:
    """Store one file and say what happened. Marks the session as unchanged if nothing was written.

    Args:
        session: a transaction for writing.
        kind: what kind of file it is.
        source: where it came from.
        read: reads its rows.
        refresh: recompute the figures.
        progress: told now and then how many rows were read.

    Raises:
        RefusedFileError: the file as a whole cannot be loaded; nothing was written.
    """
    newest = query_newest_load(session, kind, source.sha256)
    if newest and not newest.rows_quarantined and newest.as_at in (None, source.as_at or source.today):
        session.info.setdefault("changed", False)
        return _same_file(kind, source, newest)
    loading = _Loading(session, kind, source, read, refresh, progress, newest, Known(session))
    loading.refuse_without_areas()
    loading.refuse_older_list()
    with suppress(RepeatedKeysError):
        return loading.attempt(careful=False)
    return loading.attempt(careful=True)


@dataclass(frozen=True)
class _Loading:
    session: Session
    kind: Kind
    source: Source
    read: Read
    refresh: bool
    progress: Progress | None
    newest: Load | None
    known: Known

    def refuse_without_areas(self) -> None:
        if "directorate" in self.kind.row.required_columns() and not self.known.areas.by_id:
            raise RefusedFileError(
                "The store has no areas yet, so no row could find its directorate. Load an areas file first.",
                self.kind.name,
            )

    def refuse_older_list(self) -> None:
        """Of lists whose days were given, the newest holds."""
        given = self.source.as_at if self.kind.is_dated_list else None
        loads = select(func.max(Load.as_at)).where(Load.kind == self.kind.name, Load.undone_at.is_(None))
        if given and (newest := self.session.scalar(loads)) and newest > given:
            raise RefusedFileError(
                f"A list of {newest:%d %B %Y} is stored, which is newer than this one of {given:%d %B %Y}. "
                "To go back to this one, undo the load of the newer one first.",
                self.kind.name,
            )

    def attempt(self, *, careful: bool) -> LoadReport:
        """Load all of it or nothing, with or without knowing beforehand which rows share keys."""
        point = self.session.begin_nested()
        try:
            storing = self._storing()
            for message in self.read(self.known, careful):
                match message:
                    case Rows():
                        storing.take(message)
                        if self.progress:
                            self.progress(storing.counts.read)
                    case Again():
                        point.rollback()
                        point, storing = self.session.begin_nested(), self._storing()
                    case Done():
                        report = self._finish(storing, message)
                        break
            else:
                raise RuntimeError("the reading ended without its last message")
        except BaseException:
            point.rollback()
            raise
        if report.status == LoadStatus.UNCHANGED:
            point.rollback()
            self.session.info.setdefault("changed", False)
        else:
            point.commit()
            self.session.info["changed"] = True
        return report

    def _storing(self) -> Storing:
        return Storing(self.session, self.kind, self.source, self.known)

    def _finish(self, storing: Storing, done: Done) -> LoadReport:
        as_at, notes = self._settle_as_at(done)
        counts, problems = storing.counts, tuple(storing.problems)
        name, file = self.kind.name, self.source.name
        if not storing.changes_store and storing.nothing_new_aside(self.newest):
            message = f"Nothing has changed. {describe_counts(counts)}"
            return LoadReport(
                file, name, LoadStatus.UNCHANGED, None, counts, problems, message, aside=tuple(storing.aside)
            )
        message = " ".join([describe_counts(counts), *notes, *done.notes])
        load_id = storing.finish(message, as_at)
        moved = refresh_figures(self.session, {name}) if self.refresh and storing.changes_store else {}
        return LoadReport(
            file, name, LoadStatus.LOADED, load_id, counts, problems, message,
            changes=tuple(storing.changes), figures=moved, aside=tuple(storing.aside),
        )  # fmt: skip

    def _settle_as_at(self, done: Done) -> tuple[date | None, list[str]]:
        """The day that rows without one were read as, and what is said of it."""
        given, today = self.source.as_at, self.source.today
        dated = "as_at" in self.kind.row.model_fields
        if given and given > today and (self.kind.is_dated_list or (dated and done.lacking_as_at)):
            raise RefusedFileError("The day given with --as-at is in the future.", self.kind.name)
        if self.kind.is_dated_list:
            return given, [] if given else [_WHICH_DAY]
        if not dated:
            unused = "The day given with --as-at was not used: this kind of file has dates of its own."
            return None, [unused] if given else []
        if not done.lacking_as_at:
            return None, []
        if given:
            return given, [f"Rows without as_at were read as at {given:%d %B %Y}."]
        return today, [
            f"No as_at was given, so rows without one were read as at today, {today:%d %B %Y}. "
            "Give the day of the export with --as-at."
        ]


def _same_file(kind: Kind, source: Source, load: Load) -> LoadReport:
    """The report for a file that was the last of its kind and had nothing set aside.

    A file with rows set aside is read again: what they lacked may be in the store by now.
    """
    counts = RowCounts(read=load.rows_read, unchanged=load.rows_read)
    message = f"This file was loaded on {load.loaded_at:%d %B %Y} (load {load.id}). Nothing has changed."
    return LoadReport(source.name, kind.name, LoadStatus.UNCHANGED, None, counts, (), message)
