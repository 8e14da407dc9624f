"""Files into the store: the interface for the command line and the pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from data_model import Area
from data_model.store import writing
from data_model.terms import LoadStatus
from loaders.cells import show_value
from loaders.faults import describe_fault
from loaders.kinds import KINDS, loading_order
from loaders.pipeline import Source, load_table
from loaders.report import LoadReport, RefusedFileError
from loaders.sample import sample_hashes, sample_paths
from loaders.tables import FileTable, read_table
from measures.refresh import refresh_figures
from settings import read_settings

_SAMPLE_LOADER = "sample data"
# The sample is dated up to a fixed day; a machine whose clock stands before it still gets all of it.
_AFTER_THE_SAMPLE = date(2100, 1, 1)


class _RolledBackError(Exception):
    """Ends a transaction of which nothing is to be kept."""


@dataclass(frozen=True)
class _Planned:
    """A file that was read: its table, or the report that says why there is none."""

    source: Source
    table: FileTable | None
    report: LoadReport | None


def load_file(
    engine: Engine,
    data: bytes,
    name: str,
    *,
    kind: str | None = None,
    as_at: date | None = None,
    dry_run: bool = False,
    loaded_by: str | None = None,
) -> LoadReport:
    """Load one file in one transaction: all of it that can be stored, or nothing.

    Args:
        engine: an open store.
        data: the file's bytes.
        name: its name; never used as a path.
        kind: what kind it is; by default the header says so.
        as_at: the day of the export, for kinds that keep it.
        dry_run: say what would happen and keep nothing.
        loaded_by: a role or account name for the load log.

    Returns:
        The report. A refusal or a fault of ours is a report too, not an exception.
    """
    files = [(name, data)]
    return load_files(engine, files, kind=kind, as_at=as_at, dry_run=dry_run, loaded_by=loaded_by)[0]


def load_files(
    engine: Engine,
    files: Sequence[tuple[str, bytes]],
    *,
    kind: str | None = None,
    as_at: date | None = None,
    dry_run: bool = False,
    loaded_by: str | None = None,
) -> list[LoadReport]:
    """Load several files, what others refer to first, each in its own transaction.

    A dry run takes one transaction for all, so that later files see earlier ones, and keeps nothing.
    Arguments as for `load_file`, with files as (name, bytes). Reports come in the order of ``files``.
    """
    plans = [_plan(name, data, kind, as_at, loaded_by) for name, data in files]
    order = sorted(range(len(plans)), key=lambda i: loading_order(_kind_of(plans[i])))
    load_all = _preview_all if dry_run else _load_all
    reports = dict(zip(order, load_all(engine, [plans[i] for i in order]), strict=True))
    return [reports[i] for i in range(len(plans))]


def load_sample_data(engine: Engine) -> list[LoadReport]:
    """Load the shipped sample files in one transaction, if the store holds no areas yet.

    Returns:
        One report a file, or none if the store was not empty.
    """
    files = [(path.name, path.read_bytes()) for path in sample_paths()]
    plans = [_plan(name, data, None, None, _SAMPLE_LOADER) for name, data in files]
    plans.sort(key=lambda plan: loading_order(_kind_of(plan)))
    with writing(engine) as session:
        if session.scalar(select(func.count()).select_from(Area)):
            session.info["changed"] = False
            return []
        reports = [plan.report or _load(session, plan, refresh=False) for plan in plans]
        refresh_figures(session, set(KINDS))
    return reports


def _plan(name: str, data: bytes, kind: str | None, as_at: date | None, loaded_by: str | None) -> _Planned:
    sha256 = hashlib.sha256(data).hexdigest()
    settings, is_sample = read_settings(), sha256 in sample_hashes()
    source = Source(
        name=show_value(re.split(r"[\\/]", name)[-1]),
        sha256=sha256,
        as_at=as_at,
        today=_AFTER_THE_SAMPLE if is_sample else settings.today,
        loaded_by=loaded_by or settings.loaded_by,
        is_sample=is_sample,
    )
    try:
        return _Planned(source, read_table(data, name, kind), None)
    except RefusedFileError as refused:
        return _Planned(source, None, _refused(source, refused))
    except Exception as error:
        return _Planned(source, None, _fault(source, kind, error))


def _load_all(engine: Engine, plans: Sequence[_Planned]) -> Iterator[LoadReport]:
    for plan in plans:
        if plan.report:
            yield plan.report
            continue
        try:
            with writing(engine) as session:
                report = _load(session, plan)
        except Exception as error:
            report = _fault(plan.source, _kind_of(plan), error)
        yield report


def _preview_all(engine: Engine, plans: Sequence[_Planned]) -> list[LoadReport]:
    reports = []
    try:
        with writing(engine) as session:
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
    assert plan.table is not None  # noqa: S101 - a plan holds a table or a report
    try:
        return load_table(session, plan.table, plan.source, refresh=refresh)
    except RefusedFileError as refused:
        session.info.setdefault("changed", False)
        return _refused(plan.source, refused)


def _kind_of(plan: _Planned) -> str | None:
    if plan.table:
        return plan.table.header.kind.name
    return plan.report.kind if plan.report else None


def _refused(source: Source, refused: RefusedFileError) -> LoadReport:
    return LoadReport(source.name, refused.kind, LoadStatus.REFUSED, message=f"{refused} Nothing was stored.")


def _fault(source: Source, kind: str | None, error: Exception) -> LoadReport:
    message = describe_fault(error)
    return LoadReport(source.name, kind, LoadStatus.REFUSED, message=message, is_fault=True)
