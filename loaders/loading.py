"""Files into the store: the interface for the command line and the pages."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from data_model import Area
from data_model.store import reading, writing
from data_model.terms import LoadStatus
from loaders.cells import show_name
from loaders.faults import describe_fault
from loaders.kinds import KINDS, loading_order
from loaders.mapping import fingerprint
from loaders.matching import Known
from loaders.pipeline import Progress, load_rows
from loaders.reader import read_apart
from loaders.reading import Message, Seen, Task, read_file
from loaders.report import LoadReport, RefusedFileError, UnknownHeadingsError
from loaders.sample import sample_hashes, sample_paths
from loaders.saved_mappings import query_mapping
from loaders.storing import Source
from loaders.tables import Hints
from loaders.unfinished import noted, strike_off
from measures.refresh import refresh_figures
from settings import read_settings

_SAMPLE_LOADER = "sample data"
# The sample is dated up to a fixed day; a machine whose clock stands before it still gets all of it.
_AFTER_THE_SAMPLE = date(2100, 1, 1)
Content = bytes | Path
Reader = Callable[[BinaryIO, Task], Iterator[Message]]


class _RolledBackError(Exception):
    """Ends a transaction of which nothing is to be kept."""


@dataclass(frozen=True)
class Options:
    """How files are to be loaded.

    Attributes:
        kind: what kind they are; by default the headings say so.
        as_at: the day of the export, for kinds that keep it.
        answers: what the file does not say and a person does, by name of the question.
        loaded_by: a role or account name for the load log.
        most_rows: a file with more is refused.
        progress: told now and then how many rows of a file were read.
    """

    kind: str | None = None
    as_at: date | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    loaded_by: str | None = None
    most_rows: int | None = None
    progress: Progress | None = None


@dataclass(frozen=True)
class _Planned:
    """A file that was looked at: what it is, or the report that says why it cannot be loaded."""

    source: Source
    file: BinaryIO
    hints: Hints
    options: Options
    read: Reader
    seen: Seen | None = None
    report: LoadReport | None = None
    note: int | None = None


def load_file(
    engine: Engine,
    data: Content,
    name: str,
    *,
    dry_run: bool = False,
    kind: str | None = None,
    as_at: date | None = None,
    loaded_by: str | None = None,
    options: Options | None = None,
) -> LoadReport:
    """Load one file in one transaction: all of it that can be stored, or nothing.

    Args:
        engine: an open store.
        data: the file's bytes, or where it lies.
        name: its name; never used as a path.
        dry_run: say what would happen and keep nothing.
        kind: as in `Options`, like the next two.
        as_at: the day of the export.
        loaded_by: a role or account name.
        options: all of them together, in the place of the three.

    Returns:
        The report. A refusal or a fault of ours is a report too, not an exception.
    """
    chosen = options or Options(kind, as_at, loaded_by=loaded_by)
    return load_files(engine, [(name, data)], dry_run=dry_run, options=chosen)[0]


def load_files(
    engine: Engine,
    files: Sequence[tuple[str, Content]],
    *,
    dry_run: bool = False,
    kind: str | None = None,
    as_at: date | None = None,
    loaded_by: str | None = None,
    options: Options | Sequence[Options] | None = None,
) -> list[LoadReport]:
    """Load several files, what others refer to first, each in its own transaction.

    A dry run takes one transaction for all, so that later files see earlier ones, and keeps nothing.
    Arguments as for `load_file`, with files as (name, content), and options for all of them or one for
    each. Reports come in the order of ``files``.
    """
    chosen = options or Options(kind, as_at, loaded_by=loaded_by)
    each = [chosen] * len(files) if isinstance(chosen, Options) else chosen
    with ExitStack() as opened:
        names = [] if dry_run else [show_name(name) for name, _ in files]
        loaded_by = next((told.loaded_by for told in each if told.loaded_by), read_settings().loaded_by)
        notes = opened.enter_context(noted(engine, names, loaded_by)) or [None] * len(files)
        plans = [
            replace(_plan(engine, name, opened.enter_context(_open(content)), told), note=note)
            for (name, content), told, note in zip(files, each, notes, strict=True)
        ]
        order = sorted(range(len(plans)), key=lambda i: loading_order(_kind_of(plans[i])))
        load_all = _preview_all if dry_run else _load_all
        reports = dict(zip(order, load_all(engine, [plans[i] for i in order]), strict=True))
    return [reports[i] for i in range(len(plans))]


def load_sample_data(engine: Engine) -> list[LoadReport]:
    """Load the shipped sample files in one transaction, if the store holds no areas yet.

    Returns:
        One report a file, or none if the store was not empty.
    """
    with ExitStack() as opened:
        options = Options(loaded_by=_SAMPLE_LOADER)
        files = [(path.name, opened.enter_context(path.open("rb"))) for path in sample_paths()]
        # These files are our own, so they are read here.
        plans = [_plan(engine, name, file, options, read_file) for name, file in files]
        plans.sort(key=lambda plan: loading_order(_kind_of(plan)))
        with writing(engine) as session:
            if session.scalar(select(func.count()).select_from(Area)):
                session.info["changed"] = False
                return []
            reports = [plan.report or _load(session, plan, refresh=False) for plan in plans]
            refresh_figures(session, set(KINDS))
    return reports


def _open(content: Content) -> BinaryIO:
    """A file with a descriptor, for another process. An upload touches no disk where that can be helped."""
    if isinstance(content, Path):
        return content.open("rb")
    file = (
        os.fdopen(os.memfd_create("upload"), "w+b")
        if hasattr(os, "memfd_create")
        else tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    )
    file.write(content)
    file.flush()
    return file


def _plan(engine: Engine, name: str, file: BinaryIO, options: Options, read: Reader = read_apart) -> _Planned:
    file.seek(0)
    sha256 = file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    settings, is_sample = read_settings(), sha256 in sample_hashes()
    source = Source(
        name=show_name(name),
        sha256=sha256,
        as_at=options.as_at,
        today=_AFTER_THE_SAMPLE if is_sample else settings.today,
        loaded_by=options.loaded_by or settings.loaded_by,
        is_sample=is_sample,
    )
    hints = Hints(name, options.kind, source.today, options.as_at, options.answers)
    plan = _Planned(source, file, hints, options, read)
    try:
        return _look(engine, plan)
    except RefusedFileError as refused:
        return replace(plan, report=_refused(source, refused))
    except Exception as error:
        return replace(plan, report=_fault(source, options.kind, error))


def _look(engine: Engine, plan: _Planned) -> _Planned:
    try:
        return replace(plan, seen=_see(plan))
    except UnknownHeadingsError as unknown:
        print_ = fingerprint(unknown.headings)
        with reading(engine) as session:
            saved = query_mapping(session, print_)
        if saved is None:
            raise
        hints = replace(plan.hints, mappings={print_: (saved.kind, saved.columns)})
        told = replace(plan, hints=hints)
        return replace(told, seen=_see(told))


def _see(plan: _Planned) -> Seen:
    seen = next(iter(plan.read(plan.file, Task(plan.hints))))
    assert isinstance(seen, Seen)  # noqa: S101 - the first message
    return seen


def _load_all(engine: Engine, plans: Sequence[_Planned]) -> Iterator[LoadReport]:
    for plan in plans:
        if plan.report:
            yield plan.report
            continue
        try:
            with writing(engine, bulk=_streams(plan)) as session:
                report = _load(session, plan)
                strike_off(session, plan.note)
        except Exception as error:
            report = _fault(plan.source, _kind_of(plan), error)
        yield report


def _preview_all(engine: Engine, plans: Sequence[_Planned]) -> list[LoadReport]:
    reports = []
    try:
        with writing(engine, bulk=all(map(_streams, plans))) as session:
            for plan in plans:
                report = plan.report or _preview(session, plan)
                reports.append(report)
            raise _RolledBackError
    except _RolledBackError:
        return reports
    except Exception as error:
        left = plans[len(reports) :]
        return reports + [_fault(plan.source, _kind_of(plan), error) for plan in left]


def _preview(session: Session, plan: _Planned) -> LoadReport:
    report = _load(session, plan)
    if report.status == LoadStatus.REFUSED:
        return report
    return replace(report, status=LoadStatus.PREVIEWED, load_id=None)


def _load(session: Session, plan: _Planned, *, refresh: bool = True) -> LoadReport:
    assert plan.seen is not None  # noqa: S101 - a plan holds what was seen or a report

    def read(known: Known, careful: bool) -> Iterator[Message]:
        return plan.read(plan.file, Task(plan.hints, known, careful, plan.options.most_rows))

    kind = KINDS[plan.seen.kind]
    try:
        report = load_rows(session, kind, plan.source, read, refresh=refresh, progress=plan.options.progress)
        return replace(report, layout=plan.seen.layout)
    except RefusedFileError as refused:
        session.info.setdefault("changed", False)
        return replace(_refused(plan.source, refused), layout=plan.seen.layout)


def _kind_of(plan: _Planned) -> str | None:
    if plan.seen:
        return plan.seen.kind
    return plan.report.kind if plan.report else None


def _streams(plan: _Planned) -> bool:
    kind = _kind_of(plan)
    return kind is not None and KINDS[kind].streams


def _refused(source: Source, refused: RefusedFileError) -> LoadReport:
    message = f"{refused} Nothing was stored."
    headings, rows = (
        (refused.headings, refused.first) if isinstance(refused, UnknownHeadingsError) else ((), ())
    )
    return LoadReport(
        source.name, refused.kind, LoadStatus.REFUSED,
        message=message, headings=headings, first_rows=rows, layout=refused.layout,
    )  # fmt: skip


def _fault(source: Source, kind: str | None, error: Exception) -> LoadReport:
    message = describe_fault(error)
    return LoadReport(source.name, kind, LoadStatus.REFUSED, message=message, is_fault=True)
